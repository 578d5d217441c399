"""Paragraphs, tables and sections as WordprocessingML text. Lengths are millimetres here, twips in the XML.

Every paragraph is a style and a text, nothing else: what a secretary changes in the style changes everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from actgen.docx.blanks import FEWEST_RULES, with_controls

TWIPS_PER_MM = 1440 / 25.4

TAG_STYLE = "Служебная строка"
"""The style of paragraphs that hold only a tag `{%p … %}`, `{%tr … %}`: they never reach a document."""


UNNUMBERED = 0
"""The id of a control until the document is packed."""


def twips(mm: float) -> int:
    """Return a length of millimetres in twips."""
    return round(mm * TWIPS_PER_MM)


def style_id(name: str) -> str:
    """Return the identifier of a style: its name without blanks, as Word makes it."""
    return name.replace(" ", "")


@dataclass(frozen=True, slots=True)
class Page:
    """A4 in one orientation, with the margins of ГОСТ Р 7.0.97-2025 for papers kept longer than ten years."""

    is_landscape: bool = False
    left: float = 30
    right: float = 10
    top: float = 20
    bottom: float = 20
    header: float = 10

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in twips, as Word rounds A4."""
        return (16838, 11906) if self.is_landscape else (11906, 16838)

    @property
    def text_width(self) -> int:
        """Width of the text in twips."""
        return self.size[0] - twips(self.left) - twips(self.right)

    @property
    def text_width_mm(self) -> float:
        """Width of the text in millimetres."""
        return self.text_width / TWIPS_PER_MM


PORTRAIT, LANDSCAPE = Page(), Page(is_landscape=True)


def paragraph(style: str, text: str = "", *, section: str = "") -> str:
    """Return a paragraph; a tab in the text is a tab on the page, a blank is a control to fill in.

    `section` is the `w:sectPr` that it ends.
    """
    properties = f'<w:pPr><w:pStyle w:val="{style_id(style)}"/>{section}</w:pPr>'
    written = (escape(piece, quote=False) for piece in text.split("\t"))
    if style != TAG_STYLE and FEWEST_RULES in text:
        written = (with_controls(piece, "", lambda: UNNUMBERED) for piece in written)
    pieces = '</w:t><w:tab/><w:t xml:space="preserve">'.join(written)
    run = f'<w:r><w:t xml:space="preserve">{pieces}</w:t></w:r>' if text else ""
    return f"<w:p>{properties}{run}</w:p>".replace('<w:t xml:space="preserve"></w:t>', "")


def tag(text: str) -> str:
    """Return a paragraph that holds only a tag: `tag("if визы")` is `{%p if визы %}`."""
    return paragraph(TAG_STYLE, f"{{%p {text} %}}")


def only_if(condition: str, *parts: str) -> str:
    """Return the parts, printed only when the condition holds."""
    return "".join((tag(f"if {condition}"), *parts, tag("endif")))


def each(name: str, words: str, *parts: str) -> str:
    """Return the parts, printed for each item of a list."""
    return "".join((tag(f"for {name} in {words}"), *parts, tag("endfor")))


def each_or_blank(name: str, words: str, style: str, text: str) -> str:
    """Return a paragraph for each item of a list; a blank one for an empty list, since a cell needs a paragraph."""
    return "".join(
        (tag(f"for {name} in {words}"), paragraph(style, text), tag("else"), paragraph(style), tag("endfor"))
    )


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: its paragraphs and how many columns it takes."""

    content: str
    span: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A table row that is never split over pages; `tag` rows hold a tag `{%tr … %}` and vanish."""

    cells: Sequence[Cell]
    is_heading: bool = False
    height_mm: float = 0


def tag_row(text: str, columns: int) -> Row:
    """Return a row that holds only a tag: `tag_row("endfor", 3)` is `{%tr endfor %}`."""
    return Row((Cell(paragraph(TAG_STYLE, f"{{%tr {text} %}}"), columns),))


def each_row(name: str, words: str, columns: int, *rows: Row) -> list[Row]:
    """Return the rows, printed for each item of a list."""
    return [tag_row(f"for {name} in {words}", columns), *rows, tag_row("endfor", columns)]


def cells(style: str, *texts: str) -> list[Cell]:
    """Return one-paragraph cells of one style."""
    return [Cell(paragraph(style, text)) for text in texts]


def heading_row(*texts: str) -> Row:
    """Return the row that is repeated on every page of the table."""
    return Row(cells("Table Heading", *texts), is_heading=True)


def table(style: str, page: Page, shares: Sequence[float], rows: Iterable[Row]) -> str:
    """Return a table as wide as the text; `shares` are the widths of its columns, in any unit."""
    widths = _widths(page.text_width, shares)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style_id(style)}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join(_row(row, widths) for row in rows)}</w:tbl>"
    )


def _widths(total: int, shares: Sequence[float]) -> list[int]:
    widths = [round(total * share / sum(shares)) for share in shares]
    widths[-1] += total - sum(widths)
    return widths


def _row(row: Row, widths: Sequence[int]) -> str:
    height = f'<w:trHeight w:val="{twips(row.height_mm)}"/>' if row.height_mm else ""
    heading = "<w:tblHeader/>" if row.is_heading else ""
    written, column = [], 0
    for cell in row.cells:
        width = sum(widths[column : column + cell.span])
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        written.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>{cell.content}</w:tc>')
        column += cell.span
    if column != len(widths):
        raise ValueError(f"a row of {column} columns in a table of {len(widths)}")
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{heading}</w:trPr>{''.join(written)}</w:tr>"


def section(page: Page, *, is_first: bool = True, is_numbered: bool = True) -> str:
    """Return the `w:sectPr` of a page; the first section names the headers and hides the number on its first page.

    A later one goes on with them, or takes the one without a number.
    """
    width, height = page.size
    headers = '<w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>'
    if not is_numbered:
        headers = '<w:headerReference w:type="default" r:id="rId4"/>'
    orient = ' w:orient="landscape"' if page.is_landscape else ""
    return (
        f"<w:sectPr>{headers if is_first or not is_numbered else ''}"
        f'<w:pgSz w:w="{width}" w:h="{height}"{orient}/>'
        f'<w:pgMar w:top="{twips(page.top)}" w:right="{twips(page.right)}" w:bottom="{twips(page.bottom)}"'
        f' w:left="{twips(page.left)}" w:header="{twips(page.header)}" w:footer="{twips(page.header)}" w:gutter="0"/>'
        f"{'<w:titlePg/>' if is_first else ''}</w:sectPr>"
    )
