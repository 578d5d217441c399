"""Number and date as documents print them; where the journal has none, rules to fill in by pen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from actgen.diagnostics import Place
from actgen.docx import DATE_BLANK, DATE_BLANK_IN_WORDS, NUMBER_BLANK
from actgen.language import date_in_digits, date_in_words
from actgen.plan.document import Requisites
from actgen.plan.tree import Later, Tree, leaf

NUMBER_RULE, DATE_RULE, DATE_RULE_IN_WORDS = NUMBER_BLANK, DATE_BLANK, DATE_BLANK_IN_WORDS


def requisites_text(requisites: Requisites) -> str:
    """Return «от 01.09.2023 № 80/8»; a draft has rules instead of what it lacks."""
    day = date_in_digits(requisites.day) if requisites.day else DATE_RULE
    return f"от {day} №\u00a0{requisites.number or NUMBER_RULE}"


def day_words(day: date | None, *places: Place) -> Mapping[str, Tree]:
    """Return a date as words: whether it is known, in digits, in words."""
    return Later(
        {
            "есть": lambda: leaf(day is not None, *places),
            "цифрами": lambda: leaf(date_in_digits(day) if day else DATE_RULE, *places),
            "словами": lambda: leaf(date_in_words(day) if day else DATE_RULE_IN_WORDS, *places),
        }
    )


NO_DAY: Mapping[str, Tree] = day_words(None)
"""The words of a date that nobody knows: rules to fill in by pen."""


def requisite_words(requisites: Requisites) -> Mapping[str, Tree]:
    """Return number, date and both together as words."""
    places = requisites.places
    return {
        "номер": leaf(requisites.number or NUMBER_RULE, *places),
        "дата": day_words(requisites.day, *places),
        "реквизиты": leaf(requisites_text(requisites), *places),
    }
