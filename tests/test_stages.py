"""The page of documents is what the tool writes, and every stage of the roadmap has its documents."""

from __future__ import annotations

import re

import pytest

from actgen.school import read_school
from actgen.school.roadmap import StageKind
from actgen.workflow import check_workspace
from tests.workspaces import ROOT
from tools.write_documents_table import PAGE, kinds_of_stage, page, shipped_kinds


def root_data() -> dict[str, str]:
    """Return the texts of the root's data."""
    files = [path for path in (ROOT / "data").rglob("*.yaml") if not path.name.startswith("declension")]
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in files}


def test_the_page_of_documents_is_what_the_tool_writes() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "python tools/write_documents_table.py"


def test_the_page_names_every_kind_of_act() -> None:
    text = PAGE.read_text(encoding="utf-8")

    assert [kind.stem for kind in shipped_kinds() if f"`{kind.stem}`" not in text] == []


SEED = {
    "условия": {
        "О реализации системы наставничества": "order-on-mentoring",
        "Положение о системе наставничества": "regulation",
        "Дорожная карта (план мероприятий)": "roadmap",
        "О закреплении наставнических пар/групп": "order-on-pairs",
        "с письменного согласия их участников": "mentor-consent mentee-consent",
        "Подготовка персонализированных программ": "program",
    },
    "банк наставляемых": {
        "Сбор информации о профессиональных запросах": "questionnaire-mentee",
        "Формирование банка данных наставляемых": "mentee-register",
    },
    "банк наставников": {"анкетирования среди потенциальных наставников": "questionnaire-mentor mentor-register"},
    "отбор и обучение": {
        "Анализ банка наставников": "selection-protocol",
        "Обучение наставников": "training-plan",
    },
    "работа пар": {
        "Формирование наставнических пар/групп": "order-on-pairs agreement order-on-pay",
        "Разработка персонализированных программ": "program",
    },
    "завершение": {
        "мониторинга качества реализации": "monitoring-report",
        "(анкетирование)": "questionnaire-pair-exit questionnaire-curator",
        "по выявлению лучших практик": "order-on-results",
    },
    "информация": {"на сайте образовательной организации": "publication-sheet"},
    "базы": {
        "об итогах реализации программы": "order-on-results",
        "базу наставников": "mentor-register",
        "базу наставляемых": "mentee-register",
    },
    "отчёт": {"Сбор информации о реализации программы": "founder-report founder-letter"},
}
"""What the roadmap of the seed asks for at each stage, and the kinds of act that serve it."""


def stage_rows() -> dict[str, list[str]]:
    """Return the kinds that the page gives for each stage, by the stage's name in acts."""
    _, _, below = PAGE.read_text(encoding="utf-8").partition("## Девять этапов дорожной карты")
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in below.splitlines() if "`" in line]
    return {stage: re.findall(r"`([\w-]+)`", kinds) for _, stage, kinds in rows}


def test_the_page_points_each_of_the_nine_stages_to_documents_that_are_really_made() -> None:
    made = {document.key[0] for document in check_workspace(ROOT / "examples" / "school-2026").plan.documents}
    rows = stage_rows()

    assert list(rows) == [stage.value for stage in StageKind]
    for stage in StageKind:
        assert rows[stage.value] == [kind.stem for kind in kinds_of_stage(shipped_kinds(), stage)]
        assert rows[stage.value]
        assert set(rows[stage.value]) <= made, stage


@pytest.mark.parametrize("stage", SEED)
def test_what_the_seed_asks_for_at_a_stage_is_served_by_a_kind_of_that_stage(stage: str) -> None:
    school = read_school(root_data()).value
    assert school is not None
    assert school.roadmap is not None
    found = next(one for one in school.roadmap.stages if one.kind is not None and one.kind.value == stage)
    written = " ".join(line for row in found.rows for line in row.lines).replace("\u00a0", " ")

    for phrase, kinds in SEED[stage].items():
        assert phrase.casefold() in written.casefold()
        assert set(kinds.split()) <= set(stage_rows()[stage]), phrase


def test_the_roadmap_of_the_seed_has_each_of_the_nine_stages_once() -> None:
    school = read_school(root_data()).value

    assert school is not None
    assert school.roadmap is not None
    assert [stage.kind for stage in school.roadmap.stages] == list(StageKind)


def test_a_kind_serves_only_stages_that_a_roadmap_may_have() -> None:
    known = {stage.value for stage in StageKind}

    assert {name for kind in shipped_kinds() for name in kind.stages} <= known
