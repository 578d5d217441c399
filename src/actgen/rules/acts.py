"""What rules on the set read: the school, the kinds of act and the documents that must exist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from actgen.acts import ActKind, ActKinds, Outline, Point, left_out
from actgen.language import Forms
from actgen.plan import Choice, Planned, choose_documents
from actgen.school import JournalEntry, School
from actgen.sources import Record, Text

PAIRING_ORDER = ("order-on-pairs", "приказ-о-парах")
"""How the kind of act that assigns mentors to mentees is called."""


@dataclass(frozen=True, slots=True)
class Acts:
    """The set: what `data/` and `acts/` say together."""

    school: School
    kinds: ActKinds
    planned: tuple[Planned, ...]
    _texts: dict[tuple[str, date], tuple[Text, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @classmethod
    def of(cls, choice: Choice) -> Acts:
        """Return the set that was chosen."""
        return cls(choice.facts.school, choice.facts.kinds, choice.documents)

    def without(self, record: Record) -> Acts:
        """Return the set less the record: a kind of act that holds it, or what of the data rests on it."""
        kept = tuple(kind for kind in self.kinds if kind is not record and not _holds(kind, record))
        if len(kept) < len(self.kinds.all):
            kinds = ActKinds(kept)
            return replace(self, kinds=kinds, planned=tuple(p for p in self.planned if p.kind in kept))
        return Acts.of(choose_documents(self.school.without(record), self.kinds, Forms()).value)

    def of_kind(self, name: str) -> tuple[Planned, ...]:
        """Return the planned documents of the kind of that name."""
        kind = self.kinds.named(name)
        return tuple(document for document in self.planned if kind is not None and document.kind is kind)

    def texts(self, document: Planned) -> tuple[Text, ...]:
        """Return the texts of the act that hold on its day, as written: heading, preamble, points and their sections.

        Conditions (`нужно`) are not tried. A dozen rules read them: they are gathered once.
        """
        key = (document.kind.stem, document.requisites.judged_on)
        if key not in self._texts:
            self._texts[key] = tuple(_holding(document))
        return self._texts[key]

    def first_of_each_kind(self) -> Iterator[Planned]:
        """Yield one document of each kind: what is written in the act is judged once, not for every subject."""
        seen: set[str] = set()
        for document in self.planned:
            if document.kind.stem not in seen:
                seen.add(document.kind.stem)
                yield document

    def entries(self) -> Iterator[tuple[JournalEntry, Planned]]:
        """Yield each entry of the journal that gives a document its number and date, with that document."""
        for document in self.planned:
            if document.requisites.entry is not None:
                yield document.requisites.entry, document


def _holds(kind: ActKind, record: Record) -> bool:
    return any(record is own for own in _below(kind))


def _below(record: Record) -> Iterator[Record]:
    for value in vars(record).values():
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Record):
                yield item
                yield from _below(item)


def _holding(document: Planned) -> Iterator[Text]:
    kind = document.kind
    yield from _written(kind, "заголовок", "преамбула")
    yield from _texts_of(kind.outline_on(document.requisites.judged_on))


@lru_cache(maxsize=256)
def _texts_of(outline: Outline) -> tuple[Text, ...]:
    """Return the texts of the points; schools on common acts share them."""
    return tuple(text for found in outline.points for text in _written(found.point, "раздел", "текст"))


def _written(record: Record, *keys: str) -> Iterator[Text]:
    return (text for key in keys if (text := record.written(key)) is not None)


def used_words(
    document: Planned, *, only_certain: bool = False
) -> Iterator[tuple[Point | ActKind, str, tuple[str, ...]]]:
    """Yield each word that a holding text of the act reads: the record, its Russian key, the path of the word.

    `only_certain` leaves out points with a condition (`нужно`), which this document may not print.
    """
    kind = document.kind
    for record, key in ((kind, "заголовок"), (kind, "преамбула")):
        expression = kind.heading if key == "заголовок" else kind.preamble
        for path in sorted(expression.used) if expression is not None else ():
            yield record, key, path
    points = kind.outline_on(document.requisites.judged_on).points
    uncertain = frozenset(left_out(points, lambda point: point.needed is None) if only_certain else ())
    for position, found in enumerate(points):
        if position in uncertain:
            continue
        point = found.point
        for key, expression in (("раздел", point.section), ("текст", point.wording)):
            for path in sorted(expression.used) if expression is not None else ():
                yield point, key, path


def mentoring_regulations(acts: Acts) -> Iterator[Planned]:
    """Yield the regulations (положения) on mentoring, one for each kind of act."""
    for document in acts.first_of_each_kind():
        kind = document.kind
        if kind.document_kind.casefold() == "положение" and "наставнич" in kind.title.casefold():
            yield document


def cites(acts: Acts, document: Planned, key: str, number: str) -> bool:
    """Return whether a document cites a norm: by its key in `{{ норма.… }}`, or by its number in plain words."""
    by_key = any(path[:2] == ("норма", key) for _, _, path in used_words(document))
    return by_key or any(number in text for text in acts.texts(document))
