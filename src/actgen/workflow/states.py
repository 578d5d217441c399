"""plan: what would happen to each file, and because of which places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from actgen.bundle import ManifestEntry, read_manifest
from actgen.diagnostics import Place
from actgen.plan import Document, Held, changed_words
from actgen.rules import FinishedDocument
from actgen.workflow.edits import Lines, causes, edited_places, lines_of, read_lines
from actgen.workflow.files import read_whole
from actgen.workflow.prepared import Key, Prepared
from actgen.workflow.quick import MANIFEST, PROMISED, document_file
from actgen.workflow.signed import SignedCopy

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
    HELD = "held"

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
    State.HELD: "ждёт",
}


@dataclass(frozen=True, slots=True)
class FileState:
    """One file of `out/`: `file` is its path there, `because` the places of the words that changed.

    `document` is None for a file that no document is planned for. `content` is what the build would put there, None
    where it puts nothing. `is_outdated` tells that the file stays although its data would give another text now: one
    edited by hand, one that is signed. `signed_file` and `signed_pdf` are what `signed/` keeps of it. `reason` says in
    words why a document is extra or waits.
    """

    state: State
    kind: str
    subject: str
    file: str
    document: Document | None = None
    because: tuple[Place, ...] = ()
    is_outdated: bool = False
    content: bytes | None = field(default=None, repr=False)
    signed_file: str = ""
    signed_pdf: str = ""
    reason: str = ""
    title: str = ""
    is_taken: bool = False

    @property
    def name(self) -> str:
        """How lists call it: its file, or its title where it has none yet."""
        return Path(self.file).stem if self.file else self.title

    @property
    def key(self) -> Key:
        """Kind and subject."""
        return self.kind, self.subject

    @property
    def will_change(self) -> bool:
        """Whether the build writes, moves or lays something beside."""
        return self.state is State.EXTRA or self.content is not None

    def as_data(self) -> Mapping[str, object]:
        """Return it as JSON has it."""
        return {
            "kind": self.kind,
            "subject": self.subject,
            "file": self.file,
            "state": self.state.value,
            "because": [{"file": place.file, "line": place.line or None} for place in self.because],
            **({"reason": self.reason} if self.reason else {}),
        }


@dataclass(frozen=True)
class Built:
    """What stands in `out/` now: the manifest by kind and subject, and the hash of each file that is there.

    `lines` is what was read when everything was last built, None where that is not known.
    """

    entries: Mapping[Key, ManifestEntry]
    hashes: Mapping[str, str]
    lines: Lines | None = None

    @cached_property
    def untouched(self) -> frozenset[str]:
        """The files that stand as a build wrote them, whatever document that was for."""
        ours = (entry for entry in self.entries.values() if not entry.is_taken)
        return frozenset(entry.file for entry in ours if self.hashes.get(entry.file) == entry.sha256)


def read_built(out: Path) -> Built:
    """Return what an earlier build left in the folder `out`, also one that was cut short.

    Raises:
        WriteFault: A file cannot be read.
    """
    # Beside an open document Word keeps «~$…docx», which nobody else may read on Windows.
    files = sorted(path for path in (out / "docx").glob("*.docx") if not path.name.startswith(("~$", ".")))
    hashes = {f"docx/{file.name}": sha256(read_whole(file)).hexdigest() for file in files if file.is_file()}
    entries = {entry.key: entry for entry in _manifest(out / MANIFEST)}
    for entry in _manifest(out / PROMISED):
        # A build was cut short after it had put this file in place and before it wrote the manifest.
        if hashes.get(entry.file) == entry.sha256:
            entries[entry.key] = entry
    return Built(entries, hashes, read_lines(out))


def _manifest(path: Path) -> tuple[ManifestEntry, ...]:
    try:
        return read_manifest(path.read_text(encoding="utf-8")) or ()
    except (OSError, UnicodeDecodeError):
        return ()


def file_states(prepared: Prepared, built: Built, signed: Mapping[Key, SignedCopy]) -> tuple[FileState, ...]:
    """Return the state of every planned document, in printing order, then of those that wait, then of extra files.

    Args:
        prepared: Every document as it would be written.
        built: What stands in `out/`.
        signed: The signed documents, each with its copy.
    """
    edited = edited_places(built.lines, lines_of(prepared.checked.texts))
    planned = tuple(
        _state(document, prepared.finished[document.key], built, signed.get(document.key), edited)
        for document in prepared.documents
    )
    waiting = tuple(_held(one, built) for one in prepared.held)
    return (*planned, *waiting, *_extra(prepared, built))


def _state(
    document: Document,
    finished: FinishedDocument,
    built: Built,
    signed: SignedCopy | None,
    edited: tuple[Place, ...],
) -> FileState:
    kind, subject = document.key
    file = document_file(document.file_name)
    entry = built.entries.get(document.key)
    at_place = built.hashes.get(file)
    because = _because(document, finished.template, entry, file, edited)

    def make(state: State, new: bytes | None = None, *, is_outdated: bool = False) -> FileState:
        return FileState(
            state,
            kind,
            subject,
            file,
            document,
            because,
            is_outdated,
            new,
            signed.file if signed is not None else "",
            signed.pdf if signed is not None else "",
            is_taken=entry is not None and entry.is_taken,
        )

    is_ours = file in built.untouched
    if signed is not None and signed.content is not None:
        if at_place == sha256(signed.content).hexdigest():
            return make(State.SIGNED)
        if at_place is None or is_ours:
            return make(State.SIGNED, signed.content)
        return make(State.EDITED, _not_laid(signed.content, file, built), is_outdated=True)
    wanted = finished.sha256
    if signed is not None and at_place is not None:
        is_by_hand = at_place != wanted and not is_ours and not (entry is not None and entry.is_taken)
        return make(State.EDITED) if is_by_hand else make(State.SIGNED, is_outdated=at_place != wanted)
    if signed is not None and signed.pdf:
        return make(State.SIGNED, finished.content)  # to be read: what was signed is the PDF
    if at_place == wanted:
        return make(State.SAME)
    if at_place is None or is_ours:
        is_known = entry is not None and entry.file in built.hashes
        return make(State.CHANGED if is_known else State.NEW, finished.content)
    # A file that no manifest knows was laid there by a person.
    is_outdated = entry is None or entry.file != file or entry.fingerprint != document.fingerprint
    return make(
        State.EDITED, _not_laid(finished.content, file, built) if is_outdated else None, is_outdated=is_outdated
    )


def _not_laid(content: bytes, file: str, built: Built) -> bytes | None:
    """Return the content, or None where it lies beside the file already."""
    return None if built.hashes.get(beside(file)) == sha256(content).hexdigest() else content


def beside(file: str) -> str:
    """Return where the new file is laid when a person has edited this one.

    >>> beside("docx/05 Приказ.docx")
    'docx/05 Приказ (новый).docx'
    """
    return f"{file.removesuffix('.docx')}{BESIDE}.docx"


def _because(
    document: Document, template: str, entry: ManifestEntry | None, file: str, edited: tuple[Place, ...]
) -> tuple[Place, ...]:
    if entry is None:
        record = document.planned.subject.record
        return causes([record.place() if record is not None else document.planned.kind.place()], edited)
    if not entry.words:
        return ()  # a signed copy that no build has seen: what its words were is not known
    changed = changed_words(entry.words, document.values)
    if not changed and entry.fingerprint != document.fingerprint:
        return (Place(template),)
    found = places_of(changed, document)
    return causes(found, edited) if changed or entry.file != file else found


def places_of(words: Iterable[str], document: Document) -> tuple[Place, ...]:
    """Return the places that the words come from, sorted.

    A word that is gone, or only counts others, has none of its own: then it is the nearest words of its group that
    tell where to look.
    """
    own = document.places
    found = {place for word in words for place in own.get(word, ()) or _nearest(word, own)}
    return tuple(sorted(found)) or (document.planned.kind.place(),)


def _nearest(word: str, places: Mapping[str, tuple[Place, ...]]) -> tuple[Place, ...]:
    while word:
        word = word[: max(word.rfind("."), word.rfind("["), 0)]
        near = next((own for name, own in places.items() if own and name.startswith(word)), ()) if word else ()
        if near:
            return near
    return ()


def _held(held: Held, built: Built) -> FileState:
    kind, subject = held.planned.key
    entry = built.entries.get(held.planned.key)
    file = entry.file if entry is not None else ""
    return FileState(
        State.HELD, kind, subject, file, because=(held.place,), reason=held.reason, title=held.planned.title
    )


def _extra(prepared: Prepared, built: Built) -> Iterator[FileState]:
    """Yield every built file that no document is planned for.

    While anything is wrong they wait: a record that could not be read would take its documents with it.
    """
    planned = {*(one.key for one in prepared.documents), *(one.planned.key for one in prepared.held)}
    wanted = {document_file(document.file_name) for document in prepared.documents}
    names = {document.key: document.file_name for document in prepared.documents}
    for key, entry in sorted(built.entries.items()):
        if entry.file not in built.hashes or key in {one.planned.key for one in prepared.held}:
            continue
        if entry.file in wanted and (key in planned or entry.file not in built.untouched):
            continue
        if prepared.is_partial and key not in planned:
            reason = "пока есть ошибки, неизвестно, нужен ли он"
            yield FileState(State.HELD, entry.kind, entry.subject, entry.file, reason=reason)
            continue
        if key in names:
            by_hand = "" if entry.file in built.untouched else "; ваша правка осталась в этом файле, перенесите её"
            yield FileState(State.EXTRA, *key, entry.file, reason=f"теперь это «{names[key]}»{by_hand}")
            continue
        reason, place = _why_extra(entry, prepared)
        yield FileState(State.EXTRA, *key, entry.file, because=(place,) if place else (), reason=reason)


def _why_extra(entry: ManifestEntry, prepared: Prepared) -> tuple[str, Place | None]:
    """Return in words why nobody needs a file any more, and the place that says so."""
    kind = next((kind for kind in prepared.checked.kinds if kind.stem == entry.kind), None)
    if kind is None:
        return f"нет больше вида акта acts/{entry.kind}.yaml", None
    if entry.subject:
        return f"в данных этого года нет: {entry.subject}", None
    if kind.needed is not None:
        return f"не выполнено условие акта: «нужно: {kind.written('нужно')}»", kind.place("нужно")
    return "на день акта этот вид не действует", kind.place()
