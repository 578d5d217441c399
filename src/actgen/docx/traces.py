"""What an editor left in a document beside its text: tracked changes, comments, text that is not seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from xml.etree import ElementTree

from actgen.docx.archive import read_members
from actgen.docx.text import parse

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL, _AUTHOR = _W + "val", _W + "author"
_INSERTED, _DELETED = (_W + "ins", _W + "moveTo"), (_W + "del", _W + "moveFrom")
_FORMATTED = tuple(_W + name for name in ("rPrChange", "pPrChange", "tblPrChange", "sectPrChange", "trPrChange"))
_HIDDEN = (_W + "vanish", _W + "specVanish", _W + "webHidden")
_STRUCK = (_W + "strike", _W + "dstrike")
_TINY_HALF_POINTS = 8
_PALE = 0xE0
_SHOWN = 60


class TraceKind(Enum):
    """What was left, as a message says it."""

    INSERTED = "вставлено исправлением"
    DELETED = "удалено исправлением"
    FORMATTED = "исправлено оформление"
    COMMENT = "примечание"
    HIDDEN = "скрытый текст"
    PALE = "текст цветом бумаги"
    TINY = "текст мельче 4 пунктов"
    STRUCK = "зачёркнутый текст"


UNSEEN = (TraceKind.HIDDEN, TraceKind.PALE, TraceKind.TINY, TraceKind.STRUCK)
TRACKED = (TraceKind.INSERTED, TraceKind.DELETED, TraceKind.FORMATTED)


@dataclass(frozen=True, slots=True)
class Trace:
    """One such thing: its text, and its author where the file names one."""

    kind: TraceKind
    text: str
    author: str = ""


def find_traces(docx: bytes) -> tuple[Trace, ...]:
    """Return what stands in a DOCX beside its text, each once, in the order of its parts.

    Raises:
        ArchiveFault: The bytes are not a DOCX.
    """
    members = read_members(docx)
    found: list[Trace] = []
    styles = _style_looks(members.get("word/styles.xml", b""))
    for name, content in members.items():
        if not (name.startswith("word/") and name.endswith(".xml") and name.count("/") == 1):
            continue
        root = parse(content)
        if name == "word/comments.xml":
            found += [
                Trace(TraceKind.COMMENT, _text(comment), comment.get(_AUTHOR, ""))
                for comment in root.iter(_W + "comment")
            ]
        elif root.tag in (_W + "document", _W + "hdr", _W + "ftr", _W + "footnotes", _W + "endnotes"):
            found += _tracked(root)
            found += _unseen(root, styles)
    return tuple(dict.fromkeys(found))


def _tracked(root: ElementTree.Element) -> Iterator[Trace]:
    for element in root.iter():
        if element.tag in _INSERTED and (text := _text(element)):
            yield Trace(TraceKind.INSERTED, text, element.get(_AUTHOR, ""))
        elif element.tag in _DELETED and (text := _text(element)):
            yield Trace(TraceKind.DELETED, text, element.get(_AUTHOR, ""))
        elif element.tag in _FORMATTED:
            yield Trace(TraceKind.FORMATTED, "", element.get(_AUTHOR, ""))


def _unseen(root: ElementTree.Element, styles: Mapping[str, frozenset[TraceKind]]) -> Iterator[Trace]:
    for paragraph in root.iter(_W + "p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        of_paragraph = styles.get(style.get(_VAL, ""), frozenset()) if style is not None else frozenset()
        for run in paragraph.iter(_W + "r"):
            text = _text(run)
            if not text:
                continue
            properties = run.find(_W + "rPr")
            looks = set(of_paragraph)
            if properties is not None:
                own = properties.find(_W + "rStyle")
                looks |= styles.get(own.get(_VAL, ""), frozenset()) if own is not None else set()
                looks = _changed(looks, properties)
            yield from (Trace(kind, text) for kind in UNSEEN if kind in looks)


def _changed(looks: set[TraceKind], properties: ElementTree.Element) -> set[TraceKind]:
    """Return how a text looks after some properties: each that is written there counts, the others stay."""
    looks = set(looks)
    for kind, tags in ((TraceKind.HIDDEN, _HIDDEN), (TraceKind.STRUCK, _STRUCK)):
        for mark in (properties.find(tag) for tag in tags):
            if mark is not None:
                is_on = mark.get(_VAL, "1") not in ("0", "false", "off")
                looks = looks | {kind} if is_on else looks - {kind}
    color = properties.find(_W + "color")
    if color is not None:
        looks = looks | {TraceKind.PALE} if _is_pale(color.get(_VAL, "")) else looks - {TraceKind.PALE}
    if properties.find(_W + "shd") is not None:
        looks -= {TraceKind.PALE}  # on a dark ground it is seen
    size = properties.find(_W + "sz")
    if size is not None:
        is_tiny = size.get(_VAL, "").isdigit() and int(size.get(_VAL, "")) < _TINY_HALF_POINTS
        looks = looks | {TraceKind.TINY} if is_tiny else looks - {TraceKind.TINY}
    return looks


def _style_looks(content: bytes) -> Mapping[str, frozenset[TraceKind]]:
    """Return by style id what a style makes of its text, what it is based on included."""
    styles = {one.get(_W + "styleId", ""): one for one in parse(content).iter(_W + "style")} if content else {}

    def looks_of(name: str, depth: int = 0) -> set[TraceKind]:
        style = styles.get(name)
        if style is None or depth > len(styles):
            return set()
        base = style.find(_W + "basedOn")
        looks = looks_of(base.get(_VAL, ""), depth + 1) if base is not None else set()
        properties = style.find(_W + "rPr")
        return _changed(looks, properties) if properties is not None else looks

    return {name: frozenset(looks_of(name)) for name in styles}


def _is_pale(color: str) -> bool:
    try:
        parts = bytes.fromhex(color)
    except ValueError:
        return False
    return len(parts) == 3 and min(parts) >= _PALE


def _text(element: ElementTree.Element) -> str:
    texts = (part.text or "" for part in element.iter() if part.tag in (_W + "t", _W + "delText"))
    text = " ".join("".join(texts).split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
