"""What rendering leaves behind and Word calls damaged, put right in the text of a part.

Which repairs a part may need is known when its template is compiled (`markup.Repair`), so most parts need none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from actgen.docx.markup import LIST_ITEM, LIST_STARTS, STRAY, Repair

if TYPE_CHECKING:
    from actgen.docx.filling import Filling

_TABLE_EDGE = re.compile(r"<(/?)w:(tbl|tr)(?=[ >/])[^>]*>")
_EMPTY_TABLE = re.compile(r"</w:tblGrid>\s*</w:tbl>")
_IN_BODY = ("</w:tc>", "</w:txbxContent>")
_OUTSIDE_BODY = (*_IN_BODY, "</w:hdr>", "</w:ftr>", "</w:footnote>")
_PARAGRAPH_ENDS = ("</w:p>", "<w:p/>", "</w:sdt>")
_PROPERTIES = re.compile(r"<w:pPr>.*?</w:pPr>", re.DOTALL)
_SEEN = re.compile(
    r">\s*[^<\s]|<w:(?:drawing|pict|br|cr|tab|sym|object|fldChar|fldSimple|sdt|footnoteReference|noBreakHyphen)[ />]"
)
_PICTURE_ID = re.compile(r'(<wp:docPr\b[^>]*?\sid=")[^"]*(?=")')
_LIST = re.compile(rf'{LIST_STARTS}|(?:<w:ilvl w:val="(?P<level>\d+)"/>)?<w:numId w:val="{LIST_ITEM}(?P<number>\d+)"/>')
_ID = re.compile(
    r"<w:bookmark(?P<edge>Start|End)\b[^>]*?/>|<w:sdtPr>.*?</w:sdtPr>|<v:(?:shape|rect|oval|shapetype) [^>]*>",
    re.DOTALL,
)
_W_ID = re.compile(r'(\bw:id=")([^"]*)(?=")')
_W_NAME = re.compile(r'(\bw:name=")([^"]*)(?=")')
_SDT_ID = re.compile(r'(<w:id w:val=")([^"]*)(?=")')
_SHAPE_ID = re.compile(r'((?:\s|o:sp)id=")([^"]*)(?=")')
_FIRST_PICTURE_ID = 1001


def repair_part(xml: str, repairs: Repair, filling: Filling, *, is_body: bool) -> str:
    """Return the text of a rendered part repaired; `filling` takes the lists that start anew."""
    if repairs & Repair.STRAYS:
        xml = _drop_strays(xml)
    if repairs & Repair.TABLES and _EMPTY_TABLE.search(xml):
        xml = _drop_empty_tables(xml)
    if repairs & Repair.PARAGRAPHS:
        xml = _add_paragraphs(xml, _IN_BODY if is_body else _OUTSIDE_BODY)
    if repairs & Repair.LISTS:
        xml = _start_lists(xml, filling)
    if (repairs & Repair.PICTURES and is_body) or repairs & Repair.IDS:
        xml = _number_pictures(xml)
    if repairs & Repair.IDS:
        xml = _unique_ids(xml)
    return xml


def _drop_strays(xml: str) -> str:
    """Return the text without the marked paragraphs in which nothing is seen, and without the marks."""
    pieces: list[str] = []
    position = 0
    while (mark := xml.find(STRAY, position)) >= 0:
        end = xml.index("</w:p>", mark) + len("</w:p>")
        inside = xml[mark + 1 : end]
        start = mark - len("<w:p")
        if _SEEN.search(_PROPERTIES.sub("", inside, count=1)):
            pieces += [xml[position:mark], inside]
        else:
            pieces.append(xml[position:start])
        position = end
    return "".join((*pieces, xml[position:]))


def _add_paragraphs(xml: str, closings: tuple[str, ...]) -> str:
    """Return the text with a paragraph at the end of each cell, header, note or box that does not end with one."""
    holes: list[int] = []
    for closing in closings:
        at = xml.find(closing)
        while at >= 0:
            if not xml.endswith(_PARAGRAPH_ENDS, 0, at) and not _ends_with_mark(xml, at):
                holes.append(at)
            at = xml.find(closing, at + 1)
    if not holes:
        return xml
    pieces: list[str] = []
    position = 0
    for hole in sorted(holes):
        pieces += [xml[position:hole], "<w:p/>"]
        position = hole
    return "".join((*pieces, xml[position:]))


def _ends_with_mark(xml: str, at: int) -> bool:
    """Return whether, besides blanks, the end of a bookmark or the like follows the last paragraph."""
    last = xml.rfind("<", 0, at)
    if xml.startswith("<w:bookmarkEnd", last):
        return _ends_with_mark(xml, last)
    return (
        xml[:at].rstrip().endswith(_PARAGRAPH_ENDS) if xml[at - 1].isspace() else xml.endswith(_PARAGRAPH_ENDS, 0, at)
    )


def _drop_empty_tables(xml: str) -> str:
    """Return the text without tables that have no row; Word takes such a file for damaged."""
    drops: list[tuple[int, int]] = []
    opened: list[list[int]] = []  # start of each open table and how many rows it has
    for edge in _TABLE_EDGE.finditer(xml):
        is_end, name = edge.group(1), edge.group(2)
        if name == "tr":
            if opened and not is_end:
                opened[-1][1] += 1
        elif not is_end:
            opened.append([edge.start(), 0])
        elif opened:
            start, rows = opened.pop()
            if not rows:
                drops.append((start, edge.end()))
    pieces: list[str] = []
    position = 0
    for start, end in sorted(drops):
        pieces.append(xml[position:start])
        position = end
    return "".join((*pieces, xml[position:]))


def _number_pictures(xml: str) -> str:
    # From 1001 and in order, as docxtpl numbers them.
    number = _FIRST_PICTURE_ID - 1

    def numbered(match: re.Match[str]) -> str:
        nonlocal number
        number += 1
        return f"{match.group(1)}{number}"

    return _PICTURE_ID.sub(numbered, xml)


def _start_lists(xml: str, filling: Filling) -> str:
    generation = 0
    current: dict[str, tuple[int, str]] = {}

    def numbered(match: re.Match[str]) -> str:
        nonlocal generation
        number, level = match["number"], match["level"]
        if number is None:
            generation += 1
            return ""
        known = current.get(number)
        if known is None:
            current[number] = (generation, number)
        elif known[0] != generation:
            current[number] = (generation, filling.start_list(number, level or "0"))
        shown_level = f'<w:ilvl w:val="{level}"/>' if level is not None else ""
        return f'{shown_level}<w:numId w:val="{current[number][1]}"/>'

    return _LIST.sub(numbered, xml)


class _Ids:
    """Gives each id once: the first keeps its own, a later one gets the next free number or suffix."""

    def __init__(self, xml: str) -> None:
        numbers = [int(found) for found in re.findall(r'(?:w:id|<w:id w:val)="(-?\d{1,9})"', xml)]
        self._next = max(numbers, default=0)
        self._used: set[tuple[str, str]] = set()
        self.bookmark: dict[str, str] = {}

    def number(self, kind: str, wanted: str) -> str:
        if (kind, wanted) in self._used:
            self._next += 1
            wanted = str(self._next)
        self._used.add((kind, wanted))
        return wanted

    def name(self, kind: str, wanted: str) -> str:
        given, suffix = wanted, 1
        while (kind, given) in self._used:
            suffix += 1
            given = f"{wanted}_{suffix}"
        self._used.add((kind, given))
        return given


def _unique_ids(xml: str) -> str:
    ids = _Ids(xml)

    def unique(match: re.Match[str]) -> str:
        text = match.group()
        if match["edge"] == "Start":
            old = _W_ID.search(text)
            if old is not None:
                ids.bookmark[old.group(2)] = ids.number("bookmark", old.group(2))
                text = _W_ID.sub(lambda m: m.group(1) + ids.bookmark[m.group(2)], text, count=1)
            return _W_NAME.sub(lambda m: m.group(1) + ids.name("name", m.group(2)), text, count=1)
        if match["edge"] == "End":
            return _W_ID.sub(lambda m: m.group(1) + ids.bookmark.get(m.group(2), m.group(2)), text, count=1)
        if text.startswith("<w:sdtPr"):
            return _SDT_ID.sub(lambda m: m.group(1) + ids.number("sdt", m.group(2)), text, count=1)
        return _SHAPE_ID.sub(lambda m: m.group(1) + ids.name("shape", m.group(2)), text)

    return _ID.sub(unique, xml)
