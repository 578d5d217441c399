"""Every code has a page; what the pages of files call wrong is wrong, and what they call right is read."""

from __future__ import annotations

import re

import pytest

from actgen.sources import read_yaml
from actgen.workflow import explanation, known_codes

_BLOCK = re.compile(r"(Неверно|Верно):\n\n```yaml\n(.*?)```", re.DOTALL)

FILE_CODES = [code for code in known_codes() if code.startswith("F")]


@pytest.mark.parametrize("code", known_codes())
def test_every_code_has_a_page_that_says_why_and_what_to_do(code: str) -> None:
    page = explanation(code)

    assert page is not None
    assert page.startswith(f"# {code}: ")
    assert len(page.splitlines()) > 4


@pytest.mark.parametrize("code", FILE_CODES)
def test_the_examples_of_a_page_on_files_are_what_they_are_called(code: str) -> None:
    blocks = _BLOCK.findall(explanation(code) or "")

    found = {
        kind: [d.code for d in read_yaml("data/x.yaml", text.replace("→", "\t")).diagnostics] for kind, text in blocks
    }

    assert found in ({}, {"Неверно": [code], "Верно": []})


def test_most_pages_on_files_show_an_example() -> None:
    assert sum("Неверно" in (explanation(code) or "") for code in FILE_CODES) > 20
