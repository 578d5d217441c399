"""plan: everything that a build would do, worked out in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from actgen.diagnostics import Diagnostic
from actgen.docx import ArchiveFault, canonical_text, document_lines
from actgen.docx import differences as docx_differences
from actgen.plan import Document
from actgen.rules import FinishedDocument
from actgen.workflow.check import Checked, check_workspace
from actgen.workflow.differences import Difference, differences, paragraphs
from actgen.workflow.prepared import Key, Prepared, prepare, with_held, with_names_kept
from actgen.workflow.readings import Readings, read_readings
from actgen.workflow.signed import SignedCopy, signed_copies
from actgen.workflow.states import Built, FileState, State, file_states, read_built
from actgen.workflow.texts import Texts, read_texts


@dataclass(frozen=True, slots=True)
class Planned:
    """What `plan` knows: the check, the state of every file, and all that was found, also in the finished texts.

    `differences` gives by kind and subject what is another in the text of a document that would change, or that is
    signed or edited by hand while its data changed.
    """

    checked: Checked
    states: tuple[FileState, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    differences: Mapping[Key, tuple[Difference, ...]] = field(default_factory=dict)

    @property
    def has_errors(self) -> bool:
        """Whether anything keeps documents from being built."""
        return any(state.state is State.HELD for state in self.states) or any(d.is_error for d in self.diagnostics)


@dataclass(frozen=True, slots=True)
class Worked:
    """A plan with what it was made from: the documents as they would be written, and what stands in `out/`.

    `readings` is what was known of the documents before.
    """

    prepared: Prepared
    built: Built
    states: tuple[FileState, ...]
    texts: Texts
    readings: Readings


def out_folder(project: Path | str, out: Path | str | None) -> Path:
    """Return where built files lie: `out` of the project when no folder is given."""
    return Path(out) if out is not None else Path(project) / "out"


def plan_workspace(project: Path | str, out: Path | str | None = None, kinds: Iterable[str] = ()) -> Planned:
    """Return what a build would do with each file, and because of which places; write nothing.

    Args:
        project: The workspace folder.
        out: Where built files lie; `out` of the project when not given.
        kinds: File stems of the kinds to look at; all when empty.

    Raises:
        WriteFault: A file of `out/` cannot be read.
    """
    folder = out_folder(project, out)
    worked = work_out(check_workspace(project), Path(project), folder)
    states = of_kinds(worked.states, kinds)
    return Planned(worked.prepared.checked, states, worked.prepared.diagnostics, text_changes(worked, states, folder))


def work_out(
    checked: Checked, project: Path, out: Path, on_document: Callable[[Document], None] = lambda _: None
) -> Worked:
    """Return what would be written where; with a signed document its kept copy, and never its data.

    Raises:
        WriteFault: A file of `out/` cannot be read.
    """
    built = read_built(out)
    readings = read_readings(project)
    prepared = prepare(checked, on_document, readings)
    signed = signed_copies(project, prepared.documents)
    prepared = with_names_kept(prepared, _kept_names(prepared, built, signed))
    prepared = with_held(prepared, {key: copy.fault for key, copy in signed.items() if copy.fault is not None})
    texts = read_texts(out)
    states = file_states(prepared, built, signed)
    states = tuple(_signed_state(state, prepared, signed, out) for state in states)
    return Worked(prepared, built, states, texts, readings)


def _kept_names(prepared: Prepared, built: Built, signed: Mapping[Key, SignedCopy]) -> Mapping[Key, str]:
    """Return the names of the files in `out/` that another number in front does not rename.

    Of a file that a person changed, and of one that was signed and kept nowhere else, there is no other; and while a
    kind cannot be read, what number its documents have is not known.
    """
    return {
        key: Path(entry.file).stem
        for key, entry in built.entries.items()
        if prepared.is_partial
        or (entry.file in built.hashes and (entry.file not in built.untouched or signed.get(key) == SignedCopy()))
    }


def _signed_state(state: FileState, prepared: Prepared, signed: Mapping[Key, SignedCopy], out: Path) -> FileState:
    """Return the state of a signed document that knows whether its data give another text by now."""
    if state.state is not State.SIGNED:
        return state
    copy, now = signed[state.key], prepared.finished[state.key]
    if copy.content is None and copy.pdf_text is not None:
        return replace(state, is_outdated=canonical_text(now.content).digest != copy.pdf_text)
    standing = copy.content if copy.content is not None else _read(out / state.file)
    return replace(state, is_outdated=bool(_against_signed(standing, now)))


def _against_signed(standing: bytes | None, now: FinishedDocument) -> tuple[Difference, ...]:
    """Return what the data would print otherwise than what was signed; a blank that was filled in is no difference."""
    if standing is None or sha256(standing).hexdigest() == now.sha256:
        return ()
    try:
        found = docx_differences(canonical_text(now.content), canonical_text(standing))
    except ArchiveFault:
        return ()
    return tuple(Difference(f"{one.where}: {one.now}", f"{one.where}: {one.was}") for one in found)


def of_kinds(states: tuple[FileState, ...], kinds: Iterable[str]) -> tuple[FileState, ...]:
    """Return the states of some kinds; of all when none is named."""
    wanted = frozenset(kinds)
    return tuple(state for state in states if not wanted or state.kind in wanted)


def text_now(prepared: Prepared, key: Key) -> tuple[str, ...]:
    """Return the paragraphs of a document as its data give them now."""
    return paragraphs(prepared.finished[key].lines)


def text_built(worked: Worked, state: FileState, out: Path) -> tuple[str, ...] | None:
    """Return the paragraphs of a document as it was last built, None where that is not known any more."""
    entry = worked.built.entries.get(state.key)
    if entry is None:
        return None
    if not entry.is_taken and worked.built.hashes.get(entry.file) == entry.sha256:
        return paragraphs_of(_read(out / entry.file))
    return worked.texts.get(entry.sha256)


def text_changes(worked: Worked, states: Iterable[FileState], out: Path) -> dict[Key, tuple[Difference, ...]]:
    """Return what is another in the text of each document that would change or is outdated."""
    found = {}
    for state in states:
        if state.document is None or state.state in (State.SAME, State.NEW):
            continue
        if state.state is State.SIGNED:
            standing = state.content if state.content is not None else _read(out / state.file)
            changed = _against_signed(standing, worked.prepared.finished[state.key])
        else:
            before = text_built(worked, state, out)
            changed = differences(before, text_now(worked.prepared, state.key)) if before is not None else ()
        if changed:
            found[state.key] = changed
    return found


def paragraphs_of(content: bytes | None) -> tuple[str, ...] | None:
    """Return the paragraphs of a Word file, None for one that is not read."""
    if content is None:
        return None
    try:
        return paragraphs(document_lines(content))
    except ArchiveFault:
        return None


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
