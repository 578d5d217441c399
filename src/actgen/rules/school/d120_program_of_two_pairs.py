"""D120: a program that two pairs name."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D120", Severity.ERROR, "одна программа у двух пар")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each pair whose program an earlier pair has."""
    for number, pair in enumerate(school.pairs):
        first = next((other for other in school.pairs[:number] if other.program is pair.program), None)
        if pair.program is not None and first is not None:
            yield RULE.at(
                pair.place("программа"),
                f"программа уже принадлежит паре: {first.title}",
                hint="дайте паре свою программу: её документ и его номер в журнале — одни на пару",
                related=(Related(first.place("программа"), "первый раз здесь"),),
            )
