"""Number and date of an act of an authority, as its citation has them."""

from __future__ import annotations

import re
from datetime import date

from actgen.norms import Norm
from actgen.rules.dates import dates_in

_NUMBER = re.compile(r"№ (\S+?)(?=[,\s]|$)")


def cited(number: str) -> re.Pattern[str]:
    """Return how a text cites the number: after «№», with nothing that would make it another one."""
    return re.compile(rf"№[ \u00a0]?{re.escape(number)}(?![\w/-])")


def number_and_day(norm: Norm) -> tuple[str, date | None]:
    """Return the first number of a citation and its date; an empty number and None where it has none.

    >>> from actgen.norms import norms
    >>> number_and_day(norms()["фз_152"])
    ('152-ФЗ', datetime.date(2006, 7, 27))
    """
    if norm.head == "статья":
        return "", None
    number = _NUMBER.search(norm.tail)
    day = next((written.day for written in dates_in(norm.tail)), None)
    return (number[1], day) if number else ("", None)
