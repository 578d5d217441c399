"""number: an act gets its number and date in `data/journal.yaml`; no number is given twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from actgen.diagnostics import Diagnostic
from actgen.plan import Planned
from actgen.school import ActState, JournalEntry
from actgen.workflow.check import Checked, check_workspace
from actgen.workflow.choosing import chosen, refuse_broken_journal
from actgen.workflow.files import only_writer, write_together
from actgen.workflow.journal_file import EntryChange, entries_of, judged, new_findings, read_journal, with_entry
from actgen.workflow.refusal import Refused

_SCHOOL_YEAR_BEGINS = 9


@dataclass(frozen=True, slots=True)
class Numbered:
    """An act with the number and date that were written; `was` is the number before, `found` new warnings."""

    planned: Planned
    number: str
    day: date
    was: str | None = None
    found: tuple[Diagnostic, ...] = ()


def number_acts(
    project: Path | str,
    names: Sequence[str],
    *,
    number: str | None = None,
    day: date | None = None,
    about: str | None = None,
    is_every: bool = False,
    is_new_edition: bool = False,
    today: date | None = None,
) -> tuple[Numbered, ...]:
    """Write number and date of acts into the journal and return them.

    Args:
        project: The workspace folder.
        names: Kinds of act, numbered in this order.
        number: The number; without it, the next free one of the series.
        day: The date of registration; today without it.
        about: The subject where the kind has several documents.
        is_every: Number each document of the kind that has no number yet.
        is_new_edition: Give an act that is signed already a new edition, with a number of its own.
        today: What the clock says, for tests.

    Raises:
        Refused: An act is not known, numbered or signed already, or the number is taken; nothing is written.
        WriteFault: The journal cannot be written; it is as it was.
    """
    folder = Path(project)
    journal = read_journal(folder)
    checked = check_workspace(folder)
    refuse_broken_journal(checked)
    wanted = [one for name in names for one in chosen(checked, name, about, is_every=is_every)]
    if is_every:
        wanted = [one for one in wanted if one.requisites.number is None and one.parent is None]
    if not wanted:
        raise Refused("все документы этого вида уже с номерами", "посмотрите: actgen status")
    if number is not None and len(wanted) > 1:
        raise Refused(
            "один номер — на один акт", "назовите один вид, а если документов несколько — и --about", is_wrong_line=True
        )
    registered = day or today or date.today()
    text, changes = journal.text, list[EntryChange]()
    for planned in wanted:
        taken = [
            change.number
            for change in changes
            if change.number and _series(change.planned, checked) == _series(planned, checked)
        ]
        own = number or _next_for(planned, checked, registered, taken)
        change = _change(planned, own, registered, is_new_edition=is_new_edition)
        text = with_entry(text, entries_of(checked), change)
        changes.append(change)
    after = judged(folder, checked, text, changes)
    with only_writer(folder / "out"):
        journal.refuse_changed()
        write_together({journal.path: journal.encoded(text)})
    found = new_findings(checked, after)
    return tuple(
        Numbered(one.planned, one.number or "", registered, one.planned.requisites.number, found) for one in changes
    )


def _change(planned: Planned, number: str, day: date, *, is_new_edition: bool) -> EntryChange:
    """Return what the journal is to say of the act.

    Raises:
        Refused: It is no act with a number, or it is signed already.
    """
    if planned.parent is not None and planned.parent_kind is not None:
        raise Refused(
            f"у приложения нет своего номера: {planned.title}",
            f"дайте номер акту, которым оно утверждено: actgen number {planned.parent_kind.names[-1]}",
        )
    if planned.kind.is_blank:
        raise Refused(f"у бланка нет номера: {planned.title}", "бланк заполняют от руки")
    entry = planned.requisites.entry
    written = f"{day:%d.%m.%Y}"
    if entry is None or (is_new_edition and entry.state is not ActState.DRAFT):
        edition = entry.edition + 1 if entry is not None else 1
        return EntryChange(planned, None, number, written, edition=edition)
    if entry.state is not ActState.DRAFT:
        raise Refused(
            f"акт уже {entry.state.value}: № {entry.number or 'без номера'}, {planned.title}",
            "новую редакцию начинает --new-edition; изменить подписанный акт можно приказом об изменениях",
        )
    return EntryChange(planned, entry, number, written)


# --- the next free number -------------------------------------------------------------------------


def _next_for(planned: Planned, checked: Checked, day: date, taken: Sequence[str]) -> str:
    """Return the next free number for an act.

    Raises:
        Refused: Its series has no number yet, so nobody knows how the school writes them.
    """
    series = _series(planned, checked)
    used = [
        (entry.number, entry.day)
        for entry in entries_of(checked)
        if entry.number is not None and _series_of_entry(entry, checked) == series
    ]
    free = next_number([*used, *((number, day) for number in taken)], day)
    if free is None:
        shown = f"в серии «{planned.kind.series}»" if planned.kind.series else "у этого вида актов"
        raise Refused(f"{shown} ещё нет номеров: {planned.title}", "укажите первый: --number 1", is_wrong_line=True)
    return free


def next_number(used: Iterable[tuple[str, date | None]], day: date) -> str | None:
    """Return the number after the last one of a series, written as the school writes them; None for an empty series.

    Schools begin anew on 1 January or on 1 September, so the numbers of the same year and the same side of
    1 September come first; where there are none, all of the series count. A number that was used in the same calendar
    year is stepped over.

    Args:
        used: Every number of the series with its date, in the order of the journal.
        day: The date of the act that is to be numbered.

    >>> next_number([("80/8", date(2026, 9, 1))], date(2026, 9, 2))
    '81/8'
    >>> next_number([("12-о", date(2026, 9, 1)), ("9-о", date(2026, 2, 1))], date(2026, 9, 2))
    '13-о'
    >>> next_number([("01-07/098", date(2026, 9, 1)), ("01-07/099", date(2026, 9, 1))], date(2026, 9, 2))
    '01-07/100'
    """
    numbers = list(used)
    near = [one for one in numbers if one[1] is not None and _period(one[1]) == _period(day)] or numbers
    parts = [(number, re.split(r"(\d+)", number)) for number, _ in near if re.search(r"\d", number)]
    if not parts:
        return None
    _, last = parts[-1]
    running = _running(last, [own for _, own in parts])
    highest = max(int(own[running]) for _, own in parts if len(own) > running)
    taken = {_folded(number) for number, when in numbers if when is None or when.year == day.year}
    width = len(last[running]) if last[running].startswith("0") else 0
    while True:
        highest += 1
        free = "".join([*last[:running], f"{highest:0{width}}", *last[running + 1 :]])
        if _folded(free) not in taken:
            return free


def _running(last: Sequence[str], parts: Sequence[Sequence[str]]) -> int:
    """Return which part of the number counts the acts: the first that differs, else the first number there is."""
    places = range(1, len(last), 2)
    alike = [own for own in parts if len(own) == len(last)]
    return next((place for place in places if len({own[place] for own in alike}) > 1), 1)


def _period(day: date) -> tuple[int, bool]:
    return day.year, day.month >= _SCHOOL_YEAR_BEGINS


def _folded(number: str) -> str:
    return number.replace(" ", "").casefold()


def _series(planned: Planned, checked: Checked) -> str:
    entry = planned.requisites.entry
    if entry is not None:
        return _series_of_entry(entry, checked)
    return (planned.kind.series or f"вид {planned.kind.stem}").casefold()


def _series_of_entry(entry: JournalEntry, checked: Checked) -> str:
    kind = checked.kinds.named(entry.kind)
    own = entry.series or (kind.series if kind is not None else None)
    return (own or f"вид {kind.stem if kind is not None else entry.kind}").casefold()
