"""What was signed: its copy in `signed/` stands for the document, and nothing is built in its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from actgen.diagnostics import Diagnostic, Severity
from actgen.plan import Document
from actgen.school import ActState, SignedFile
from actgen.workflow.files import read_if_there

CODES = {"F045": "подписанный файл пропал или изменён"}


_COPIES = (".pdf", ".docx")
"""The files of a signed document that stand for it."""


@dataclass(frozen=True, slots=True)
class SignedCopy:
    """A signed document.

    `file` and `pdf` are the paths of its DOCX and PDF in the project, "" where the journal names none. `content` are
    the bytes of the DOCX as the journal has them, `pdf_text` is the hash of what the PDF says, None for a scan. `fault`
    says which of the two files is lost or changed; then there is neither.
    """

    file: str = ""
    pdf: str = ""
    pdf_text: str | None = None
    content: bytes | None = None
    fault: Diagnostic | None = None


def signed_copies(project: Path, documents: Iterable[Document]) -> dict[tuple[str, str], SignedCopy]:
    """Return the signed documents by kind and subject, each with the copy that the journal names."""
    return {
        document.key: _copy(project, document)
        for document in documents
        if document.planned.requisites.state is ActState.SIGNED
    }


def recorded_files(documents: Iterable[Document]) -> tuple[SignedFile, ...]:
    """Return the files that the journal names for signed documents: what is built rests on them."""
    entries = (one.planned.requisites.entry for one in documents if one.planned.requisites.state is ActState.SIGNED)
    files = (vars(entry).get("files", ()) for entry in entries if entry is not None)
    return tuple(recorded for own in files for ending in _COPIES if (recorded := _recorded(own, ending)) is not None)


def read_recorded(project: Path, file: str) -> bytes | None:
    """Return the bytes of a file that the journal names, None where none of that name lies in the project.

    Raises:
        WriteFault: It lies there and cannot be read.
    """
    path = (project / file).resolve()
    return read_if_there(path) if path.is_relative_to(project.resolve()) else None


def _copy(project: Path, document: Document) -> SignedCopy:
    entry = document.planned.requisites.entry
    files = vars(entry).get("files", ()) if entry is not None else ()
    pdf, word = (_recorded(files, ending) for ending in _COPIES)
    content = None
    for recorded in filter(None, (pdf, word)):
        content = read_recorded(project, recorded.file)
        if content is None or sha256(content).hexdigest() != recorded.sha256:
            return SignedCopy(word.file if word else "", fault=_fault(recorded, is_lost=content is None))
    return SignedCopy(
        file=word.file if word else "",
        content=content if word else None,
        pdf=pdf.file if pdf else "",
        pdf_text=pdf.text if pdf else None,
    )


def _recorded(files: Iterable[SignedFile], ending: str) -> SignedFile | None:
    return next((one for one in files if is_copy(one, ending)), None)


def is_copy(recorded: SignedFile, ending: str) -> bool:
    """Return whether a file of the journal is written whole there and is of the kind: `.docx`, `.pdf`."""
    return recorded.is_whole and recorded.file.casefold().endswith(ending)


def _fault(recorded: SignedFile, *, is_lost: bool) -> Diagnostic:
    message = f"подписанный файл {'пропал' if is_lost else 'изменён после подписания'}: {recorded.file}"
    hint = "верните его из архива или из git; подписанное не переписывают"
    return Diagnostic("F045", Severity.ERROR, message, recorded.place("файл"), hint)
