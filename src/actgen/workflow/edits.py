"""Which lines of data and acts are others than when everything was last built: of all places of a word, the cause."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path
from zlib import crc32

from actgen.diagnostics import Place
from actgen.workflow.quick import LOCK

LINES = "lines.json"
"""Beside the manifest in `out/`."""

Lines = Mapping[str, tuple[int, ...]]
"""The checksum of each line of a file, by its path."""


def lines_of(texts: Mapping[str, str]) -> Lines:
    """Return the checksums of what was read; the lock is written by builds, so it is no cause."""
    return {file: tuple(_checksums(text)) for file, text in texts.items() if file != LOCK}


def _checksums(text: str) -> Iterator[int]:
    for line in text.splitlines():
        yield crc32(line.encode("utf-8", "surrogatepass"))


def read_lines(out: Path) -> Lines | None:
    """Return what was kept when everything was last built, None where nothing is known of it."""
    try:
        kept = json.loads((out / LINES).read_text(encoding="utf-8"))
        return {str(file): tuple(int(line) for line in lines) for file, lines in kept.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return None


def lines_content(lines: Lines) -> bytes:
    """Return the bytes of the file that keeps the checksums."""
    return json.dumps(dict(sorted(lines.items())), ensure_ascii=False, separators=(",", ":")).encode()


def edited_places(before: Lines | None, now: Lines) -> tuple[Place, ...]:
    """Return the lines that are new or others now, and those before which something was taken out, by file."""
    if before is None:
        return ()
    files = (file for file in sorted(before.keys() | now.keys()) if before.get(file) != now.get(file))
    return tuple(place for file in files for place in _edited(file, before.get(file, ()), now.get(file, ())))


def _edited(file: str, before: tuple[int, ...], now: tuple[int, ...]) -> Iterator[Place]:
    if not now:
        yield Place(file)
        return
    for way, _, _, start, end in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if way == "delete":
            yield Place(file, min(start + 1, len(now)))
        elif way != "equal":
            yield from (Place(file, number) for number in range(start + 1, end + 1))


def causes(places: Iterable[Place], edited: Iterable[Place]) -> tuple[Place, ...]:
    """Return the places with the edited ones first; when none is in an edited file, the edits before them.

    Words may come from other records than the one that chose them: a list of people names the people.
    """
    lines = {(place.file, place.line) for place in edited}
    files = {file for file, _ in lines}
    found = sorted(places, key=lambda place: ((place.file, place.line) not in lines, place.file not in files, place))
    if any(place.file in files for place in found):
        return tuple(found)
    return (*_beginnings(edited), *found)


def _beginnings(edited: Iterable[Place]) -> Iterator[Place]:
    """Yield the first of lines that follow each other."""
    last = Place("")
    for place in edited:
        if (place.file, place.line) != (last.file, last.line + 1):
            yield place
        last = place
