"""A template with everything that acts need, and random words for it: what must always come out valid."""

from __future__ import annotations

import random
from functools import cache

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import Table

from actgen.docx import DateField, Image, SignatureField, Template, compile, find_unprinted
from actgen.docx.pictures import rule_png
from tests.docx.making import document_bytes, trimmed


def specimen(number: int = 0) -> Template:
    """Return the template for a document; every second one holds columns, so that docxtpl fills it as a whole."""
    return _specimen(columns=bool(number % 2))


@cache
def _specimen(*, columns: bool) -> Template:
    return compile(specimen_file(columns=columns), file="templates/specimen.docx")


def specimen_file(*, columns: bool) -> bytes:
    document = docx.Document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "{{ школа }}"
    section.first_page_footer.paragraphs[0].text = "{% if номер %}№ {{ номер }}{% endif %}"
    document.core_properties.title = "{{ название }}"
    for text in (
        "{{ школа }}",
        "ПРИКАЗ",
        "{{ название }}",
        "{% if примечание %}Примечание: {{ примечание }}{% endif %}",
    ):
        document.add_paragraph(text)
    _pairs(document)
    _lists(document)
    _boxes(document)
    if columns:
        _columns(document)
    _signatures(document)
    return trimmed(document_bytes(document))


def _table(document: Document, *rows: tuple[str, ...]) -> Table:
    table: Table = document.add_table(len(rows), len(rows[0]))
    table.style = "Table Grid"
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            first, *others = text.split("⏎")
            cell.text = first
            for other in others:
                cell.add_paragraph(other)
    return table


def _pairs(document: Document) -> None:
    _table(
        document,
        ("{%tr for п in пары %}", "", ""),
        ("{{ loop.index }}", "{%p if п.наставник %}⏎{{ п.наставник }}⏎{%p endif %}", "{{ п.наставляемые|join(', ') }}"),
        ("{%tr endfor %}", "", ""),
    )


def _lists(document: Document) -> None:
    document.add_paragraph("{%p for п in пары %}")
    heading = document.add_paragraph("{{ п.наставник }}:")
    heading._p.append(parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="0" w:name="пара"/>'))
    heading._p.append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="0"/>'))
    document.add_paragraph("{%p for н in п.наставляемые %}")
    item = document.add_paragraph("{{ н }}", style="List Number")
    numbering = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>'
    item._p.get_or_add_pPr().append(parse_xml(numbering))
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endfor %}")


def _boxes(document: Document) -> None:
    control = (
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="Заполнить: место"/><w:id w:val="77"/><w:text/></w:sdtPr>'
        "<w:sdtContent><w:r><w:t>{{ п.наставник }}</w:t></w:r></w:sdtContent></w:sdt>"
    )
    document.add_paragraph("{%p for п in пары %}")
    document.add_paragraph("Место: ")._p.append(parse_xml(control))
    document.add_paragraph("{{ печать }} рядом")
    document.add_paragraph("{%p endfor %}")


def _columns(document: Document) -> None:
    # Without this paragraph Word would join both tables.
    document.add_paragraph("План")
    _table(
        document,
        ("Месяц", "{%tc for м in месяцы %}", "{{ м }}", "{%tc endfor %}"),
        ("Срок", "{%tc for м in месяцы %}", "{{ loop.index }}", "{%tc endfor %}"),
    )
    document.add_paragraph()


def _signatures(document: Document) -> None:
    _table(
        document,
        ("{%tr for п in подписи %}", "", ""),
        ("{{ п.должность }}", "{{ п.поле }}⏎{{ п.дата }}", "{{ п.фио }}"),
        ("{%tr endfor %}", "", ""),
    )
    document.add_paragraph("конец")


@cache
def _printable() -> str:
    return "".join(chr(code) for code in range(32, 0x11000) if not list(find_unprinted(chr(code))))


def random_words(number: int) -> dict[str, object]:
    """Return words of a document that could not be worse: the number decides them; many numbers try every character."""
    chance = random.Random(number)
    piece = len(_printable()) // 250

    def text(longest: int = 80) -> str:
        kind = chance.random()
        if kind < 0.1:
            return ""
        if kind < 0.5:
            return "Абдулвахитова-Константинопольская Александра Владиславовна оглы "[: chance.randint(1, longest)]
        signs = _printable()[(number % 250) * piece :][: piece + 8] + " &<>\"'\n\t{}%«»№\u00a0"
        return "".join(chance.choices(signs, k=chance.randint(1, longest)))

    def signature(index: int) -> dict[str, object]:
        role = f"участник {index} {text(20)}"
        return {
            "должность": text(),
            "фио": text(),
            "поле": SignatureField(role.strip(), text(), text(), f"document-{number}"),
            "дата": DateField(role.strip(), f"document-{number}"),
        }

    def pair() -> dict[str, object]:
        return {"наставник": text(), "наставляемые": [text(200) for _ in range(chance.randint(0, 3))]}

    return {
        "школа": text(),
        "номер": chance.choice(["", "80/8", text()]),
        "название": text(),
        "примечание": text(),
        "пары": [pair() for _ in range(chance.choice([0, 1, 2, chance.randint(0, 60)]))],
        "печать": Image(rule_png(30, 15), 600, 300, text()),
        "месяцы": [text(10) for _ in range(chance.randint(1, 9))],
        "подписи": [signature(index) for index in range(chance.randint(0, 5))],
    }
