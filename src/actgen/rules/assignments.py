"""Who was made a mentor by which registered order: pairs, and those who take over from a mentor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from actgen.rules.acts import PAIRING_ORDER, Acts
from actgen.school import Agreement, Event, JournalEntry, Pair, Person, WorkBasis

REPLACEMENT_ORDER = "order-on-replacement"
LATER_DAYS = 30


@dataclass(frozen=True, slots=True)
class Assignment:
    """A mentor's work that an order of the journal gives her; `record` and `key` are where she is named."""

    order: JournalEntry
    ordered_on: date
    record: Pair | Event
    key: str
    mentor: Person
    starts_on: date
    consent_on: date | None
    agreement: Agreement | None
    basis: WorkBasis = WorkBasis.AGREEMENT

    @property
    def is_formed_later(self) -> bool:
        """Whether the work begins so long after the order that it was surely agreed on later, for a new edition."""
        return self.starts_on - self.ordered_on > timedelta(days=LATER_DAYS)


def assignments(acts: Acts) -> Iterator[Assignment]:
    """Yield what the registered orders on pairs and on replacements assign; a draft assigns nothing."""
    for pair in acts.school.pairs:
        for order, ordered_on in pairing_order_of(pair, acts):
            yield Assignment(
                order=order,
                ordered_on=ordered_on,
                record=pair,
                key="наставник",
                mentor=pair.mentor,
                starts_on=pair.starts_on,
                consent_on=pair.mentor_consent_on,
                agreement=pair.agreement,
                basis=pair.basis,
            )
    for document in acts.of_kind(REPLACEMENT_ORDER):
        entry, event = document.requisites.entry, document.subject.event
        if event is not None and event.new_mentor is not None and entry is not None and entry.day is not None:
            yield Assignment(
                order=entry,
                ordered_on=entry.day,
                record=event,
                key="новый_наставник",
                mentor=event.new_mentor,
                starts_on=event.effective_on,
                consent_on=event.consent_on,
                agreement=event.agreement,
            )


def pairing_order_of(pair: Pair, acts: Acts) -> Iterator[tuple[JournalEntry, date]]:
    """Yield the edition of the order on pairs that assigns this pair, with its date; nothing while it is a draft.

    It is the last one dated before the pair begins, or on that day; the first one where all are later.
    """
    kind = acts.kinds.named(PAIRING_ORDER[0])
    entries = [entry for entry in acts.school.journal if kind is not None and acts.kinds.named(entry.kind) is kind]
    dated = sorted(
        ((entry.day, entry.edition, entry) for entry in entries if entry.day is not None), key=lambda e: e[:2]
    )
    if dated:
        in_time = [one for one in dated if one[0] <= pair.starts_on]
        day, _, entry = in_time[-1] if in_time else dated[0]
        yield entry, day
