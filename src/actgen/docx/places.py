"""Where the tags of a template stand, in the words of its author: «таблица 1, строка 2, ячейка 3».

Places are taken from the document as Word shows it, before docxtpl patches it: patching removes whole paragraphs and
rows, and counting after it would name the wrong ones.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_PREFIX = re.compile(r"^(\{[{%#])(?:p|tr|tc|r) ")
_SPECIAL = re.compile(r"^\{%\s*(?:colspan|cellbg)\s+(.*?)%\}$", re.DOTALL)
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_AROUND = 40


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a part: its place in Russian, its joined text, and the element itself."""

    where: str
    text: str
    element: _Element


@dataclass(frozen=True, slots=True)
class TagPlace:
    """A tag of the template: its text as docxtpl leaves it, its place, and the words around it."""

    tag: str
    where: str
    around: str


def paragraphs_of(root: _Element, part: str) -> Iterator[Paragraph]:
    """Yield each paragraph of a part from the top, text boxes and nested tables included.

    Args:
        root: The body, header, footer or footnotes element.
        part: Name of the part in Russian; empty for the body.
    """
    yield from _walk(root, [part] if part else [], Counter())


def _walk(parent: _Element, where: list[str], count: Counter[str]) -> Iterator[Paragraph]:
    for child in parent:
        if child.tag == W + "p":
            count["абзац"] += 1
            here = [*where, f"абзац {count['абзац']}"]
            yield Paragraph(", ".join(here), text_of(child), child)
            for number, box in enumerate(_boxes(child), start=1):
                yield from _walk(box, [*here, f"надпись {number}"], Counter())
        elif child.tag == W + "tbl":
            count["таблица"] += 1
            yield from _walk_table(child, [*where, f"таблица {count['таблица']}"])
        elif child.tag == W + "footnote":
            count["сноска"] += child.get(W + "type") is None
            yield from _walk(child, [*where, f"сноска {count['сноска']}"], Counter())
        elif isinstance(child.tag, str):
            # w:sdt, w:sdtContent, w:ins, w:customXml: a wrapper that the author does not count.
            yield from _walk(child, where, count)


def _walk_table(table: _Element, where: list[str]) -> Iterator[Paragraph]:
    for row_number, row in enumerate(_nearest(table, W + "tr"), start=1):
        for cell_number, cell in enumerate(_nearest(row, W + "tc"), start=1):
            here = [*where, f"строка {row_number}", f"ячейка {cell_number}"]
            inner = list(_walk(cell, here, Counter()))
            single = len([p for p in inner if p.element.getparent() is cell]) == 1
            for paragraph in inner:
                # «ячейка 3» says enough when the cell holds one paragraph.
                short = ", ".join(here) if single and paragraph.element.getparent() is cell else paragraph.where
                yield Paragraph(short, paragraph.text, paragraph.element)


def _nearest(parent: _Element, tag: str) -> Iterator[_Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag != W + "tbl" and isinstance(child.tag, str):
            yield from _nearest(child, tag)


def _boxes(paragraph: _Element) -> list[_Element]:
    return [box for box in paragraph.iter(W + "txbxContent") if _owner(box) is paragraph]


def _owner(element: _Element) -> _Element | None:
    return next(element.iterancestors(W + "p"), None)


def text_of(paragraph: _Element) -> str:
    """Return the joined text of a paragraph's own runs, without that of text boxes inside it."""
    return "".join(t.text or "" for t in paragraph.iter(W + "t") if _owner(t) is paragraph)


def tags_of(paragraphs: Iterable[Paragraph]) -> Iterator[TagPlace]:
    """Yield each tag in document order, those written into attributes (alt texts) after those of the text."""
    for paragraph in paragraphs:
        for match in TAG.finditer(paragraph.text):
            yield TagPlace(
                plain_tag(match.group()), paragraph.where, around(paragraph.text, match.start(), match.end())
            )
        for element in paragraph.element.iter():
            for value in map(str, element.attrib.values()) if isinstance(element.tag, str) else ():
                for match in TAG.finditer(value):
                    if _owner(element) in (paragraph.element, None):
                        yield TagPlace(plain_tag(match.group()), f"{paragraph.where}, свойство рисунка", value)


def plain_tag(tag: str) -> str:
    """Return the tag without docxtpl's prefixes and with blanks and quotes as docxtpl leaves them.

    >>> plain_tag("{%tr  for п in пары %}")
    '{% for п in пары %}'
    >>> plain_tag("{% cellbg цвет %}")
    '{{ цвет }}'
    """
    special = _SPECIAL.match(tag)
    if special:
        tag = "{{" + special.group(1) + "}}"
    tag = _PREFIX.sub(r"\1 ", tag).translate(_QUOTES)
    inner = " ".join(tag[2:-2].split())
    return f"{tag[:2]} {inner} {tag[-2:]}"


def around(text: str, start: int, end: int) -> str:
    """Return a tag with the words around it, cut at about forty characters on each side."""
    before, after = text[:start], text[end:]
    left = before if len(before) <= _AROUND else "…" + before[-_AROUND:].partition(" ")[2]
    right = after if len(after) <= _AROUND else after[:_AROUND].rpartition(" ")[0] + "…"
    return " ".join(f"{left}{text[start:end]}{right}".split())
