"""Templates made by code, one for each feature of docxtpl's dialect that our syntax allows, with words for it."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from docxtpl import Listing, RichText, RichTextParagraph

from actgen.docx.pictures import rule_png
from tests.docx.making import document_bytes

_FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


@dataclass(frozen=True)
class Feature:
    name: str
    template: bytes
    words: Mapping[str, object] = field(default_factory=dict)


def features() -> list[Feature]:
    return [make() for make in _FEATURES]


def _feature(name: str, words: Mapping[str, object], *changes: Callable[[Document], object]) -> Feature:
    document = docx.Document()
    for change in changes:
        change(document)
    return Feature(name, document_bytes(document), words)


def _lines(*texts: str) -> Callable[[Document], object]:
    return lambda document: [document.add_paragraph(text) for text in texts]


def _table(*rows: tuple[str, ...]) -> Callable[[Document], object]:
    def change(document: Document) -> None:
        table = document.add_table(len(rows), max(map(len, rows)))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=False):
                cell.text = text

    return change


def plain() -> Feature:
    return _feature("plain", {"а": "один", "б": {"в": 2}}, _lines("{{ а }} и {{ б.в }}", "{{а}}{{б.в}}", "без слов"))


def split_runs() -> Feature:
    def change(document: Document) -> None:
        paragraph = document.add_paragraph("до ")
        for text in ("{", "{ на", "став", "ник", ".фио", " }", "} после ", "{", "% if а %", "}", "да{% en", "dif %}"):
            run = paragraph.add_run(text)
            run.bold = len(text) % 2 == 0
            run.font.size = Pt(14)

    return _feature("split runs", {"наставник": {"фио": "Белова"}, "а": "1"}, change)


def conditions() -> Feature:
    lines = _lines(
        *(
            "{%p if а == 'x' %}",
            "первое",
            "{%p elif а == 'y' %}",
            "второе {{ а }}",
            "{%p else %}",
            "третье",
            "{%p endif %}",
        ),
        "{% if б %}есть{% else %}нет{% endif %} слово",
        "{% if а %}есть {{ а }}{% endif %}",
        "{% set к = а %}{{ к|upper }}",
    )
    return _feature("conditions", {"а": "y", "б": False}, lines)


def loops() -> Feature:
    lines = _lines(
        *("{%p for п in пары %}", "{{ loop.index }}. {{ п.кто }}", "{%p for о in п.о %}", "— {{ о }}", "{%p endfor %}"),
        "{%p endfor %}",
        "{% for п in пары %}{{ п.кто }}{% if not loop.last %}, {% endif %}{% endfor %}",
        "{{ слова|join(', ') }}; {{ пары|length }}",
    )
    pairs = [{"кто": "Белова & Ко", "о": ["1", "2"]}, {"кто": "Лебедева <Т>", "о": []}]
    return _feature("loops", {"пары": pairs, "слова": ["а", "б<в"]}, lines)


def rows() -> Feature:
    table = _table(
        ("№", "Кто", "Кому"),
        ("{%tr for п in пары %}", "", ""),
        ("{{ loop.index }}", "{{ п.а }}", "{% for б in п.б %}{{ б }}{% if not loop.last %}; {% endif %}{% endfor %}"),
        ("{%tr endfor %}", "", ""),
        ("{%tr if итог %}", "", ""),
        ("", "Всего", "{{ пары|length }}"),
        ("{%tr endif %}", "", ""),
    )
    pairs = [{"а": "Белова", "б": ["х", "у"]}, {"а": "Ко", "б": []}]
    return _feature("rows", {"пары": pairs, "итог": True}, table, _lines("конец"))


def columns() -> Feature:
    table = _table(
        ("Этап", "{%tc for м in месяцы %}", "{{ м }}", "{%tc endfor %}"),
        ("{{ этап }}", "{%tc for м in месяцы %}", "{{ loop.index }}", "{%tc endfor %}"),
    )
    return _feature("columns", {"этап": "I", "месяцы": ["сентябрь", "октябрь", "ноябрь"]}, table)


def cells() -> Feature:
    table = _table(
        ("{% cellbg цвет %}{{ а }}", "{% colspan 2 %}{{ а }}"),
        ("{{ а }}", "{{ а }}"),
    )
    merged = _table(("{%tr for п in пары %}", ""), ("{% vm %}{{ а }}", "{{ п }}"), ("{%tr endfor %}", ""))
    return _feature("cells", {"цвет": "D9D9D9", "а": "текст", "пары": ["1", "2"]}, table, merged)


def merged_columns() -> Feature:
    table = _table(
        ("{%tc for м in месяцы %}", "{% hm %}{{ год }}", "{%tc endfor %}"),
        ("{%tc for м in месяцы %}", "{{ м }}", "{%tc endfor %}"),
    )
    return _feature("merged columns", {"год": "2026", "месяцы": ["09", "10"]}, table)


def rich() -> Feature:
    text = RichText("обычный ")
    text.add("жирный & <прямой>", bold=True, color="#ff0000", size=28)
    text.add("две\nстроки\tи", italic=True)
    paragraphs = RichTextParagraph()
    paragraphs.add(text)
    paragraphs.add("просто")
    words = {"р": text, "пп": paragraphs, "с": Listing("один\nдва\tтри & <>")}
    return _feature("rich", words, _lines("до {{r р }} после", "{{p пп }}", "{{ с }}", "{% if р %}{{r р }}{% endif %}"))


def breaks() -> Feature:
    def change(document: Document) -> None:
        run = document.add_paragraph().add_run("{{ а }} конец")
        run.bold = True
        run.font.name = "Times New Roman"

    words = {"а": "одна\nдва\tтри", "п": {"б": "\n\nконец\t"}}
    return _feature("breaks", words, change, _lines("{{ а }}", "{{ п.б }} и {{ а }}"), _table(("{{ а }}", "б")))


def literals() -> Feature:
    lines = _lines(
        "{_{ не слово }_} и {_% не команда %_}", "{# {{ примечание }} #}текст", "{#p скрыто #}", "{{ '“'|upper }}"
    )
    quotes = _lines(
        "{{ [“а”, ‘б’]|join(', ') }}", "{% if а == “x” %}да{% endif %}", "{% if 1 &lt; 2 %}{% endif %}"[:0] + "1"
    )
    compare = _lines("{% if б > 1 and б < 5 %}между{% endif %}")
    return _feature("literals", {"а": "x", "б": 3}, lines, quotes, compare)


def headers() -> Feature:
    def change(document: Document) -> None:
        document.settings.odd_and_even_pages_header_footer = True
        first = document.sections[0]
        first.different_first_page_header_footer = True
        first.header.paragraphs[0].text = "нечёт {{ а }}"
        first.even_page_header.paragraphs[0].text = "чёт {{ а }}"
        first.first_page_header.paragraphs[0].text = "первая {{ а }} {% if б %}и{% endif %}"
        first.footer.paragraphs[0].text = "низ {{ а }}"
        first.footer.add_paragraph("{%p for п in пары %}")
        first.footer.add_paragraph("{{ п }}\nстрока")
        first.footer.add_paragraph("{%p endfor %}")
        first.even_page_footer.paragraphs[0].text = "без слов"
        document.add_paragraph("{{ а }}")
        second = document.add_section(WD_SECTION.NEW_PAGE)
        second.header.is_linked_to_previous = False
        second.header.paragraphs[0].text = "раздел два {{ а }}"
        document.add_paragraph("конец")

    return _feature("headers", {"а": "№ 5 <&>", "б": "", "пары": ["1", "2\n3"]}, change)


def footnotes() -> Feature:
    def change(document: Document) -> None:
        xml = (
            f"<w:footnotes {nsdecls('w')}>"
            '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
            '<w:footnote w:id="1"><w:p><w:r><w:t xml:space="preserve"> {{ а }} и </w:t></w:r>'
            "<w:r><w:t>{{ б }}</w:t></w:r></w:p></w:footnote></w:footnotes>"
        )
        part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES_TYPE, xml.encode(), document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        paragraph = document.add_paragraph("Сноска {{ а }}")
        paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="1"/></w:r>'))

    return _feature("footnotes", {"а": "ст. 351.8 ТК", "б": "«да»"}, change)


def text_boxes() -> Feature:
    def change(document: Document) -> None:
        paragraph = document.add_paragraph("снаружи {{ а }} ")
        paragraph._p.append(
            parse_xml(
                f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict>'
                '<v:shape id="box1" style="width:100pt;height:50pt"><v:textbox><w:txbxContent>'
                "<w:p><w:r><w:t>внутри {{ а }}</w:t></w:r></w:p><w:p><w:r><w:t>{{ б }}</w:t></w:r></w:p>"
                "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
            )
        )

    return _feature("text boxes", {"а": "x & y", "б": "2"}, change, _lines("после {{ а }}"))


def properties() -> Feature:
    def change(document: Document) -> None:
        core = document.core_properties
        core.title, core.subject, core.author = "{{ название }}", "{{ а.б }}", "{{ автор }}"
        core.comments, core.keywords = "{% if автор %}есть{% endif %}", "без слов"

    return _feature(
        "properties", {"название": "О парах", "а": {"б": 1}, "автор": "Школа № 1"}, change, _lines("{{ автор }}")
    )


def pictures() -> Feature:
    def change(document: Document) -> None:
        for _ in range(2):
            document.add_paragraph().add_run().add_picture(io.BytesIO(rule_png(20, 10)))
        for number, shape in enumerate(document.inline_shapes):
            shape._inline.docPr.set("descr", "{{ а }} " + str(number))
            shape._inline.docPr.set("id", "7")

    return _feature("pictures", {"а": 'кавычки " & <'}, change, _lines("{{ а }}"))


def controls() -> Feature:
    def change(document: Document) -> None:
        body = document.element.body
        control = (
            f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="поле"/><w:id w:val="5"/></w:sdtPr><w:sdtContent>'
            "<w:p><w:r><w:t>{{ а }}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        )
        body.insert(0, parse_xml(control))
        link = f'<w:p {nsdecls("w")}><w:hyperlink w:anchor="x"><w:r><w:t>{{{{ а }}}}</w:t></w:r></w:hyperlink></w:p>'
        body.insert(1, parse_xml(link))
        field = f'<w:p {nsdecls("w")}><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
        body.insert(2, parse_xml(field))

    return _feature("controls", {"а": "текст"}, change)


def spaces() -> Feature:
    def change(document: Document) -> None:
        paragraph = document.add_paragraph()
        for text in (" до ", "{{ а }}", " между ", "{{ а }}{{ а }}", " "):
            paragraph.add_run(text)

    return _feature("spaces", {"а": "  два  "}, change)


_FEATURES = (
    *(plain, split_runs, conditions, loops, rows, columns, cells, merged_columns, rich, breaks, literals),
    *(headers, footnotes, text_boxes, properties, pictures, controls, spaces),
)
