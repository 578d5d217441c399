"""Values that remember their place: what a YAML file says, every scalar still text."""

from __future__ import annotations

from typing import Any

from actgen.diagnostics import Place

NOWHERE = Place("")

# A letter lost in saving, and our own stand-in for a value whose fault has been reported:
# a field that meets it is absent without a second message.
LOST = "\N{REPLACEMENT CHARACTER}"


class Text(str):
    """A scalar exactly as written (NFC), with its place; an empty one counts as not given."""

    __slots__ = ("_end", "_source", "_start", "place")

    place: Place
    _source: str
    _start: int
    _end: int

    def __new__(cls, text: str, place: Place = NOWHERE, source: str = "", start: int = 0, end: int = 0) -> Text:
        """Return the text; `source[start:end]` is how the file writes it."""
        self = str.__new__(cls, text)
        self.place = place
        self._source = source
        self._start = start
        self._end = end
        return self

    @property
    def is_empty(self) -> bool:
        """Whether nothing but blanks is written."""
        return not self.strip()

    @property
    def is_lost(self) -> bool:
        """Whether its fault has been reported already, so that nobody reports it again."""
        return LOST in self

    def place_at(self, offset: int, length: int = 1) -> Place:
        """Return the place of `length` characters from `offset` (from 0) of this text.

        Where the writing differs from the text by more than blanks (escapes, doubled quotes),
        the place of the whole value is given.
        """
        written = self._source[self._start : self._end]
        inner = _inner(written)
        if inner is None:
            return self.place
        found = _offset_in(written, inner, self, offset)
        if found is None:
            return self.place
        position = self._start + found
        line_start = self._source.rfind("\n", 0, position) + 1
        line_end = self._source.find("\n", position)
        room = (len(self._source) if line_end < 0 else line_end) - position
        line = self.place.line + self._source.count("\n", self._start, position)
        return Place(self.place.file, line, position - line_start + 1, max(1, min(length, room)))


class Sequence(list[Any]):
    """A list with its place."""

    __slots__ = ("place",)

    def __init__(self, items: Any = (), place: Place = NOWHERE) -> None:
        super().__init__(items)
        self.place = place


class Mapping(dict[str, Any]):
    """A mapping in the order of the file, with its place and those of its keys."""

    __slots__ = ("key_places", "place")

    def __init__(self, items: Any = (), place: Place = NOWHERE, key_places: dict[str, Place] | None = None) -> None:
        super().__init__(items)
        self.place = place
        self.key_places: dict[str, Place] = {} if key_places is None else key_places


Value = Text | Sequence | Mapping


def place_of(value: object, otherwise: Place = NOWHERE) -> Place:
    """Return the place that the value remembers, or the other one."""
    place = getattr(value, "place", None)
    return place if isinstance(place, Place) and place.file else otherwise


def _inner(written: str) -> tuple[int, int] | None:
    """Return where the text begins and ends inside its writing, or None when it holds escapes."""
    if not written:
        return None
    if written[0] == '"':
        return None if "\\" in written else (1, len(written) - 1)
    if written[0] == "'":
        return None if "''" in written[1:-1] else (1, len(written) - 1)
    if written[0] in "|>":
        header = written.find("\n")
        return None if header < 0 else (header + 1, len(written))
    return 0, len(written)


def _offset_in(written: str, inner: tuple[int, int], text: str, offset: int) -> int | None:
    """Return the place in the writing of the text's character `offset`.

    Folding changes blanks only, so the n-th letter of the text is the n-th letter of its writing.
    """
    begin, end = inner
    if written[begin:end] == text:
        return begin + offset if 0 <= offset < len(text) else None
    before = sum(not c.isspace() for c in text[:offset])
    for position in range(begin, end):
        if written[position].isspace():
            continue
        if before == 0:
            return position if 0 <= offset < len(text) and written[position] == text[offset : offset + 1] else None
        before -= 1
    return None
