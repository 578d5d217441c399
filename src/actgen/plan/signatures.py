"""Who signs, and the fields that are signed in: a line, the day, the place of the seal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from actgen.diagnostics import Place
from actgen.docx import DateField, SignatureField
from actgen.language import surname_last
from actgen.plan.document import Planned
from actgen.plan.facts import Facts
from actgen.plan.roles import role_places
from actgen.plan.tree import Items, Later, Leaf, Tree, leaf
from actgen.plan.words_of_people import text_leaf
from actgen.school import Person

_ONE_OF = {
    "наставники": "наставник",
    "наставляемые": "наставляемый",
    "ответственные": "ответственный",
    "сотрудники": "сотрудник",
    "все сотрудники": "сотрудник",
    "новые сотрудники": "сотрудник",
    "участники": "участник",
}
"""How one person of a role is called, where the role may be of several."""

_LOW_POINTS = 42
"""Height of a line in a column of several, or in a grif: room for the pen; a lone line is as tall as it suggests."""
_FEW = 1

NOBODY_SIGNS: Mapping[str, Tree] = {
    "должность": leaf(""),
    "инициалы_фамилия": leaf(""),
    "линия": leaf(""),
    "день": leaf(""),
    "печать": leaf(value=False),
}
"""The words of a signature, of nobody."""


def signature_words(person: Person, *named: Place) -> dict[str, Tree]:
    """Return position and name as they stand on both sides of the line; `named` says where she is named."""
    return {
        "должность": text_leaf(_position(person), person.place("должность")),
        "инициалы_фамилия": Leaf(lambda: surname_last(person.full_name), (person.place("фио"), *named)),
    }


def signers(people: Mapping[Person, str], planned: Planned, facts: Facts) -> Items:
    """Return the signatures below the text; the seal, where the kind has one, is put by the first.

    Args:
        people: Who signs, in order, each with her role.
        planned: The document.
        facts: What words are made from.
    """
    is_low = len(people) > _FEW
    items = tuple(
        {**_signature(person, role, planned, facts, is_low=is_low), "печать": _seal(planned, is_first=number == 0)}
        for number, (person, role) in enumerate(people.items())
    )
    named = (place for role in people.values() for place in role_places(role, facts.school, planned.subject))
    return Items(items, NOBODY_SIGNS, tuple(dict.fromkeys([planned.kind.place("подписывает"), *named])))


def own_signers(planned: Planned, facts: Facts) -> Mapping[str, Tree]:
    """Return the signature of each role that is one person: `подпись.куратор`; of an empty role a line without name."""
    settings, subject = facts.school.settings, planned.subject
    union = settings.union
    holders: dict[str, Person | None] = {
        "директор": settings.head,
        "куратор": settings.curator,
        "ответственный_за_сайт": settings.site_keeper,
        "председатель_профсоюза": union.chair if union else None,
    }
    of_subject = {"наставник": subject.mentor, "наставляемый": subject.mentee, "человек": subject.person}
    holders.update((role, person) for role, person in of_subject.items() if person is not None)
    makers: dict[str, Callable[[], Tree]] = {
        role: partial(_of_role, person, role.replace("_", " "), planned, facts) for role, person in holders.items()
    }
    return Later(makers)


def _of_role(person: Person | None, role: str, planned: Planned, facts: Facts) -> Mapping[str, Tree]:
    seal = _seal(planned, is_first=role in planned.kind.signers[:1])
    if person is None:
        return {**NOBODY_SIGNS, "линия": leaf(_line("", "", role, planned, facts)), "день": leaf(DateField(role))}
    return {**_signature(person, role, planned, facts, is_low=len(planned.kind.signers) > _FEW), "печать": seal}


def in_grif(person: Person, role: str, planned: Planned, facts: Facts) -> Mapping[str, Tree]:
    """Return the signature in a grif."""
    return _signature(person, role, planned, facts, is_low=True)


def _signature(person: Person, role: str, planned: Planned, facts: Facts, *, is_low: bool) -> Mapping[str, Tree]:
    one = _ONE_OF.get(role.replace("_", " ").casefold())
    # One of several is called by name too, so that her line stays hers when another is added before it.
    called = f"{one} {person.short_name}" if one else role
    places = (person.place("фио"), person.place("должность"), facts.school.settings.place("подпись"))

    def line() -> SignatureField:
        name = surname_last(person.full_name)
        return _line(name, _position(person), called, planned, facts, is_low=is_low)

    return {
        **NOBODY_SIGNS,
        **signature_words(person, *role_places(role, facts.school, planned.subject)),
        "линия": Leaf(line, places),
        "день": leaf(DateField(called), person.place("фио")),
    }


def _line(
    name: str, position: str, role: str, planned: Planned, facts: Facts, *, is_low: bool = False
) -> SignatureField:
    settings = facts.school.settings
    line = partial(
        SignatureField,
        role=role,
        # What an editor shows in its dialog is no print: blanks are plain.
        signer=name.replace("\u00a0", " "),
        position=position,
        document_id=f"{settings.year}/{'/'.join(planned.key)}",
        provider=settings.signing.provider,
    )
    return line(height_points=_LOW_POINTS) if is_low else line()


def _seal(planned: Planned, *, is_first: bool) -> Leaf:
    kind = planned.kind
    return leaf(kind.has_seal and is_first, kind.place("печать"))


def _position(person: Person) -> str:
    return person.position[:1].upper() + person.position[1:]
