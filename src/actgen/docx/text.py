"""A document as text: for golden texts, for rules on what is printed, for comparing what came back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from xml.etree import ElementTree

from actgen.docx.archive import BODY, ArchiveFault, read_members
from actgen.docx.cutting import CUT, cut_body, parse_frame, parse_paragraph

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_O = "{urn:schemas-microsoft-com:office:office}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

BREAK = "---"
"""The line that marks a page break or the end of a section."""

# What stands in a run for a character: ECMA-376 part 1, 17.3.3.
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
# One letter for a hyphen, whether a line may end after it or not: who looks for «273-ФЗ» finds it.
_NON_BREAKING_HYPHEN = "\u2011"
_UNPRINTED = ("word/media/", "word/theme/", "word/fontTable", "word/settings", "word/numbering", "word/webSettings")
_OWN_PARTS = frozenset({BODY, "word/footnotes.xml"})
_SKIPPED = frozenset({_MC + "Fallback", _W + "pPr", _W + "rPr", _W + "instrText", _W + "del", _W + "moveFrom"})
_PARAGRAPH, _TABLE, _ROW, _CELL = _W + "p", _W + "tbl", _W + "tr", _W + "tc"
# Rows and cells in these are not of the table around them.
_CLOSED = _SKIPPED | {_TABLE, _PARAGRAPH}
_RUN, _BOX, _VAL = _W + "r", _W + "txbxContent", _W + "val"
_PROPERTIES, _STYLE, _SECTION = _W + "pPr", _W + "pStyle", _W + "sectPr"
_BREAK_BEFORE = _W + "pageBreakBefore"
_HEADERS = {"headerReference": "верхний колонтитул", "footerReference": "нижний колонтитул"}
_KINDS = {"first": " первой страницы", "even": " чётных страниц"}


@dataclass(frozen=True, slots=True)
class Line:
    r"""A paragraph or a table row of a document.

    `part` is empty for the body, else «верхний колонтитул», «сноски»; `style` is the paragraph style's name, empty for
    a row; `cells` are a row's cells from the left, each with its paragraphs joined by ` / `, empty for a paragraph.
    A break has the text `---` and no style. Tabs and line breaks stand in `text` as `\t` and `\n`.
    """

    part: str
    style: str
    text: str
    cells: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the line as golden texts have it: a tab is shown as `⇥`, a line break as `⏎`."""
        if self.cells:
            shown = "| " + " | ".join(self.cells) + " |"
        else:
            shown = f"{self.style}| {self.text}".rstrip(" ") if self.style else self.text
        return shown.replace("\t", "⇥").replace("\n", "⏎")


def golden_text(docx: bytes) -> str:
    """Return the document as a golden text: a line a paragraph or row, headers and footers after the body.

    Raises:
        ArchiveFault: The bytes are not a DOCX.
    """
    shown: list[str] = []
    part = ""
    for line in document_lines(docx):
        if line.part != part:
            part = line.part
            shown += ["", f"=== {part}"]
        shown.append(str(line))
    return "\n".join(shown) + "\n"


def plain_text(docx: bytes) -> str:
    """Return what the document prints: a line a paragraph, cells parted by tabs, breaks left out.

    Raises:
        ArchiveFault: The bytes are not a DOCX.
    """
    lines = document_lines(docx)
    return "\n".join("\t".join(line.cells) or line.text for line in lines if line.style or line.cells)


def document_lines(docx: bytes) -> list[Line]:
    """Return paragraphs and table rows from the top: body, footnotes, headers and footers each once.

    Raises:
        ArchiveFault: The bytes are not a DOCX.
    """
    return list(QuickReader(docx).lines())


def _is_printed(member: str) -> bool:
    """Return whether the text of a document, or the way to it, may stand in the member."""
    return member.startswith("word/") and not member.startswith(_UNPRINTED)


def table_rows(docx: bytes, number: int) -> list[list[str]]:
    """Return a table's text: rows from the top, in each row its cells from the left.

    Raises:
        IndexError: The document has no table `number` (the first is 1).
        ArchiveFault: The bytes are not a DOCX.
    """
    reader = DocumentReader(docx)
    tables = list(reader.body.iter(_W + "tbl"))
    if not 1 <= number <= len(tables):
        raise IndexError(f"table {number} of {len(tables)}")
    return [list(cells) for cells in reader.rows(tables[number - 1])]


@dataclass(frozen=True, slots=True, eq=False)
class Styles:
    """Names of paragraph styles by id, and the id of the default one; one and the same object for the same bytes."""

    names: Mapping[str, str]
    default: str


