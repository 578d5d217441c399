"""Which documents an error holds back: those that read the record at fault; the others are built."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from actgen.diagnostics import Diagnostic, Place
from actgen.plan import Document, Held, Plan, Planned, Requisites
from actgen.school import LIST_ITEM, TOP_KEY
from actgen.school.reading import STAFF

_ONE_RECORD = ("data/programs/",)
"""Files of which each is one record as a whole."""

_NEVER_PRINTED = ("data/waivers.yaml",)
"""What no document reads: a finding that a broken waiver no longer covers is reported by itself."""

_OF_THE_BUNDLE = "templates/inventory.docx"
"""A template that no document is made from."""

_NO_TEMPLATE = "D046"
"""An act has no template; it is pointed at in the act, which is itself in order."""

_OF_THE_ACT_ALONE = frozenset(
    "заголовок преамбула пункты вопросы основания подписывает знакомятся визы грифы экземпляров хранение".split()
)
"""Keys of an act that no other act reads; its annexes, its names and its condition shape others too."""

_COUNTED = ("показатели", "итоги", "выплаты", "отчёт")
"""Words that are counted over all records, so that they rest on every one of them."""


_OF_THE_STAFF = frozenset({"сотрудники", "все сотрудники", "новые сотрудники"})
"""Roles whose people are chosen from the whole staff: who is left out leaves no trace in the words."""


@dataclass(frozen=True, slots=True)
class Region:
    """The record at fault: lines `first` to `last` of a file, both included; a whole file when `last` is 0."""

    file: str
    first: int = 0
    last: int = 0

    def holds(self, place: Place) -> bool:
        """Return whether a place lies in the record."""
        return place.file == self.file and (self.last == 0 or not place.line or self.first <= place.line <= self.last)


@dataclass(frozen=True, slots=True)
class Sorted:
    """The documents of a plan, parted: those that may be built, and those that wait, each with its cause."""

    ready: tuple[Document, ...]
    held: tuple[Held, ...]


def sort_documents(plan: Plan, errors: Iterable[Diagnostic], texts: Mapping[str, str]) -> Sorted:
    """Return which documents of the plan may be built in spite of the errors.

    A document is held when it reads the record that an error points at, or when its act or template is at fault. An
    error at a place that no document reads may have kept any of them from reading it, so it holds all: a record that
    was not believed leaves no trace in the words. So does one in the part of an act that shapes other acts.

    Args:
        plan: The plan; what it holds itself (doubtful forms, absent data) stays held.
        errors: Everything that withholds documents, doubts about forms left out.
        texts: Text of each file by its path.
    """
    errors = tuple(errors)
    if not errors:
        return Sorted(plan.documents, plan.held)
    reading = {document.key: _read_places(document) for document in plan.documents}
    waiting = [Reader(held.planned, frozenset({held.place})) for held in plan.held]
    readers = [Reader(document.planned, reading[document.key], _counts(document)) for document in plan.documents]
    cause: dict[tuple[str, str], Diagnostic] = {}
    for error in errors:
        for key in _held_by(error, readers, waiting, texts):
            cause.setdefault(key, error)
    held = [
        Held(document.planned, found.place, found.message)
        for document in plan.documents
        if (found := cause.get(document.key)) is not None
    ]
    ready = tuple(document for document in plan.documents if document.key not in cause)
    return Sorted(ready, (*plan.held, *held))


@dataclass(frozen=True, slots=True)
class Reader:
    """A planned document and every place that it rests on; `counts` tells that it counts over all records."""

    planned: Planned
    places: frozenset[Place]
    counts: bool = False

    def reads(self, region: Region) -> bool:
        """Return whether anything that it rests on lies in the record, or its people are chosen from such records."""
        return (region.file == STAFF and self.chooses_from_staff) or any(map(region.holds, self.places))

    @property
    def chooses_from_staff(self) -> bool:
        """Whether the people of its acquaintance sheet are chosen from the whole staff."""
        roles = vars(self.planned.kind).get("acquainted", ())
        return any(role.replace("_", " ").casefold() in _OF_THE_STAFF for role in roles)

    def is_made_by(self, file: str) -> bool:
        """Return whether the file is its act or its template."""
        kind = self.planned.kind
        return file == kind.place().file or file.endswith(f"templates/{kind.stem}.docx")


def _held_by(
    error: Diagnostic, readers: list[Reader], waiting: list[Reader], texts: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield the key of every document that the error holds back."""
    if error.place.file in _NEVER_PRINTED or error.place.file.endswith(_OF_THE_BUNDLE):
        return
    region = region_of(error.place, texts, is_whole=error.code.startswith("F"))
    related = [region_of(one.place, texts) for one in error.related if one.place.file not in _NEVER_PRINTED]
    of_data = error.place.file.startswith("data/")
    is_attributed = error.code == _NO_TEMPLATE
    for reader in (*readers, *waiting):
        is_own = reader.is_made_by(error.place.file)
        reads = is_own or reader.reads(region)
        is_attributed = is_attributed or (reads if of_data else is_own and _is_of_the_act_alone(error.place, texts))
        if reads or (of_data and reader.counts) or any(reader.reads(one) for one in related):
            yield reader.planned.key
    if not is_attributed:
        yield from (reader.planned.key for reader in readers)


