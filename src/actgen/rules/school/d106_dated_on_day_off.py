"""D106: minutes or an act of a Sunday or a public holiday."""

from collections.abc import Iterator
from datetime import date

from actgen.diagnostics import Diagnostic, Severity
from actgen.language import date_in_digits
from actgen.rules.rule import Rule
from actgen.school import School
from actgen.working_days import is_holiday, is_working_day

RULE = Rule("D106", Severity.WARNING, "дата приходится на воскресенье или праздник")
_SUNDAY = 6


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each act and each adoption of a Sunday or holiday.

    Saturdays are left out: many schools work six days a week.
    """
    for entry in school.journal:
        if entry.day is not None and (reason := _day_off(entry.day)):
            yield RULE.at(
                entry.place("дата"),
                f"акт датирован нерабочим днём: {date_in_digits(entry.day)} — {reason}",
                hint="проверьте дату",
            )
        for adoption in entry.adopted:
            if adoption.day is not None and (reason := _day_off(adoption.day)):
                yield RULE.at(
                    adoption.place("дата"),
                    f"орган «заседал» в нерабочий день: {date_in_digits(adoption.day)} — {reason}",
                    hint="проверьте дату протокола",
                )


def _day_off(day: date) -> str:
    if is_working_day(day):
        return ""
    if is_holiday(day):
        return "праздник"
    return "воскресенье" if day.weekday() == _SUNDAY else ""
