"""Working days of a five-day week, with holidays and the transfers that the Government decrees each year.

The table `russia.tsv` is written by `tools/write_working_days.py` from the package `holidays`; a year that is not in it
is counted by the holidays of the Labour Code alone, since its transfers are not decreed yet.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files

FIRST_YEAR, LAST_YEAR = 2018, 2027
"""The years whose transfers the table has."""

_SATURDAY = 5
_HOLIDAY, _TRANSFER, _WORKED = "праздник", "перенос", "рабочий"

# Статья 112 Трудового кодекса Российской Федерации.
_EVERY_YEAR = frozenset({*((1, day) for day in range(1, 9)), (2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)})


def is_working_day(day: date) -> bool:
    """Return whether a five-day week works on that day.

    >>> is_working_day(date(2024, 4, 27)), is_working_day(date(2024, 4, 29))
    (True, False)
    >>> is_working_day(date(2026, 11, 4))
    False
    """
    written = _table().get(day)
    if written is not None:
        return written == _WORKED
    return day.weekday() < _SATURDAY and not is_holiday(day)


def is_holiday(day: date) -> bool:
    """Return whether the day is a public holiday (нерабочий праздничный день), on whatever day of the week.

    >>> is_holiday(date(2027, 5, 9)), is_holiday(date(2040, 5, 9)), is_holiday(date(2026, 1, 9))
    (True, True, False)
    """
    return (day.month, day.day) in _EVERY_YEAR


def add_working_days(day: date, count: int) -> date:
    """Return the last of `count` working days that follow `day`; before it for a negative count.

    A term counts from the next day: статья 14 Трудового кодекса Российской Федерации.

    >>> add_working_days(date(2026, 4, 30), 1)
    datetime.date(2026, 5, 4)
    >>> add_working_days(date(2026, 5, 4), -1)
    datetime.date(2026, 4, 30)
    """
    step = timedelta(days=1 if count >= 0 else -1)
    left = abs(count)
    while left:
        day += step
        left -= is_working_day(day)
    return day


def working_days_between(start: date, end: date) -> int:
    """Return how many working days lie strictly between two days; 0 where none does, or `end` is not later.

    >>> working_days_between(date(2026, 11, 2), date(2026, 11, 6))
    2
    >>> working_days_between(date(2026, 11, 6), date(2026, 11, 2))
    0
    """
    days = (start + timedelta(days=number) for number in range(1, (end - start).days))
    return sum(is_working_day(day) for day in days)


@lru_cache(maxsize=1)
def _table() -> Mapping[date, str]:
    text = files("actgen.working_days").joinpath("russia.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {date.fromisoformat(day): kind for day, kind in rows}
