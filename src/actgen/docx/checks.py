"""What the Open XML SDK does not see in a finished document, and Word or a reader does.

Source: `signing-and-validity` §4.1: the SDK passes an empty cell, a table without rows, a row wider than its grid, an
undefined style or list, a repeated id of a control, a field without end, placeholders left over, lost blanks.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from actgen.docx.archive import read_members
from actgen.docx.faults import error
from actgen.docx.text import parse

if TYPE_CHECKING:
    from actgen.diagnostics import Diagnostic

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_V = "{urn:schemas-microsoft-com:vml}"
_O = "{urn:schemas-microsoft-com:office:office}"
_R_ID = re.compile(rb'\br:(?:id|embed|link|pict)="([^"]*)"')
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TAG = re.compile(r"\{\{|\}\}|\{%|%\}")
_STYLED = {_W + "pStyle": "paragraph", _W + "rStyle": "character", _W + "tblStyle": "table"}


def find_defects(docx: bytes, file: str) -> Iterator[Diagnostic]:
    """Yield the defects of a document; `file` is the name that messages show.

    Raises:
        ArchiveFault: The bytes are not a DOCX.
    """
    members = read_members(docx)
    styles = _styles(members)
    lists = _lists(members)
    for name in sorted(members):
        if not _is_text(name):
            continue
        root = parse(members[name])
        for code, message in (
            *_tables(root),
            *_references(root, styles, lists),
            *_texts(root),
            *_ids(root),
            *_fields(root),
            *_relations(name, members),
        ):
            yield error(code, file, f"{message}: {name}")


def _is_text(name: str) -> bool:
    return bool(re.fullmatch(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml", name))


def _tables(root: ElementTree.Element) -> Iterator[tuple[str, str]]:
    for cell in root.iter(_W + "tc"):
        blocks = [child for child in cell if child.tag != _W + "tcPr"]
        if not blocks or blocks[-1].tag not in (_W + "p", _W + "sdt"):
            yield "W040", "ячейка без абзаца в конце"
    for table in root.iter(_W + "tbl"):
        rows = list(_children(table, _W + "tr"))
        if not rows:
            yield "W041", "таблица без строк"
        columns = len(table.findall(f"{_W}tblGrid/{_W}gridCol"))
        for row in rows:
            cells = list(_children(row, _W + "tc"))
            if not cells:
                yield "W041", "строка таблицы без ячеек"
            width = sum(_number(cell, f"{_W}tcPr/{_W}gridSpan", 1) for cell in cells)
            width += _number(row, f"{_W}trPr/{_W}gridBefore", 0) + _number(row, f"{_W}trPr/{_W}gridAfter", 0)
            if width > columns:
                yield "W042", f"строка таблицы шире её сетки: {width} и {columns}"


def _children(parent: ElementTree.Element, tag: str) -> Iterator[ElementTree.Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (_W + "sdt", _W + "sdtContent", _W + "customXml"):
            yield from _children(child, tag)


def _number(parent: ElementTree.Element, path: str, otherwise: int) -> int:
    found = parent.find(path)
    return otherwise if found is None else int(found.get(_W + "val", otherwise))


def _references(
    root: ElementTree.Element, styles: frozenset[tuple[str, str]], lists: frozenset[str]
) -> Iterator[tuple[str, str]]:
    for element in root.iter():
        kind = _STYLED.get(element.tag)
        value = element.get(_W + "val", "")
        if kind and (kind, value) not in styles:
            yield "W043", f"стиль не определён: {value}"
        elif element.tag == _W + "numId" and value not in lists and value != "0":
            yield "W044", f"список не определён: {value}"


def _styles(members: Mapping[str, bytes]) -> frozenset[tuple[str, str]]:
    data = members.get("word/styles.xml")
    root = parse(data) if data else ElementTree.Element("none")
    return frozenset((s.get(_W + "type", ""), s.get(_W + "styleId", "")) for s in root.iter(_W + "style"))


def _lists(members: Mapping[str, bytes]) -> frozenset[str]:
    data = members.get("word/numbering.xml")
    root = parse(data) if data else ElementTree.Element("none")
    return frozenset(n.get(_W + "numId", "") for n in root.iter(_W + "num"))


def _texts(root: ElementTree.Element) -> Iterator[tuple[str, str]]:
    for paragraph in root.iter(_W + "p"):
        text = "".join(t.text or "" for t in paragraph.iter(_W + "t"))
        if _TAG.search(text):
            yield "W045", f"осталась метка шаблона: «{text[:60]}»"
    for run_text in root.iter(_W + "t"):
        text = run_text.text or ""
        if text != text.strip(" \t\n") and run_text.get(_SPACE) != "preserve":
            yield "W046", f"пробел по краям пропадёт: «{text[:60]}»"


def _ids(root: ElementTree.Element) -> Iterator[tuple[str, str]]:
    kinds = {
        "закладки": [e.get(_W + "id") for e in root.iter(_W + "bookmarkStart")],
        "имени закладки": [e.get(_W + "name") for e in root.iter(_W + "bookmarkStart")],
        "элемента управления": [e.get(_W + "val") for e in root.iterfind(f".//{_W}sdtPr/{_W}id")],
        "рисунка": [e.get("id") for e in root.iter(_WP + "docPr")],
        "фигуры": [e.get("id") for e in root.iter(_V + "shape")],
        "строки подписи": [e.get("id") for e in root.iter(_O + "signatureline")],
    }
    for kind, ids in kinds.items():
        for value, times in sorted(Counter(i for i in ids if i is not None).items()):
            if times > 1:
                yield "W047", f"номер {kind} повторён: {value}"


def _fields(root: ElementTree.Element) -> Iterator[tuple[str, str]]:
    kinds = Counter(e.get(_W + "fldCharType") for e in root.iter(_W + "fldChar"))
    if kinds["begin"] != kinds["end"]:
        yield "W048", "поле без конца"


def _relations(name: str, members: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    folder, _, file = name.rpartition("/")
    data = members.get(f"{folder}/_rels/{file}.rels")
    relations = list(parse(data).iter(_RELATION)) if data else []
    known = {r.get("Id", "").encode() for r in relations}
    for used in sorted(set(_R_ID.findall(members[name])) - known):
        yield "W049", f"связь не определена: {used.decode()}"
    for relation in relations:
        target = relation.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
        if relation.get("TargetMode") != "External" and path not in members:
            yield "W049", f"нет части документа: {path}"
