from __future__ import annotations

import pytest
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from actgen.docx import ArchiveFault, document_lines, golden_text, plain_text, table_rows
from actgen.docx.archive import read_members, write_members
from tests.docx.making import make_docx


def rich(document: Document) -> None:
    document.add_heading("О парах", level=1)
    document.add_paragraph("раз\tдва").add_run().add_break(WD_BREAK.LINE)
    document.add_paragraph("конец листа").add_run().add_break(WD_BREAK.PAGE)
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Кто", "Кому"
    table.cell(1, 0).text = "первый"
    table.cell(1, 0).add_paragraph("второй")
    inner = table.cell(1, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "а", "б"
    document.sections[0].header.paragraphs[0].text = "Школа"
    document.add_section(WD_SECTION.NEW_PAGE)
    document.add_paragraph("после раздела")


GOLDEN = """\
heading 1| О парах
Normal| раз⇥два⏎
Normal| конец листа
---
| Кто | Кому |
| первый / второй | [а | б] |
Normal|
---
Normal| после раздела

=== верхний колонтитул
header| Школа
"""


def test_golden_text_shows_paragraphs_with_styles_and_tables_by_row() -> None:
    assert golden_text(make_docx(change=rich)) == GOLDEN


def test_text_is_the_same_on_every_reading() -> None:
    content = make_docx(change=rich)

    assert document_lines(content) == document_lines(content)


def test_table_rows_are_counted_from_one() -> None:
    content = make_docx(change=rich)

    assert table_rows(content, 1)[0] == ["Кто", "Кому"]
    for number in (0, 9):
        with pytest.raises(IndexError):
            table_rows(content, number)


def test_result_of_a_field_is_read_and_its_instruction_is_not() -> None:
    def change(document: Document) -> None:
        for xml in (
            '<w:r {w}><w:fldChar w:fldCharType="begin"/></w:r>',
            "<w:r {w}><w:instrText> PAGE </w:instrText></w:r>",
            '<w:r {w}><w:fldChar w:fldCharType="separate"/></w:r>',
            "<w:r {w}><w:t>7</w:t></w:r>",
            '<w:r {w}><w:fldChar w:fldCharType="end"/></w:r>',
        ):
            document.paragraphs[0]._p.append(parse_xml(xml.replace("{w}", nsdecls("w"))))

    assert plain_text(make_docx("лист ", change=change)) == "лист 7"


def test_text_box_is_read_once() -> None:
    def change(document: Document) -> None:
        box = "<w:txbxContent><w:p><w:r><w:t>внутри</w:t></w:r></w:p></w:txbxContent>"
        document.paragraphs[0]._p.append(
            parse_xml(
                f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
                f'<mc:AlternateContent><mc:Choice Requires="wps">{box}</mc:Choice>'
                f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
            )
        )

    assert plain_text(make_docx("снаружи", change=change)) == "снаружи\nвнутри"


def test_deleted_text_is_not_read() -> None:
    def change(document: Document) -> None:
        document.paragraphs[0]._p.append(
            parse_xml(f'<w:del {nsdecls("w")} w:id="1"><w:r><w:delText>снято</w:delText></w:r></w:del>')
        )

    assert plain_text(make_docx("текст", change=change)) == "текст"


def test_document_type_is_refused() -> None:
    members = read_members(make_docx("текст"))
    members["word/document.xml"] = b'<!DOCTYPE a [<!ENTITY b "c">]>' + members["word/document.xml"]

    with pytest.raises(ArchiveFault):
        plain_text(write_members(members))
