"""A folder on disk -> the bytes of its files by relative path."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path

from actgen.diagnostics import Diagnostic, Outcome, Place, Severity
from actgen.sources.decode import MOST_BYTES

_LEFTOVERS = ("~$*", ".*", "*.bak", "*.tmp", "*~", "thumbs.db", "desktop.ini")


def read_folder(root: Path, patterns: Iterable[str] = ("*",)) -> Outcome[dict[str, bytes]]:
    """Return the files of a folder by their path relative to it (`/`, NFC), sorted.

    A pattern is matched against the whole relative path: `data/*.yaml`, `data/**/*.yaml` (any depth), `*` (all in the
    folder itself). Leftovers of editors are passed over. A file that cannot be read is a finding (F040: the environment
    is at fault, not the data) and is left out. A folder that is not there holds no files.
    """
    wanted = tuple(unicodedata.normalize("NFC", pattern) for pattern in patterns)
    contents: dict[str, bytes] = {}
    findings: list[Diagnostic] = []

    def refuse(error: OSError) -> None:
        name = Path(error.filename).relative_to(root).as_posix() if error.filename else "."
        findings.append(_unreadable(name, error))

    if not root.exists():
        return Outcome({})
    for folder, folders, files in os.walk(root, onerror=refuse, followlinks=False):
        here = Path(folder)
        folders[:] = sorted(
            name
            for name in folders
            if not _is_leftover(name) and any(_leads_to((*here.relative_to(root).parts, name), p) for p in wanted)
        )
        for name in sorted(files):
            path = unicodedata.normalize("NFC", (here / name).relative_to(root).as_posix())
            if _is_leftover(name) or not any(_matches(path, pattern) for pattern in wanted):
                continue
            try:
                with (here / name).open("rb") as file:
                    # One byte more than `decode` reads tells it that the file is too big.
                    contents[path] = file.read(MOST_BYTES + 1) if name.casefold().endswith(_TEXTS) else file.read()
            except OSError as error:
                findings.append(_unreadable(path, error))
    return Outcome(dict(sorted(contents.items())), tuple(findings))


_TEXTS = (".yaml", ".yml")


def _is_leftover(name: str) -> bool:
    folded = name.casefold()
    return any(fnmatchcase(folded, pattern) for pattern in _LEFTOVERS)


def _matches(path: str, pattern: str) -> bool:
    """Whether the path fits; `*` stays inside one folder, `**` goes through any number of them."""
    return _parts_match(path.split("/"), pattern.split("/"))


def _leads_to(folder: tuple[str, ...], pattern: str) -> bool:
    """Whether files that fit the pattern may lie inside the folder: others (`out`, `.venv`) are not walked through."""
    for part, wanted in zip(folder, [*pattern.split("/")[:-1], None], strict=False):
        if wanted == "**":
            return True
        if wanted is None or not fnmatchcase(unicodedata.normalize("NFC", part), wanted):
            return False
    return len(folder) < len(pattern.split("/"))


def _parts_match(parts: list[str], patterns: list[str]) -> bool:
    if not patterns:
        return not parts
    if patterns[0] == "**":
        return any(_parts_match(parts[skipped:], patterns[1:]) for skipped in range(len(parts) + 1))
    return bool(parts) and fnmatchcase(parts[0], patterns[0]) and _parts_match(parts[1:], patterns[1:])


def _unreadable(path: str, error: OSError) -> Diagnostic:
    if isinstance(error, PermissionError):
        reason, hint = "нет доступа", "закройте файл в других программах и проверьте права на папку"
    else:
        reason, hint = error.strerror or "ошибка чтения", "проверьте, открывается ли он"
    return Diagnostic("F040", Severity.ERROR, f"не удалось прочитать ({reason}): {path}", Place(path), hint)
