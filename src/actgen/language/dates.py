"""Dates, ranges of months and school years as acts print them."""

from __future__ import annotations

from datetime import date

from actgen.language.case import OBLIQUE_CASES, Case
from actgen.language.spelling import NBSP

_MONTH_STEMS = (
    ("январ", "ь"),
    ("феврал", "ь"),
    ("март", ""),
    ("апрел", "ь"),
    ("ма", "й"),
    ("июн", "ь"),
    ("июл", "ь"),
    ("август", ""),
    ("сентябр", "ь"),
    ("октябр", "ь"),
    ("ноябр", "ь"),
    ("декабр", "ь"),
)
_STRESSED_MONTHS = (1, 2, 9, 10, 11, 12)


def month_name(month: int, case: Case = Case.NOMINATIVE) -> str:
    """Return the name of a month, 1 to 12, in a case.

    >>> month_name(9, Case.GENITIVE), month_name(5, Case.INSTRUMENTAL)
    ('сентября', 'маем')
    """
    stem, last = _MONTH_STEMS[month - 1]
    if case is Case.NOMINATIVE or case is Case.ACCUSATIVE:
        return stem + last
    hard = ("а", "у", "", "ом", "е")
    soft = ("я", "ю", "", "ём" if month in _STRESSED_MONTHS else "ем", "е")
    return stem + (soft if last else hard)[OBLIQUE_CASES.index(case)]


def date_in_words(day: date) -> str:
    """Return the date as an order prints it in its text.

    Args:
        day: A calendar day; the act's own date, never today's.

    Returns:
        Day without a leading zero, month in the genitive (родительный падеж), year, «г.»; the blanks do not break.

    Source:
        ГОСТ Р 7.0.97-2025, дата документа.

    >>> date_in_words(date(2026, 9, 1)).replace(NBSP, " ")
    '1 сентября 2026 г.'
    """
    return NBSP.join((str(day.day), month_name(day.month, Case.GENITIVE), str(day.year), "г."))


def date_with_quoted_day(day: date) -> str:
    """Return the date as agreements and griefs (грифы) print it: «01» сентября 2026 г."""
    return NBSP.join((f"«{day.day:02}»", month_name(day.month, Case.GENITIVE), str(day.year), "г."))


def date_in_digits(day: date) -> str:
    """Return the date in digits.

    >>> date_in_digits(date(2026, 9, 1))
    '01.09.2026'
    """
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def period(start: date, end: date) -> str:
    """Return «с … по …» in words; what both dates share is said once.

    >>> period(date(2023, 9, 1), date(2024, 5, 31)).replace(NBSP, " ")
    'с 1 сентября 2023 г. по 31 мая 2024 г.'
    >>> period(date(2023, 9, 1), date(2023, 9, 30)).replace(NBSP, " ")
    'с 1 по 30 сентября 2023 г.'
    """
    if start.year != end.year:
        first = date_in_words(start)
    elif start.month != end.month:
        first = f"{start.day}{NBSP}{month_name(start.month, Case.GENITIVE)}"
    else:
        first = str(start.day)
    return f"с{NBSP}{first} по{NBSP}{date_in_words(end)}"


def period_in_digits(start: date, end: date) -> str:
    """Return «с 01.09.2023 по 31.05.2024»."""
    return f"с{NBSP}{date_in_digits(start)} по{NBSP}{date_in_digits(end)}"


def months_range(start: date, end: date) -> str:
    """Return the months from a day to another, with an en dash.

    >>> months_range(date(2023, 9, 1), date(2023, 12, 31)).replace(NBSP, " ")
    'сентябрь–декабрь 2023 г.'
    >>> months_range(date(2023, 9, 1), date(2024, 5, 31)).replace(NBSP, " ")
    'сентябрь 2023 г. – май 2024 г.'
    """
    first, last = month_name(start.month), month_name(end.month)
    if start.year != end.year:
        return f"{first}{NBSP}{start.year}{NBSP}г.{NBSP}– {last}{NBSP}{end.year}{NBSP}г."
    months = first if start.month == end.month else f"{first}–{last}"
    return f"{months}{NBSP}{start.year}{NBSP}г."


def school_year(first_year: int, case: Case = Case.NOMINATIVE, *, separator: str = "/") -> str:
    """Return the school year (учебный год) that starts in `first_year`.

    Args:
        first_year: Year of its 1 September.
        case: Case of «учебный год»; the digits stay.
        separator: «/», or «-» where a school writes it so; one style in a set of documents.

    >>> school_year(2026).replace(NBSP, " "), school_year(2026, Case.PREPOSITIONAL, separator="-").replace(NBSP, " ")
    ('2026/2027 учебный год', '2026-2027 учебном году')
    """
    words = {
        Case.NOMINATIVE: "учебный год",
        Case.GENITIVE: "учебного года",
        Case.DATIVE: "учебному году",
        Case.ACCUSATIVE: "учебный год",
        Case.INSTRUMENTAL: "учебным годом",
        Case.PREPOSITIONAL: "учебном году",  # always «в … году»
    }
    return f"{school_year_in_digits(first_year, separator=separator)}{NBSP}{words[case]}"


def school_year_in_digits(first_year: int, *, separator: str = "/") -> str:
    """Return both years of a school year.

    >>> school_year_in_digits(2026)
    '2026/2027'
    """
    return f"{first_year}{separator}{first_year + 1}"
