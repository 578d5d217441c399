"""The body of a document cut into its paragraphs and the frame around them.

Most paragraphs of a document are byte for byte those of its template, and the frame (tables, rows, sections) nearly
always is. So both can be remembered by their own markup, and only what is new to the process is parsed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from xml.etree import ElementTree

CUT = "cut out"
"""The attribute that an empty paragraph of a frame has: its number among those cut out, from 0.

It is set after parsing, and its name has a blank: so no document can pretend to have been cut.
"""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MARK = "actgen-cut"
# How our own documents and Word's begin; a body that begins in another way is not cut.
_DECLARATION = r"<\?xml version=['\"]1\.0['\"] encoding=['\"]UTF-8['\"][^<>]*\?>\s*"
_HEAD = re.compile(rf"(?:{_DECLARATION})?(<w:document(?:\s[^<>]*)?>)")
_ROOT_END = "</w:document>"
# A paragraph in which no other begins or ends; a section's properties stay where the sections are read. Possessive:
# what has been read is never tried in another way, so that no markup takes more than one pass.
_PARAGRAPH = re.compile(r"(<w:p(?:\s[^<>]*(?<!/))?>[^<]*+(?:<(?!/?w:p[\s/>]|[^\s/<>]*sectPr[\s/>])[^<]*+)*+</w:p>)")


@dataclass(frozen=True, slots=True)
class CutBody:
    """A body cut: `frame` is its markup with an empty numbered paragraph for each of `paragraphs`.

    `root` is the start tag of the body's root, whose namespaces the paragraphs are written in.
    """

    root: str
    frame: str
    paragraphs: tuple[str, ...]


def cut_body(data: bytes) -> CutBody | None:
    """Return the body cut, or None where it has something in it that only an XML parser tells apart.

    Between `<` and `>` no other tag begins, so that tags are found by their text alone, as long as there are no
    comments, CDATA or instructions, and no namespace is declared between the root and a paragraph. A paragraph that
    holds another one (a text box) stays in the frame.
    Whoever parses the pieces proves the rest: when each is well-formed, their sum is the body.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    head = _HEAD.match(text)
    # One sign is looked for ten times as fast as two, and hardly any body has it.
    if head is None or ("!" in text and "<!" in text) or text.find("?>", head.start(1)) >= 0 or _MARK in text:
        return None
    pieces = _PARAGRAPH.split(text)
    around, paragraphs = pieces[::2], pieces[1::2]
    stubs = [f'<w:p {_MARK}="{number}"/>' for number in range(len(paragraphs))]
    frame = "".join(chain.from_iterable(zip(around, (*stubs, ""), strict=True)))
    return CutBody(head[1], frame, tuple(paragraphs)) if "xmlns" not in frame[head.end() :] else None


def parse_frame(frame: str) -> ElementTree.Element | None:
    """Return the root of a frame, whose cut-out paragraphs have their number under `CUT`.

    None when it is no XML, or when a paragraph was cut out of another one, whose text would then miss it.
    """
    try:
        root = ElementTree.fromstring(frame)
    except ElementTree.ParseError:
        return None
    for paragraph in root.iter(f"{_W}p"):
        if _MARK not in paragraph.attrib and any(_MARK in inner.attrib for inner in paragraph.iter()):
            return None
    for element in root.iter():
        if _MARK in element.attrib:
            element.set(CUT, element.attrib.pop(_MARK))
    return root


def parse_paragraph(paragraph: str, root: str) -> ElementTree.Element | None:
    """Return the parent of a paragraph that was cut out, in the namespaces of the root; None when it is no XML."""
    try:
        parent = ElementTree.fromstring(f"{root}{paragraph}{_ROOT_END}")
    except ElementTree.ParseError:
        return None
    return parent if len(parent) == 1 else None
