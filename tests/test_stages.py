"""The page of documents is what the tool writes, and every stage of the roadmap has its documents."""

from __future__ import annotations

import pytest

from actgen.school import read_school
from actgen.school.roadmap import StageKind
from tests.workspaces import ROOT
from tools.write_documents_table import PAGE, kinds_of_stage, page, shipped_kinds


def test_the_page_of_documents_is_what_the_tool_writes() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "python tools/write_documents_table.py"


def test_the_page_names_every_kind_of_act() -> None:
    text = PAGE.read_text(encoding="utf-8")

    assert [kind.stem for kind in shipped_kinds() if f"`{kind.stem}`" not in text] == []


@pytest.mark.parametrize("stage", StageKind, ids=lambda stage: stage.value)
def test_a_stage_of_the_roadmap_is_served_by_a_document(stage: StageKind) -> None:
    assert kinds_of_stage(shipped_kinds(), stage)


def test_the_roadmap_of_the_seed_has_each_of_the_nine_stages_once() -> None:
    files = [path for path in (ROOT / "data").rglob("*.yaml") if not path.name.startswith("declension")]
    texts = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in files}

    school = read_school(texts).value

    assert school is not None
    assert school.roadmap is not None
    assert [stage.kind for stage in school.roadmap.stages] == list(StageKind)


def test_a_kind_serves_only_stages_that_a_roadmap_may_have() -> None:
    known = {stage.value for stage in StageKind}

    assert {name for kind in shipped_kinds() for name in kind.stages} <= known
