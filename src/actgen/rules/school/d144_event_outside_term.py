"""D144: an event of a pair on a day when the pair does not work."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D144", Severity.WARNING, "событие вне срока пары")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each event before the first or after the last day of its pair."""
    for pair in school.pairs:
        for event in pair.events:
            if not pair.starts_on <= event.effective_on <= pair.ends_on:
                yield RULE.at(
                    event.place("с"),
                    f"событие вне срока пары: {event.kind.value} с {date_in_digits(event.effective_on)}, пара работает "
                    f"с {date_in_digits(pair.starts_on)} по {date_in_digits(pair.ends_on)}",
                    hint="исправьте день события или срок пары",
                    related=(Related(pair.place("с"), "срок пары здесь"),),
                )
