"""`data/journal.yaml` changed by marks: comments and order stay; what was written is read again before it counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from actgen.diagnostics import Diagnostic
from actgen.plan import Planned
from actgen.school import JOURNAL, ActState, JournalEntry, SignedFile
from actgen.sources import NotWritten, add_items, decode, set_values
from actgen.workflow.check import Checked, check_workspace
from actgen.workflow.files import encoded_as, read_if_there
from actgen.workflow.refusal import Refused

_BY_HAND = "впишите её сами: каждое поле с новой строки"


@dataclass(frozen=True, slots=True)
class EntryChange:
    """What an entry of the journal is to say; fields that are None or empty stay as they are.

    `entry` is the entry as it is now, None for a new one.
    """

    planned: Planned
    entry: JournalEntry | None
    number: str | None = None
    day: date | None = None
    state: ActState | None = None
    edition: int = 1
    files: tuple[SignedFile, ...] = ()

    @property
    def values(self) -> Mapping[str, str]:
        """The keys with their values."""
        values = {
            "номер": self.number,
            "дата": f"{self.day:%d.%m.%Y}" if self.day else None,
        }
        state = self.state.value if self.state is not None else None
        return {key: value for key, value in {**values, "состояние": state}.items() if value is not None}


@dataclass(frozen=True, slots=True)
class JournalText:
    """The journal as it stands on disk: its bytes, None where there is no file, and its text."""

    path: Path
    content: bytes | None = field(repr=False)
    text: str = field(repr=False)

    def encoded(self, text: str) -> bytes:
        """Return a changed text as the bytes of the file."""
        return encoded_as(self.content, text)

    def refuse_changed(self) -> None:
        """Refuse to write over what another program has written meanwhile.

        Raises:
            Refused: The file is not as it was read.
            WriteFault: It cannot be read.
        """
        if read_if_there(self.path) != self.content:
            raise Refused(f"файл тем временем изменился: {JOURNAL}", "повторите команду")


def read_journal(project: Path) -> JournalText:
    """Return the journal on disk, empty where the school has none yet.

    Raises:
        Refused: It is not in UTF-8.
        WriteFault: It cannot be read.
    """
    path = project / JOURNAL
    content = read_if_there(path)
    if content is None:
        return JournalText(path, None, "")
    if decode(JOURNAL, content).diagnostics:
        raise Refused(f"файл сохранён не в UTF-8: {JOURNAL}", "исправьте: actgen check --fix")
    return JournalText(path, content, content.decode("utf-8-sig"))


def with_entry(text: str, journal: Sequence[JournalEntry], change: EntryChange) -> str:
    """Return the text of the journal with the change made.

    Args:
        text: As `read_journal` gives it.
        journal: What it says, so that an entry is found by its position.
        change: What an entry is to say.

    Raises:
        Refused: The journal is not written in lines, so there is no place for one.
    """
    try:
        if change.entry is None:
            return add_items(text, "журнал", [_new_record(change)])
        position = next(number for number, one in enumerate(journal) if one is change.entry)
        text = set_values(text, [(["журнал", position, key], value) for key, value in change.values.items()])
        if change.files:
            text = add_items(text, ["журнал", position, "файлы"], map(_file_record, change.files))
    except NotWritten as bad:
        raise Refused(f"журнал записан не по строкам, его запись не меняется: {JOURNAL}", _BY_HAND) from bad
    return text


def _new_record(change: EntryChange) -> Mapping[str, Any]:
    planned = change.planned
    record: dict[str, Any] = {"вид": planned.kind.names[-1]}
    if planned.subject.key:
        record["о_ком"] = planned.subject.key
    if change.edition > 1:
        record["редакция"] = str(change.edition)
    record |= change.values
    if change.files:
        record["файлы"] = [_file_record(file) for file in change.files]
    return record


def _file_record(file: SignedFile) -> Mapping[str, Any]:
    record: dict[str, Any] = {"файл": file.file, "сумма": file.sha256}
    if file.text is not None:
        record["текст"] = file.text
    if file.signature is not None:
        record["подпись"] = {"файл": file.signature.file, "сумма": file.signature.sha256}
    return record


def entries_of(checked: Checked) -> tuple[JournalEntry, ...]:
    """Return the entries of the journal as they stand in it, those of earlier years too."""
    school = checked.school
    return tuple(sorted((*school.journal, *school.former), key=lambda one: one.place())) if school is not None else ()


def new_findings(before: Checked, after: Checked) -> tuple[Diagnostic, ...]:
    """Return what is found now and was not found before, wherever it stood then."""
    known = {(found.code, found.message) for found in before.diagnostics}
    return tuple(found for found in after.diagnostics if (found.code, found.message) not in known)


def judged(project: Path, before: Checked, text: str, changes: Sequence[EntryChange]) -> Checked:
    """Return the check of the workspace with the changed journal, in memory.

    Raises:
        Refused: The journal would not say what was meant, or an error appears that was not there before.
    """
    after = check_workspace(project, {JOURNAL: decode(JOURNAL, text.encode()).value})
    new = tuple(found for found in new_findings(before, after) if found.is_error)
    if new:
        raise Refused("с такой записью в журнале данные перестали бы сходиться", "исправьте номер или дату", found=new)
    if not _says(entries_of(after), entries_of(before), changes):
        raise Refused(f"запись в {JOURNAL} не прочлась бы так, как задумано", _BY_HAND)
    return after


def _says(new: Sequence[JournalEntry], old: Sequence[JournalEntry], changes: Sequence[EntryChange]) -> bool:
    """Whether the changed journal has every change, and every other entry as it was."""
    added = [change for change in changes if change.entry is None]
    if len(new) != len(old) + len(added):
        return False
    meant: list[EntryChange | None] = [next((c for c in changes if c.entry is entry), None) for entry in old]
    for number, (entry, change) in enumerate(zip(new, [*meant, *added], strict=True)):
        if change is None and entry != old[number]:
            return False
        if change is not None and not _is_as_meant(entry, change):
            return False
    return True


def _is_as_meant(entry: JournalEntry, change: EntryChange) -> bool:
    return (
        (change.number is None or entry.number == change.number)
        and (change.day is None or entry.day == change.day)
        and (change.state is None or entry.state is change.state)
        and entry.files[len(entry.files) - len(change.files) :] == change.files
    )
