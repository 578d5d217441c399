"""D111: a pair whose term does not meet the school year."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D111", Severity.WARNING, "пара работает вне учебного года")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each pair that does not work on any day of the school year."""
    year = school.settings.year
    for pair in school.pairs:
        if pair.starts_on > year.ends_on or pair.ends_on < year.starts_on:
            yield RULE.at(
                pair.place("с"),
                f"пара работает вне учебного года {year}: с {pair.starts_on:%d.%m.%Y} по {pair.ends_on:%d.%m.%Y}",
                hint="исправьте даты пары или «учебный_год» в data/school.yaml",
            )
