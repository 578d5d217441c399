"""Names of people with initials in a text, in whatever case, and whom of the staff they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from actgen.school import Person

_SURNAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_WRITTEN = re.compile(
    rf"(?P<last>{_SURNAME})[ \u00a0](?P<i1>[А-ЯЁ])\.(?:[ \u00a0]?(?P<i2>[А-ЯЁ])\.)?|"
    rf"(?P<i3>[А-ЯЁ])\.[ \u00a0]?(?:(?P<i4>[А-ЯЁ])\.[ \u00a0]?)?(?P<first>{_SURNAME})"
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


def bearers(name: WrittenName, people: Iterable[Person]) -> list[Person]:
    """Return who of the people has that surname, in some case, and those initials."""
    return [person for person in people if has_surname(person, name.surname) and initials(person) == name.initials]


def has_surname(person: Person, written: str) -> bool:
    """Return whether the written surname may be a form of the person's."""
    own, other = (name.casefold().replace("ё", "е").split("-") for name in (person.short_name.split()[0], written))
    return len(own) == len(other) and all(_is_form(*parts) for parts in zip(own, other, strict=True))


def _is_form(own: str, written: str) -> bool:
    stem = own[: max(_SHORTEST_STEM, len(own) - 2)]
    return written.startswith(stem) and abs(len(own) - len(written)) <= _SHORTEST_STEM


def initials(person: Person) -> tuple[str, ...]:
    """Return the first letters of her name and patronymic."""
    return tuple(part[:1] for part in person.short_name.partition(" ")[2].split(".") if part)
