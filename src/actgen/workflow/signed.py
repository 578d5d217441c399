"""What was signed: its copy in `signed/` stands for the document, and nothing is built in its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from actgen.diagnostics import Diagnostic, Severity
from actgen.plan import Document
from actgen.school import ActState

CODES = {"F045": "подписанный файл пропал или изменён"}


@dataclass(frozen=True, slots=True)
class SignedCopy:
    """A signed document: `file` is its path in the project, "" where the journal names no DOCX.

    `content` are its bytes as the journal has them; None where there is no such file, then `fault` says why.
    """

    file: str = ""
    content: bytes | None = None
    fault: Diagnostic | None = None


def signed_copies(project: Path, documents: Iterable[Document]) -> dict[tuple[str, str], SignedCopy]:
    """Return the signed documents by kind and subject, each with the copy that the journal names."""
    return {
        document.key: _copy(project, document)
        for document in documents
        if document.planned.requisites.state is ActState.SIGNED
    }


def _copy(project: Path, document: Document) -> SignedCopy:
    entry = document.planned.requisites.entry
    files = vars(entry).get("files", ()) if entry is not None else ()
    recorded = next((one for one in files if one.is_whole and one.file.casefold().endswith(".docx")), None)
    if recorded is None:
        return SignedCopy()
    content = _read(project, recorded.file)
    if content is not None and sha256(content).hexdigest() == recorded.sha256:
        return SignedCopy(recorded.file, content)
    message = f"подписанный файл {'пропал' if content is None else 'изменён после подписания'}: {recorded.file}"
    hint = "верните его из архива или из git; подписанное не переписывают"
    return SignedCopy(recorded.file, None, Diagnostic("F045", Severity.ERROR, message, recorded.place("файл"), hint))


def _read(project: Path, file: str) -> bytes | None:
    path = (project / file).resolve()
    if not path.is_relative_to(project.resolve()):
        return None  # a signed act is kept in the project, and nothing else of the machine is copied into `out/`
    try:
        return path.read_bytes()
    except OSError:
        return None