class BlockReader:
    """Walks the blocks of a document, which it reads with its styles alone."""

    def __init__(self, styles: Styles) -> None:
        """Read with these styles."""
        self._styles = styles

    def rows(self, table: ElementTree.Element) -> Iterator[tuple[str, ...]]:
        """Yield the cells of each row of a table."""
        for row in _children(table, _ROW):
            yield tuple([self._cell(cell) for cell in _children(row, _CELL)])

    def _cell(self, cell: ElementTree.Element) -> str:
        texts = []
        for line in self.blocks(cell, ""):
            texts.append("[" + " | ".join(line.cells) + "]" if line.cells else line.text)
        return " / ".join(text for text in texts if text) if len(texts) > 1 else "".join(texts)

    def blocks(self, parent: Iterable[ElementTree.Element], part: str) -> Iterator[Line]:
        """Yield the lines of what stands in a body, a cell, a header or a wrapper of those."""
        for child in parent:
            if child.tag == _PARAGRAPH:
                yield from self._paragraph(child, part)
            elif child.tag == _TABLE:
                for cells in self.rows(child):
                    yield Line(part, "", "", cells)
            elif child.tag == _MC + "AlternateContent":
                for choice in _children(child, _MC + "Choice"):
                    yield from self.blocks(choice, part)
            elif len(child) and child.tag not in _SKIPPED:
                yield from self.blocks(child, part)

    def _paragraph(self, paragraph: ElementTree.Element, part: str) -> Iterator[Line]:
        # Plain loops: `find` costs more than all the rest, and every document passes here on its way to the rules.
        style_id, ends_section = self._styles.default, False
        first = paragraph[0] if len(paragraph) else None
        for mark in first if first is not None and first.tag == _PROPERTIES else ():
            if mark.tag == _STYLE:
                style_id = mark.get(_VAL, "")
            elif mark.tag == _BREAK_BEFORE and mark.get(_VAL) not in ("0", "false", "off"):
                yield Line(part, "", BREAK)
            elif mark.tag == _SECTION:
                ends_section = True
        name = self._styles.names.get(style_id, style_id) or "Normal"
        boxes: list[ElementTree.Element] = []
        pieces = "".join(self.text(paragraph, boxes)).split("\f")
        for number, piece in enumerate(pieces):
            if number:
                yield Line(part, "", BREAK)
            if piece or len(pieces) == 1:
                yield Line(part, name, piece)
        for box in boxes:
            yield from self.blocks(box, part)
        if ends_section:
            yield Line(part, "", BREAK)

    def text(self, element: Iterable[ElementTree.Element], boxes: list[ElementTree.Element]) -> Iterator[str]:
        """Yield the text of what stands in a paragraph or a run; text boxes on the way are added to `boxes`."""
        for child in element:
            tag = child.tag
            if tag == _RUN:
                yield from self.text(child, boxes)
                continue
            if tag in _SKIPPED:
                continue
            if tag == _BOX:
                boxes.append(child)
                continue
            if tag == _W + "t":
                yield (child.text or "").replace(_NON_BREAKING_HYPHEN, "-")
            elif tag == _W + "br" and child.get(_W + "type") == "page":
                yield "\f"
            elif tag.startswith(_W) and (character := _CHARACTERS.get(tag.removeprefix(_W))):
                yield character
            elif tag == _W + "footnoteReference":
                yield f"[сноска {child.get(_W + 'id', '')}]"
            elif tag == _O + "signatureline":
                # The alt text of our own lines names the role; a line that an author drew has no role.
                alt = element.get("alt", "") if isinstance(element, ElementTree.Element) else ""
                said = alt.partition("Место для подписи: ")[2]
                yield f"[подпись: {said or child.get(_O + 'suggestedsigner2') or child.get(_O + 'suggestedsigner')}]"
            elif tag == _W + "drawing" and child.find(f".//{_BOX}") is None:
                named = child.find(f".//{_WP}docPr")
                yield f"[рисунок: {'' if named is None else named.get('descr') or named.get('name') or ''}]"
            else:
                yield from self.text(child, boxes)


