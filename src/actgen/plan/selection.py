"""Which documents must exist: school × kinds of act, each with its number and date from the journal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from actgen.acts import ActKind, ActKinds, IssuedFor
from actgen.diagnostics import Diagnostic, Severity, closest
from actgen.plan.document import Planned, Requisites, Subject
from actgen.plan.own_dates import dated, read
from actgen.plan.roles import role_people
from actgen.school import Event, EventKind, JournalEntry, Pair, Person, School, fold_name

_Entries = Mapping[str, Sequence[JournalEntry]]
"""The entries of the journal about each subject of one kind of act, by the key of the subject."""


def planned_documents(school: School, kinds: ActKinds) -> tuple[Planned, ...]:
    """Return every document that the kinds ask for, in printing order, their conditions (`нужно`) not yet tried."""
    known = {kind.stem: tuple(_distinct(subjects(kind, school))) for kind in kinds if kind.is_whole}
    entries = {
        kind.stem: _entries((entry for entry in school.journal if _is_of(entry, kind)), known.get(kind.stem, ()))
        for kind in kinds
    }
    return tuple(
        _planned(kind, subject, school, kinds, entries)
        for kind in kinds
        if kind.is_whole
        for subject in known[kind.stem]
    )


def _entries(journal: Iterable[JournalEntry], known: Sequence[Subject]) -> _Entries:
    about: dict[str, list[JournalEntry]] = {}
    for entry in journal:
        for subject in meant_by(_about(entry), known or (Subject(),)):
            about.setdefault(subject.key, []).append(entry)
    return about


def _distinct(found: Iterator[Subject]) -> Iterator[Subject]:
    """Yield the subjects, a later one with « (2)» where its key would be that of an earlier one."""
    met: Counter[str] = Counter()
    for subject in found:
        met[subject.key] += 1
        count = met[subject.key]
        mark = f" ({count})" if count > 1 else ""
        yield replace(subject, key=subject.key + mark, title=subject.title + mark) if mark else subject


def _planned(
    kind: ActKind, subject: Subject, school: School, kinds: ActKinds, entries: Mapping[str, _Entries]
) -> Planned:
    own = _requisites(kind, subject, school, entries[kind.stem])
    parent = kinds.parent_of(kind)
    if parent is None:
        return Planned(kind, subject, own)
    number = 1 + next(n for n, name in enumerate(parent.annexes) if kinds.named(name) is kind)
    of_parent = _requisites(parent, Subject(), school, entries[parent.stem])
    return Planned(kind, subject, own, parent=of_parent, parent_kind=parent, annex_number=number)


def subjects(kind: ActKind, school: School) -> Iterator[Subject]:
    """Yield for whom or what documents of the kind are issued; a pair whose people are not believed is left out."""
    pairs = _readable(school)
    match kind.issued_for:
        case IssuedFor.SCHOOL:
            yield Subject()
        case IssuedFor.PAIR:
            for pair, event in _assignments(kind, school):
                yield Subject(
                    event.code if event else pair.title,
                    pair.title,
                    pair=pair,
                    program=pair.program,
                    mentor=pair.mentor,
                    event=event,
                )
        case IssuedFor.PROGRAM:
            for pair in pairs:
                if pair.program is not None:
                    yield Subject(_stem(school, pair), pair.title, pair, pair.program, pair.mentor)
        case IssuedFor.MENTOR:
            for mentor in dict.fromkeys(pair.mentor for pair in pairs):
                own = [pair for pair in pairs if pair.mentor == mentor]
                yield Subject(_key(mentor), mentor.short_name, mentor=mentor, pair=own[0] if len(own) == 1 else None)
        case IssuedFor.MENTEE:
            met = set()
            for pair, event in _assignments(kind, school):
                for mentee in pair.mentees:
                    # Another mentor of the same mentee asks for a consent of its own.
                    mark = f", наставник {pair.mentor.short_name}" if mentee in met else ""
                    met.add(mentee)
                    key, title = _key(mentee) + mark, mentee.short_name + mark
                    yield Subject(key, title, pair, pair.program, pair.mentor, mentee, event=event)
        case IssuedFor.PERSON:
            for person in role_people(kind.people_list or "сотрудники", school, Subject()) or ():
                yield Subject(_key(person), person.short_name, person=person)
        case IssuedFor.EVENT:
            for pair, event in _events(kind, school):
                now = _as_of(event, pair)
                yield Subject(event.code, now.title, now, now.program, now.mentor, event=event)


def _readable(school: School) -> list[Pair]:
    """Return the pairs whose people are known: of the others it has been reported why."""
    return [pair for pair in school.pairs if pair.has("mentor") and pair.has("mentees") and pair.has("program")]


def _assignments(kind: ActKind, school: School) -> Iterator[tuple[Pair, Event | None]]:
    """Yield each pair, and again with its new mentor where the kind wants that too (`событие: замена наставника`)."""
    yield from ((pair, None) for pair in _readable(school))
    for pair, event in _events(kind, school):
        if read(event, "new_mentor") is not None:
            yield pair.after(event), event


def _as_of(event: Event, pair: Pair) -> Pair:
    """Return the pair as the event finds it: who took over before it is the mentor."""
    start = read(event, "effective_on")
    followed = {
        day: other
        for other in vars(pair).get("events", ())
        if read(other, "new_mentor") is not None
        and isinstance(day := read(other, "effective_on"), date)
        and isinstance(start, date)
        and day < start
    }
    return pair.after(followed[max(followed)]) if followed else pair


def _events(kind: ActKind, school: School) -> Iterator[tuple[Pair, Event]]:
    wanted = {fold_name(name) for name in kind.events}
    for pair in _readable(school):
        for event in vars(pair).get("events", ()):
            happened = read(event, "kind")
            if read(event, "code") and isinstance(happened, EventKind) and fold_name(happened.value) in wanted:
                yield pair, event


def _key(person: Person) -> str:
    # Namesakes have codes; everybody else is called as the school calls her.
    return vars(person).get("code") or person.short_name


def _stem(school: School, pair: object) -> str:
    program = getattr(pair, "program", None)
    return next(name for name, known in school.programs.items() if known is program)


def _requisites(kind: ActKind, subject: Subject, school: School, entries: _Entries) -> Requisites:
    """Return number, date and state: the newest edition that the journal has of this act."""
    own = entries.get(subject.key, ())
    newest = max(own, key=_edition, default=None)
    earlier = sorted((entry for entry in own if entry is not newest), key=_edition, reverse=True)
    return replace(dated(kind, subject, school, newest), earlier=tuple(earlier))


def _edition(entry: JournalEntry) -> int:
    return vars(entry).get("edition", 1)  # type: ignore[no-any-return]


def _is_of(entry: JournalEntry, kind: ActKind) -> bool:
    return kind.is_called(vars(entry).get("kind") or "")


def _about(entry: JournalEntry) -> str:
    return vars(entry).get("subject") or ""


def meant_by(written: str, known: Iterable[Subject]) -> list[Subject]:
    """Return the subjects that `о_ком:` may mean: the one whose own key it is, else all that are also called so."""
    name = fold_name(written)
    called = [subject for subject in known if name in {fold_name(one) for one in subject_names(subject)}]
    return [subject for subject in called if fold_name(subject.key) == name] or called


def subject_names(subject: Subject) -> tuple[str, ...]:
    """Return how `о_ком:` may name the subject: its key, its title, the mentor or mentee of a pair."""
    if not subject.key:
        return ("",)
    person = subject.mentee or subject.person
    names = [subject.key, subject.title]
    if person is not None and subject.key == person.short_name:
        names += [person.full_name, *person.former_names]
    elif person is None and subject.mentor is not None and subject.event is None:
        names += [subject.mentor.short_name, subject.mentor.full_name, *subject.mentor.former_names]
    return tuple(names)


def misfits(school: School, kinds: ActKinds, planned: tuple[Planned, ...]) -> Iterator[Diagnostic]:
    """Yield what in the journal belongs to no document: an unknown kind, an unknown subject, a second entry."""
    yield from _unknown_events(kinds)
    yield from _unknown_amended(school, kinds)
    seen: dict[tuple[str, str, int], JournalEntry] = {}
    for entry in school.journal:
        written = vars(entry).get("kind")
        if written is None:
            continue
        kind = kinds.named(written)
        if kind is None and not kinds.is_known:
            continue
        if kind is None:
            yield kinds.unknown(written, entry.place("вид"))
            continue
        own = [document for document in planned if document.kind is kind]
        subject = _about(entry)
        meant = meant_by(subject, (document.subject for document in own))
        if len(meant) > 1:
            keys = ", ".join(f"«{one.key}»" for one in meant)
            message = f"запись журнала подходит к нескольким документам: {kind.title}, о ком: {subject}"
            hint = f"у каждого свой номер: укажите «о_ком:» одним из {keys}"
            yield Diagnostic("D049", Severity.ERROR, message, entry.place("о_ком"), hint)
        if own and not meant:
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


def _unknown_events(kinds: ActKinds) -> Iterator[Diagnostic]:
    known = [kind.value for kind in EventKind]
    for kind in kinds:
        for position, name in enumerate(vars(kind).get("events", ())):
            if fold_name(name) not in {fold_name(own) for own in known}:
                near = closest(name, known)
                yield Diagnostic(
                    "D045",
                    Severity.ERROR,
                    f"нет вида события «{name}»" + (f"; похожий: «{near}»" if near else ""),
                    kind.place("событие", position),
                    hint=f"исправьте на «{near}»" if near else "виды событий: " + ", ".join(known),
                )


def _unknown_amended(school: School, kinds: ActKinds) -> Iterator[Diagnostic]:
    for change in vars(school.year_work).get("amendments", ()):
        name = vars(change).get("act")
        if name is not None and kinds.named(name) is None:
            yield kinds.unknown(name, change.place("акт"))


def _twice(entry: JournalEntry, kind: ActKind, seen: dict[tuple[str, str, int], JournalEntry]) -> Iterator[Diagnostic]:
    key = (kind.stem, fold_name(_about(entry)), vars(entry).get("edition", 1))
    if key in seen:
        yield Diagnostic(
            "D048",
            Severity.ERROR,
            f"одна и та же редакция акта записана в журнал дважды: {kind.title}",
            entry.place("вид"),
            hint="уберите лишнюю запись или укажите «редакция: 2»",
        )
    seen.setdefault(key, entry)
