from __future__ import annotations

import io
import re
import zipfile

import pytest
from docx.document import Document

from actgen.docx import FillFault, canonical, compile, fill
from actgen.docx.text import golden_text, plain_text, table_rows
from tests.docx.making import make_docx


def test_value_is_printed_as_it_is_written() -> None:
    template = compile(make_docx("{{ а }}"))

    for value in ("Смит & Ко", "<выбрать>", "«{_{»", "{{ а }}", "{% if %}", '"кавычки"', "  пробелы  ", "&amp;"):
        assert plain_text(fill(template, {"а": value})) == value


def test_line_feed_becomes_a_line_break() -> None:
    assert golden_text(fill(compile(make_docx("{{ а }}")), {"а": "один\nдва"})) == "Normal| один⏎два\n"


def test_unknown_word_is_named_with_its_place() -> None:
    template = compile(make_docx("Приказ", "от {{ дата }} № {{ номер }}"))

    with pytest.raises(FillFault, match=re.escape("абзац 2: «от {{ дата }} № {{ номер }}»")):
        fill(template, {"дата": "1 сентября 2026 г."})


@pytest.mark.parametrize("value", [None, True, {"а": "б"}, ["а"], 1.5, object(), "\x07", "\u202e", "\ue000", "\ud800"])
def test_what_is_no_text_is_not_printed(value: object) -> None:
    with pytest.raises(FillFault, match="абзац 1"):
        fill(compile(make_docx("{{ а }}")), {"а": value})


def test_empty_loop_leaves_no_table() -> None:
    def change(document: Document) -> None:
        table = document.add_table(3, 2)
        table.cell(0, 0).text = "{%tr for п in пары %}"
        table.cell(1, 0).text = "{{ п.а }}"
        table.cell(1, 1).text = "{{ п.б }}"
        table.cell(2, 0).text = "{%tr endfor %}"

    template = compile(make_docx("до", change=change))

    assert table_rows(fill(template, {"пары": [{"а": "1", "б": "2"}]}), 1) == [["1", "2"]]
    with pytest.raises(IndexError):
        table_rows(fill(template, {"пары": []}), 1)


def test_document_is_canonical_and_has_no_date_of_today() -> None:
    filled = fill(compile(make_docx("{{ а }}")), {"а": "б"})

    assert canonical(filled) == filled
    with zipfile.ZipFile(io.BytesIO(filled)) as archive:
        assert archive.testzip() is None
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
