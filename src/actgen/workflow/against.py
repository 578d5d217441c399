"""plan --against: the documents of this workspace beside those of another revision, since `out/` is not in git."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from actgen.plan import changed_words, word_hashes
from actgen.workflow.check import check_workspace
from actgen.workflow.differences import Difference, differences
from actgen.workflow.edits import causes, edited_places, lines_of
from actgen.workflow.planning import Planned, of_kinds, text_now
from actgen.workflow.prepared import Key, Prepared, prepare
from actgen.workflow.quick import document_file
from actgen.workflow.refusal import Refused
from actgen.workflow.states import FileState, State, places_of

_READ = frozenset({"data", "acts", "templates"})
"""Folders of a workspace, or of its base, that are read."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A plan beside that of another revision; `were_faulty` tells how many errors that revision has itself."""

    planned: Planned
    were_faulty: int


def compare_workspace(project: Path | str, against: str, kinds: Iterable[str] = ()) -> Compared:
    """Return which documents are another than in a revision of git, or in another folder; write nothing.

    Args:
        project: The workspace folder.
        against: A folder with the other workspace, else a revision of the repository that the project lies in.
        kinds: File stems of the kinds to look at; all when empty.

    Raises:
        Refused: There is neither such a folder nor such a revision, or the workspace was not there then.
    """
    now = prepare(check_workspace(project))
    with _other(Path(project), against) as folder:
        checked = check_workspace(folder, is_kept=False)
        # Nothing is built of it, so nothing is held back: what it had wrong is what this change may mend.
        before = prepare(replace(checked, diagnostics=()))
    states = of_kinds(tuple(_states(before, now)), kinds)
    changed = {
        key: found
        for key in now.finished.keys() & before.finished.keys()
        if (found := differences(text_now(before, key), text_now(now, key)))
    }
    were_faulty = sum(found.is_error for found in checked.diagnostics)
    return Compared(Planned(now.checked, states, now.diagnostics, _in_order(states, changed)), were_faulty)


def _in_order(
    states: Iterable[FileState], changed: Mapping[Key, tuple[Difference, ...]]
) -> dict[Key, tuple[Difference, ...]]:
    return {state.key: changed[state.key] for state in states if state.key in changed}


def _states(before: Prepared, now: Prepared) -> Iterator[FileState]:
    """Yield the state of each document now, in printing order, then of those that wait and those that are gone."""
    earlier = {document.key: document for document in before.documents}
    edited = edited_places(lines_of(before.checked.texts), lines_of(now.checked.texts))
    for document in now.documents:
        file, finished = document_file(document.file_name), now.finished[document.key]
        if document.key not in earlier:
            record = document.planned.subject.record or document.planned.kind
            yield FileState(State.NEW, *document.key, file, document, (record.place(),), content=finished.content)
            continue
        if before.finished[document.key].sha256 == finished.sha256:
            yield FileState(State.SAME, *document.key, file, document)
            continue
        changed = changed_words(word_hashes(earlier[document.key].values), document.values)
        because = causes(places_of(changed, document), edited)
        yield FileState(State.CHANGED, *document.key, file, document, because, content=finished.content)
    waiting = {one.planned.key for one in now.held}
    for one in now.held:
        yield FileState(
            State.HELD, *one.planned.key, "", because=(one.place,), reason=one.reason, title=one.planned.title
        )
    for key, document in earlier.items():
        if key not in now.finished and key not in waiting:
            yield FileState(State.EXTRA, *key, document_file(document.file_name), reason="в данных его больше нет")


@contextmanager
def _other(project: Path, against: str) -> Iterator[Path]:
    """Give the other workspace as a folder: one that is there, or a revision laid out for a while."""
    if Path(against).is_dir():
        if not (Path(against) / "data").is_dir():
            raise Refused(f"в папке нет data: {against}", "назовите папку школы", is_wrong_line=True)
        yield Path(against)
        return
    top = Path(_git(project, "rev-parse", "--show-toplevel").strip() or project)
    commit = _git(project, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{against}^{{commit}}").strip()
    if not commit:
        hint = "назовите ветку, метку или папку; в CI возьмите и историю: fetch-depth: 0"
        raise Refused(f"нет ни папки, ни версии git: {against}", hint, is_wrong_line=True)
    with tempfile.TemporaryDirectory(prefix="actgen-") as laid:
        _lay_out(project, commit, Path(laid))
        folder = Path(laid) / project.resolve().relative_to(top.resolve())
        if not (folder / "data").is_dir():
            raise Refused(f"в версии {against} этой школы ещё нет", "сравните с более поздней", is_wrong_line=True)
        yield folder


def _lay_out(project: Path, commit: str, folder: Path) -> None:
    """Write the files of a commit that a workspace reads, as a checkout would, with an index of its own."""
    own_index = {**os.environ, "GIT_INDEX_FILE": str(folder / ".index")}
    top = Path(_git(project, "rev-parse", "--show-toplevel").strip())
    _git(top, "read-tree", commit, environment=own_index)
    listed = _git(top, "ls-files", "-z", environment=own_index).split("\0")
    wanted = "".join(f"{name}\0" for name in listed if _READ & set(PurePosixPath(name).parts[:-1]))
    _git(top, "checkout-index", "-z", "--stdin", f"--prefix={folder.as_posix()}/", environment=own_index, given=wanted)


def _git(folder: Path, *words: str, environment: Mapping[str, str] | None = None, given: str = "") -> str:
    """Return what git answers, "" where it refuses.

    Raises:
        Refused: There is no git.
    """
    try:
        answer = subprocess.run(
            ["git", "-c", "core.quotePath=false", *words],
            cwd=folder,
            env=environment,
            input=given.encode(),
            capture_output=True,
            check=False,
        )
    except FileNotFoundError as absent:
        raise Refused("для сравнения с версией нужна программа git", "установите её или назовите папку") from absent
    return answer.stdout.decode() if answer.returncode == 0 else ""
