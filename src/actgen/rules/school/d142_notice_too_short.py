"""D142: a cancellation by the employer with less than three working days' notice."""

from collections.abc import Iterator
from datetime import date

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.rules.rule import Rule
from actgen.school import EventKind, School
from actgen.working_days import working_days_between

RULE = Rule(
    "D142",
    Severity.ERROR,
    "отмена поручения без предупреждения за три рабочих дня",
    basis="тк_351_8",
    since=date(2025, 3, 1),
)
NOTICE_WORKING_DAYS = 3


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each cancellation by the employer whose notice is too short; a refusal needs none."""
    for pair in school.pairs:
        for event in pair.events:
            if event.kind is not EventKind.CANCELLATION or event.day is None or event.effective_on is None:
                continue
            days = working_days_between(event.day, event.effective_on)
            if RULE.holds_on(event.day) and days < NOTICE_WORKING_DAYS:
                yield RULE.at(
                    event.place("с"),
                    f"между предупреждением {date_in_digits(event.day)} и отменой {date_in_digits(event.effective_on)} "
                    f"рабочих дней {days}, нужно {NOTICE_WORKING_DAYS}: {pair.mentor.short_name}",
                    hint="назначьте отмену позже",
                    related=(Related(event.place("дата"), "предупреждение здесь"),),
                )
