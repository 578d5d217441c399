"""W106: a date that no calendar has."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.dates import dates_in
from actgen.rules.finished import Finished
from actgen.rules.rule import Rule

RULE = Rule("W106", Severity.WARNING, "такой даты нет в календаре")


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each written date that cannot be."""
    for document, _, found in finished.found(dates_in):
        if found.day is None:
            yield RULE.at(
                document.place_of(found.text),
                f"такой даты нет в календаре: «{found.text}»",
                hint="исправьте день или месяц",
            )
