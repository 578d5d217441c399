"""The three documents that are measured, made by code: an order, a regulation, a roadmap; and words for many of each.

They have the size of real ones: Cyrillic, runs with their own properties, headers and footers with words, a signature
table, a package trimmed to what Word writes (python-docx's default one carries 790 kB of unused styles). Each is made
in the dialect of each engine, so that all do the same work: `{{ школа.имя }}` of docxtpl, `{школа_имя}` of the engines
from npm, merge fields.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from functools import partial

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

_CLAUSE = (
    "Наставничество педагогических работников организуется в целях профессионального становления и адаптации на "
    "рабочем месте, оказания методической помощи и передачи опыта; участники действуют добровольно и в пределах своих "
    "обязанностей, установленных настоящим Положением и трудовыми договорами"
)
_PIECE = re.compile(r"(?:\{\{.*?\}\}|\{%.*?%\}|\S+)\s*")
_WORD = re.compile(r"\{\{ ([\w.]+) \}\}")


@dataclass(frozen=True)
class Dialect:
    """How an engine writes words, conditions and loops; rows of a loop stand between `open_row` and `close_row`."""

    name: str

    def word(self, text: str) -> str:
        """Return the text with its `{{ words }}` in the dialect; merge fields are made later, from the same braces."""
        if self.name == "curly":
            return _WORD.sub(lambda m: "{" + m.group(1).replace(".", "_") + "}", text)
        return text


DOCXTPL, CURLY, MERGE = Dialect("docxtpl"), Dialect("curly"), Dialect("merge")


def make_template(kind: str, dialect: Dialect = DOCXTPL) -> bytes:
    """Return the template of a kind in the dialect."""
    writer = _Writer(dialect, landscape=kind == "roadmap")
    _WRITE[kind](writer)
    return writer.content()


class _Writer:
    def __init__(self, dialect: Dialect, *, landscape: bool) -> None:
        self._dialect = dialect
        self._document: Document = docx.Document()
        section = self._document.sections[0]
        if landscape:
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = Mm(297), Mm(210)
        self._write(section.header.paragraphs[0], "{{ школа.имя }}")
        self._write(section.footer.paragraphs[0], "Приказ № {{ номер }} от {{ дата }}")

    def _write(self, paragraph: Paragraph, text: str, *, bold: bool = False) -> None:
        """Write the text in runs of several words, each with its own properties, as Word does."""
        pieces = _PIECE.findall(text)
        for start in range(0, len(pieces), 6):
            run_text = "".join(pieces[start : start + 6])
            for piece in _WORD.split(run_text) if self._dialect == MERGE else [self._dialect.word(run_text)]:
                run = paragraph.add_run(piece)
                run.bold = bold
                run.font.name = "Times New Roman"
                run.font.size = Pt(12)
            if self._dialect == MERGE:
                self._merge_fields(paragraph, text=run_text)

    def _merge_fields(self, paragraph: Paragraph, *, text: str) -> None:
        names = set(_WORD.findall(text))
        for run in list(paragraph.runs):
            if run.text in names:
                name = run.text.replace(".", "_")
                field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" MERGEFIELD {name} "/>')
                run._r.addprevious(field)
                field.append(run._r)

    def lines(self, *texts: str, bold: bool = False) -> None:
        for text in texts:
            self._write(self._document.add_paragraph(), text, bold=bold)

    def condition(self, word: str, *texts: str) -> None:
        """Write paragraphs that stand there only when the word is true; merge fields know no conditions."""
        marks = {"docxtpl": (f"{{%p if {word} %}}", "{%p endif %}"), "curly": (f"{{#{word}}}", f"{{/{word}}}")}
        opened, closed = marks.get(self._dialect.name, ("", ""))
        self.lines(*filter(None, (opened, *texts, closed)))

    def rows(self, *rows: tuple[str, ...]) -> None:
        table = self._document.add_table(len(rows), len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                if text:
                    self._write(cell.paragraphs[0], text)

    def loop(self, heading: tuple[str, ...], item: str, words: str, row: tuple[str, ...]) -> None:
        """Write a table with a heading and a row for each item."""
        empty = ("",) * (len(row) - 1)
        if self._dialect == DOCXTPL:
            self.rows(heading, (f"{{%tr for {item} in {words} %}}", *empty), row, ("{%tr endfor %}", *empty))
        elif self._dialect == CURLY:
            self.rows(heading, (f"{{#{words}}}{row[0]}", *row[1:-1], f"{row[-1]}{{/{words}}}"))
        else:
            self.rows(heading, row)

    def deeds(self) -> str:
        """Return the nested loop of the roadmap; for merge fields its lines come joined."""
        if self._dialect == DOCXTPL:
            return "{% for д in э.дела %}{{ loop.index }}) {{ д.текст }}; {% endfor %}"
        return "{#э_дела}{п_номер_строки}) {п_текст}; {/э_дела}" if self._dialect == CURLY else "{{ э.дела }}"

    def number(self, item: str) -> str:
        return "{{ loop.index }}" if self._dialect == DOCXTPL else f"{{{{ {item}.номер_строки }}}}"

    def content(self) -> bytes:
        saved = io.BytesIO()
        self._document.save(saved)
        return _trimmed(saved.getvalue())


def _order(writer: _Writer) -> None:
    writer.lines("{{ школа.имя }}", "{{ школа.адрес }}, тел. {{ школа.телефон }}", "ПРИКАЗ", bold=True)
    writer.lines("{{ дата }} № {{ номер }}", "О закреплении наставнических пар на {{ год }} учебный год")
    writer.lines(*(f"{i}. {_CLAUSE}: {{{{ слово{i} }}}}." for i in range(16)))
    writer.condition("выплаты", f"17. {_CLAUSE}.")
    heading = ("Наставник", "Наставляемый", "Форма", "Срок")
    row = ("{{ п.наставник }}", "{{ п.наставляемый }}", "{{ п.форма }}", "{{ п.срок }}")
    writer.loop(heading, "п", "пары", row)
    writer.lines("Контроль возложить на {{ куратор.винительный }}, {{ куратор.должность }}.")
    writer.rows(("Директор", "____________", "{{ директор.кратко }}"), ("Куратор", "____________", "{{ куратор.имя }}"))


def _regulation(writer: _Writer, sections: int = 8) -> None:
    writer.lines("УТВЕРЖДЕНО приказом № {{ номер }} от {{ дата }}", "{{ школа.имя }}", "{{ директор.имя }}")
    for section in range(1, sections + 1):
        writer.lines(f"{section}. Раздел {{{{ слово{section - 1} }}}}", bold=True)
        clauses = [f"{section}.{i}. {_CLAUSE}; {_CLAUSE.lower()}." for i in range(1, 9)]
        condition = {2: "совет", 4: "группы", 6: "выплаты"}.get(section)
        if condition:
            writer.condition(condition, *clauses)
        else:
            writer.lines(*clauses)
    writer.lines("Куратор: {{ куратор.имя }}, {{ куратор.должность }}", "{{ год }}", "{{ школа.адрес }}")


def _roadmap(writer: _Writer) -> None:
    writer.lines(
        "УТВЕРЖДАЮ", "Приказ № {{ номер }} от {{ дата }}", "Дорожная карта на {{ год }} учебный год", bold=True
    )
    writer.lines(*(f"{_CLAUSE}." for _ in range(8)))
    heading = ("№", "Наименование этапа", "Содержание", "Срок", "Ответственный")
    row = (writer.number("э"), "{{ э.название }}", writer.deeds(), "{{ э.срок }}", "{{ э.кто }}")
    writer.loop(heading, "э", "этапы", row)
    writer.rows(("Куратор", "____________", "{{ куратор.имя }}"))


_WRITE = {
    "order": _order,
    "regulation": _regulation,
    "short-regulation": partial(_regulation, sections=4),
    "roadmap": _roadmap,
}


def _trimmed(content: bytes) -> bytes:
    """Return the document without styles that it does not use, as Word would have written it."""
    trimmed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(trimmed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in archive.namelist():
            data = archive.read(name)
            if name in ("word/stylesWithEffects.xml", "docProps/thumbnail.jpeg"):
                continue
            if name == "word/styles.xml":
                unused = rb'<w:style w:type="table" w:(?:customStyle="1" )?styleId="(?!TableNormal").*?</w:style>'
                data = re.sub(unused, b"", data, flags=re.DOTALL)
            if name.endswith((".rels", "[Content_Types].xml")):
                data = re.sub(rb"<(?:Relationship|Override)\s[^>]*(?:stylesWithEffects|thumbnail)[^>]*/>", b"", data)
            target.writestr(name, data)
    return trimmed.getvalue()
