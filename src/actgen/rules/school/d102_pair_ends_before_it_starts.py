"""D102: a pair whose last day lies before its first."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D102", Severity.ERROR, "пара заканчивается раньше, чем начинается")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each pair whose dates stand the wrong way round."""
    for pair in school.pairs:
        if pair.ends_on < pair.starts_on:
            yield RULE.at(
                pair.place("по"),
                f"пара заканчивается раньше, чем начинается: {pair.starts_on:%d.%m.%Y} и {pair.ends_on:%d.%m.%Y}",
                hint="исправьте одну из дат: «с» — первый день, «по» — последний",
            )
