"""build: check, then put every document that is new or changed into `out/`, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from actgen.bundle import ManifestEntry, manifest_text
from actgen.diagnostics import Diagnostic
from actgen.diagnostics.diagnostic import in_order
from actgen.docx import FillFault, fill
from actgen.plan import Document, word_hashes
from actgen.rules import Finished, FinishedDocument, check_texts, printed_codes, rules
from actgen.school import LOCK, lock_text
from actgen.version import VERSION
from actgen.workflow.check import Checked, check_workspace, is_doubt, with_waivers
from actgen.workflow.files import only_writer, write_together
from actgen.workflow.forms import lock_differences
from actgen.workflow.quick import MANIFEST
from actgen.workflow.states import BESIDE, FORMER, FileState, State, file_states, read_built


@dataclass(frozen=True, slots=True)
class Planned:
    """What `plan` knows: the check, and the state of every file."""

    checked: Checked
    states: tuple[FileState, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """What a build did: the check, the states before it, the files that it wrote or moved.

    `is_refused` tells that nothing was written because of an error.
    """

    checked: Checked
    states: tuple[FileState, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    written: tuple[Path, ...] = ()
    moved: tuple[Path, ...] = ()
    is_refused: bool = False

    @property
    def has_errors(self) -> bool:
        """Whether anything kept documents from being built."""
        return any(diagnostic.is_error for diagnostic in self.diagnostics)


def plan_workspace(project: Path | str, out: Path | str | None = None, kinds: Iterable[str] = ()) -> Planned:
    """Return what a build would do with each file, and because of which places; write nothing.

    Args:
        project: The workspace folder.
        out: Where built files lie; `out` of the project when not given.
        kinds: File stems of the kinds to look at; all when empty.
    """
    checked = check_workspace(project)
    states = file_states(checked.plan, read_built(_out(project, out)))
    return Planned(checked, _of_kinds(states, kinds))


def build_workspace(
    project: Path | str,
    out: Path | str | None = None,
    kinds: Iterable[str] = (),
    on_document: Callable[[FileState], None] = lambda _: None,
    *,
    is_locked: bool = False,
) -> Written:
    """Check the workspace and write every document that is new or changed; with an error write nothing.

    A document that would print a doubtful form is held back, the others are built. The forms that documents print are
    written to `data/declension.lock.yaml`.

    A file that a person edited is never overwritten: the new one is laid beside it as «… (новый).docx». A file
    planned no more moves to `прежние/`. A build without changes writes nothing.

    Args:
        project: The workspace folder.
        out: Where to build; `out` of the project when not given.
        kinds: File stems of the kinds to build; all when empty.
        on_document: Told of every document before it is filled.
        is_locked: Change nothing when a printed form is missing in the lock or differs from it (for CI).

    Raises:
        WriteFault: The disk or an open file prevents it; every file is as it was.
    """
    folder = _out(project, out)
    checked = check_workspace(project)
    if checked.withholds_all:
        return Written(checked, (), checked.diagnostics, is_refused=True)
    lock_path, lock = Path(project) / LOCK, lock_text(checked.forms.asked())
    if is_locked and (differences := lock_differences(checked)):
        return Written(checked, (), (*checked.diagnostics, *differences), is_refused=True)
    with only_writer(folder):
        built = read_built(folder)
        states = _of_kinds(file_states(checked.plan, built), kinds)
        contents: dict[Path, bytes] = {}
        moves: dict[Path, Path] = {}
        entries = dict(built.entries)
        found: list[Diagnostic] = []
        finished, faults = _filled(checked)
        found.extend(faults)
        found.extend(_text_findings(checked, finished))
        for state in states:
            on_document(state)
            document = state.document
            if document is None:
                moves[folder / state.file] = _free(folder / FORMER / Path(state.file).name)
                entries = {key: entry for key, entry in entries.items() if entry.file != state.file}
                continue
            if state.state is State.SAME or (state.state is State.EDITED and not state.is_outdated):
                continue
            content = finished.get(document.key, b"")
            if state.state is State.EDITED and not _stands(folder / state.file, content):
                beside = _beside(folder / state.file)
                if beside.exists() and not _stands(beside, content):
                    # Perhaps edited as well: nothing tells, so it is kept.
                    moves[beside] = _free(folder / FORMER / beside.name)
                contents[beside] = content
                continue
            contents[folder / state.file] = content
            entries[document.key] = _entry(document, state.file, content)
        found = [*_without_doubled(checked.diagnostics, found), *found]
        if any(diagnostic.is_error and not is_doubt(diagnostic) for diagnostic in found):
            return Written(checked, states, in_order(found), is_refused=True)
        contents = {path: content for path, content in contents.items() if not _stands(path, content)}
        if not is_locked and not _stands(lock_path, lock.encode()):
            contents[lock_path] = lock.encode()
        manifest = manifest_text(tuple(entries.values()), VERSION).encode()
        if not _stands(folder / MANIFEST, manifest):
            # Last, so that a build cut short leaves files which the next one takes for a person's: nothing is lost.
            contents[folder / MANIFEST] = manifest
        write_together(contents, moves)
    written = tuple(path for path in contents if path.suffix == ".docx")
    return Written(checked, states, in_order(found), written, tuple(moves.values()))


def _without_doubled(early: Iterable[Diagnostic], late: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the findings on data, less «ЗАПОЛНИТЕ» where a finished document has shown it as an error."""
    unfilled = {(found.place.file, found.place.line) for found in late if found.code == "W101"}
    return (d for d in early if d.code != "D170" or (d.place.file, d.place.line) not in unfilled)


