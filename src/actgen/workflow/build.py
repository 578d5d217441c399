"""build: check, then put every document that is new or changed into `out/`, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from actgen.bundle import ManifestEntry, manifest_text
from actgen.diagnostics import Diagnostic
from actgen.plan import Document, word_hashes
from actgen.school import LOCK, lock_text
from actgen.version import VERSION
from actgen.workflow.check import Checked, check_workspace
from actgen.workflow.differences import Difference
from actgen.workflow.edits import LINES, lines_content, lines_of
from actgen.workflow.files import clear_leftovers, free_name, only_writer, write_together
from actgen.workflow.forms import lock_differences
from actgen.workflow.planning import Worked, of_kinds, out_folder, text_changes, text_now, work_out
from actgen.workflow.prepared import Key
from actgen.workflow.quick import MANIFEST, PROMISED, remember_silent
from actgen.workflow.readings import keep_readings
from actgen.workflow.states import FORMER, FileState, State, beside
from actgen.workflow.texts import TEXTS, texts_content


@dataclass(frozen=True, slots=True)
class Written:
    """What a build did: the check, the states before it, the files that it wrote or moved.

    `is_refused` tells that nothing was written because of an error. `differences` as in `Planned`.
    """

    checked: Checked
    states: tuple[FileState, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    written: tuple[Path, ...] = ()
    moved: tuple[Path, ...] = ()
    is_refused: bool = False
    differences: Mapping[Key, tuple[Difference, ...]] = field(default_factory=dict)

    @property
    def has_errors(self) -> bool:
        """Whether anything kept documents from being built."""
        return any(state.state is State.HELD for state in self.states) or any(d.is_error for d in self.diagnostics)


def build_workspace(
    project: Path | str,
    out: Path | str | None = None,
    kinds: Iterable[str] = (),
    on_document: Callable[[Document], None] = lambda _: None,
    *,
    is_locked: bool = False,
    all_or_nothing: bool = False,
) -> Written:
    """Check the workspace and write every document that is new or changed, as `plan_workspace` says it.

    An error holds back the documents that read the record at fault; the others are built, and no file is put away while
    it is not known what is missing. The forms that documents print are written to `data/declension.lock.yaml`.

    A file that a person edited is never overwritten: the new one is laid beside it as «… (новый).docx». A file
    planned no more moves to `прежние/`. A signed document is not built. A build without changes writes nothing.

    Args:
        project: The workspace folder.
        out: Where to build; `out` of the project when not given.
        kinds: File stems of the kinds to build; all when empty.
        on_document: Told of every document before it is filled.
        is_locked: Change nothing when a printed form is missing in the lock or differs from it (for CI).
        all_or_nothing: Change nothing when a document is held back (for CI).

    Raises:
        WriteFault: The disk or an open file prevents it; every file is as it was.
    """
    folder = out_folder(project, out)
    checked = check_workspace(project)
    if is_locked and (changed := lock_differences(checked)):
        return Written(checked, (), (*checked.diagnostics, *changed), is_refused=True)
    with only_writer(folder):
        clear_leftovers((folder, folder / "docx", folder / FORMER, Path(project) / LOCK.partition("/")[0]))
        worked = work_out(checked, Path(project), folder, on_document)
        states = of_kinds(worked.states, kinds)
        done = Written(checked, states, worked.prepared.diagnostics, differences=text_changes(worked, states, folder))
        if done.has_errors and (all_or_nothing or not worked.prepared.documents):
            return replace(done, is_refused=True)
        contents, moves = _to_write(states, folder)
        entries = _entries(worked, states)
        if not is_locked and not worked.prepared.is_partial:
            contents[Path(project) / LOCK] = lock_text(checked.forms.asked()).encode()
        if not kinds and any(s.will_change for s in states) and not any(s.state is State.HELD for s in states):
            contents[folder / LINES] = lines_content(lines_of(checked.texts))
        contents[folder / TEXTS] = texts_content(texts_of(worked, entries))
        standing = {folder / file: digest for file, digest in worked.built.hashes.items()}
        _write(contents, moves, folder, manifest_text(tuple(entries), VERSION).encode(), standing)
    keep_readings(Path(project), worked.readings, worked.prepared.finished.values())
    if checked.silent_inputs and worked.prepared.diagnostics == checked.diagnostics:
        remember_silent(Path(project), checked.silent_inputs)
    written = tuple(folder / (beside(s.file) if s.state is State.EDITED else s.file) for s in states if s.content)
    return replace(done, written=written, moved=tuple(moves.values()))


def _to_write(states: Iterable[FileState], folder: Path) -> tuple[dict[Path, bytes], dict[Path, Path]]:
    """Return the files to write and those to move."""
    contents: dict[Path, bytes] = {}
    moves: dict[Path, Path] = {}
    for state in states:
        if state.state is State.EXTRA:
            moves[folder / state.file] = free_name(folder / FORMER / Path(state.file).name)
        elif state.content is not None and state.state is State.EDITED:
            new = folder / beside(state.file)
            if new.exists():
                # Perhaps edited as well: nothing tells, so it is kept.
                moves[new] = free_name(folder / FORMER / new.name)
            contents[new] = state.content
        elif state.content is not None:
            contents[folder / state.file] = state.content
    return contents, moves


def _write(
    contents: Mapping[Path, bytes],
    moves: Mapping[Path, Path],
    folder: Path,
    manifest: bytes,
    standing: Mapping[Path, str],
) -> None:
    """Write what is another than on the disk, the manifest last."""
    changed = {path: content for path, content in contents.items() if not _stands(path, content)}
    promised = folder / PROMISED
    if changed or moves or not _stands(folder / MANIFEST, manifest):
        write_together({**changed, folder / MANIFEST: manifest}, moves, (promised, manifest), standing=standing)
    elif promised.exists():
        promised.unlink()


def _entries(worked: Worked, states: Iterable[FileState]) -> list[ManifestEntry]:
    """Return the manifest as it is after the build: what was written now, and what stays of the earlier ones."""
    entries = {key: entry for key, entry in worked.built.entries.items() if entry.file in worked.built.hashes}
    for state in states:
        document, earlier = state.document, entries.get(state.key)
        if state.state is State.EXTRA:
            if earlier is not None and earlier.file == state.file:
                del entries[state.key]
        elif document is None or state.state is State.EDITED:
            continue
        elif state.state is State.SIGNED and state.is_outdated:
            # Its words are those of the signing: so the next build finds the difference again, and says it.
            digest = _digest(state, worked)
            signed = ("", {}) if earlier is None else (earlier.fingerprint, earlier.words)
            entries[state.key] = replace(
                manifest_entry(document, state.file, digest), fingerprint=signed[0], words=signed[1]
            )
        else:
            entries[state.key] = manifest_entry(document, state.file, _digest(state, worked))
    return list(entries.values())


def _digest(state: FileState, worked: Worked) -> str:
    """Return the hash of what stands in the file after the build."""
    if state.content is None:
        return worked.built.hashes[state.file]
    finished = worked.prepared.finished[state.key]
    return finished.sha256 if state.content is finished.content else sha256(state.content).hexdigest()


def manifest_entry(document: Document, file: str, digest: str) -> ManifestEntry:
    """Return what the manifest says of a document that stands in a file of that hash."""
    requisites = document.planned.requisites
    return ManifestEntry(
        kind=document.planned.kind.stem,
        subject=document.planned.subject.key,
        file=file,
        sha256=digest,
        fingerprint=document.fingerprint,
        number=requisites.number,
        date=requisites.day.isoformat() if requisites.day else None,
        words=word_hashes(document.values),
    )


def texts_of(worked: Worked, entries: Iterable[ManifestEntry]) -> dict[str, tuple[str, ...]]:
    """Return the text of every built file: of those that the data give now, else as it was kept."""
    finished = worked.prepared.finished
    now = {one.sha256: key for key, one in finished.items()}
    kept = {}
    for entry in entries:
        if entry.sha256 in now:
            kept[entry.sha256] = text_now(worked.prepared, now[entry.sha256])
        elif entry.sha256 in worked.texts:
            kept[entry.sha256] = worked.texts[entry.sha256]
    return kept


def _stands(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False
