"""A document that must exist: its kind, its subject, its number and date, and the words that it prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from actgen.acts import ActKind
from actgen.diagnostics import Place
from actgen.plan.tree import Plain, PlainWord
from actgen.school import ActState, Event, JournalEntry, Pair, Person, Program
from actgen.sources import Record


@dataclass(frozen=True, slots=True)
class Subject:
    """For whom or what a document is issued; the school itself has an empty key.

    `key` is how `data/journal.yaml` names it (`о_ком:`), `title` is how a person reads it.
    """

    key: str = ""
    title: str = ""
    pair: Pair | None = None
    program: Program | None = None
    mentor: Person | None = None
    mentee: Person | None = None
    person: Person | None = None
    event: Event | None = None

    @property
    def record(self) -> Record | None:
        """The record of the data that it stands for, None for the school."""
        person = self.mentee or self.person or (self.mentor if self.pair is None else None)
        return person or self.event or self.pair or self.program


@dataclass(frozen=True, slots=True)
class Requisites:
    """Number, date and state of a document.

    What the journal does not say, the data may: `own_number` and `own_day` are those of an agreement or a consent, and
    `own_places` where they stand. Without either the document is a draft. `earlier` are the entries of its earlier
    editions, the newest of them first.
    """

    entry: JournalEntry | None
    judged_on: date
    own_number: str | None = None
    own_day: date | None = None
    own_places: tuple[Place, ...] = ()
    earlier: tuple[JournalEntry, ...] = ()

    def known_on(self, day: date | None) -> Requisites:
        """Return those of the edition in force on a day; of the newest without a day or such an edition."""
        if day is None or self.day is None or self.day <= day:
            return self
        dated = ((entry, vars(entry).get("day")) for entry in self.earlier)
        return next((replace(self, entry=entry, judged_on=on) for entry, on in dated if on and on <= day), self)

    @property
    def number(self) -> str | None:
        """The number as the journal has it, else the data."""
        return (self.entry.number if self.entry else None) or self.own_number

    @property
    def day(self) -> date | None:
        """The date as the journal has it, else the data."""
        return (self.entry.day if self.entry else None) or self.own_day

    @property
    def state(self) -> ActState:
        """The state that the journal gives, a draft without one."""
        return self.entry.state if self.entry else ActState.DRAFT

    @property
    def is_draft(self) -> bool:
        """Whether number or date are still to be filled in by pen."""
        return self.number is None or self.day is None

    @property
    def places(self) -> tuple[Place, ...]:
        """Where the journal, or the data, say so."""
        return (self.entry.place("номер"), self.entry.place("дата")) if self.entry else self.own_places


@dataclass(frozen=True, slots=True)
class Planned:
    """A document that must exist, before its words are known.

    `parent` is the document whose annex `annex_number` it is.
    """

    kind: ActKind
    subject: Subject
    requisites: Requisites
    parent: Requisites | None = None
    parent_kind: ActKind | None = None
    annex_number: int = 0

    @property
    def key(self) -> tuple[str, str]:
        """Kind and subject, which tell it from every other document of the year."""
        return self.kind.stem, self.subject.key

    @property
    def is_draft(self) -> bool:
        """Whether its number or date is still to be given.

        An annex has those of the act that approves it, a blank has none.
        """
        return self.requisites.is_draft and self.parent is None and not self.kind.is_blank

    @property
    def title(self) -> str:
        """How lists and messages call it."""
        return f"{self.kind.title}: {self.subject.title}" if self.subject.title else self.kind.title


@dataclass(frozen=True, slots=True)
class Document:
    """A document with everything that its template prints.

    `words` are plain data for the filling; `values` and `places` give each printed word and where it comes from.
    """

    planned: Planned
    file_name: str
    words: Mapping[str, Plain]
    values: Mapping[str, PlainWord]
    places: Mapping[str, tuple[Place, ...]]
    fingerprint: str

    @property
    def key(self) -> tuple[str, str]:
        """Kind and subject."""
        return self.planned.key


@dataclass(frozen=True, slots=True)
class Held:
    """A document that cannot be worded, since the data at `place` are absent or doubtful."""

    planned: Planned
    place: Place
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Every document of the year in printing order, and those that have to wait."""

    documents: tuple[Document, ...] = ()
    held: tuple[Held, ...] = ()
