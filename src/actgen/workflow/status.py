"""status: where each act stands on a day — number, signature, who has not read it, what is overdue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from actgen.acts import OnSite
from actgen.plan import Planned, role_people
from actgen.rules.acts import PAIRING_ORDER
from actgen.school import ActState, Person, School
from actgen.sources import Absent
from actgen.workflow.check import Checked, check_workspace
from actgen.workflow.planning import out_folder, work_out
from actgen.workflow.refusal import Refused
from actgen.workflow.states import FileState, State
from actgen.working_days import add_working_days

ACQUAINTANCE_WORKING_DAYS = 3
"""In how many working days an act is read under signature: so say the orders themselves."""


@dataclass(frozen=True, slots=True)
class Overdue:
    """Something that should have been done by a day."""

    what: str
    since: date


@dataclass(frozen=True, slots=True)
class ActStatus:
    """One act: `state` and `note` in Russian; `waiting` are those who have still to read it, of `readers` people."""

    kind: str
    subject: str
    title: str
    number: str | None
    day: date | None
    state: str
    note: str = ""
    readers: int = 0
    waiting: tuple[str, ...] = ()
    overdue: tuple[Overdue, ...] = ()


@dataclass(frozen=True, slots=True)
class Status:
    """Every act of the year in printing order, then those that the journal lists under earlier years."""

    school: str
    year: str
    on: date
    acts: tuple[ActStatus, ...]
    former: tuple[ActStatus, ...]


def status_of(project: Path | str, on: date | None = None, out: Path | None = None) -> Status:
    """Return where each act stands on a day, today without one.

    Raises:
        Refused: The data cannot be read.
        WriteFault: A built file cannot be read.
    """
    folder = Path(project)
    checked = check_workspace(folder)
    school = checked.school
    if school is None or not school.settings.has("year"):
        found = tuple(one for one in checked.diagnostics if one.is_error)
        raise Refused("состояние не показать: данные не читаются", "исправьте ошибки: actgen check", found=found)
    day = on or date.today()
    states = work_out(checked, folder, out_folder(folder, out)).states
    notes = {state.key: _note(state) for state in states}
    acts = [_act(one.planned, school, day, notes.get(one.key, "")) for one in checked.plan.documents]
    acts += [_act(one.planned, school, day, f"ждёт: {one.reason}") for one in checked.plan.held]
    printed = {kind.stem: number for number, kind in enumerate(checked.kinds)}
    acts.sort(key=lambda act: printed[act.kind])
    name = vars(school.settings).get("organisation")
    return Status(
        name.short_name if name is not None and name.has("short_name") else "",
        str(school.settings.year),
        day,
        tuple(acts),
        tuple(_former(checked, school)),
    )


_NOTES = {
    State.NEW: "не собран: actgen build",
    State.CHANGED: "устарел: пересоберите, actgen build",
    State.EDITED: "исправлен вручную",
}


def _note(state: FileState) -> str:
    return f"ждёт: {state.reason}" if state.state is State.HELD else _NOTES.get(state.state, "")


def _act(planned: Planned, school: School, on: date, note: str) -> ActStatus:
    requisites = planned.requisites
    number = requisites.number or (planned.parent.number if planned.parent is not None else None)
    readers = _readers(planned, school)
    acquainted = vars(requisites.entry).get("acquainted", ()) if requisites.entry is not None else ()
    read = {one.person for one in acquainted if one.has("person") and (vars(one).get("day") is None or one.day <= on)}
    waiting = tuple(person.short_name for person in readers if person not in read)
    return ActStatus(
        *planned.key,
        planned.title,
        number,
        requisites.day,
        _state(planned),
        note,
        len(readers),
        waiting,
        tuple(_overdue(planned, school, on, is_read=not waiting)),
    )


def _state(planned: Planned) -> str:
    if planned.kind.is_blank:
        return "бланк"
    if planned.requisites.state is not ActState.DRAFT:
        return str(planned.requisites.state.value)
    return "проект" if planned.is_draft else "готов"


def _readers(planned: Planned, school: School) -> tuple[Person, ...]:
    try:
        groups = [
            role_people(role, school, planned.subject, planned.requisites.judged_on) or ()
            for role in planned.kind.acquainted
        ]
    except Absent:
        return ()  # who they are is not known; the check has said why
    return tuple(dict.fromkeys(person for group in groups for person in group))


def _overdue(planned: Planned, school: School, on: date, *, is_read: bool) -> Iterator[Overdue]:
    signed_on = planned.requisites.day if planned.requisites.state is ActState.SIGNED else None
    if signed_on is not None:
        read_by = add_working_days(signed_on, ACQUAINTANCE_WORKING_DAYS)
        if not is_read and read_by < on:
            yield Overdue("ознакомление", read_by)
        publish_by = add_working_days(signed_on, school.settings.rules.publication_days)
        is_for_site = planned.kind.on_site in (OnSite.YES, OnSite.IMPERSONAL)
        if is_for_site and publish_by < on and not _is_published(planned, school):
            yield Overdue("размещение на сайте", publish_by)
    elif planned.requisites.state is ActState.DRAFT and not planned.kind.is_blank:
        due = _needed_by(planned, school)
        if due is not None and due <= on:
            yield Overdue("подписание", due)


def _is_published(planned: Planned, school: School) -> bool:
    names = {name.casefold() for name in planned.kind.names}
    publications = vars(school.year_work).get("publications", ())
    return any(one.document.casefold() in names and one.day for one in publications if one.has("document"))


def _needed_by(planned: Planned, school: School) -> date | None:
    """Return the day by which an act must be signed: its own date, or the first day of what rests on it."""
    if planned.requisites.day is not None:
        return planned.requisites.day
    if planned.subject.pair is not None:
        return planned.subject.pair.starts_on if planned.subject.event is None else planned.subject.event.effective_on
    if any(name in PAIRING_ORDER for name in planned.kind.names):
        return min((pair.starts_on for pair in school.pairs if pair.has("starts_on")), default=None)
    return None


def _former(checked: Checked, school: School) -> Iterator[ActStatus]:
    for entry in school.former:
        kind = checked.kinds.named(entry.kind)
        title = kind.title if kind is not None else entry.kind
        shown = f"{title}: {entry.subject}" if entry.subject else title
        stem = kind.stem if kind is not None else entry.kind
        yield ActStatus(stem, entry.subject or "", shown, entry.number, entry.day, entry.state.value, str(entry.year))
