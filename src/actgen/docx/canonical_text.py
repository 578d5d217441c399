"""The text of a document as it is compared: what saving again, signing and filling in its blanks leave as it was.

Word and LibreOffice split runs, rename styles and count pages anew; none of it is a change of what was decided. So
blanks are folded, page numbers are `□`, pictures and signature lines count for nothing, headers and footers are a set.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from xml.etree import ElementTree

from actgen.docx.text import BREAK, DocumentReader, Line

LONGEST_FILL = 40
"""Characters that may stand in a blank; what is longer is text of its own."""

# Private-use characters: a document holds none, the checks of the data refuse them.
FILL_START, FILL_END = "\ue000", "\ue001"
_FILLED = re.compile(f"{FILL_START}(.*?){FILL_END}", re.DOTALL)

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_O = "{urn:schemas-microsoft-com:office:office}"
_V = "{urn:schemas-microsoft-com:vml}"
_VAL = _W + "val"
_COUNTED = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_COUNT = re.compile(r"[\dIVXLCDMivxlcdm\s-]*")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_OWN_MARKS = re.compile(f"[{FILL_START}{FILL_END}]")
_RULE = re.compile("_{2,}")
_DATE_RULE = re.compile(r"[«\"]?___[»\"]?\s*___\s*20\s?___\s*г\.?")
PAGE = "□"
RULE = "___"


@dataclass(frozen=True, slots=True)
class CanonicalText:
    """A document as it is compared.

    `lines` are paragraphs and table rows of the body and the notes, from the top; a blank to fill stands between
    `FILL_START` and `FILL_END`, with what it holds now. `margins` are lines of headers and footers, sorted, each once.
    """

    lines: tuple[str, ...]
    margins: tuple[str, ...]

    @property
    def digest(self) -> str:
        """SHA-256 of the text, whatever stands in its blanks."""
        text = "\n".join((*self.lines, "=", *self.margins))
        return sha256(_FILLED.sub("[заполнить]", text).encode()).hexdigest()

    @property
    def filled(self) -> tuple[str, ...]:
        """What stands in the blanks, empty ones left out."""
        return tuple(
            found[1].strip() for line in self.lines for found in _FILLED.finditer(line) if not is_blank(found[1])
        )

    def __str__(self) -> str:
        """Return the text as a person reads it, a line a paragraph or row."""
        shown = [plain(line) for line in self.lines]
        return "\n".join([*shown, *(["=== колонтитулы", *map(plain, self.margins)] if self.margins else [])]) + "\n"


def canonical_text(docx: bytes) -> CanonicalText:
    """Return the text of a DOCX as it is compared.

    Raises:
        ArchiveFault: The bytes are not a DOCX.
    """
    body: list[str] = []
    margins: set[str] = set()
    for line in _Reader(docx).lines():
        shown = _folded_line(line)
        if not shown or shown == BREAK:
            continue
        if "колонтитул" in line.part:
            margins.add(shown)
        else:
            body.append(shown)
    return CanonicalText(tuple(body), tuple(sorted(margins)))


def plain(line: str) -> str:
    """Return a line as it reads, without the marks of its blanks."""
    return line.replace(FILL_START, "").replace(FILL_END, "")


def is_blank(text: str) -> bool:
    """Return whether nothing is written into a blank yet: only rules, quotes and the «20__ г.» of a form."""
    return not re.sub(r"20\s?(?=_|\s*г)|г\.?|[_\s«»\"().]", "", text)


def folded(text: str) -> str:
    """Return a text with everything folded that an editor may write in another way."""
    text = _UNSEEN.sub("", unicodedata.normalize("NFC", text)).replace("\u2011", "-")
    return " ".join(_RULE.sub(RULE, text).split())


def _folded_line(line: Line) -> str:
    if line.cells:
        cells = [folded(cell) for cell in line.cells]
        return f"| {' | '.join(cells)} |" if any(plain(cell) for cell in cells) else ""
    text = folded(line.text)
    return text if FILL_START in text else _DATE_RULE.sub(lambda found: _as_fill(found[0]), text)


def _as_fill(text: str) -> str:
    return f"{FILL_START}{text}{FILL_END}"


class _Reader(DocumentReader):
    """Reads a document for comparing: blanks to fill are marked, what is counted or drawn is left out."""

    def __init__(self, docx: bytes) -> None:
        super().__init__(docx)
        # Fields that are open: the instruction so far, and the result once it has begun.
        self._fields: list[_Field] = []

    def blocks(self, parent: Iterable[ElementTree.Element], part: str) -> Iterator[Line]:
        for child in parent:
            if child.tag == _W + "sdt" and _is_fill(child):
                inner = list(super().blocks([child], part))
                text = " ".join(line.text for line in inner if not line.cells)
                if inner and len(text) <= LONGEST_FILL and not any(line.cells for line in inner):
                    yield Line(part, inner[0].style, _as_fill(text))
                else:
                    yield from inner
            else:
                yield from super().blocks([child], part)

    def text(self, element: Iterable[ElementTree.Element], boxes: list[ElementTree.Element]) -> Iterator[str]:
        for child in element:
            tag = child.tag
            if tag == _W + "t":
                yield from self._kept([_OWN_MARKS.sub("", child.text or "")])
            elif tag == _W + "fldChar":
                yield from self._field_mark(child.get(_W + "fldCharType", ""))
            elif tag == _W + "instrText":
                for opened in self._fields[-1:]:
                    opened.instruction += child.text or ""
            elif tag == _W + "fldSimple":
                result = "".join(self.text(child, boxes))
                yield PAGE if _is_count(child.get(_W + "instr", ""), result) else result
            elif tag == _W + "sdt":
                yield self._control(child, boxes)
            elif tag in (_O + "signatureline", _V + "imagedata"):
                continue
            elif tag == _W + "drawing":
                # A picture says nothing here; a text box inside it does.
                boxes.extend(child.iter(_W + "txbxContent"))
            else:
                yield from self._kept(super().text([child], boxes))

    def _kept(self, pieces: Iterable[str]) -> Iterator[str]:
        """Yield pieces of text, or keep them while they may be the result of a counted field."""
        for piece in pieces:
            if self._fields and self._fields[-1].has_result:
                self._fields[-1].result += piece
            else:
                yield piece

    def _field_mark(self, kind: str) -> Iterator[str]:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].has_result = True
        elif kind == "end" and self._fields:
            closed = self._fields.pop()
            shown = PAGE if _is_count(closed.instruction, closed.result) else closed.result
            yield from self._kept([shown])

    def _control(self, control: ElementTree.Element, boxes: list[ElementTree.Element]) -> str:
        content = "".join(
            text for inner in control if inner.tag == _W + "sdtContent" for text in self.text(inner, boxes)
        )
        return _as_fill(content) if _is_fill(control) and len(content) <= LONGEST_FILL else content


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    result: str = ""
    has_result: bool = False


def _is_count(instruction: str, result: str) -> bool:
    """Whether a field counts pages and shows a number: any other result of it is text that somebody typed there."""
    words = instruction.split()
    return bool(words) and words[0].upper() in _COUNTED and _COUNT.fullmatch(result) is not None


def _is_fill(control: ElementTree.Element) -> bool:
    """Whether a control is a blank: a date, or one that its tag or its title says is to be filled.

    LibreOffice loses the tag of a control and keeps its title, or loses both and keeps that it is a date.
    """
    properties = control.find(_W + "sdtPr")
    if properties is None:
        return False
    tag, alias = properties.find(_W + "tag"), properties.find(_W + "alias")
    return (
        properties.find(_W + "date") is not None
        or (tag is not None and tag.get(_VAL, "").startswith("actgen:fill:"))
        or (alias is not None and alias.get(_VAL, "").startswith("Заполнить:"))
    )
