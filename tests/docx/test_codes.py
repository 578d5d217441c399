from __future__ import annotations

import re
from pathlib import Path

import pytest

import actgen.docx
from actgen.docx import FillFault, TemplateFault, compile, fill
from actgen.docx.codes import CODES, code_page
from tests.docx.making import make_docx

FOLDER = Path(actgen.docx.__file__).parent


def test_every_code_in_use_has_its_page_and_every_page_its_code() -> None:
    used = {
        code
        for file in FOLDER.glob("*.py")
        if file.name != "codes.py"
        for code in re.findall(r'"(W\d{3})"', file.read_text("utf-8"))
    }

    assert used == set(CODES)


def test_every_code_has_a_test() -> None:
    tried = "".join(file.read_text("utf-8") for file in Path(__file__).parent.glob("test_*.py"))

    assert [code for code in CODES if code not in tried] == []


WORDS = {
    "наставник": {"фио": {"винительный": "Лебедеву Татьяну Николаевну"}, "стаж": "12"},
    "директор": {"инициалы_фамилия": "А.П. Орлова"},
    "документ": {"проект": True},
    "визы": ["виза"],
}
WRITTEN = ("W002", "W003", "W004", "W005", "W006", "W007", "W010", "W011", "W013")
"""Codes whose examples are paragraphs of a template; the others are shown in words, and tried in their own tests."""


def codes_of(lines: tuple[str, ...]) -> set[str]:
    try:
        fill(compile(make_docx(*lines)), WORDS)
    except (TemplateFault, FillFault) as fault:
        return {found.code for found in fault.diagnostics}
    return set()


@pytest.mark.parametrize("code", WRITTEN)
def test_examples_of_a_page_are_wrong_and_right_as_it_says(code: str) -> None:
    assert codes_of(CODES[code].wrong) == {code}
    assert codes_of(CODES[code].right) == set()


@pytest.mark.parametrize("code", CODES)
def test_every_page_says_why_what_to_do_and_shows_both(code: str) -> None:
    page = code_page(code) or ""

    assert page.startswith(f"# {code}: {CODES[code].title}\n")
    assert [part for part in ("**Что делать:** ", "## Неверно", "## Верно") if part not in page] == []
