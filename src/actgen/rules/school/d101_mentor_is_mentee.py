"""D101: a pair whose mentor is its mentee."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D101", Severity.ERROR, "наставник и наставляемый — одно лицо")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each pair whose mentor is among its mentees."""
    for pair in school.pairs:
        for position, mentee in enumerate(pair.mentees):
            if mentee is pair.mentor:
                yield RULE.at(
                    pair.place("наставляемые", position),
                    f"наставник и наставляемый — одно лицо: {pair.mentor.short_name}",
                    hint="укажите в паре другого наставляемого",
                )
