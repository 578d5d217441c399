"""Which lines are others than at the last build, and which of a word's places they make the cause."""

from __future__ import annotations

from pathlib import Path

import pytest

from actgen.diagnostics import Place
from actgen.workflow import build_workspace, plan_workspace
from actgen.workflow.edits import LINES, causes, edited_places, lines_content, lines_of, read_lines
from actgen.workflow.states import State
from tests.workspaces import with_own_acts

BEFORE = lines_of({"data/a.yaml": "раз\nдва\nтри\n", "data/b.yaml": "раз\n"})


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("раз\nдва иначе\nтри\n", [2]),
        ("ноль\nраз\nдва\nтри\n", [1]),
        ("раз\nтри\n", [2]),
        ("раз\nдва\n", [2]),
        ("раз\nдва\nтри\n", []),
    ],
    ids=["another", "new", "taken out", "last taken out", "same"],
)
def test_an_edited_line_is_found_and_one_that_is_gone_by_what_follows(text: str, lines: list[int]) -> None:
    now = lines_of({"data/a.yaml": text, "data/b.yaml": "раз\n"})

    assert edited_places(BEFORE, now) == tuple(Place("data/a.yaml", line) for line in lines)


def test_a_file_that_is_gone_and_one_that_came_are_edits() -> None:
    now = lines_of({"data/a.yaml": "раз\nдва\nтри\n", "data/c.yaml": "новое\n"})

    assert edited_places(BEFORE, now) == (Place("data/b.yaml"), Place("data/c.yaml", 1))


def test_without_memory_of_the_last_build_nothing_is_said_to_be_edited() -> None:
    assert edited_places(None, BEFORE) == ()


def test_the_lock_which_builds_write_is_no_cause() -> None:
    assert lines_of({"data/declension.lock.yaml": "формы:\n"}) == {}


def test_the_edited_line_comes_before_the_lines_of_the_act() -> None:
    act, data = Place("acts/приказ.yaml", 5, 3), Place("data/pairs.yaml", 9, 2)

    assert causes([act, data], [Place("data/pairs.yaml", 9)]) == (data, act)


def test_words_that_no_edited_file_gave_name_the_beginning_of_each_edit() -> None:
    person = Place("data/staff.yaml", 7, 3)
    edited = [Place("data/pairs.yaml", line) for line in (2, 3, 9)]

    assert causes([person], edited) == (Place("data/pairs.yaml", 2), Place("data/pairs.yaml", 9), person)


def test_what_is_kept_is_read_again_and_a_damaged_memory_is_none(tmp_path: Path) -> None:
    (tmp_path / LINES).write_bytes(lines_content(BEFORE))
    assert read_lines(tmp_path) == BEFORE

    (tmp_path / LINES).write_bytes(b"[1")
    assert read_lines(tmp_path) is None


def test_a_comment_writes_nothing_and_a_later_edit_is_the_cause_of_what_changes(tmp_path: Path) -> None:
    school = with_own_acts(tmp_path / "школа")
    build_workspace(school)
    kept = (school / "out" / LINES).read_bytes()
    file = school / "data" / "staff.yaml"
    file.write_text("# замечание\n" + file.read_text("utf-8"), encoding="utf-8")
    assert build_workspace(school).written == ()
    assert (school / "out" / LINES).read_bytes() == kept

    file.write_text(file.read_text("utf-8").replace("учитель физики", "учитель химии"), encoding="utf-8")
    changed = [state for state in plan_workspace(school).states if state.state is State.CHANGED]

    assert changed
    assert {(state.because[0].file, state.because[0].line) for state in changed} == {("data/staff.yaml", 10)}
