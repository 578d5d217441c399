"""verify: whether a file that came back says what the data gave, and whether its signature is whole.

What an expert or a certified program must judge is said plainly: revocation of certificates, time stamps, the
accreditation of the centre that issued them, and ГОСТ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from actgen.bundle import LockedPdf, NotAPdf, NotASignature, detached_signatures, page_texts, pdf_signatures
from actgen.certificates import MISSING_PACKAGE, SignatureCheck
from actgen.diagnostics import Diagnostic
from actgen.docx import (
    ArchiveFault,
    CanonicalText,
    canonical_text,
    differences,
    differences_on_pages,
    find_traces,
    likeness,
    likeness_on_pages,
    package_signatures,
)
from actgen.docx.archive import read_members
from actgen.docx.dangers import find_dangers
from actgen.rules import ReturnedFile, check_returned
from actgen.school import DetachedSignature
from actgen.workflow.check import Checked, check_workspace
from actgen.workflow.expected import Expected, expected_documents, recorded
from actgen.workflow.file_text import read_given
from actgen.workflow.refusal import Refused
from actgen.workflow.signed import read_recorded

LEAST_LIKENESS = 0.5
"""The share of lines in common below which a file is another document, not a changed one."""

NOT_JUDGED = ("отозван ли сертификат", "аккредитован ли удостоверяющий центр", "метки времени")
"""What is not checked of any signature: it takes lists that are kept on the net."""

# Foreign things in a finished document; what else find_dangers says is of templates or has a rule of its own.
_FOREIGN = ("W020", "W021", "W022", "W023", "W024", "W025", "W032")


@dataclass(frozen=True, slots=True)
class Verified:
    """A file with everything that was found.

    Attributes:
        returned: The file as the rules read it.
        diagnostics: What the rules found.
        source: What the text was compared with, in Russian; empty when it was compared with nothing.
        filled: What was written into blanks: number, date.
        digest: SHA-256 of its text; None where it has none.
        has_text: No for a scan and for a file whose kind has no text here.
    """

    returned: ReturnedFile
    diagnostics: tuple[Diagnostic, ...]
    source: str = ""
    filled: tuple[str, ...] = ()
    digest: str | None = None
    has_text: bool = True
    key: tuple[str, str] | None = None

    @property
    def has_errors(self) -> bool:
        """Whether the file is not what it should be."""
        return any(found.is_error for found in self.diagnostics)

    @property
    def lacks_package(self) -> bool:
        """Whether a signature was not checked because the extra `verify` is not installed."""
        return any(one.reason == MISSING_PACKAGE for one in self.returned.signatures)


def verify_files(project: Path | str, files: Sequence[Path], signature: Path | None = None) -> tuple[Verified, ...]:
    """Return what is to be said of each file; without files, of everything that the journal has as signed.

    Args:
        project: The workspace folder.
        files: DOCX and PDF that came back.
        signature: The `.sig` of the one file; without it the file of the same name with `.sig` at the end counts.

    Raises:
        Refused: A file is not there, or is neither DOCX nor PDF, or the `.sig` is none.
        WriteFault: A file cannot be read.
    """
    folder = Path(project)
    if signature is not None and len(files) != 1:
        raise Refused("подпись --sig относится к одному файлу", "назовите один файл", is_wrong_line=True)
    contents = {path: read_given(path) for path in files}
    checked = check_workspace(folder)
    if checked.school is None:
        found = tuple(one for one in checked.diagnostics if one.is_error)
        raise Refused("сравнивать не с чем: данные не читаются", "исправьте ошибки: actgen check", found=found)
    if not files:
        return tuple(_verified_record(folder, checked, path) for path in recorded(checked))
    documents = list(expected_documents(folder, checked))
    return tuple(
        verified(path, content, documents, signature or _beside(path), _changed(folder, checked, path, content))
        for path, content in contents.items()
    )


def verified(
    path: Path, content: bytes, documents: Iterable[Expected], signature: Path | None, changed: str = ""
) -> Verified:
    """Return what is to be said of one file.

    Args:
        path: How messages call it.
        content: Its bytes.
        documents: What it may be.
        signature: Its `.sig`, if there is one.
        changed: What of a recorded file is not as the journal has it.

    Raises:
        Refused: It is neither DOCX nor PDF, or the `.sig` is none.
        WriteFault: The `.sig` cannot be read.
    """
    if content.startswith(b"PK"):
        judged = _docx(path, content, documents)
    elif content[:1024].lstrip().startswith(b"%PDF-"):
        judged = _pdf(path, content, documents)
    else:
        raise Refused(f"это не DOCX и не PDF: {path}", "нужен файл Word (.docx) или PDF")
    signatures = (*judged.returned.signatures, *(_detached(content, signature) if signature is not None else ()))
    returned = replace(judged.returned, signatures=signatures, changed=changed)
    return replace(judged, returned=returned, diagnostics=tuple(check_returned(returned)))


def _docx(path: Path, content: bytes, documents: Iterable[Expected]) -> Verified:
    try:
        members = read_members(content)
        text, traces = canonical_text(content), find_traces(content)
    except ArchiveFault as bad:
        raise Refused(f"{bad}: {path}", "попросите файл ещё раз: этот повреждён или сохранён не как .docx") from bad
    foreign = tuple(dict.fromkeys(one.message for one in find_dangers(content, str(path)) if one.code in _FOREIGN))
    match = _best(path, documents, lambda one: likeness(one.text, text))
    returned = ReturnedFile(
        str(path),
        title=match.title if match else "",
        is_known=match is not None,
        differences=differences(match.text, text) if match else (),
        traces=traces,
        foreign=foreign,
        signatures=package_signatures(members),
    )
    return Verified(returned, (), match.source if match else "", _filled(match, text), text.digest, key=_key(match))


def _pdf(path: Path, content: bytes, documents: Iterable[Expected]) -> Verified:
    try:
        pages = page_texts(content)
        signatures = pdf_signatures(content)
    except LockedPdf:
        raise Refused(f"PDF закрыт паролем: {path}", "попросите этот файл без пароля") from None
    except (NotAPdf, RuntimeError, ValueError) as bad:
        raise Refused(f"PDF повреждён или не дописан: {path}", "попросите файл ещё раз") from bad
    if not any(page.strip() for page in pages):
        return Verified(ReturnedFile(str(path), signatures=signatures), (), has_text=False)
    match = _best(path, documents, lambda one: likeness_on_pages(one.text, pages))
    returned = ReturnedFile(
        str(path),
        title=match.title if match else "",
        is_known=match is not None,
        differences=differences_on_pages(match.text, pages) if match else (),
        signatures=signatures,
    )
    return Verified(returned, (), match.source if match else "", key=_key(match))


def _best(path: Path, documents: Iterable[Expected], like: Callable[[Expected], float]) -> Expected | None:
    """Return the document that the file is most like: first by its name, else by its text; None for none."""
    known = list(documents)
    by_name = [one for one in known if path.stem in one.names]
    for candidates in (by_name, known):
        scored = [(like(one), -number, one) for number, one in enumerate(candidates)]
        best = max(scored, key=lambda found: found[:2], default=None)
        if best is not None and best[0] >= LEAST_LIKENESS:
            return best[2]
    return None


def _key(match: Expected | None) -> tuple[str, str] | None:
    return match.key if match is not None else None


def _filled(match: Expected | None, text: CanonicalText) -> tuple[str, ...]:
    return tuple(one for one in text.filled if match is None or one not in match.text.filled)


def _detached(content: bytes, signature: Path) -> tuple[SignatureCheck, ...]:
    try:
        return detached_signatures(content, read_given(signature))
    except NotASignature:
        raise Refused(f"это не файл подписи: {signature}", "нужен .sig, который пришёл вместе с файлом") from None


def _beside(path: Path) -> Path | None:
    beside = path.with_name(f"{path.name}.sig")
    return beside if beside.is_file() else None


def _changed(project: Path, checked: Checked, path: Path, content: bytes) -> str:
    """Return how a file of `signed/` differs from what the journal says of it; empty for any other file."""
    for name, (_, file) in recorded(checked).items():
        if path.resolve() == (project / name).resolve() and sha256(content).hexdigest() != file.sha256:
            return "подписанный файл изменён"
    return ""


def _verified_record(project: Path, checked: Checked, name: str) -> Verified:
    """Return what is to be said of one file of the journal: that it stands there as it was signed."""
    _, file = recorded(checked)[name]
    signatures: tuple[SignatureCheck, ...] = ()
    content = read_recorded(project, name)
    if content is None:
        changed = "подписанного файла нет"
    else:
        changed = "" if sha256(content).hexdigest() == file.sha256 else "подписанный файл изменён"
        if file.signature is not None and file.signature.is_whole:
            fault, signatures = _recorded_signature(project, file.signature, content)
            changed = changed or fault
    returned = ReturnedFile(name, title=name, signatures=signatures, changed=changed)
    return Verified(returned, tuple(check_returned(returned)), "записано в data/journal.yaml")


def _recorded_signature(
    project: Path, signature: DetachedSignature, content: bytes
) -> tuple[str, tuple[SignatureCheck, ...]]:
    """Return what is wrong with the `.sig` of the journal, "" for nothing, and what it signs."""
    of_file = read_recorded(project, signature.file)
    if of_file is None:
        return "файла подписи нет", ()
    fault = "" if sha256(of_file).hexdigest() == signature.sha256 else "файл подписи изменён"
    try:
        return fault, detached_signatures(content, of_file)
    except NotASignature:
        return "файл подписи изменён", ()
