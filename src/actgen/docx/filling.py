"""What one filling adds to a package: pictures, relations, lists that start anew. Lives as long as one `fill`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from actgen.docx.archive import CONTENT_TYPES

_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_NUMBERING = "word/numbering.xml"
_EMPTY_RELATIONS = (
    b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)
_TYPES = {"png": "image/png", "jpeg": "image/jpeg"}
_MEDIA = re.compile(r"word/media/image(\d+)\.")
_R_ID = re.compile(rb'\sId="([^"]*)"')
_FIRST_CONTROL = 900_000_000
"""Far from the ids of shipped templates, which count from one; Word draws its own by lot."""


class Filling:
    """The additions of one document.

    `part` is the member being rendered, `properties` the `w:rPr` of the run being printed into, `counts` what has been
    drawn so far; `names` are the members of the template; `read` gives the bytes of one of them.
    """

    def __init__(self, names: frozenset[str], read: Callable[[str], bytes]) -> None:
        self.part = ""
        self.properties = ""
        self.counts: Counter[object] = Counter()
        self._names = names
        self._read = read
        self._media: dict[str, bytes] = {}
        self._name_by_picture: dict[bytes, str] = {}
        self._relations: dict[str, dict[str, str]] = {}
        self._taken: dict[str, set[str]] = {}
        self._lists: list[tuple[str, str, str]] = []
        self._next_list = 0

    def relate_picture(self, data: bytes, extension: str) -> str:
        """Return the relation id by which the current part shows the picture; the same picture is kept once."""
        name = self._name_by_picture.get(data)
        if name is None:
            used = {int(found.group(1)) for n in (*self._names, *self._media) if (found := _MEDIA.match(n))}
            number = next(n for n in range(1, len(used) + 2) if n not in used)
            name = self._name_by_picture[data] = f"word/media/image{number}.{extension}"
            self._media[name] = data
        relations = self._relations.setdefault(self.part, {})
        known = relations.get(name)
        if known is None:
            taken = self._taken.get(self.part)
            if taken is None:
                taken = {found.decode() for found in _R_ID.findall(self._relations_of(self.part))}
                self._taken[self.part] = taken
            known = next(r for n in range(1, len(taken) + 2) if (r := f"rId{n}") not in taken)
            taken.add(known)
            relations[name] = known
        return known

    def start_list(self, number_id: str, level: str) -> str:
        """Return the id of a new list that looks as the given one and counts from one."""
        if not self._next_list:
            ids = re.findall(rb'<w:num w:numId="(\d+)"', self._read(_NUMBERING))
            self._next_list = max(map(int, ids), default=0)
        self._next_list += 1
        self._lists.append((str(self._next_list), number_id, level))
        return str(self._next_list)

    def next_control(self) -> int:
        """Return the id of the next control that this filling draws."""
        self.counts["controls"] += 1
        return _FIRST_CONTROL + self.counts["controls"]

    def changed_members(self) -> dict[str, bytes]:
        """Return the members that this filling adds or changes, by name."""
        changed = dict(self._media)
        for part, relations in self._relations.items():
            entries = "".join(
                f'<Relationship Id="{r_id}" Type="{_IMAGE}" Target="{name.removeprefix("word/")}"/>'
                for name, r_id in relations.items()
            )
            name = _relations_name(part)
            changed[name] = _insert(self._relations_of(part), b"</Relationships>", entries.encode())
        if self._media:
            types = self._read(CONTENT_TYPES)
            for extension in sorted({name.rpartition(".")[2] for name in self._media}):
                if f'Extension="{extension}"'.encode() not in types:
                    entry = f'<Default Extension="{extension}" ContentType="{_TYPES[extension]}"/>'.encode()
                    # Defaults stand before overrides, as every writer puts them.
                    end = types.index(b">", types.index(b"<Types")) + 1
                    types = types[:end] + entry + types[end:]
            changed[CONTENT_TYPES] = types
        if self._lists:
            changed[_NUMBERING] = self._numbering()
        return changed

    def _numbering(self) -> bytes:
        numbering = self._read(_NUMBERING)
        entries = []
        for new, old, level in self._lists:
            found = re.search(
                rb'<w:num w:numId="' + old.encode() + rb'".*?<w:abstractNumId w:val="(\d+)"', numbering, re.S
            )
            if found:
                entries.append(
                    f'<w:num w:numId="{new}"><w:abstractNumId w:val="{found.group(1).decode()}"/>'
                    f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
                )
        end = b"<w:numIdMacAtCleanup" if b"<w:numIdMacAtCleanup" in numbering else b"</w:numbering>"
        return _insert(numbering, end, "".join(entries).encode())

    def _relations_of(self, part: str) -> bytes:
        name = _relations_name(part)
        if name not in self._names:
            return _EMPTY_RELATIONS
        data = self._read(name)
        return _EMPTY_RELATIONS if b"</Relationships>" not in data else data


def _relations_name(part: str) -> str:
    folder, _, file = part.rpartition("/")
    return f"{folder}/_rels/{file}.rels"


def _insert(data: bytes, before: bytes, entries: bytes) -> bytes:
    at = data.rindex(before) if before.startswith(b"</") else data.index(before)
    return data[:at] + entries + data[at:]


_current: ContextVar[Filling | None] = ContextVar("filling", default=None)


def current_filling() -> Filling:
    """Return the filling under way in this thread.

    Raises:
        LookupError: None is. So Jinja, which tries to print what is constant while it compiles, leaves it to `fill`.
    """
    filling = _current.get()
    if filling is None:
        raise LookupError("nothing is being filled")
    return filling


@contextmanager
def under_way(filling: Filling) -> Iterator[None]:
    """Make the filling the current one of this thread, as long as the block runs."""
    token = _current.set(filling)
    try:
        yield
    finally:
        _current.reset(token)
