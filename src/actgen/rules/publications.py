"""What stands on the site, joined with the act that it shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from actgen.acts import ActKind
from actgen.rules.acts import Acts
from actgen.school import JournalEntry, Publication


@dataclass(frozen=True, slots=True)
class PublishedAct:
    """A publication with a date, of an act that the journal dates."""

    record: Publication
    published_on: date
    kind: ActKind
    issued_on: date
    entry: JournalEntry


def publications(acts: Acts) -> Iterator[PublishedAct]:
    """Yield each dated publication of an act with a date: its own, or that of the act which approves it."""
    for publication in acts.school.year_work.publications:
        for document in acts.of_kind(publication.document):
            own = document.requisites
            approved = own if own.day is not None or document.parent is None else document.parent
            if publication.day is not None and approved.day is not None and approved.entry is not None:
                yield PublishedAct(publication, publication.day, document.kind, approved.day, approved.entry)
