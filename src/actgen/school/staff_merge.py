"""How a list of staff differs from the staff that we have: whom each row means, and what it says otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from actgen.school.person import Person, fold_name, name_keys
from actgen.school.staff_list import NAME, POSITION, TELLING, Listed, read_day, read_phone
from actgen.tables import fold_header


def named_twice(people: Iterable[Listed], staff: Iterable[Person]) -> tuple[Listed, Listed] | None:
    """Return the first two rows of one name that say different things, or None.

    A name that two of the staff bear may stand twice.
    """
    bearers = Counter(fold_name(person.full_name) for person in staff)
    seen: dict[str, Listed] = {}
    for person in people:
        name = fold_name(person.name)
        other = seen.setdefault(name, person)
        if other is not person and other.values != person.values and bearers[name] < 2:
            return other, person
    return None


@dataclass(frozen=True, slots=True)
class Change:
    """What the list says otherwise of somebody: each key with the old value ("" for none) and the new one."""

    person: Person
    listed: Listed
    values: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Unclear:
    """A row that may mean several people of the staff, or one whom another row means too."""

    listed: Listed
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """How a list differs from the staff: who is new, changed, perhaps renamed, not in the list, unclear.

    `known` are the rows that surely mean somebody of the staff, each with her.
    """

    new: tuple[Listed, ...]
    changed: tuple[Change, ...]
    renamed: tuple[Change, ...]
    left: tuple[Person, ...]
    unclear: tuple[Unclear, ...] = ()
    known: tuple[tuple[Listed, Person], ...] = ()


def compare(people: Sequence[Listed], staff: Sequence[Person]) -> Merge:
    """Return how the list differs from the staff; nobody is ever taken off it.

    Several people of one name are told apart by what is written of them. Somebody may be renamed when given name and
    patronymic are the same, the surname is another, and telephone, mail or date of hiring is the same. People who were
    dismissed are not missed.
    """
    matched, new, unclear = _matched(people, staff)
    perhaps = {id(person) for one in unclear for person in one.people}
    left = [person for person in staff if id(person) not in matched and id(person) not in perhaps]
    renamed = []
    for person in list(left):
        heir = next((one for one in new if _may_be_renamed(person, one)), None)
        if heir is not None:
            new.remove(heir)
            left.remove(person)
            renamed.append(Change(person, heir, {NAME: (person.full_name, heir.name), **_differences(person, heir)}))
    changed = []
    for person in staff:
        if id(person) in matched and (values := _differences(person, matched[id(person)])):
            changed.append(Change(person, matched[id(person)], values))
    still = tuple(person for person in left if not _is_dismissed(person))
    known = tuple((matched[id(person)], person) for person in staff if id(person) in matched)
    return Merge(tuple(new), tuple(changed), tuple(renamed), still, tuple(unclear), known)


def _matched(
    people: Sequence[Listed], staff: Sequence[Person]
) -> tuple[dict[int, Listed], list[Listed], list[Unclear]]:
    """Return rows by the identity of the person whom they mean, rows of nobody on the staff, rows that are unclear."""
    by_name: dict[str, list[Person]] = {}
    for person in staff:
        for key in name_keys(person.full_name):
            by_name.setdefault(key, []).append(person)
    matched: dict[int, Listed] = {}
    new: list[Listed] = []
    unclear: list[Unclear] = []
    for one in people:
        found = by_name.get(fold_name(one.name)) or _by_initials(one, by_name)
        meant = _told_apart(one, found)
        if not found:
            new.append(one)
        elif len(meant) == 1 and id(meant[0]) not in matched:
            matched[id(meant[0])] = one
        else:
            unclear.append(Unclear(one, tuple(meant)))
    return matched, new, unclear


def _told_apart(one: Listed, found: Sequence[Person]) -> Sequence[Person]:
    """Return the only one of several people who still works here or agrees with what the row says, else all of them."""
    here = [person for person in found if not _is_dismissed(person)]
    if len(here) == 1:
        return here
    agreeing = []
    for key in (*TELLING, POSITION):
        agree = [person for person in found if _agrees(person, one, key)]
        agreeing += agree if len(agree) == 1 else []
    return agreeing[:1] if agreeing and all(person is agreeing[0] for person in agreeing) else found


def _agrees(person: Person, one: Listed, key: str) -> bool:
    old = _written(person, key)
    return bool(old) and key in one.values and _same(key, old, one.values[key])


def _is_dismissed(person: Person) -> bool:
    return bool(person.has("dismissed_on") and person.dismissed_on)


def _by_initials(one: Listed, by_name: Mapping[str, list[Person]]) -> list[Person]:
    """Return those who are the same person where one of the two gives initials only."""
    found = by_name.get(fold_name(one.short_name), [])
    return [p for p in found if "." in one.name or "." in p.full_name]


def _may_be_renamed(person: Person, one: Listed) -> bool:
    ours, theirs = person.full_name.split(), one.name.split()
    if len(ours) < 3 or [fold_name(w) for w in ours[1:]] != [fold_name(w) for w in theirs[1:]]:
        return False
    return any(_agrees(person, one, key) for key in TELLING)


def _differences(person: Person, one: Listed) -> dict[str, tuple[str, str]]:
    found = {}
    if "." in person.full_name and "." not in one.name:
        found[NAME] = (person.full_name, one.name)
    for key, value in one.values.items():
        old = _written(person, key)
        if not (old and _same(key, old, value)):
            found[key] = (old, value)
    return found


def _written(person: Person, key: str) -> str:
    return str(person.written(key) or "").strip()


def _same(key: str, old: str, new: str) -> bool:
    if key in ("принят", "уволен"):
        return (read_day(old) or old) == new
    if key == "телефон":
        return read_phone(old) == new
    return fold_header(old) == fold_header(new)
