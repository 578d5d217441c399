"""Answers that no question allows, publications of documents that are none."""

from __future__ import annotations

from pathlib import Path

from actgen.workflow import State, check_workspace, plan_workspace
from tests.workspaces import PAIRS, PROGRAM, small_workspace

BANK = """\
анкеты:
  - анкета: анкета-входная
    ответы: {комфорт: 11}
  - анкета: анкета-входная
    ответы: {роль: директор}
  - анкета: анкета-входная
    ответы: {польза: 9, камфорт: 9}
  - анкета: анкета-вхадная
    ответы: {комфорт: 9}
"""


def test_an_answer_that_was_not_asked_for_is_reported_where_it_stands(tmp_path: Path) -> None:
    found = check_workspace(small_workspace(tmp_path, {"data/bank.yaml": BANK})).diagnostics

    assert {d.code for d in found} == {"D057"}
    assert [(d.place.line, d.place.column, d.message) for d in found] == [
        (3, 23, "ответ не подходит к вопросу «комфорт»: 11"),
        (5, 20, "ответ не подходит к вопросу «роль»: директор"),
        (7, 34, "в анкете нет вопроса «камфорт»; похожий: «комфорт»"),
        (8, 13, "нет анкеты «анкета-вхадная»; похожая: «анкета-входная»"),
    ]


TWO_PAIRS = f"""{PAIRS}\
  - наставник: Лебедева Т.Н.
    наставляемые: [Зимин П.Л.]
    форма: учитель — учитель
    вид: традиционное
    с: 01.09.2026
    по: 31.05.2027
    программа: zimin
"""


def test_an_entry_that_fits_the_papers_of_two_pairs_gives_its_number_to_neither(tmp_path: Path) -> None:
    journal = "журнал:\n  - {вид: program, о_ком: Лебедева Т.Н., номер: 1, дата: 02.09.2026, состояние: подписан}\n"
    files = {"data/pairs.yaml": TWO_PAIRS, "data/programs/zimin.yaml": PROGRAM, "data/journal.yaml": journal}

    planned = plan_workspace(small_workspace(tmp_path, files))

    assert [(d.code, d.place.line, d.hint) for d in planned.diagnostics if d.is_error] == [
        ("D049", 2, "у каждого свой номер: укажите «о_ком:» одним из «belova», «zimin»")
    ]
    assert {state.state for state in planned.states if state.kind == "program"} == {State.HELD}


def test_an_entry_that_names_one_of_two_pairs_is_of_that_one(tmp_path: Path) -> None:
    journal = "журнал:\n  - {вид: program, о_ком: zimin, номер: 1, дата: 02.09.2026}\n"
    files = {"data/pairs.yaml": TWO_PAIRS, "data/programs/zimin.yaml": PROGRAM, "data/journal.yaml": journal}

    plan = check_workspace(small_workspace(tmp_path, files)).plan

    programs = {one.key[1]: one.planned.requisites.number for one in plan.documents if one.key[0] == "program"}
    assert programs == {"belova": None, "zimin": "1"}


def test_a_publication_of_a_document_that_is_none_is_reported(tmp_path: Path) -> None:
    year = "публикация:\n  - документ: положене\n"

    found = check_workspace(small_workspace(tmp_path, {"data/year.yaml": year})).diagnostics

    assert [(d.code, d.place.line, d.message) for d in found] == [
        ("D045", 2, "нет вида акта «положене»; похожий: «положение»")
    ]
