"""D143: an event that takes effect before its own paper was written."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.rules.rule import Rule
from actgen.school import EventKind, School

RULE = Rule("D143", Severity.ERROR, "событие раньше заявления о нём")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each refusal, replacement or end with an earlier day than its statement.

    A cancellation by the employer is judged by D142.
    """
    for pair in school.pairs:
        for event in pair.events:
            if event.kind is EventKind.CANCELLATION or event.day is None or event.day <= event.effective_on:
                continue
            yield RULE.at(
                event.place("с"),
                f"{event.kind.value} с {date_in_digits(event.effective_on)}, а заявление "
                f"от {date_in_digits(event.day)}: {pair.title}",
                hint="работа прекращается не раньше дня заявления: исправьте одну из дат",
                related=(Related(event.place("дата"), "заявление здесь"),),
            )
