"""The plan says exactly which files a build changes: random single edits of the example workspaces, in memory.

`ACTGEN_EDITS` is how many are tried, `ACTGEN_EDITS_FROM` the number of the first. With `ACTGEN_EDITS_RULES` the rules
on finished text are asked too: plan and build ask them alike, and they take most of the time.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest

from actgen.diagnostics import Outcome
from actgen.rules import Reading
from actgen.workflow import prepared
from actgen.workflow.build import manifest_entry
from actgen.workflow.check import check_snapshot
from actgen.workflow.edits import lines_of
from actgen.workflow.prepared import Prepared, prepare, with_names_kept
from actgen.workflow.quick import document_file
from actgen.workflow.states import Built, FileState, State, file_states
from actgen.workflow.workspace import Snapshot, read_workspace
from tests.workspaces import ROOT

EDITS = int(os.environ.get("ACTGEN_EDITS", "40"))
FIRST = int(os.environ.get("ACTGEN_EDITS_FROM", "0"))
WORKSPACES = (ROOT, *sorted((ROOT / "examples").glob("*-20*")))
_VALUE = re.compile(r"^( *(?:- )?(?:[\w№ ]+: )?)([^\s#\[\]{}&*|>\"'][^#\n]*?)( *(?:#.*)?)$")
_FORMS = ("data/declension.yaml", "data/declension.lock.yaml")


@dataclass(frozen=True)
class Base:
    """A workspace without change: what was read, and its files as a build leaves them."""

    name: str
    snapshot: Outcome[Snapshot]
    built: Built
    contents: dict[tuple[str, str], tuple[str, bytes]]
    readings: dict[str, Reading]


@pytest.fixture(scope="module")
def without_text_rules() -> Iterator[None]:
    """Leave out the rules on finished text, unless they are asked for."""
    with pytest.MonkeyPatch.context() as patch:
        if not os.environ.get("ACTGEN_EDITS_RULES"):
            patch.setattr(prepared, "check_texts", lambda _: ())
        yield


@pytest.fixture(scope="module")
def bases(without_text_rules: None) -> tuple[Base, ...]:
    return tuple(base_of(folder) for folder in WORKSPACES)


def base_of(folder: Path) -> Base:
    snapshot = read_workspace(folder)
    now = prepare(check_snapshot(snapshot))
    assert not now.has_errors, folder
    files = {d.key: (document_file(d.file_name), now.finished[d.key].content) for d in now.documents}
    entries = {d.key: manifest_entry(d, files[d.key][0], sha256(files[d.key][1]).hexdigest()) for d in now.documents}
    built = Built(entries, {e.file: e.sha256 for e in entries.values()}, lines_of(now.checked.texts))
    return Base(folder.name, snapshot, built, files, readings_of(now))


def readings_of(prepared: Prepared) -> dict[str, Reading]:
    """Return what a build of it leaves to the next one."""
    return {one.document.fingerprint: Reading(one.sha256, one.lines, one.pages) for one in prepared.finished.values()}


def edited(base: Base, random: Random) -> tuple[str, int, Outcome[Snapshot]]:
    """Return the workspace with one value changed, or one line taken out: the file, the line, and what is read then."""
    texts = base.snapshot.value.texts
    file = random.choice(sorted(name for name in texts if texts[name] and name not in _FORMS))
    rows = texts[file].split("\n")
    number = random.choice([n for n, row in enumerate(rows) if _VALUE.match(row)])
    found = _VALUE.match(rows[number])
    assert found is not None
    value = found[2]
    ways = [f"{value} иначе", value[: max(1, len(value) // 2)], None]
    if any(letter.isdigit() for letter in value):
        ways += [re.sub(r"\d(?=\D*$)", lambda d: str((int(d[0]) + 1) % 10), value)] * 3
    way = random.choice(ways)
    rows[number : number + 1] = [] if way is None else [f"{found[1]}{way}{found[3]}"]
    changed = replace(base.snapshot.value, texts={**texts, file: "\n".join(rows)})
    return file, number + 1, Outcome(changed, base.snapshot.diagnostics)


def test_what_the_plan_predicts_is_what_changes_and_names_the_place(bases: tuple[Base, ...]) -> None:
    changed_documents = 0
    misplaced = []
    for number in range(FIRST, FIRST + EDITS):
        random = Random(number)
        base = random.choice(bases)
        file, line, snapshot = edited(base, random)
        now = prepare(check_snapshot(snapshot), readings=base.readings)
        if now.is_partial:
            now = with_names_kept(now, {key: Path(entry.file).stem for key, entry in base.built.entries.items()})
        states = file_states(now, base.built, {})
        about = f"edit {number}: {base.name}, {file}:{line}"

        assert _predicted(states) == _changed(base, now), about
        for state in states:
            if state.state is State.CHANGED:
                changed_documents += 1
                assert state.because, about
                if file not in {place.file for place in state.because}:
                    misplaced.append(f"{about}: {state.file}: {state.because}")
            if state.state is State.SAME and state.document is not None:
                assert base.contents[state.key][1] == now.finished[state.key].content, about
    assert changed_documents > EDITS / 4
    assert misplaced == []
    print(f"{EDITS} edits, {changed_documents} changed documents")


def _predicted(states: tuple[FileState, ...]) -> set[tuple[str, str, str]]:
    return {(*state.key, state.file) for state in states if state.will_change}


def _changed(base: Base, now: Prepared) -> set[tuple[str, str, str]]:
    """Return the files whose bytes are others than before, came or went, by comparing contents alone."""
    after = {d.key: (document_file(d.file_name), now.finished[d.key].content) for d in now.documents}
    came = {(*key, file) for key, (file, content) in after.items() if base.contents.get(key) != (file, content)}
    held = {one.planned.key for one in now.held}
    taken = {file for file, _ in after.values()}
    gone = {
        (*key, file)
        for key, (file, _) in base.contents.items()
        if key not in held and file not in taken and (key in after or not now.is_partial)
    }
    return came | gone
