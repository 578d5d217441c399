"""What surrounds each tag of a patched part, found once for a template: text or attribute, loop or not, which repairs.

The tags are hidden before (`hidden_tags`), so that the rest can be read as XML, from left to right, once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, IntFlag

from actgen.docx.hidden_tags import CLOSE, HIDDEN, OPEN

STRAY = "\ufdd2"
"""Follows `<w:p` of a paragraph that is dropped when nothing is left in it."""
LIST_STARTS, LIST_ITEM = "\ufdd3", "\ufdd4"
"""A loop whose numbered paragraphs count from one again; the number id of such a paragraph."""

_EVENT = re.compile(
    rf"<!--.*?-->|<\?.*?\?>|<(?P<end>/?)(?P<name>[\w.:-]+)(?P<attributes>[^>]*?)(?P<empty>/?)>|{OPEN}(?P<tag>\d+){CLOSE}",
    re.DOTALL,
)
_STATEMENT = re.compile(r"^\{%\s*(\w+)")
_PARAGRAPH_IDS = re.compile(r' w14:(?:paraId|textId)="[^"]*"')
_VALUE = re.compile(r'w:val="(\d+)"')

_BLOCK_PARENTS = frozenset({"w:body", "w:tc", "w:hdr", "w:ftr", "w:footnote", "w:txbxContent", "w:sdtContent"})
_MUST_HOLD_PARAGRAPH = frozenset({"w:tc", "w:hdr", "w:ftr", "w:footnote", "w:txbxContent"})
_AROUND_CONTROL = frozenset({"w:p", "w:body", "w:tc", "w:hdr", "w:ftr", "w:footnote", "w:txbxContent"})
_RUN_PARENTS = frozenset({"w:p", "w:hyperlink", "w:ins", "w:smartTag"})
_VISIBLE = frozenset(
    {
        *("w:drawing", "w:pict", "w:object", "mc:AlternateContent", "w:sdt", "w:sectPr"),
        *("w:br", "w:cr", "w:tab", "w:ptab", "w:sym", "w:noBreakHyphen"),
        *("w:fldChar", "w:fldSimple", "w:footnoteReference", "w:endnoteReference", "w:bookmarkStart"),
    }
)
# Elements whose id must be unique in a document and is repeated by a loop around them.
_WITH_ID = frozenset({"w:bookmarkStart", "w:sdtPr", "v:shape", "v:rect", "v:oval", "v:shapetype"})


class Context(Enum):
    """What a printed value stands in."""

    TEXT = "text"
    CONTROL = "text of a control"
    ATTRIBUTE = "attribute"
    RUNS = "runs"
    BLOCKS = "blocks"
    OTHER = "other"


class Repair(IntFlag):
    """Which repairs a rendered part may need; a part that can need none is left alone."""

    NONE = 0
    TABLES = 1
    PARAGRAPHS = 2
    IDS = 4
    PICTURES = 8
    STRAYS = 16
    LISTS = 32


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of structure: the index of its tag, and the reason in Russian."""

    tag: int
    reason: str


@dataclass(slots=True)
class Markup:
    """A part as read: its marked text, and by the index of each tag its context.

    `properties` is by tag the `w:rPr` of its run; `needs_docxtpl` says that docxtpl must fill the document as a whole
    (the number of columns depends on the words).
    """

    text: str = ""
    contexts: dict[int, Context] = field(default_factory=dict)
    properties: dict[int, str] = field(default_factory=dict)
    repairs: Repair = Repair.NONE
    needs_docxtpl: bool = False
    faults: list[Fault] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """An element that is open; what it holds is noted as it passes.

    `depth` is how many blocks of Jinja were open at its start; a child with the same depth is there for any words.
    """

    name: str
    start: int
    depth: int
    run_properties: str = ""  # of a run
    text: bool = False  # of a paragraph: something at its own depth, whatever the words
    tags: bool = False  # of a paragraph: a block of Jinja inside it
    nested: bool = False  # of a paragraph: another one inside it, in a text box
    solid: int = 0  # of a container: paragraphs there for any words
    last_is_solid: bool = False  # the last block is a paragraph there for any words
    last_is_steady: bool = False  # the same, though nothing but a condition may stand in it
    strays: list[int] = field(default_factory=list)
    columns: int = 0  # of a table: its grid
    steady_rows: int = 0
    widest_steady: int = 0
    cells: int = 0  # of a row, or the most of a table's rows
    widths: list[int] = field(default_factory=list)  # of a row's cells, or of a table's rows


@dataclass(slots=True)
class _Block:
    """A `{% if %}` or `{% for %}` that is open."""

    word: str
    tag: int
    start: int
    around: tuple[int | str, ...]
    in_attribute: bool
    has_list: bool = False


