"""School × kinds of act -> the documents that are issued: those whose kind holds on their day and is needed."""

from __future__ import annotations

from dataclasses import dataclass

from actgen.acts import ActKind, ActKinds
from actgen.diagnostics import Diagnostic, Outcome
from actgen.diagnostics.diagnostic import in_order
from actgen.language import Forms
from actgen.plan.document import Held, Planned
from actgen.plan.facts import Facts
from actgen.plan.faults import WordFault
from actgen.plan.selection import planned_documents
from actgen.plan.texts import holds
from actgen.plan.words import facts_words
from actgen.school import School
from actgen.sources import Absent

BROKEN_DATA = "данные с ошибкой"


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """The documents that are issued, in printing order, and those of which it cannot be told.

    `facts` has every document that the kinds ask for, their conditions not tried.
    """

    facts: Facts
    documents: tuple[Planned, ...]
    held: tuple[Held, ...] = ()

    def of_kind(self, kind: ActKind) -> tuple[Planned, ...]:
        """Return the documents of the kind that are issued."""
        return tuple(document for document in self.documents if document.kind is kind)


def choose_documents(school: School, kinds: ActKinds, forms: Forms) -> Outcome[Choice]:
    """Return the choice that rules and plan both work on: to try the conditions is most of what all rules cost."""
    facts = Facts(school, kinds, planned_documents(school, kinds), forms)
    documents: list[Planned] = []
    held: list[Held] = []
    found: list[Diagnostic] = []
    for one in facts.planned:
        try:
            if _is_issued(one, facts):
                documents.append(one)
        except Absent as absent:
            held.append(Held(one, absent.record.place(), BROKEN_DATA))
        except WordFault as fault:
            found.extend(fault.diagnostics)
            held.append(Held(one, fault.diagnostics[0].place, fault.diagnostics[0].message))
    return Outcome(Choice(facts, tuple(documents), tuple(held)), in_order(found))


def _is_issued(document: Planned, facts: Facts) -> bool:
    kind = document.kind
    return kind.holds_on(document.requisites.judged_on) and (
        kind.needed is None or holds(kind, facts_words(document, facts))
    )
