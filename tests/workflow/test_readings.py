"""A document that was read before is neither filled nor read again, and nothing else is said or written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from actgen.docx import Template, fill
from actgen.plan import Document
from actgen.workflow import build_workspace, cache, plan_workspace, prepared
from actgen.workflow.check import check_snapshot
from actgen.workflow.prepared import Key, Prepared, prepare
from tests.workflow.test_exact_plan import EDITS, base_of, edited, readings_of
from tests.workspaces import ROOT, copy_of_root, listing

GOAL = ("data/programs/belykh.yaml", "цель: Помочь")
"""What one document of the root prints: a program."""


@pytest.fixture
def filled(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[object]:
    """What was filled in the course of a test whose cache holds nothing at first."""
    filled: list[object] = []

    def counted(template: Template, words: Mapping[str, object]) -> bytes:
        filled.append(template)
        return fill(template, words)

    monkeypatch.setattr(prepared, "fill", counted)
    monkeypatch.setenv("ACTGEN_CACHE", str(tmp_path / "cache"))
    return filled


def change(project: Path, file: str, before: str, after: str) -> None:
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def add_comment(project: Path) -> None:
    """Change a file in a way that changes no document."""
    with (project / "data/staff.yaml").open("a", encoding="utf-8") as file:
        file.write("# список\n")


def test_after_an_edit_that_changes_no_document_nothing_is_filled_or_written(
    tmp_path: Path, filled: list[object]
) -> None:
    project = copy_of_root(tmp_path / "школа")
    first = build_workspace(project)
    assert len(filled) == len(first.written) > 1
    before = listing(project)
    filled.clear()
    add_comment(project)

    again = build_workspace(project)

    assert filled == []
    assert again.written == ()
    assert listing(project).keys() == before.keys()
    assert again.diagnostics == first.diagnostics


def test_only_the_document_that_changes_is_filled_and_told_of(tmp_path: Path, filled: list[object]) -> None:
    project = copy_of_root(tmp_path / "школа")
    build_workspace(project)
    filled.clear()
    change(project, *GOAL, "цель: Очень помочь")
    told: list[Document] = []

    written = build_workspace(project, on_document=told.append).written

    assert len(filled) == len(written) == len(told) >= 1


def test_a_file_that_went_is_written_again_with_the_same_bytes(tmp_path: Path, filled: list[object]) -> None:
    project = copy_of_root(tmp_path / "школа")
    gone = build_workspace(project).written[0]
    content = gone.read_bytes()
    filled.clear()
    gone.unlink()

    assert build_workspace(project).written == (gone,)
    assert gone.read_bytes() == content
    assert len(filled) == 1


def test_a_finding_in_the_text_of_an_unchanged_document_is_found_each_time(
    tmp_path: Path, filled: list[object]
) -> None:
    project = copy_of_root(tmp_path / "школа")
    build_workspace(project)
    change(project, *GOAL, "цель: Помочь помочь")
    first = build_workspace(project)
    filled.clear()
    add_comment(project)

    again = plan_workspace(project)

    assert filled == []
    assert "W116" in [one.code for one in first.diagnostics]
    assert again.diagnostics == first.diagnostics


@pytest.mark.parametrize("damage", [lambda kept: b"", lambda kept: kept[:-40], lambda kept: b"\x00" * len(kept)])
def test_damage_to_what_is_kept_only_costs_time(
    tmp_path: Path, filled: list[object], damage: Callable[[bytes], bytes]
) -> None:
    project = copy_of_root(tmp_path / "школа")
    first = build_workspace(project)
    folder = cache.cache_folder()
    assert folder is not None
    (kept,) = folder.glob("*.readings")
    kept.write_bytes(damage(kept.read_bytes()))
    filled.clear()
    add_comment(project)

    again = build_workspace(project)

    assert len(filled) == len(first.written)
    assert again.written == ()


def test_what_is_found_and_held_does_not_depend_on_what_was_read_before() -> None:
    base = base_of(ROOT)
    found = 0
    for number in range(EDITS // 4):
        file, line, snapshot = edited(base, Random(number))
        # A fault in a text that most of the edits leave alone, so that known documents have findings too.
        texts = dict(snapshot.value.texts)
        texts[GOAL[0]] = texts[GOAL[0]].replace(GOAL[1], f"{GOAL[1]} помочь")
        for changed in (snapshot, replace(snapshot, value=replace(snapshot.value, texts=texts))):
            checked = check_snapshot(changed)
            readings = {**base.readings, **readings_of(prepare(checked))} if found else base.readings

            anew, known = prepare(checked), prepare(checked, readings=readings)

            about = f"edit {number}: {file}:{line}"
            assert known.diagnostics == anew.diagnostics, about
            assert (known.documents, known.held) == (anew.documents, anew.held), about
            assert contents(known) == contents(anew), about
            found += sum(one.code == "W116" for one in anew.diagnostics)
    assert found


def contents(prepared: Prepared) -> dict[Key, bytes]:
    return {key: one.content for key, one in prepared.finished.items()}
