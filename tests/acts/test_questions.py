"""Questions of questionnaires, and what of them cannot be answered."""

from __future__ import annotations

import pytest

from actgen.acts import Question, read_kinds
from actgen.school import roadmap
from tests.plan.test_indicators import shipped_kinds

HEAD = "название: Анкета\nвид_документа: анкета\nпорядок: 1\nвопросы:\n"


def codes(questions: str) -> list[tuple[str, int]]:
    outcome = read_kinds({"survey": ("acts/survey.yaml", HEAD + questions)})
    return [(found.code, found.place.line) for found in outcome.diagnostics]


@pytest.mark.parametrize(
    ("questions", "line"),
    [
        ("  - {ид: а, текст: Да?, вид: да-нет}\n  - {ид: а, текст: Нет?, вид: да-нет}\n", 6),
        ("  - {ид: а, текст: Что?, вид: выбор, варианты: [одно]}\n", 5),
        ("  - {ид: а, текст: Как?, вид: шкала, от: 0, до: 10}\n", 5),
        ("  - {ид: а, текст: Как?, вид: шкала, от: 5, до: 5}\n", 5),
    ],
)
def test_a_question_that_cannot_be_answered_is_reported(questions: str, line: int) -> None:
    assert codes(questions) == [("D056", line)]


@pytest.mark.parametrize(
    ("kind", "answer", "fits"),
    [
        ("шкала", "10", True),
        ("шкала", "11", False),
        ("шкала", "хорошо", False),
        ("да-нет", "Да", True),
        ("да-нет", "может быть", False),
        ("выбор", "один", True),
        ("выбор", "три", False),
        ("несколько", "один; два", True),
        ("несколько", "один; три", False),
        ("открытый", "что угодно", True),
    ],
)
def test_an_answer_fits_its_question_or_not(kind: str, answer: str, fits: bool) -> None:
    question = Question.model_validate({"ид": "а", "текст": "?", "вид": kind, "варианты": ["один", "два"]})

    assert question.accepts(answer) is fits


def test_every_stage_that_a_shipped_act_serves_is_a_stage_of_the_roadmap() -> None:
    known = {stage.value for stage in roadmap.StageKind}

    served = {stage for kind in shipped_kinds() for stage in kind.stages}

    assert served == known