class DocumentReader(BlockReader):
    """Walks one document; holds its members, its styles and its relations."""

    def __init__(self, docx: bytes) -> None:
        """Open the document.

        Raises:
            ArchiveFault: The bytes are not a DOCX.
        """
        self._members = members = read_members(docx, _is_printed)
        super().__init__(_styles(members.get("word/styles.xml", b"")))
        self._relations = {
            r.get("Id", ""): r.get("Target", "")
            for r in self._root("word/_rels/document.xml.rels").iter(_RELATION)
            if r.get("TargetMode") != "External"
        }

    @cached_property
    def body(self) -> ElementTree.Element:
        """The element of the body."""
        body = self._root(BODY).find(_W + "body")
        if body is None:
            raise ArchiveFault("это не документ Word: в нём нет текста")
        return body

    def part_of(self, relation: str) -> bytes:
        """Return the bytes of the part behind a relation of the body, empty where there is none."""
        return self._members.get(self._name_of(relation), b"")

    def _name_of(self, relation: str) -> str:
        return "word/" + self._relations.get(relation, "").removeprefix("/word/")

    def lines(self) -> Iterator[Line]:
        """Yield paragraphs and table rows, as `document_lines`."""
        body = self.body
        yield from self.blocks(body, "")
        if "word/footnotes.xml" in self._members:
            notes = [n for n in self._root("word/footnotes.xml") if n.get(_W + "type") is None]
            for note in notes:
                yield from self.blocks(note, "сноски")
        seen: set[str] = set()
        for number, section in enumerate(body.iter(_W + "sectPr"), start=1):
            for reference in section:
                kind = _HEADERS.get(reference.tag.removeprefix(_W))
                name = self._name_of(reference.get(_R + "id", ""))
                if kind and name in self._members and name not in seen:
                    seen.add(name)
                    which = _KINDS.get(reference.get(_W + "type", ""), "")
                    of_section = f" раздела {number}" if number > 1 else ""
                    yield from self.blocks(self._root(name), f"{kind}{which}{of_section}")

    def _root(self, name: str) -> ElementTree.Element:
        data = self._members.get(name)
        if data is None:
            return ElementTree.Element("none")
        return parse(data) if name in _OWN_PARTS else _parse_shared(data)


class QuickReader(DocumentReader):
    """Reads the same lines; parses only paragraphs of the body that this process has not met lately."""

    def _root(self, name: str) -> ElementTree.Element:
        cut = cut_body(self._members[name]) if name == BODY and name in self._members else None
        frame = _parse_shared_frame(cut.frame) if cut is not None else None
        if cut is None or frame is None:
            return super()._root(name)
        cut_out = [_paragraph_lines(paragraph, cut.root, self._styles) for paragraph in cut.paragraphs]
        self._cut_out = tuple(lines for lines in cut_out if lines is not None)
        # What is not well-formed in pieces is judged as a whole.
        return frame if len(self._cut_out) == len(cut_out) else super()._root(name)

    def _paragraph(self, paragraph: ElementTree.Element, part: str) -> Iterator[Line]:
        number = paragraph.get(CUT)
        return super()._paragraph(paragraph, part) if number is None else iter(self._cut_out[int(number)])


@lru_cache(maxsize=4096)
def _paragraph_lines(paragraph: str, root: str, styles: Styles) -> tuple[Line, ...] | None:
    """Return the lines of a paragraph of the body, None for markup that is none.

    It remembers those that it met last: what a paragraph says is decided by its own bytes, the namespaces of the root
    and the styles. A school of 30 documents has 2000 paragraphs, of which 200 are its own.
    """
    found = parse_paragraph(paragraph, root)
    if found is None or found[0].tag != _PARAGRAPH:
        return None
    return tuple(BlockReader(styles).blocks(found, ""))


def _children(parent: ElementTree.Element, tag: str) -> Iterator[ElementTree.Element]:
    """Yield children with the tag, through wrappers such as `w:sdt`, not through inner tables."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif len(child) and child.tag not in _CLOSED:
            yield from _children(child, tag)


def parse(data: bytes) -> ElementTree.Element:
    """Return the root of a part.

    Raises:
        ArchiveFault: The part is not XML, or declares a document type, which no Office document does.
    """
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise ArchiveFault("в части документа объявлен DOCTYPE")
    try:
        return ElementTree.fromstring(data)
    except ElementTree.ParseError as bad:
        raise ArchiveFault("часть документа повреждена: это не XML") from bad


# Every document has a body of its own, but styles, relations and most headers are those of its template.
_parse_shared = lru_cache(maxsize=256)(parse)
_parse_shared_frame = lru_cache(maxsize=64)(parse_frame)


@lru_cache(maxsize=256)
def _styles(data: bytes) -> Styles:
    names: dict[str, str] = {}
    default = ""
    for style in parse(data).iter(_W + "style") if data else ():
        if style.get(_W + "type") == "paragraph":
            name = style.find(_W + "name")
            style_id = style.get(_W + "styleId", "")
            names[style_id] = style_id if name is None else name.get(_W + "val", style_id)
            if style.get(_W + "default") in ("1", "true"):
                default = style_id
    return Styles(names, default)
