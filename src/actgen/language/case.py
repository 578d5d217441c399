"""Grammatical case (падеж) and gender (род, пол) as values."""

from __future__ import annotations

from enum import Enum


class Case(Enum):
    """A Russian case; `russian` is its name in templates and in `declension.yaml`.

    >>> Case.GENITIVE.russian
    'родительный'
    """

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    INSTRUMENTAL = "instrumental"
    PREPOSITIONAL = "prepositional"

    @property
    def russian(self) -> str:
        """Return the full Russian name: «родительный»."""
        return _RUSSIAN_BY_CASE[self]

    @classmethod
    def from_russian(cls, name: str) -> Case:
        """Return the case whose full Russian name is `name`.

        Raises:
            KeyError: No case is called so; `Case.russian` lists the six names.

        >>> Case.from_russian("творительный")
        <Case.INSTRUMENTAL: 'instrumental'>
        """
        return _CASE_BY_RUSSIAN[name]


_RUSSIAN_BY_CASE = {
    Case.NOMINATIVE: "именительный",
    Case.GENITIVE: "родительный",
    Case.DATIVE: "дательный",
    Case.ACCUSATIVE: "винительный",
    Case.INSTRUMENTAL: "творительный",
    Case.PREPOSITIONAL: "предложный",
}
_CASE_BY_RUSSIAN = {russian: case for case, russian in _RUSSIAN_BY_CASE.items()}

OBLIQUE_CASES = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.PREPOSITIONAL)
"""The cases that change a word, in the order of every table of forms in this package."""


class Gender(Enum):
    """A person's gender, `russian` as `пол:` is written in `staff.yaml`."""

    MASCULINE = "masculine"
    FEMININE = "feminine"

    @property
    def russian(self) -> str:
        """Return «мужской» or «женский»."""
        return "мужской" if self is Gender.MASCULINE else "женский"

    @classmethod
    def from_russian(cls, name: str) -> Gender:
        """Return the gender called «мужской» or «женский».

        Raises:
            KeyError: Neither of the two.

        >>> Gender.from_russian("женский")
        <Gender.FEMININE: 'feminine'>
        """
        return {gender.russian: gender for gender in cls}[name]


def by_gender(gender: Gender, masculine: str, feminine: str) -> str:
    """Return the one of two spellings that agrees with a person.

    >>> by_gender(Gender.FEMININE, "ознакомлен", "ознакомлена")
    'ознакомлена'
    """
    return masculine if gender is Gender.MASCULINE else feminine
