"""Which documents must exist: school × kinds of act, each with its number and date from the journal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from actgen.acts import ActKind, ActKinds, IssuedFor
from actgen.diagnostics import Diagnostic, Severity, closest
from actgen.plan.document import Planned, Requisites, Subject
from actgen.plan.roles import role_people
from actgen.school import JournalEntry, Person, School, fold_name


def planned_documents(school: School, kinds: ActKinds) -> tuple[Planned, ...]:
    """Return every document that the kinds ask for, in printing order, their conditions (`нужно`) not yet tried."""
    return tuple(
        _planned(kind, subject, school, kinds, rank)
        for rank, kind in enumerate(kinds, start=1)
        if kind.is_whole
        for subject in _told_apart(subjects(kind, school))
    )


def _told_apart(found: Iterable[Subject]) -> Iterator[Subject]:
    """Yield the subjects, a later one of the same key with « (2)»: a pair that works for two terms is there twice."""
    taken: set[str] = set()
    for subject in found:
        key, number = subject.key, 2
        while key in taken:
            key, number = f"{subject.key} ({number})", number + 1
        taken.add(key)
        yield subject if key == subject.key else replace(subject, key=key)


def _planned(kind: ActKind, subject: Subject, school: School, kinds: ActKinds, rank: int) -> Planned:
    parent = kinds.parent_of(kind)
    if parent is None:
        return Planned(kind, subject, requisites_of(kind, subject, school), rank)
    number = 1 + next(n for n, name in enumerate(parent.annexes) if kinds.named(name) is kind)
    own, of_parent = requisites_of(kind, subject, school), requisites_of(parent, Subject(), school)
    return Planned(kind, subject, own, rank, parent=of_parent, parent_kind=parent, annex_number=number)


def subjects(kind: ActKind, school: School) -> Iterator[Subject]:
    """Yield for whom or what documents of the kind are issued; a pair whose people are not believed is left out."""
    pairs = [pair for pair in school.pairs if pair.has("mentor") and pair.has("mentees") and pair.has("program")]
    match kind.issued_for:
        case IssuedFor.SCHOOL:
            yield Subject()
        case IssuedFor.PAIR:
            for pair in pairs:
                yield Subject(pair.title, pair.title, pair=pair, program=pair.program, mentor=pair.mentor)
        case IssuedFor.PROGRAM:
            for pair in pairs:
                if pair.program is not None:
                    yield Subject(_stem(school, pair), pair.title, pair, pair.program, pair.mentor)
        case IssuedFor.MENTOR:
            for mentor in dict.fromkeys(pair.mentor for pair in pairs):
                own = [pair for pair in pairs if pair.mentor == mentor]
                yield Subject(_key(mentor), mentor.short_name, mentor=mentor, pair=own[0] if len(own) == 1 else None)
        case IssuedFor.MENTEE:
            for pair in pairs:
                for mentee in pair.mentees:
                    yield Subject(_key(mentee), mentee.short_name, pair, pair.program, pair.mentor, mentee)
        case IssuedFor.PERSON:
            for person in role_people(kind.people_list or "сотрудники", school, Subject()) or ():
                yield Subject(_key(person), person.short_name, person=person)
        case IssuedFor.EVENT:
            return


def _key(person: Person) -> str:
    # Namesakes have codes; everybody else is called as the school calls her.
    return vars(person).get("code") or person.short_name


def _stem(school: School, pair: object) -> str:
    program = getattr(pair, "program", None)
    return next(name for name, known in school.programs.items() if known is program)


def requisites_of(kind: ActKind, subject: Subject, school: School) -> Requisites:
    """Return number, date and state: the newest edition that the journal has of this act."""
    entries = [e for e in school.journal if _is_of(e, kind) and _is_about(e, subject)]
    entry = max(entries, key=lambda e: vars(e).get("edition", 1), default=None)
    day = vars(entry).get("day") if entry is not None else None
    year = vars(school.settings).get("year")
    # Without a believed year nothing is built; the day only lets the other faults of the acts be found.
    first_day = year.starts_on if year is not None else date.max
    return Requisites(entry, day or vars(kind).get("judged_on") or first_day)


def _is_of(entry: JournalEntry, kind: ActKind) -> bool:
    return ActKinds((kind,)).named(vars(entry).get("kind") or "") is kind


def _is_about(entry: JournalEntry, subject: Subject) -> bool:
    written = vars(entry).get("subject")
    return fold_name(written or "") in {fold_name(name) for name in subject_names(subject)}


def subject_names(subject: Subject) -> tuple[str, ...]:
    """Return how `о_ком:` may name the subject: its key, its title, the mentor or mentee of a pair."""
    if not subject.key:
        return ("",)
    person = subject.mentee or subject.person
    names = [subject.key, subject.title]
    if person is not None:
        names += [person.full_name]
    elif subject.mentor is not None:
        names += [subject.mentor.short_name, subject.mentor.full_name]
    return tuple(names)


def misfits(school: School, kinds: ActKinds, planned: tuple[Planned, ...]) -> Iterator[Diagnostic]:
    """Yield what in the journal belongs to no document: an unknown kind, an unknown subject, a second entry."""
    seen: dict[tuple[str, str, int], JournalEntry] = {}
    for entry in school.journal:
        written = vars(entry).get("kind")
        if written is None:
            continue
        kind = kinds.named(written)
        if kind is None and not kinds.is_known:
            continue
        if kind is None:
            near = kinds.nearest(written)
            yield Diagnostic(
                "D045",
                Severity.ERROR,
                f"нет вида акта «{written}»" + (f"; похожий: «{near}»" if near else ""),
                entry.place("вид"),
                hint=f"исправьте на «{near}»" if near else "виды актов — имена файлов в папке acts",
            )
            continue
        own = [document for document in planned if document.kind is kind]
        if own and not any(_is_about(entry, document.subject) for document in own):
            subject = vars(entry).get("subject") or ""
            near_subject = closest(subject, [name for d in own for name in subject_names(d.subject)])
            yield Diagnostic(
                "D047",
                Severity.WARNING,
                f"запись журнала ни к одному документу не относится: {kind.title}, о ком: {subject or 'не указано'}"
                + (f"; похожее: «{near_subject}»" if near_subject else ""),
                entry.place("о_ком"),
                hint="укажите «о_ком:» так: " + ", ".join(d.subject.key for d in own[:6])
                if own[0].subject.key
                else "уберите строку «о_ком:»: этот акт один на школу",
            )
        yield from _twice(entry, kind, seen)


def _twice(entry: JournalEntry, kind: ActKind, seen: dict[tuple[str, str, int], JournalEntry]) -> Iterator[Diagnostic]:
    key = (kind.stem, fold_name(vars(entry).get("subject") or ""), vars(entry).get("edition", 1))
    if key in seen:
        yield Diagnostic(
            "D048",
            Severity.ERROR,
            f"одна и та же редакция акта записана в журнал дважды: {kind.title}",
            entry.place("вид"),
            hint="уберите лишнюю запись или укажите «редакция: 2»",
        )
    seen.setdefault(key, entry)