def _filled(checked: Checked) -> tuple[dict[tuple[str, str], bytes], list[Diagnostic]]:
    """Return every document of the plan as it would be written, also those that stand there unchanged.

    Rules on the text compare the documents of the whole set, and what they say must not depend on what was built last.
    """
    finished: dict[tuple[str, str], bytes] = {}
    faults: list[Diagnostic] = []
    for document in checked.plan.documents:
        try:
            finished[document.key] = fill(checked.templates[document.planned.kind.stem], document.words)
        except FillFault as fault:
            faults.extend(fault.diagnostics)
    return finished, faults


def _text_findings(checked: Checked, finished: Mapping[tuple[str, str], bytes]) -> Iterator[Diagnostic]:
    if checked.school is None:
        return iter(())
    documents = tuple(
        FinishedDocument(
            document,
            finished[document.key],
            checked.templates[document.planned.kind.stem].file,
            checked.texts,
        )
        for document in checked.plan.documents
        if document.key in finished
    )
    found = check_texts(Finished(checked.school, documents))
    asked = [rule.code for rule in rules() if rule.code.startswith("W") and rule.code not in printed_codes()]
    return with_waivers(found, checked.school, checked.texts, asked)


def _out(project: Path | str, out: Path | str | None) -> Path:
    return Path(out) if out is not None else Path(project) / "out"


def _of_kinds(states: tuple[FileState, ...], kinds: Iterable[str]) -> tuple[FileState, ...]:
    wanted = frozenset(kinds)
    return tuple(state for state in states if not wanted or state.kind in wanted)


def _entry(document: Document, file: str, content: bytes) -> ManifestEntry:
    requisites = document.planned.requisites
    return ManifestEntry(
        kind=document.planned.kind.stem,
        subject=document.planned.subject.key,
        file=file,
        sha256=sha256(content).hexdigest(),
        fingerprint=document.fingerprint,
        number=requisites.number,
        date=requisites.day.isoformat() if requisites.day else None,
        words=word_hashes(document.values),
    )


def _stands(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.stem}{BESIDE}{path.suffix}")


def _free(path: Path) -> Path:
    number, free = 2, path
    while free.exists():
        free, number = path.with_name(f"{path.stem} ({number}){path.suffix}"), number + 1
    return free
