"""The documents that a file may be: what the data give now, and what was recorded as signed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from actgen.docx import ArchiveFault, CanonicalText, FillFault, canonical_text, fill
from actgen.school import JournalEntry, SignedFile
from actgen.workflow.check import Checked
from actgen.workflow.files import WriteFault
from actgen.workflow.journal_file import entries_of
from actgen.workflow.signed import is_copy, read_recorded


@dataclass(frozen=True, slots=True)
class Expected:
    """A document with its text: `names` are the file names by which it is known, `source` says what it is."""

    title: str
    key: tuple[str, str]
    names: tuple[str, ...]
    text: CanonicalText
    source: str


def expected_documents(project: Path, checked: Checked) -> Iterator[Expected]:
    """Yield the signed documents, then what the data give; a document is made when it is asked for."""
    for entry in entries_of(checked):
        yield from _signed(project, checked, entry)
    for document in checked.plan.documents:
        yield from expected_of(checked, [document.key])


def expected_of(checked: Checked, keys: list[tuple[str, str]]) -> Iterator[Expected]:
    """Yield the documents of these kinds and subjects as the data give them now."""
    for document in checked.plan.documents:
        if document.key in keys:
            try:
                content = fill(checked.templates[document.planned.kind.stem], document.words)
            except FillFault:
                continue  # a build says why; such a document was never given to anybody
            yield Expected(
                document.planned.title,
                document.key,
                (document.file_name,),
                canonical_text(content),
                "собрано из данных",
            )


def _signed(project: Path, checked: Checked, entry: JournalEntry) -> Iterator[Expected]:
    kind = checked.kinds.named(entry.kind)
    for file in entry.files:
        if not is_copy(file, ".docx"):
            continue
        try:
            content = read_recorded(project, file.file)
            text = canonical_text(content or b"")
        except (WriteFault, ArchiveFault):
            continue  # that the file is gone or changed is a finding of its own
        title = kind.title if kind is not None else entry.kind
        subject = entry.subject or ""
        yield Expected(
            f"{title}: {subject}" if subject else title,
            (kind.stem if kind is not None else entry.kind, subject),
            (Path(file.file).stem,),
            text,
            f"подписано, {file.file}",
        )


def recorded(checked: Checked) -> dict[str, tuple[JournalEntry, SignedFile]]:
    """Return every file of the journal by its path; of one written wrongly the check has said so."""
    return {file.file: (entry, file) for entry in entries_of(checked) for file in entry.files if file.is_whole}
