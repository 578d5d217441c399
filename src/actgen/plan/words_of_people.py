"""Words of people and organisations: their names in every case, computed when a document reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache, partial

from actgen.diagnostics import Place
from actgen.language import Case, Declined, Forms, Gender, surname_last, typeset
from actgen.plan.tree import Later, Leaf, Tree, leaf
from actgen.school import Person

NAME_ORDER = "L104"


_CASES = {case.russian: case for case in Case}


class _InCases(Mapping[str, Tree]):
    """A group of six words, of which each is made when it is asked for: a document reads one or two."""

    __slots__ = ("_decline", "_places")

    def __init__(self, decline: Callable[[Case], Declined], places: tuple[Place, ...]) -> None:
        self._decline = decline
        self._places = places

    def __getitem__(self, name: str) -> Tree:
        return Leaf(partial(self._decline, _CASES[name]), self._places)

    def __contains__(self, name: object) -> bool:
        return name in _CASES

    def __iter__(self) -> Iterator[str]:
        return iter(_CASES)

    def __len__(self) -> int:
        return len(_CASES)


def in_cases(decline: Callable[[Case], Declined], *places: Place) -> Mapping[str, Tree]:
    """Return a group of six words, one for each case."""
    return _InCases(decline, places)


def text_leaf(text: str | None, *places: Place) -> Leaf:
    """Return a text of the data as it is printed: quotes, dashes and non-breaking blanks set."""
    return Leaf(lambda: typeset(text) if text else "", places)


@lru_cache(maxsize=64)
def _nobody(named: tuple[Place, ...] = ()) -> Mapping[str, Tree]:
    empty = leaf("", *named)
    cases: Mapping[str, Tree] = {case.russian: empty for case in Case}
    return {
        "есть": leaf(False, *named),
        "фио": cases,
        "фамилия_инициалы": cases,
        "инициалы_фамилия": empty,
        "должность": cases,
        "категория": empty,
        "стаж": empty,
        "образование": empty,
        "телефон": empty,
        "почта": empty,
        "женщина": leaf(value=False),
    }


NOBODY: Mapping[str, Tree] = _nobody()
"""The words of a person, all empty: what an item of a list of people is made of."""


def person_words(person: Person | None, forms: Forms, *named: Place) -> Mapping[str, Tree]:
    """Return the words of a person; without one the same words, all empty, and `есть` is no.

    `named` is where the data say that it is she; her name is another when that place is.
    """
    if person is None:
        return _nobody(named)

    def own_places() -> tuple[Place, ...]:
        return tuple(
            person.place(key) for key in ("фио", "фамилия", "имя", "отчество", "пол") if person.is_written(key)
        )

    def decline_full(case: Case) -> Declined:
        return _in_known_order(person, forms.name(person.full_name, case, gender=person.explicit_gender))

    def decline_short(case: Case) -> Declined:
        return _in_known_order(person, forms.short_name(person.full_name, case, gender=person.explicit_gender))

    def decline_position(case: Case) -> Declined:
        return forms.position(typeset(person.position), case)

    return Later(
        {
            "есть": lambda: leaf(True, *named),
            "фио": lambda: in_cases(decline_full, *own_places(), *named),
            "фамилия_инициалы": lambda: in_cases(decline_short, *own_places(), *named),
            "инициалы_фамилия": lambda: Leaf(lambda: surname_last(person.full_name), (*own_places(), *named)),
            "должность": lambda: in_cases(decline_position, person.place("должность")),
            "категория": lambda: Leaf(lambda: person.category or "", (person.place("категория"),)),
            "стаж": lambda: Leaf(lambda: _number(person.experience_years), (person.place("стаж"),)),
            "образование": lambda: Leaf(lambda: typeset(person.education or ""), (person.place("образование"),)),
            "телефон": lambda: Leaf(lambda: person.phone or "", (person.place("телефон"),)),
            "почта": lambda: Leaf(lambda: person.email or "", (person.place("почта"),)),
            "женщина": lambda: Leaf(lambda: person.gender is Gender.FEMININE, own_places()),
        }
    )


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _in_known_order(person: Person, declined: Declined) -> Declined:
    """Return the form without the doubt which word is the surname, where the data say it (`фамилия:`, `имя:`)."""
    if person.surname_part is None:
        return declined
    return replace(declined, doubts=tuple(d for d in declined.doubts if d.code != NAME_ORDER))


def organisation_words(name: str, forms: Forms, place: Place) -> Mapping[str, Tree]:
    """Return the name of an organisation in every case; its quotes and blanks stay as the charter has them.

    A school without a union has no name of it to decline, and none to lock.
    """
    if not name:
        return in_cases(lambda _: Declined(""))
    return in_cases(lambda case: forms.organisation(name, case), place)