def region_of(place: Place, texts: Mapping[str, str], *, is_whole: bool = False) -> Region:
    """Return the record that stands at a place: an item of a list under a key of the file, else all under that key.

    Args:
        place: Where the fault is.
        texts: Text of each file by its path; a file that is not among them is meant as a whole.
        is_whole: Take the whole file, since its structure may have been misread.
    """
    rows = texts.get(place.file, "").split("\n")
    if is_whole or not 1 <= place.line <= len(rows) or place.file.startswith(_ONE_RECORD):
        return Region(place.file)
    tops = [number for number, row in enumerate(rows, start=1) if TOP_KEY.match(row)]
    top = max((number for number in tops if number <= place.line), default=None)
    if top is None:
        return Region(place.file)
    end = min((number for number in tops if number > top), default=len(rows) + 1) - 1
    starts = list(_items(rows[top:end], top + 1))
    first = max((number for number in starts if number <= place.line), default=None)
    if first is None:
        return Region(place.file, top, end)
    return Region(place.file, first, min((number for number in starts if number > first), default=end + 1) - 1)


def _is_of_the_act_alone(place: Place, texts: Mapping[str, str]) -> bool:
    """Return whether a fault in an act, or in a template, changes no other act."""
    rows = texts.get(place.file, "").split("\n")
    if not place.file.endswith(".yaml"):
        return True
    key = next((row.partition(":")[0] for row in reversed(rows[: place.line]) if TOP_KEY.match(row)), "")
    return key in _OF_THE_ACT_ALONE


def _items(rows: list[str], number: int) -> Iterator[int]:
    """Yield the line of each item of the list that begins in the first of the rows, which has that number."""
    indent = None
    for line, row in enumerate(rows, start=number):
        if not row.strip() or row.lstrip().startswith("#"):
            continue
        found = LIST_ITEM.match(row)
        if indent is None:
            if found is None:
                return
            indent = len(found[1])
        if found is not None and len(found[1]) == indent:
            yield line


def _read_places(document: Document) -> frozenset[Place]:
    planned = document.planned
    places = {place for own in document.places.values() for place in own}
    places.update(_requisite_places(planned.requisites))
    if planned.parent is not None:
        places.update(_requisite_places(planned.parent))
    if planned.subject.record is not None:
        places.add(planned.subject.record.place())
    return frozenset(places)


def _requisite_places(requisites: Requisites) -> Iterator[Place]:
    yield from requisites.places
    if requisites.entry is not None:
        yield requisites.entry.place()


def _counts(document: Document) -> bool:
    return any(word.partition(".")[0].partition("[")[0] in _COUNTED for word in document.values)
