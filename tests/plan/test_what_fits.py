"""Answers that no question allows, publications of documents that are none."""

from __future__ import annotations

from pathlib import Path

from actgen.workflow import check_workspace
from tests.workspaces import small_workspace

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


def test_a_publication_of_a_document_that_is_none_is_reported(tmp_path: Path) -> None:
    year = "публикация:\n  - документ: положене\n"

    found = check_workspace(small_workspace(tmp_path, {"data/year.yaml": year})).diagnostics

    assert [(d.code, d.place.line, d.message) for d in found] == [
        ("D045", 2, "нет вида акта «положене»; похожий: «положение»")
    ]
