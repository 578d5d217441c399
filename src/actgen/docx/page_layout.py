"""The look of a template as a profile: font family, size of the text, margins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from actgen.docx.archive import read_members, write_members

if TYPE_CHECKING:
    from lxml.etree import _Element

STYLES, BODY = "word/styles.xml", "word/document.xml"

_TWIPS_PER_MM = 1440 / 25.4
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FONT_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
_WORD_DEFAULT_HALF_POINTS = 20
# A table this near to the width of the text was meant to fill it: Word adds or takes away the padding of a cell.
_FULL_WIDTH_TOLERANCE_TWIPS = 250


@dataclass(frozen=True, slots=True)
class Layout:
    """The font family, the size of the text in points, and the margins in millimetres.

    The defaults are those of the shipped templates.

    Source:
        ГОСТ Р 7.0.97-2025: size 12–14; margins at least 20, 10, 20, 20 mm, the left one 30 mm for papers kept longer
        than ten years.

    >>> Layout().left_twips
    1701
    """

    font: str = "Times New Roman"
    size_points: float = 14
    left_mm: float = 30
    right_mm: float = 10
    top_mm: float = 20
    bottom_mm: float = 20

    @property
    def left_twips(self) -> int:
        """The left margin in twips."""
        return _twips(self.left_mm)

    @property
    def right_twips(self) -> int:
        """The right margin in twips."""
        return _twips(self.right_mm)

    @property
    def top_twips(self) -> int:
        """The upper margin in twips."""
        return _twips(self.top_mm)

    @property
    def bottom_twips(self) -> int:
        """The lower margin in twips."""
        return _twips(self.bottom_mm)


def apply_layout(template: bytes, layout: Layout) -> bytes:
    """Return the template in another layout; in the default one, the template itself, byte for byte.

    Every font becomes the family. Text of the base size takes the size; what is larger than it is lowered to it,
    smaller text stays. Every section takes the margins as edges of its page, whichever way the page lies; tables that
    fill the text go on filling it, blocks set off by indents (header block, mark of an annex) keep their width.
    Canonical, and the same when applied again.

    Raises:
        ArchiveFault: The bytes are not a DOCX.
    """
    if layout == Layout():
        return template
    members = read_members(template)
    styles = _parse(members[STYLES]) if STYLES in members else None
    body = _parse(members[BODY])
    widened = _set_margins(body, layout)
    if styles is not None:
        _set_fonts(styles, layout.font)
        _set_sizes(styles, round(layout.size_points * 2))
        if widened is not None:
            _keep_blocks(styles, *widened)
        members[STYLES] = _serialise(styles)
    members[BODY] = _serialise(body)
    return write_members(members)


def _twips(mm: float) -> int:
    return round(mm * _TWIPS_PER_MM)


def _parse(xml: bytes) -> _Element:
    from lxml import etree  # noqa: PLC0415

    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))


def _serialise(root: _Element) -> bytes:
    from lxml import etree  # noqa: PLC0415

    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _set_fonts(styles: _Element, family: str) -> None:
    for fonts in styles.iter(f"{_W}rFonts"):
        for name in list(fonts.attrib):
            # A font of the theme would win over the one that is named.
            if str(name).endswith("Theme") or str(name).endswith("theme"):
                del fonts.attrib[name]
        for slot in _FONT_SLOTS:
            fonts.set(_W + slot, family)


def _set_sizes(styles: _Element, half_points: int) -> None:
    base = _base_half_points(styles)
    for tag in ("sz", "szCs"):
        for size in styles.iter(_W + tag):
            value = _number(size, "val")
            size.set(f"{_W}val", str(half_points if value == base else min(value, half_points)))


def _base_half_points(styles: _Element) -> int:
    """Return the size of plain text: of the default paragraph style, else of the document's defaults."""
    for path in (
        f"{_W}style[@{_W}type='paragraph'][@{_W}default='1']/{_W}rPr/{_W}sz",
        f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}sz",
    ):
        size = styles.find(path)
        if size is not None:
            return _number(size, "val")
    return _WORD_DEFAULT_HALF_POINTS


def _set_margins(body: _Element, layout: Layout) -> tuple[int, int] | None:
    """Set the margins of every section; return the width of text of the first section before and after."""
    first: tuple[int, int] | None = None
    for section, tables in _sections(body):
        margins = section.find(f"{_W}pgMar")
        if margins is None:
            continue
        before = _text_width(section, margins)
        for edge in ("top", "right", "bottom", "left"):
            margins.set(_W + edge, str(getattr(layout, f"{edge}_twips")))
        after = _text_width(section, margins)
        first = first or (before, after)
        for table in tables:
            _scale(table, before, after)
    return first


def _sections(body: _Element) -> Iterator[tuple[_Element, list[_Element]]]:
    """Yield each section with the tables that stand in its text, from the top."""
    tables: list[_Element] = []
    for block in body.iterfind(f"{_W}body/*"):
        if block.tag == f"{_W}tbl":
            tables.append(block)
        section = block if block.tag == f"{_W}sectPr" else block.find(f"{_W}pPr/{_W}sectPr")
        if section is not None:
            yield section, tables
            tables = []


def _text_width(section: _Element, margins: _Element) -> int:
    size = section.find(f"{_W}pgSz")
    # Without a size Word takes its own paper, Letter.
    page = _number(size, "w") if size is not None else 12240
    return page - _number(margins, "left") - _number(margins, "right") - _number(margins, "gutter")


def _scale(table: _Element, before: int, after: int) -> None:
    columns = table.findall(f"{_W}tblGrid/{_W}gridCol")
    old = [_number(column, "w") for column in columns]
    if before == after or abs(sum(old) - before) > _FULL_WIDTH_TOLERANCE_TWIPS:
        return
    edges = [round(sum(old[:count]) * after / before) for count in range(len(old) + 1)]
    new = [right - left for left, right in pairwise(edges)]
    for column, width in zip(columns, new, strict=True):
        column.set(f"{_W}w", str(width))
    _set_width(table.find(f"{_W}tblPr/{_W}tblW"), sum(new))
    for row in table.iterfind(f"{_W}tr"):
        at = _span(row.find(f"{_W}trPr/{_W}gridBefore"), 0)
        for cell in row.iterfind(f"{_W}tc"):
            span = _span(cell.find(f"{_W}tcPr/{_W}gridSpan"), 1)
            _set_width(cell.find(f"{_W}tcPr/{_W}tcW"), sum(new[at : at + span]))
            at += span


def _set_width(width: _Element | None, twips: int) -> None:
    if width is not None and width.get(f"{_W}type", "dxa") == "dxa":
        width.set(f"{_W}w", str(twips))


def _span(element: _Element | None, default: int) -> int:
    return _number(element, "val") if element is not None else default


def _keep_blocks(styles: _Element, before: int, after: int) -> None:
    """Give the change of the text's width to the indents of blocks, so that the blocks keep their own width.

    A block in the middle has equal indents on both sides; a block in the right corner one that takes half the line.
    """
    change = after - before
    for indent in styles.iter(f"{_W}ind"):
        left, right = _number(indent, "left"), _number(indent, "right")
        if left == right > 0 and 2 * left > -change and 2 * left > before // 10:
            indent.set(f"{_W}left", str(left + change // 2))
            indent.set(f"{_W}right", str(right + change - change // 2))
        elif not right and left > before // 2 and left + change > 0:
            indent.set(f"{_W}left", str(left + change))


def _number(element: _Element, attribute: str) -> int:
    value = element.get(_W + attribute, "0")
    return round(float(value)) if value.replace(".", "", 1).replace("-", "", 1).isdigit() else 0
