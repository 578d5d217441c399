from __future__ import annotations

import re
from pathlib import Path

import actgen.docx
from actgen.docx.codes import CODES

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