def read_markup(text: str, tags: Sequence[str]) -> Markup:
    """Return what surrounds each tag of a part whose tags are hidden."""
    return _Scanner(text, tags).read()


class _Scanner:
    """Reads a part once, from left to right."""

    def __init__(self, text: str, tags: Sequence[str]) -> None:
        self._text = text
        self._tags = tags
        self._open: list[_Open] = [_Open("", 0, 0)]
        self._path: list[int | str] = []
        self._serial = 0
        self._blocks: list[_Block] = []
        self._edits: list[tuple[int, int, str]] = []
        self._found = Markup()

    def read(self) -> Markup:
        position = 0
        for event in _EVENT.finditer(self._text):
            self._literal(self._text[position : event.start()])
            position = event.end()
            if event["tag"] is not None:
                self._tag(int(event["tag"]), event.start(), in_attribute=False)
            elif event["name"]:
                self._element(event)
        for block in self._blocks:
            self._found.faults.append(Fault(block.tag, f"«{block.word}» не закрыто: нужно «end{block.word}»"))
        self._found.text = self._edited()
        return self._found

    def _edited(self) -> str:
        pieces: list[str] = []
        position = 0
        for start, end, new in sorted(self._edits):
            pieces += [self._text[position:start], new]
            position = end
        return "".join((*pieces, self._text[position:]))

    # Elements

    def _element(self, event: re.Match[str]) -> None:
        name = event["name"]
        if event["end"]:
            if len(self._open) > 1 and self._open[-1].name == name:
                self._path.pop()
                self._close(self._open.pop(), event.start(), event.end())
            return
        self._serial += 1
        # A block may begin in one run and end in another of the same paragraph: both tails are alike, and fit.
        self._path.append(name if name in ("w:r", "w:t") else self._serial)
        for inner in HIDDEN.finditer(event["attributes"]):
            self._tag(int(inner.group(1)), event.start(), in_attribute=True)
            if name == "w:gridSpan":
                self._found.needs_docxtpl = True
        element = _Open(name, event.start(), len(self._blocks))
        self._start(element, event)
        if event["empty"]:
            self._path.pop()
            self._close(element, event.start(), event.end())
        else:
            self._open.append(element)

    def _start(self, element: _Open, event: re.Match[str]) -> None:
        name = element.name
        if name in _VISIBLE:
            paragraph = self._nearest("w:p")
            if paragraph is not None and paragraph.depth == element.depth:
                paragraph.text = True
        if name == "w:p":
            for outer in self._open:
                outer.nested = outer.nested or outer.name == "w:p"
        elif name == "w:gridCol" and (table := self._nearest("w:tbl")) is not None:
            table.columns += 1
        elif name == "w:gridSpan" and (row := self._nearest("w:tr")) is not None:
            span = _VALUE.search(event["attributes"])
            row.widths[-1:] = [int(span.group(1)) if span else 1]
        elif name == "w:tc" and (row := self._nearest("w:tr")) is not None:
            row.cells += 1
            row.widths.append(1)
            # A cell that comes and goes changes the grid, which only docxtpl knows how to mend.
            self._found.needs_docxtpl |= row.depth != element.depth
        elif name == "wp:docPr":
            self._found.repairs |= Repair.PICTURES
        loops = [block for block in self._blocks if block.word == "for"]
        if loops:
            self._start_in_loop(name, event, loops)

    def _start_in_loop(self, name: str, event: re.Match[str], loops: Sequence[_Block]) -> None:
        if name in _WITH_ID or name == "wp:docPr":
            self._found.repairs |= Repair.IDS
        if name in ("w:p", "w:tr") and "w14:" in event["attributes"]:
            # Word's ids of paragraphs must be unique and may be absent.
            start, end = event.span("attributes")
            self._edits.append((start, end, _PARAGRAPH_IDS.sub("", event["attributes"])))
        number = _VALUE.search(event["attributes"]) if name == "w:numId" and len(loops) > 1 else None
        if number is not None:
            self._found.repairs |= Repair.LISTS
            at = event.start("attributes") + number.start(1)
            self._edits.append((at, at, LIST_ITEM))
            if not loops[-1].has_list:
                loops[-1].has_list = True
                self._edits.append((loops[-1].start, loops[-1].start, LIST_STARTS))

    def _close(self, element: _Open, start: int, end: int) -> None:
        name = element.name
        if name == "w:rPr" and self._open[-1].name == "w:r" and element.start != start:
            self._open[-1].run_properties = self._text[element.start : end]
        elif name == "w:p":
            self._close_paragraph(element)
        elif name == "w:tr":
            self._close_row(element)
        elif name == "w:tbl":
            self._close_table(element)
        if name in _BLOCK_PARENTS:
            self._close_container(element)

    def _close_paragraph(self, paragraph: _Open) -> None:
        container = self._container()
        if container is None:
            return
        is_stray = paragraph.tags and not (paragraph.text or paragraph.nested)
        if is_stray:
            container.strays.append(paragraph.start + len("<w:p"))
        is_steady = paragraph.depth == container.depth
        container.solid += is_steady and not is_stray
        container.last_is_solid = is_steady and not is_stray
        container.last_is_steady = is_steady

    def _close_row(self, row: _Open) -> None:
        table = self._nearest("w:tbl")
        if table is None:
            return
        width = sum(row.widths)
        table.widths.append(width)
        table.cells = max(table.cells, row.cells)
        if row.depth == table.depth:
            table.steady_rows += 1
            table.widest_steady = max(table.widest_steady, width)

    def _close_table(self, table: _Open) -> None:
        if not table.steady_rows:
            self._found.repairs |= Repair.TABLES | Repair.PARAGRAPHS
        # docxtpl widens a grid that has fewer columns than a row has cells, and drops columns that no row fills.
        too_wide = table.cells > table.columns
        too_narrow = table.widest_steady < table.columns and any(width < table.columns for width in table.widths)
        self._found.needs_docxtpl |= too_wide or too_narrow
        container = self._container()
        if container is not None:
            container.last_is_solid = container.last_is_steady = False

    def _close_container(self, container: _Open) -> None:
        # Where every paragraph of a cell may go, they all stay: an empty cell has one anyway.
        may_go = bool(container.strays) and (container.solid > 0 or container.name == "w:body")
        if container.name in _MUST_HOLD_PARAGRAPH:
            ends_well = container.last_is_solid if may_go else container.last_is_steady
            self._found.repairs |= Repair.NONE if ends_well else Repair.PARAGRAPHS
        if may_go:
            self._edits += [(at, at, STRAY) for at in container.strays]
            self._found.repairs |= Repair.STRAYS

    def _nearest(self, name: str) -> _Open | None:
        return next((element for element in reversed(self._open) if element.name == name), None)

    def _container(self) -> _Open | None:
        return next((element for element in reversed(self._open) if element.name in _BLOCK_PARENTS), None)

    def _is_inside_paragraph(self) -> bool:
        around = (element.name for element in reversed(self._open) if element.name in _AROUND_CONTROL)
        return next(around, "") == "w:p"

    # Text and tags

    def _literal(self, text: str) -> None:
        if text and not text.isspace() and self._open[-1].name in ("w:t", "w:instrText"):
            self._note_text()

    def _note_text(self) -> None:
        paragraph = self._nearest("w:p")
        if paragraph is not None and paragraph.depth == len(self._blocks):
            paragraph.text = True

    def _tag(self, index: int, start: int, *, in_attribute: bool) -> None:
        tag = self._tags[index]
        if tag.startswith("{{"):
            self._note_text()
            self._print(index, in_attribute=in_attribute)
            return
        statement = _STATEMENT.match(tag)
        word = statement.group(1) if statement else ""
        if word in ("if", "for"):
            paragraph = self._nearest("w:p")
            if paragraph is not None:
                paragraph.tags = True
            self._blocks.append(_Block(word, index, start, tuple(self._path), in_attribute))
        elif word in ("elif", "else", "endif", "endfor"):
            self._go_on(word, index, in_attribute=in_attribute)

    def _go_on(self, word: str, index: int, *, in_attribute: bool) -> None:
        if not self._blocks or word not in _FOLLOWERS[self._blocks[-1].word]:
            self._found.faults.append(Fault(index, f"«{word}» без своего начала"))
            return
        block = self._blocks[-1]
        if block.around != tuple(self._path) or block.in_attribute != in_attribute:
            reason = f"«{block.word}» начато в одном абзаце или ячейке, а «{word}» стоит в другом"
            self._found.faults.append(Fault(index, reason))
        if word.startswith("end"):
            self._blocks.pop()

    def _print(self, index: int, *, in_attribute: bool) -> None:
        parent = self._open[-1]
        if in_attribute:
            context = Context.ATTRIBUTE
        elif parent.name == "w:t":
            context = Context.CONTROL if self._nearest("w:sdtContent") else Context.TEXT
            run = self._nearest("w:r")
            self._found.properties[index] = run.run_properties if run is not None else ""
        elif parent.name in _RUN_PARENTS or (parent.name == "w:sdtContent" and self._is_inside_paragraph()):
            context = Context.RUNS
        elif parent.name in _BLOCK_PARENTS:
            context = Context.BLOCKS
            parent.last_is_solid = parent.last_is_steady = False
        else:
            context = Context.OTHER
            if parent.name == "w:instrText":
                self._found.faults.append(Fault(index, "слово стоит внутри поля Word, где оно стало бы командой"))
        self._found.contexts[index] = context


_FOLLOWERS = {"if": ("elif", "else", "endif"), "for": ("else", "endfor")}
