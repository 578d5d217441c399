"""The corpus of faults: small changes of the root workspace or an example, each with the finding that it must give.

A family of `tests/faults/*.yaml` names a code, a file and a change: `было` → `стало`, at the first occurrence after
`после` (from the top without it). `¦` in `стало` marks where the finding must stand; where it stands elsewhere, `место`
names the file, the text after which to look, and the text itself; the file alone where it is the fault. `таблица`
repeats the family: `$1`, `$2` … are the cells of a row. `также` are codes that the same change may rightly give
besides. `папка` is the workspace that is changed, the root where it is not named; it has the acts of the root. An empty
`было` puts the text at the end of the file, which need not exist.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from tests.workspaces import ROOT

FOLDER = Path(__file__).parent
MARK = "¦"


@dataclass(frozen=True)
class Fault:
    """One seeded fault: the changed files, and the code and place of the finding that it must give."""

    name: str
    group: str
    code: str
    files: Mapping[str, str]
    place: tuple[str, int, int]
    also: frozenset[str]
    base: str = "."

    @property
    def texts(self) -> Mapping[str, str]:
        """The text of every file of the changed workspace."""
        return {**base_texts(self.base), **self.files}

    @property
    def is_of_text(self) -> bool:
        """Whether only the finished document shows it."""
        return self.code.startswith("W")

    @property
    def is_of_folder(self) -> bool:
        """Whether the fault is that a file is there at all, or is not."""
        return self.code.startswith("F04")


@lru_cache(maxsize=8)
def base_texts(base: str = ".") -> Mapping[str, str]:
    """Return the text of every file of a workspace's `data/`, and of the root's `acts/`."""
    folder = ROOT / base
    paths = dict.fromkeys((*folder.glob("data/*.yaml"), *folder.glob("data/programs/*.yaml")), folder)
    paths |= dict.fromkeys(ROOT.glob("acts/*.yaml"), ROOT)
    return {path.relative_to(of).as_posix(): path.read_text(encoding="utf-8") for path, of in sorted(paths.items())}


def corpus() -> list[Fault]:
    """Return every fault of every family."""
    return [fault for path in sorted(FOLDER.glob("*.yaml")) for fault in _faults(path)]


def _faults(path: Path) -> Iterator[Fault]:
    for family in yaml.safe_load(path.read_text(encoding="utf-8")):
        for number, row in enumerate(family.get("таблица", [[]]), start=1):
            cells = row if isinstance(row, list) else [row]
            yield _fault(f"{path.stem}-{family['код']}-{number}", _filled(family, cells))


def _filled(value: Any, cells: list[Any]) -> Any:
    if isinstance(value, str):
        return re.sub(r"\$(\d)", lambda found: str(cells[int(found[1]) - 1]), value)
    if isinstance(value, list):
        return [_filled(item, cells) for item in value]
    if isinstance(value, dict):
        return {key: _filled(item, cells) for key, item in value.items() if key != "таблица"}
    return value


def _fault(name: str, family: Mapping[str, Any]) -> Fault:
    base = family.get("папка", ".")
    texts = base_texts(base)
    changed = dict(texts)
    place = None
    for change in [family, *family.get("ещё", [])]:
        file = change.get("файл", family["файл"])
        text = changed.get(file, "")
        named = f"{name} {family['что']}"
        start = _find(text, change.get("после", ""), change["было"], named) if change["было"] else len(text)
        new = change["стало"]
        changed[file] = text[:start] + new.replace(MARK, "") + text[start + len(change["было"]) :]
        if MARK in new:
            place = _place(file, changed[file], start + new.index(MARK))
    if "место" in family:
        where = family["место"]
        text = changed[where["файл"]]
        place = (where["файл"], 0, 0)
        if "текст" in where:
            place = _place(where["файл"], text, _find(text, where.get("после", ""), where["текст"], name))
    assert place is not None, f"{name} says not where its finding stands"
    files = {file: text for file, text in changed.items() if text != texts.get(file)}
    assert files, f"{name} changes nothing"
    return Fault(
        f"{name} {family['что']}", family["что"], family["код"], files, place, frozenset(family.get("также", [])), base
    )


def _find(text: str, after: str, wanted: str, name: str) -> int:
    start = text.find(after)
    assert start >= 0, f"{name}: not found: {after}"
    found = text.find(wanted, start)
    assert found >= 0, f"{name}: not found: {wanted}"
    return found


def _place(file: str, text: str, offset: int) -> tuple[str, int, int]:
    return file, text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1
