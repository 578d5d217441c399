"""D139: two agreements with one number and date."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.rules.rule import Rule
from actgen.school import Agreement, School

RULE = Rule("D139", Severity.WARNING, "номер соглашения повторяется")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each agreement whose number another of the same calendar year has."""
    first: dict[tuple[str, int], Agreement] = {}
    for pair in school.pairs:
        for agreement in (pair.agreement, *(event.agreement for event in pair.events)):
            if agreement is None or agreement.number is None or agreement.day is None:
                continue
            other = first.setdefault((agreement.number.casefold(), agreement.day.year), agreement)
            if other is not agreement:
                yield RULE.at(
                    agreement.place("номер"),
                    f"номер соглашения повторяется: {agreement.number}",
                    hint="дайте соглашению свой номер",
                    related=(Related(other.place("номер"), "первый раз здесь"),),
                )
