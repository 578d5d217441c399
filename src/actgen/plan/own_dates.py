"""The number and date that the data give to an act of which the journal says nothing (`дата_из`)."""

from __future__ import annotations

from datetime import date

from actgen.acts import ActKind, DateFrom
from actgen.plan.document import Requisites, Subject
from actgen.school import ConsentKind, DataConsent, JournalEntry, Person, School, SchoolYear
from actgen.sources import Record

_Dated = tuple[str | None, date | None, Record | None, tuple[str, ...]]


def dated(kind: ActKind, subject: Subject, school: School, entry: JournalEntry | None) -> Requisites:
    """Return number and date: of the journal, else of the record that `дата_из` names.

    An act is judged by the first of: its date in the journal, its own date, the start of its event, the date of its
    kind (`на_дату`), the first day of the school year.
    """
    number, day, record, keys = _own(kind, subject, school)
    in_journal = vars(entry).get("day") if entry is not None else None
    year = vars(school.settings).get("year")
    # Without a believed year nothing is built; the day only lets the other faults of the acts be found.
    first_day = year.starts_on if year is not None else date.max
    judged_on = in_journal or day or _start(kind, subject, year) or vars(kind).get("judged_on") or first_day
    places = tuple(record.place(key) for key in keys if record.is_written(key)) if record is not None else ()
    return Requisites(entry, judged_on, number, day, places)


def _start(kind: ActKind, subject: Subject, year: SchoolYear | None) -> date | None:
    """Return the first day of what the act is about: it stands in for a date that the data do not have yet.

    For a paper that sums up the year that is its last day: a draft prints everything that has been written down.
    """
    if kind.date_from is None:
        return None
    if kind.date_from is DateFrom.END_OF_YEAR:
        return year.ends_on if year is not None else None
    return _day(subject.event, "effective_on") or _day(subject.pair, "starts_on")


def read(record: Record | None, field: str) -> object:
    """Return a field, None where there is no record or the field is absent: what is wrong in it has been reported."""
    return vars(record).get(field) if record is not None else None


def _own(kind: ActKind, subject: Subject, school: School) -> _Dated:
    pair, event, person = subject.pair, subject.event, subject.person
    record: Record | None
    match kind.date_from:
        case DateFrom.AGREEMENT:
            agreement = read(pair, "agreement")
            record = agreement if isinstance(agreement, Record) else None
            return _text(record, "number"), _day(record, "day"), record, ("номер", "дата")
        case DateFrom.MENTOR_CONSENT:
            return None, _day(pair, "mentor_consent_on"), event or pair, ("согласие",)
        case DateFrom.MENTEES_CONSENT:
            return None, _day(pair, "mentees_consent_on"), pair, ("согласие_наставляемых",)
        case DateFrom.PROCESSING_CONSENT | DateFrom.PUBLICATION_CONSENT:
            is_processing = kind.date_from is DateFrom.PROCESSING_CONSENT
            wanted = ConsentKind.PROCESSING if is_processing else ConsentKind.PUBLICATION
            record = newest_consent(person, wanted) if person is not None else None
            return None, _day(record, "day"), record, ("дата",)
        case DateFrom.EVENT:
            return None, _day(event, "day"), event, ("дата",)
        case DateFrom.UNION:
            return None, _day(school.year_work.union, "sent_on"), school.year_work.union, ("направлено",)
        case _:
            return None, None, None, ()


def _day(record: Record | None, field: str) -> date | None:
    value = read(record, field)
    return value if isinstance(value, date) else None


def _text(record: Record | None, field: str) -> str | None:
    value = read(record, field)
    return value if isinstance(value, str) else None


def newest_consent(person: Person, kind: ConsentKind) -> DataConsent | None:
    """Return the newest consent of that kind which is not withdrawn; one still to be asked for is the newest."""
    consents: tuple[DataConsent, ...] = vars(person).get("consents", ())
    own = [c for c in consents if read(c, "kind") is kind and read(c, "withdrawn_on") is None]
    return max(own, key=lambda consent: _day(consent, "day") or date.max, default=None)
