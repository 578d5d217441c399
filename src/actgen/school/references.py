"""How records name other records: people by their names, programs by their files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import PlainValidator, ValidationInfo, WithJsonSchema

from actgen.diagnostics import Related, closest
from actgen.school.person import Person, fold_name, name_keys, short_name
from actgen.school.program import Program
from actgen.sources import leave_absent, refuse

LOOKS_LIKE_A_NAME = re.compile(
    r"^[А-ЯЁ][а-яё]+(-[А-ЯЁ][а-яё]+)?( [А-ЯЁ]\. ?([А-ЯЁ]\.)?| [А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(вич|вна|ич|чна))$"
)
"""What is surely meant as a person: a surname with initials, or a full name with a patronymic."""


class People:
    """The staff, found by name or code; an index over persons that were believed.

    `is_known` is no where somebody's name could not be believed: an unknown name may then be hers, which is no
    second fault.
    """

    def __init__(self, people: Iterable[Person], *, is_known: bool = True) -> None:
        self.all = tuple(person for person in people if person.has_name)
        self.is_known = is_known
        self._by_key: dict[str, list[Person]] = {}
        self._by_former: dict[str, list[Person]] = {}
        written: set[tuple[str, str]] = set()
        for person in self.all:
            if person.identity in written:
                continue  # written twice, which has been reported: her name stays clear
            written.add(person.identity)
            keys = [*name_keys(person.full_name), *_given_first(person.full_name)]
            for key in dict.fromkeys([*keys, *([person.code] if person.code else [])]):
                self._by_key.setdefault(key, []).append(person)
            former = [key for name in vars(person).get("former_names", ()) for key in name_keys(name)]
            for key in dict.fromkeys(former):
                self._by_former.setdefault(key, []).append(person)

    def named(self, name: str) -> list[Person]:
        """Return everybody who may be meant by the name: nobody, one, or namesakes.

        A former name (`прежние:`) is asked only where nobody has the name today.
        """
        folded = fold_name(name)
        return self._by_key.get(name) or self._by_key.get(folded) or self._by_former.get(folded, [])

    def nearest(self, name: str) -> Person | None:
        """Return the person who was most likely meant by a misspelt name."""
        spelling = closest(name, [s for p in self.all for s in (p.short_name, p.full_name)])
        return self.named(spelling)[0] if spelling else None


def _given_first(full_name: str) -> list[str]:
    surname, _, rest = short_name(full_name).partition(" ")
    return [fold_name(f"{rest} {surname}")] if rest else []


@dataclass(frozen=True, slots=True)
class References:
    """What the records of a file may name: who and what was read before it."""

    people: People
    programs: Mapping[str, Program] = field(default_factory=dict)
    unread_programs: frozenset[str] = frozenset()


def several_named(name: str, people: Sequence[Person]) -> str:
    """Return the sentence that a name means several people: «под именем «Иванова М.П.» двое: … и …»."""
    *first, last = (person.full_name for person in people)
    how_many = "двое" if len(people) == 2 else "несколько человек"
    return f"под именем «{name}» {how_many}: {', '.join(first)} и {last}"


def find_person(name: str, people: People) -> Person:
    """Return the person whom the name means; refuse an unknown name and one of several people."""
    found = people.named(name)
    if len(found) == 1:
        return found[0]
    if found:
        refuse(
            "D006",
            several_named(name, found),
            hint="напишите имя полностью; если и оно одинаково, дайте каждому «код:» в data/staff.yaml",
            related=tuple(Related(person.place(), f"здесь {person.full_name}") for person in found),
        )
    if not people.is_known:
        leave_absent()
    nearest = people.nearest(name)
    known = f"; похожий: «{nearest.short_name}»" if nearest else ""
    return refuse(
        "D005",
        f"нет сотрудника «{name}»{known}",
        hint=f"исправьте на «{nearest.short_name}»" if nearest else "добавьте сотрудника в data/staff.yaml",
        related=(Related(nearest.place(), f"здесь {nearest.full_name}"),) if nearest else (),
    )


def _person(value: Any, info: ValidationInfo) -> Person:
    if isinstance(value, Person):
        return value
    if not isinstance(value, str) or info.context is None:
        refuse("D003", "здесь нужно имя сотрудника одной строкой", hint="напишите так: Лебедева Т.Н.")
    return find_person(value, info.context.given.people)


def _program(value: Any, info: ValidationInfo) -> Program:
    if isinstance(value, Program):
        return value
    if not isinstance(value, str) or info.context is None:
        refuse("D003", "здесь нужно имя файла программы", hint="напишите имя файла без .yaml")
    programs = info.context.given.programs
    stem = value.removesuffix(".yaml").removeprefix("data/").removeprefix("programs/")
    if stem in programs:
        found: Program = programs[stem]
        return found
    if stem in info.context.given.unread_programs:
        leave_absent()
    nearest = closest(stem, programs)
    return refuse(
        "D005",
        f"нет программы «{value}»" + (f"; похожая: «{nearest}»" if nearest else ""),
        hint=f"исправьте на «{nearest}»"
        if nearest
        else f"запишите её командой actgen new program: появится data/programs/{stem}.yaml",
    )


_NAME_SCHEMA = WithJsonSchema({"type": "string", "x-actgen": "person"})
PersonRef = Annotated[Person, PlainValidator(_person), _NAME_SCHEMA]
"""A person named as the school calls her."""

ProgramRef = Annotated[Program, PlainValidator(_program), WithJsonSchema({"type": "string", "x-actgen": "program"})]
"""A program named by its file in `data/programs/`, without `.yaml`."""
