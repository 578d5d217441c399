"""Names of people with initials in a text, in whatever case, and whom of the staff they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from actgen.school import Person

_SURNAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_WRITTEN = re.compile(
    r"(?=[А-ЯЁ])(?:"
    rf"(?P<last>{_SURNAME})[ \u00a0](?P<i1>[А-ЯЁ])\.(?:[ \u00a0]?(?P<i2>[А-ЯЁ])\.)?|"
    rf"(?P<i3>[А-ЯЁ])\.[ \u00a0]?(?:(?P<i4>[А-ЯЁ])\.[ \u00a0]?)?(?P<first>{_SURNAME}))"
)
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class WrittenName:
    """A surname with initials as a text has it; `offset` counts from 0."""

    text: str
    offset: int
    surname: str
    initials: tuple[str, ...]


@lru_cache(maxsize=4096)
def names_in(text: str) -> tuple[WrittenName, ...]:
    """Return the names with initials of a text, in its order.

    Documents of a school share most of their texts: the last ones are remembered.

    >>> [name.surname for name in names_in("Лебедеву Т.Н. и П. Л. Зимина")]
    ['Лебедеву', 'Зимина']
    """
    return tuple(_written(found) for found in _WRITTEN.finditer(text))


def _written(found: re.Match[str]) -> WrittenName:
    surname = found["last"] or found["first"]
    initials = (found["i1"], found["i2"]) if found["last"] else (found["i3"], found["i4"])
    return WrittenName(found[0], found.start(), surname, tuple(filter(None, initials)))


class Roster:
    """People by surname, and whom of them a written name means; it remembers what it was asked."""

    def __init__(self, people: Iterable[Person]) -> None:
        """Take the people in their order."""
        self._people = tuple((person, _parts(person.short_name.split()[0])) for person in people)
        self._alike: dict[str, tuple[Person, ...]] = {}

    def alike(self, surname: str) -> tuple[Person, ...]:
        """Return those of whose surname the written one may be a form."""
        known = self._alike.get(surname)
        if known is None:
            parts = _parts(surname)
            known = tuple(person for person, own in self._people if _are_forms(own, parts))
            self._alike[surname] = known
        return known

    def bearers(self, name: WrittenName) -> list[Person]:
        """Return those with that surname, in some case, and those initials."""
        return [person for person in self.alike(name.surname) if initials(person) == name.initials]


def _parts(surname: str) -> list[str]:
    return surname.casefold().replace("ё", "е").split("-")


def _are_forms(own: list[str], written: list[str]) -> bool:
    return len(own) == len(written) and all(map(_is_form, own, written))


def _is_form(own: str, written: str) -> bool:
    stem = own[: max(_SHORTEST_STEM, len(own) - 2)]
    return written.startswith(stem) and abs(len(own) - len(written)) <= _SHORTEST_STEM


def initials(person: Person) -> tuple[str, ...]:
    """Return the first letters of her name and patronymic."""
    return tuple(part[:1] for part in person.short_name.partition(" ")[2].split(".") if part)
