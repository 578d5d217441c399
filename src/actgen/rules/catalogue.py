"""Every rule, one line each, in code order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.resources import files
from types import ModuleType

from actgen.diagnostics import Diagnostic
from actgen.rules.rule import Rule
from actgen.rules.school import d101_mentor_is_mentee, d102_pair_ends_before_it_starts
from actgen.school import School
from actgen.sources import Absent, Record

SCHOOL_RULES: tuple[ModuleType, ...] = (
    d101_mentor_is_mentee,
    d102_pair_ends_before_it_starts,
)


def rules() -> tuple[Rule, ...]:
    """Return every rule in code order."""
    return tuple(module.RULE for module in SCHOOL_RULES)


def page(code: str) -> str | None:
    """Return the Russian page of a rule, or None for a code that is no rule's."""
    for module in SCHOOL_RULES:
        if module.RULE.code == code:
            package, _, name = module.__name__.rpartition(".")
            return files(package).joinpath(f"{name}.md").read_text(encoding="utf-8")
    return None


def check_school(school: School) -> Iterator[Diagnostic]:
    """Yield what the rules find in the data.

    A rule that meets an absent field is asked again without the record at fault: one error hides no other.
    """
    for module in SCHOOL_RULES:
        yield from _without_the_broken(module.check, school)


def _without_the_broken(check: Callable[[School], Iterator[Diagnostic]], school: School) -> list[Diagnostic]:
    removed: list[Record] = []
    while True:
        try:
            return list(check(school))
        except Absent as absent:
            if any(absent.record is record for record in removed):
                return []  # it stands where it cannot be left out, as the settings do
            removed.append(absent.record)
            school = school.without(absent.record)
