"""Every rule, in code order: a module in one of the folders of rules is a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.resources import files
from pkgutil import iter_modules
from types import ModuleType
from typing import Protocol, TypeVar

from actgen.diagnostics import Diagnostic
from actgen.plan import Choice
from actgen.rules.acts import Acts
from actgen.rules.finished import Finished
from actgen.rules.printed_pages import Printed
from actgen.rules.returned_file import ReturnedFile
from actgen.rules.rule import Rule
from actgen.school import School
from actgen.sources import Absent, Record

FOLDERS = ("school", "plan", "text", "printed", "returned")
"""The folders of rules, each named after what its rules read."""


@cache
def rules_on(folder: str) -> tuple[ModuleType, ...]:
    """Return the rules of a folder in the order of their codes; loaded when first asked for, as `check` asks two."""
    package = f"actgen.rules.{folder}"
    return tuple(import_module(f"{package}.{name}") for name in _names(folder))


@cache
def codes(*folders: str) -> tuple[str, ...]:
    """Return the codes of the rules of the folders, of all folders when none is named; no rule is loaded for it."""
    return tuple(name.partition("_")[0].upper() for folder in folders or FOLDERS for name in _names(folder))


def _names(folder: str) -> list[str]:
    # The name of a module begins with the code of its rule: `tests/rules/test_pages.py`.
    return sorted(module.name for module in iter_modules([str(files("actgen.rules").joinpath(folder))]))


class Reducible(Protocol):
    """What can be asked again without a record whose field is absent."""

    def without(self, record: Record) -> Reducible:
        """Return the same less the record and what rests on it."""


R = TypeVar("R", bound=Reducible)


def modules() -> tuple[ModuleType, ...]:
    """Return the module of every rule in code order."""
    return tuple(module for folder in FOLDERS for module in rules_on(folder))


def rules() -> tuple[Rule, ...]:
    """Return every rule in code order."""
    return tuple(module.RULE for module in modules())


def page(code: str) -> str | None:
    """Return the Russian page of a rule, or None for a code that is no rule's."""
    for module in modules():
        if module.RULE.code == code:
            package, _, name = module.__name__.rpartition(".")
            return files(package).joinpath(f"{name}.md").read_text(encoding="utf-8")
    return None


def check_school(school: School, among: Iterable[ModuleType] | None = None) -> Iterator[Diagnostic]:
    """Yield what the rules find in the data.

    A rule that meets an absent field is asked again without the record at fault: one error hides no other.
    """
    for module in rules_on("school") if among is None else among:
        yield from _without_the_broken(module.check, school)


def check_acts(choice: Choice, among: Iterable[ModuleType] | None = None) -> Iterator[Diagnostic]:
    """Yield what the rules find in the set of documents that were chosen; broken records as above."""
    acts = Acts.of(choice)
    for module in rules_on("plan") if among is None else among:
        yield from _without_the_broken(module.check, acts)


def check_texts(finished: Finished, among: Iterable[ModuleType] | None = None) -> Iterator[Diagnostic]:
    """Yield what the rules find in finished documents, before they are written."""
    for module in rules_on("text") if among is None else among:
        yield from module.check(finished)


def check_printed(printed: Printed, among: Iterable[ModuleType] | None = None) -> Iterator[Diagnostic]:
    """Yield what the rules find in documents as they come out of the printer."""
    for module in rules_on("printed") if among is None else among:
        yield from module.check(printed)


def check_returned(returned: ReturnedFile, among: Iterable[ModuleType] | None = None) -> Iterator[Diagnostic]:
    """Yield what the rules find in a file that came back."""
    for module in rules_on("returned") if among is None else among:
        yield from module.check(returned)


def _without_the_broken(check: Callable[[R], Iterator[Diagnostic]], asked: R) -> list[Diagnostic]:
    removed: list[Record] = []
    while True:
        try:
            return list(check(asked))
        except Absent as absent:
            if any(absent.record is record for record in removed):
                return []  # it stands where it cannot be left out, as the settings do
            removed.append(absent.record)
            asked = asked.without(absent.record)  # type: ignore[assignment]
