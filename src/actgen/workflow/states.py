"""plan: what would happen to each file, and because of which places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from pathlib import Path

from actgen.bundle import ManifestEntry, read_manifest
from actgen.diagnostics import Place
from actgen.plan import Document, Plan, changed_words
from actgen.workflow.files import read_whole
from actgen.workflow.quick import MANIFEST

FORMER = "прежние"
BESIDE = " (новый)"


class State(Enum):
    """What a build does with a file."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    SIGNED = "signed"
    EDITED = "edited"
    EXTRA = "extra"

    @property
    def russian(self) -> str:
        """The state as a person reads it."""
        return _RUSSIAN[self]


_RUSSIAN = {
    State.NEW: "новый",
    State.CHANGED: "изменится",
    State.SAME: "без изменений",
    State.SIGNED: "подписан",
    State.EDITED: "изменён вручную",
    State.EXTRA: "больше не нужен",
}


@dataclass(frozen=True, slots=True)
class FileState:
    """One file of `out/`: `file` is its path there, `because` the places of the words that changed.

    `document` is None for a file that no document is planned for; `is_outdated` tells of a file edited by hand
    that its data would give another text now.
    """

    state: State
    kind: str
    subject: str
    file: str
    document: Document | None = None
    because: tuple[Place, ...] = ()
    is_outdated: bool = False

    def as_data(self) -> Mapping[str, object]:
        """Return it as JSON has it."""
        return {
            "kind": self.kind,
            "subject": self.subject,
            "file": self.file,
            "state": self.state.value,
            "because": [{"file": place.file, "line": place.line or None} for place in self.because],
        }


@dataclass(frozen=True, slots=True)
class Built:
    """What stands in `out/` now: the manifest by kind and subject, and the hash of each file that is there."""

    entries: Mapping[tuple[str, str], ManifestEntry]
    hashes: Mapping[str, str]


def read_built(out: Path) -> Built:
    """Return what an earlier build left in the folder `out`.

    Raises:
        WriteFault: A file cannot be read.
    """
    try:
        text = (out / MANIFEST).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        text = ""
    entries = read_manifest(text) or ()
    files = sorted((out / "docx").glob("*.docx")) if (out / "docx").is_dir() else []
    hashes = {f"docx/{file.name}": sha256(read_whole(file)).hexdigest() for file in files if file.is_file()}
    return Built({entry.key: entry for entry in entries}, hashes)


def file_states(plan: Plan, built: Built) -> tuple[FileState, ...]:
    """Return the state of every planned document, in printing order, then of every file that is planned no more."""
    planned = tuple(_state(document, built) for document in plan.documents)
    return (*planned, *_extra(plan, built))


def document_file(document: Document) -> str:
    """Return the path of a document in `out/`."""
    return f"docx/{document.file_name}.docx"


def _state(document: Document, built: Built) -> FileState:
    kind, subject = document.key
    file = document_file(document)
    entry = built.entries.get(document.key)
    at_place = built.hashes.get(file)
    if entry is None:
        # A file of this name that no manifest knows was laid there by a person.
        state = State.NEW if at_place is None else State.EDITED
        return FileState(state, kind, subject, file, document, _first_places(document), is_outdated=True)
    because = _because(document, entry)
    if built.hashes.get(entry.file) is None and at_place is None:
        return FileState(State.NEW, kind, subject, file, document, because)
    is_same = entry.fingerprint == document.fingerprint and entry.file == file
    if entry.file == file and at_place != entry.sha256:
        return FileState(State.EDITED, kind, subject, file, document, because, is_outdated=not is_same)
    if entry.file != file and at_place is not None:
        return FileState(State.EDITED, kind, subject, file, document, because, is_outdated=True)
    return FileState(State.SAME if is_same else State.CHANGED, kind, subject, file, document, because)


def _because(document: Document, entry: ManifestEntry) -> tuple[Place, ...]:
    changed = changed_words(entry.words, document.values)
    places = {place for word in changed for place in document.places.get(word, ())}
    if not places and entry.fingerprint != document.fingerprint:
        places = {document.planned.kind.place()}
    return tuple(sorted(places))


def _first_places(document: Document) -> tuple[Place, ...]:
    record = document.planned.subject.record
    return (record.place(),) if record is not None else (document.planned.kind.place(),)


def _extra(plan: Plan, built: Built) -> Iterator[FileState]:
    wanted = {document_file(document) for document in plan.documents}
    held = {(one.planned.kind.stem, one.planned.subject.key) for one in plan.held}
    for key, entry in sorted(built.entries.items()):
        if entry.file not in wanted and entry.file in built.hashes and key not in held:
            yield FileState(State.EXTRA, entry.kind, entry.subject, entry.file)
