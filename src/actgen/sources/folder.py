"""A folder on disk -> the bytes of its files by relative path."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase, translate
from pathlib import Path

from actgen.diagnostics import Diagnostic, Outcome, Place, Severity
from actgen.sources.decode import MOST_BYTES

_LEFTOVERS = ("~$*", ".*", "*.bak", "*.tmp", "*~", "thumbs.db", "desktop.ini")
_TEXTS = (".yaml", ".yml")
_NAMES_OF_FILES = (*_TEXTS, ".docx")
"""How no folder is called, though any folder fits `data/*`."""

_ANY_DEPTH = "**"

_Pattern = tuple[str, ...]
"""The parts of a pattern that are still to be met: all of them in the root, only the last where the file lies."""


def read_folder(root: Path, patterns: Iterable[str] = ("*",)) -> Outcome[dict[str, bytes]]:
    """Return the files of a folder by their path relative to it (`/`, NFC), sorted.

    A pattern is matched against the whole relative path: `data/*.yaml`, `data/**/*.yaml` (any depth), `*` (all in the
    folder itself). Leftovers of editors are passed over. A file that cannot be read, also a folder in its place, is a
    finding (F040: the environment is at fault, not the data) and is left out. A folder that is not there has no files.
    """
    if not root.exists():
        return Outcome({})
    contents: dict[str, bytes] = {}
    findings: list[Diagnostic] = []
    wanted = tuple(tuple(unicodedata.normalize("NFC", pattern).split("/")) for pattern in patterns)
    # A process reads a hundred files for each of many schools: a `Path` of one costs as much as to read it.
    folders: list[tuple[str, str, tuple[_Pattern, ...]]] = [(os.fspath(root), "", wanted)]
    while folders:
        folder, prefix, here = folders.pop()
        inside = []
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            findings.append(_unreadable(prefix.rstrip("/") or ".", error))
            continue
        for entry in entries:
            name = unicodedata.normalize("NFC", entry.name)
            if _is_leftover(name):
                continue
            path = prefix + name
            if _is_folder(entry):
                if not entry.is_symlink() and (below := _below(here, name)):
                    inside.append((entry.path, f"{path}/", below))
                elif name.casefold().endswith(_NAMES_OF_FILES) and _fits(here, name):
                    findings.append(_unreadable(path, IsADirectoryError()))
            elif _fits(here, name):
                try:
                    contents[path] = _content(entry.path)
                except OSError as error:
                    findings.append(_unreadable(path, error))
        folders += reversed(inside)
    return Outcome(dict(sorted(contents.items())), tuple(findings))


def names_in(folder: Path) -> tuple[str, ...]:
    """Return the names of the files of a folder (NFC), sorted, leftovers of editors passed over; none of no folder."""
    try:
        with os.scandir(folder) as found:
            names = [unicodedata.normalize("NFC", entry.name) for entry in found if not _is_folder(entry)]
    except OSError:
        return ()  # `read_folder` has reported it
    return tuple(sorted(name for name in names if not _is_leftover(name)))


def _content(path: str) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123 - see above
        if path.casefold().endswith(_TEXTS) and os.fstat(file.fileno()).st_size > MOST_BYTES:
            return file.read(MOST_BYTES + 1)  # one byte more than `decode` reads tells it that the file is too big
        return file.read()


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


_LEFTOVER = re.compile("|".join(translate(pattern) for pattern in _LEFTOVERS))


def _is_leftover(name: str) -> bool:
    return _LEFTOVER.match(name.casefold()) is not None


def _below(patterns: Iterable[_Pattern], folder: str) -> tuple[_Pattern, ...]:
    """Return what is still to be met inside the folder; without anything (`out`, `.venv`) it is not walked through."""
    inside: list[_Pattern] = []
    for pattern in _from_here(patterns):
        if pattern[0] == _ANY_DEPTH:
            inside.append(pattern)
        elif len(pattern) > 1 and fnmatchcase(folder, pattern[0]):
            inside.append(pattern[1:])
    return tuple(dict.fromkeys(inside))


def _fits(patterns: Iterable[_Pattern], file: str) -> bool:
    return any(
        len(pattern) == 1 and (pattern[0] == _ANY_DEPTH or fnmatchcase(file, pattern[0]))
        for pattern in _from_here(patterns)
    )


def _from_here(patterns: Iterable[_Pattern]) -> Iterator[_Pattern]:
    """Yield the patterns; `**` goes through any number of folders, also through none."""
    for pattern in patterns:
        leading = next((n for n, part in enumerate(pattern[:-1]) if part != _ANY_DEPTH), len(pattern) - 1)
        yield from (pattern[start:] for start in range(leading + 1))


def _unreadable(path: str, error: OSError) -> Diagnostic:
    if isinstance(error, IsADirectoryError):
        reason, hint = "на месте файла стоит папка", "переименуйте её и верните файл из копии, если он был"
    elif isinstance(error, PermissionError):
        reason, hint = "нет доступа", "закройте файл в других программах и проверьте права на папку"
    else:
        reason, hint = error.strerror or "ошибка чтения", "проверьте, открывается ли он"
    return Diagnostic("F040", Severity.ERROR, f"не удалось прочитать ({reason}): {path}", Place(path), hint)
