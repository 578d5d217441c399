from __future__ import annotations

import re
from pathlib import Path

import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from actgen.docx import DATE_BLANK, DATE_BLANK_IN_WORDS, NUMBER_BLANK, compile, fill, plain_text
from actgen.docx.archive import read_members
from tests.docx.making import make_docx
from tests.docx.validator import needs_validator, sdk_errors


def filled(text: str, **words: object) -> bytes:
    return fill(compile(make_docx(text)), words)


def controls(docx: bytes) -> list[tuple[str, str, bool]]:
    """Return tag, alias and whether a day is picked, of each control."""
    body = read_members(docx)["word/document.xml"].decode()
    return [
        (tag.removeprefix("actgen:fill:"), alias, "<w:date>" in properties)
        for properties in re.findall(r"<w:sdtPr>(.*?)</w:sdtPr>", body)
        for alias, tag in re.findall(r'<w:alias w:val="([^"]*)"/><w:tag w:val="([^"]*)"/>', properties)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NUMBER_BLANK, [("number", "Заполнить: номер", False)]),
        (DATE_BLANK, [("date", "Заполнить: дата", True)]),
        (DATE_BLANK_IN_WORDS, [("date", "Заполнить: дата", True)]),
        ("«____» ______________ 20____ г.", [("date", "Заполнить: дата", True)]),
        (
            "приказом от ____________ №\u00a0______ «О парах»",
            [("date", "Заполнить: дата", True), ("number", "Заполнить: номер", False)],
        ),
        ("за — ______, против — ______", [("text", "Заполнить: текст", False)] * 2),
        ("ИНН ____________", [("text", "Заполнить: текст", False)]),
    ],
)
def test_blank_in_a_word_is_a_control_that_prints_the_same(text: str, expected: list[tuple[str, str, bool]]) -> None:
    docx = filled("{{ слово }}", слово=text)

    assert controls(docx) == expected
    assert plain_text(docx) == text


@pytest.mark.parametrize("text", ["получил ____________ (подпись)", "____ (подпись Работника)", "snake_case", "__"])
def test_rule_to_sign_on_and_short_underscores_stay_text(text: str) -> None:
    docx = filled("{{ слово }}", слово=text)

    assert controls(docx) == []
    assert plain_text(docx) == text


def test_blanks_have_ids_of_their_own_also_in_a_loop() -> None:
    docx = filled("{% for с in слова %}{{ с }} {% endfor %}", слова=[NUMBER_BLANK] * 30)

    assert len(set(re.findall(r'<w:id w:val="(\d+)"', read_members(docx)["word/document.xml"].decode()))) == 30


def test_blank_written_in_a_template_as_a_constant_is_the_same_after_other_documents() -> None:
    before = filled('{{ "______" }} {{ слово }}', слово=NUMBER_BLANK)
    filled("{{ слово }}", слово=NUMBER_BLANK)

    assert filled('{{ "______" }} {{ слово }}', слово=NUMBER_BLANK) == before
    assert len(controls(before)) == 2


def test_blank_inside_a_control_of_the_author_stays_text() -> None:
    def inside(document: Document) -> None:
        control = (
            f"<w:sdt {nsdecls('w')}><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>№ {{{{ слово }}}}</w:t></w:r>"
            "</w:sdtContent></w:sdt>"
        )
        document.paragraphs[0]._p.append(parse_xml(control))

    docx = fill(compile(make_docx("", change=inside)), {"слово": NUMBER_BLANK})

    assert controls(docx) == []
    assert plain_text(docx) == f"№ {NUMBER_BLANK}"


@needs_validator
def test_document_with_blanks_is_valid(tmp_path: Path) -> None:
    file = tmp_path / "бланк.docx"
    file.write_bytes(filled("от {{ д }} № {{ н }}, {{ с }}", д=DATE_BLANK, н=NUMBER_BLANK, с=DATE_BLANK_IN_WORDS))

    assert sdk_errors([file]) == {}
