from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from actgen.docx import compile, fill, golden_text, table_rows
from tests.docx.making import make_docx


def part(content: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()


def table_of(document: Document, *rows: Sequence[str]) -> None:
    table = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            first, *others = text.split("|")
            cell.text = first
            for other in others:
                cell.add_paragraph(other)


def test_cell_whose_paragraphs_are_all_conditional_keeps_one() -> None:
    template = compile(make_docx(change=lambda d: table_of(d, ["{%p if а %}|{{ а }}|{%p endif %}", "б"])))

    assert table_rows(fill(template, {"а": "да"}), 1) == [["да", "б"]]
    empty = fill(template, {"а": ""})
    assert table_rows(empty, 1) == [["", "б"]]
    assert all(cell.paragraphs for cell in docx.Document(io.BytesIO(empty)).tables[0]._cells)


def test_inner_table_without_rows_leaves_a_paragraph_in_its_cell() -> None:
    def change(document: Document) -> None:
        cell = document.add_table(1, 1).cell(0, 0)
        inner = cell.add_table(3, 1)
        for row, text in zip(inner.rows, ("{%tr for п in пары %}", "{{ п }}", "{%tr endfor %}"), strict=True):
            row.cells[0].text = text
        cell._tc.remove(cell._tc.p_lst[0])

    filled = fill(compile(make_docx(change=change)), {"пары": []})

    assert part(filled).count("<w:tbl>") == 1
    assert re.search(r"<w:p/>|<w:p>", part(filled).partition("</w:tcPr>")[2])


def test_paragraph_that_a_false_condition_emptied_goes() -> None:
    template = compile(
        make_docx("до", "{% if а %}Пункт {{ а }}.{% endif %}", "{% for п in пары %}{{ п }}{% endfor %}", "после")
    )

    assert (
        golden_text(fill(template, {"а": "1", "пары": ["2"]}))
        == "Normal| до\nNormal| Пункт 1.\nNormal| 2\nNormal| после\n"
    )
    assert golden_text(fill(template, {"а": "", "пары": []})) == "Normal| до\nNormal| после\n"


def test_paragraph_that_its_author_left_empty_stays() -> None:
    template = compile(make_docx("до", "", "{{ а }}", "после {% if а %}{{ а }}{% endif %}"))

    assert golden_text(fill(template, {"а": ""})) == "Normal| до\nNormal|\nNormal|\nNormal| после\n"


def test_last_paragraph_of_a_cell_stays_though_its_condition_is_false() -> None:
    template = compile(make_docx(change=lambda d: table_of(d, ["{% if а %}{{ а }}{% endif %}", "б"])))

    assert table_rows(fill(template, {"а": ""}), 1) == [["", "б"]]


def test_ids_repeated_by_a_loop_become_unique() -> None:
    def change(document: Document) -> None:
        document.add_paragraph("{%p for п in пары %}")
        paragraph = document.add_paragraph("{{ п }}")
        for xml in (
            '<w:bookmarkStart {w} w:id="3" w:name="пара"/>',
            '<w:bookmarkEnd {w} w:id="3"/>',
            '<w:sdt {w}><w:sdtPr><w:id w:val="9"/></w:sdtPr><w:sdtContent><w:r/></w:sdtContent></w:sdt>',
            '<w:r {w} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape id="s1"/></w:pict></w:r>',
        ):
            paragraph._p.append(parse_xml(xml.replace("{w}", nsdecls("w"))))
        document.add_paragraph("{%p endfor %}")

    xml = part(fill(compile(make_docx(change=change)), {"пары": ["1", "2", "3"]}))

    assert len(set(re.findall(r'<w:bookmarkStart[^>]*w:id="(\d+)"', xml))) == 3
    assert re.findall(r'<w:bookmarkStart[^>]*w:id="(\d+)"', xml) == re.findall(r'<w:bookmarkEnd[^>]*w:id="(\d+)"', xml)
    assert re.findall(r'w:name="(пара\w*)"', xml) == ["пара", "пара_2", "пара_3"]
    assert len(set(re.findall(r'<w:id w:val="(\d+)"', xml))) == 3
    assert re.findall(r'<v:shape id="(\w+)"', xml) == ["s1", "s1_2", "s1_3"]


def test_list_in_an_inner_loop_counts_from_one_again() -> None:
    def change(document: Document) -> None:
        document.add_paragraph("{%p for п in пары %}")
        document.add_paragraph("{{ п.кто }}")
        document.add_paragraph("{%p for д in п.дела %}")
        item = document.add_paragraph("{{ д }}")
        properties = item._p.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>'))
        document.add_paragraph("{%p endfor %}")
        document.add_paragraph("{%p endfor %}")

    template = compile(make_docx(change=change))
    pairs = [{"кто": "а", "дела": ["1", "2"]}, {"кто": "б", "дела": ["3"]}, {"кто": "в", "дела": ["4", "5"]}]

    filled = fill(template, {"пары": pairs})

    first, _, second, third, _ = re.findall(r'<w:numId w:val="(\d+)"/>', part(filled))
    assert first == "5"
    assert len({first, second, third}) == 3
    numbering = part(filled, "word/numbering.xml")
    for number in (second, third):
        assert re.search(
            rf'<w:num w:numId="{number}"><w:abstractNumId w:val="\d+"/><w:lvlOverride w:ilvl="0">'
            r'<w:startOverride w:val="1"/>',
            numbering,
        )


def test_numbers_of_paragraphs_that_word_gives_go_in_a_loop() -> None:
    def change(document: Document) -> None:
        for text, number in (("{%p for п in пары %}", 1), ("{{ п }}", 2), ("{%p endfor %}", 3), ("конец", 4)):
            paragraph = document.add_paragraph(text)
            paragraph._p.set("{http://schemas.microsoft.com/office/word/2010/wordml}paraId", f"0000000{number}")

    xml = part(fill(compile(make_docx(change=change)), {"пары": ["1", "2"]}))

    assert re.findall(r'paraId="(\d+)"', xml) == ["00000004"]
