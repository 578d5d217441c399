"""Who was made a mentor by which registered order: pairs, and those who take over from a mentor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from actgen.plan import Requisites
from actgen.rules.acts import PAIRING_ORDER, Acts
from actgen.school import Agreement, Event, Pair, Person, WorkBasis

REPLACEMENT_ORDER = "order-on-replacement"
LATER_DAYS = 30


@dataclass(frozen=True, slots=True)
class Assignment:
    """A mentor's work that an order of the journal gives her; `record` and `key` are where she is named."""

    order: Requisites
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
    for document in acts.of_kind(PAIRING_ORDER[0]):
        order = document.requisites
        for pair in acts.school.pairs if order.entry is not None and order.day is not None else ():
            yield Assignment(
                order=order,
                ordered_on=order.day or pair.starts_on,
                record=pair,
                key="наставник",
                mentor=pair.mentor,
                starts_on=pair.starts_on,
                consent_on=pair.mentor_consent_on,
                agreement=pair.agreement,
                basis=pair.basis,
            )
    for document in acts.of_kind(REPLACEMENT_ORDER):
        order, event = document.requisites, document.subject.event
        if event is not None and event.new_mentor is not None and order.entry is not None and order.day is not None:
            yield Assignment(
                order=order,
                ordered_on=order.day,
                record=event,
                key="новый_наставник",
                mentor=event.new_mentor,
                starts_on=event.effective_on,
                consent_on=event.consent_on,
                agreement=event.agreement,
            )
