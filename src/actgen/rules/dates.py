"""Dates written in running text, also those that no calendar has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_MONTHS = (
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
)
_BLANK = "[ \u00a0\n]+"
_WRITTEN = re.compile(
    rf"(?=[\d«])(?:(?<![\d.])(\d{{1,2}})\.(\d{{1,2}})\.(\d{{4}})(?![\d.]\d)|"
    rf"(?<![\d.,])«?(\d{{1,2}})»?{_BLANK}({'|'.join(_MONTHS)})(?:{_BLANK}(\d{{4}}))?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a text: `day` is None for one that no calendar has, `offset` counts from 0."""

    day: date | None
    has_year: bool
    text: str
    offset: int


@lru_cache(maxsize=4096)
def dates_in(text: str) -> tuple[WrittenDate, ...]:
    """Return the dates that a text names, in its order; one without a year has the leap year 2000.

    >>> [found.day for found in dates_in("с 1 сентября 2026 г. по 31.05.2027, кроме 31 ноября")]
    [datetime.date(2026, 9, 1), datetime.date(2027, 5, 31), None]
    """
    return tuple(_dates(text))


def _dates(text: str) -> Iterator[WrittenDate]:
    for found in _WRITTEN.finditer(text):
        in_digits = found[1] is not None
        month = int(found[2]) if in_digits else _MONTHS.index(found[5].lower()) + 1
        year = found[3] if in_digits else found[6]
        try:
            day = date(int(year or 2000), month, int(found[1] if in_digits else found[4]))
        except ValueError:
            day = None
        yield WrittenDate(day, year is not None, found[0], found.start())
