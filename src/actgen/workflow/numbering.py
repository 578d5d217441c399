"""number: an act gets its number and date in `data/journal.yaml`; no number is given twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from actgen.diagnostics import Diagnostic
from actgen.plan import Planned
from actgen.school import ActState, JournalEntry, OwnRules, count_of
from actgen.workflow.check import Checked, check_workspace
from actgen.workflow.choosing import chosen, refuse_broken_journal
from actgen.workflow.files import only_writer, write_together
from actgen.workflow.journal_file import EntryChange, entries_of, judged, new_findings, read_journal, with_entry
from actgen.workflow.refusal import Refused


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
    asked = _Asked(number, day, today or date.today(), is_new_edition)
    changes: list[EntryChange] = []
    text = journal.text
    for planned in wanted:
        change = _change(planned, checked, asked, changes)
        text = with_entry(text, entries_of(checked), change)
        changes.append(change)
    after = judged(folder, checked, text, changes)
    with only_writer(folder / "out"):
        journal.refuse_changed()
        write_together({journal.path: journal.encoded(text)})
    found = new_findings(checked, after)
    return tuple(
        Numbered(one.planned, one.number or "", one.day or date.min, one.planned.requisites.number, found)
        for one in changes
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the command line says of number and date."""

    number: str | None
    day: date | None
    today: date
    is_new_edition: bool


def _change(planned: Planned, checked: Checked, asked: _Asked, earlier: Sequence[EntryChange]) -> EntryChange:
    """Return what the journal is to say of the act; `earlier` are the changes of the same command.

    Raises:
        Refused: It is no act with a number, is signed already, or the number is taken.
    """
    _refuse_unnumbered(planned)
    entry = planned.requisites.entry
    if entry is not None and entry.state is not ActState.DRAFT:
        if not asked.is_new_edition:
            raise Refused(
                f"акт уже {entry.state.value}{f', № {entry.number}' if entry.number else ''}: {planned.title}",
                "новую редакцию начинает --new-edition; изменить подписанный акт можно приказом об изменениях",
            )
        entry = None
    if entry is not None and entry.number and entry.day and asked.number is None and asked.day is None:
        raise Refused(
            f"у акта уже есть номер: № {entry.number} от {entry.day:%d.%m.%Y}, {planned.title}",
            "другой номер или дату укажите сами: --number, --date",
        )
    registered = asked.day or (entry.day if entry is not None else None) or asked.today
    used = used_numbers(planned, checked, earlier, but=entry)
    own = (
        asked.number
        or (entry.number if entry is not None else None)
        or next_number(used, registered, _own_rules(checked))
    )
    if own is None:
        shown = f"в серии «{planned.kind.series}»" if planned.kind.series else "у этого вида актов"
        raise Refused(f"{shown} ещё нет номеров: {planned.title}", "укажите первый: --number 1", is_wrong_line=True)
    refuse_taken(own, registered, used, checked)
    before = planned.requisites.entry
    edition = before.edition + 1 if entry is None and before is not None else 1
    return EntryChange(planned, entry, own, registered, edition=edition)


def _refuse_unnumbered(planned: Planned) -> None:
    if planned.parent is not None and planned.parent_kind is not None:
        raise Refused(
            f"у приложения нет своего номера: {planned.title}",
            f"дайте номер акту, которым оно утверждено: actgen number {planned.parent_kind.names[-1]}",
        )
    if planned.kind.is_blank:
        raise Refused(f"у бланка нет номера: {planned.title}", "бланк заполняют от руки")


def refuse_taken(number: str, day: date, used: Sequence[_Used], checked: Checked) -> None:
    """Refuse a number that an act of the same year of numbering has, lapsed acts too."""
    rules = _own_rules(checked)
    for one in used:
        if _folded(one.number) == _folded(number) and _is_of_year_of(one, day, rules):
            of_day = f" от {one.day:%d.%m.%Y}" if one.day else ""
            kind = checked.kinds.named(one.kind)
            free = next_number(used, day, rules)
            raise Refused(
                f"№ {number} уже занят актом{of_day}: {kind.title if kind is not None else one.kind}",
                f"свободен № {free}: укажите его или запустите без --number",
            )


# --- the next free number -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Used:
    """A number of the series: of which act, and whether of this school year, which counts where it has no date."""

    number: str
    day: date | None
    kind: str = ""
    is_of_this_year: bool = True


def used_numbers(
    planned: Planned, checked: Checked, earlier: Sequence[EntryChange], but: JournalEntry | None
) -> list[_Used]:
    """Return every number of the act's series in the order of the journal, but that of one entry."""
    series = _series(planned, checked)
    current = checked.school.journal if checked.school is not None else ()
    written = [
        _Used(entry.number, entry.day, entry.kind, any(entry is one for one in current))
        for entry in entries_of(checked)
        if entry.number is not None and entry is not but and _series_of_entry(entry, checked) == series
    ]
    added = [one for one in earlier if one.number is not None and _series(one.planned, checked) == series]
    return [*written, *(_Used(one.number or "", one.day, one.planned.kind.stem) for one in added)]


def next_number(used: Iterable[_Used], day: date, rules: OwnRules | None = None) -> str | None:
    """Return the number after the last one of a series, written as the school writes them; None for an empty series.

    Schools begin anew on 1 January or on 1 September, so the numbers of the same year and the same side of
    1 September come first; where there are none, all of the series count. A number that was used in the same year of
    numbering is stepped over.

    Args:
        used: Every number of the series with its date, in the order of the journal.
        day: The date of the act that is to be numbered.
        rules: Where the school says with which month its numbers begin anew; January without it.

    >>> first, second = date(2026, 9, 1), date(2026, 9, 2)
    >>> next_number([_Used("80/8", first)], second)
    '81/8'
    >>> next_number([_Used("12-о", first), _Used("9-о", date(2026, 2, 1))], second)
    '13-о'
    >>> next_number([_Used("01-07/098", first), _Used("01-07/099", first)], second)
    '01-07/100'
    """
    numbers = list(used)
    near = [one for one in numbers if one.day is not None and count_of(one.day) == count_of(day)] or numbers
    parts = [re.split(r"(\d+)", one.number) for one in near if re.search(r"\d", one.number)]
    if not parts:
        return None
    last = parts[-1]
    running = _running(last, parts)
    highest = max(int(own[running]) for own in parts if len(own) > running)
    own_rules = rules or OwnRules()
    taken = {_folded(one.number) for one in numbers if one.day is None or _is_of_year_of(one, day, own_rules)}
    width = len(last[running]) if last[running].startswith("0") else 0
    while True:
        highest += 1
        free = "".join([*last[:running], f"{highest:0{width}}", *last[running + 1 :]])
        if _folded(free) not in taken:
            return free


def _is_of_year_of(one: _Used, day: date, rules: OwnRules) -> bool:
    """Whether a number may not be given on this day, because its act is of the same year of numbering."""
    if one.day is None:
        return one.is_of_this_year
    return rules.numbering_year(one.day) == rules.numbering_year(day)


def _own_rules(checked: Checked) -> OwnRules:
    return checked.school.settings.rules if checked.school is not None else OwnRules()


def _running(last: Sequence[str], parts: Sequence[Sequence[str]]) -> int:
    """Return which part of the number counts the acts: the first that differs, else the first number there is."""
    places = range(1, len(last), 2)
    alike = [own for own in parts if len(own) == len(last)]
    return next((place for place in places if len({own[place] for own in alike}) > 1), 1)


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
