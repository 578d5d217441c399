"""init: the folder of a school that begins; what is there already is never overwritten."""

from __future__ import annotations

import stat
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from actgen.school import SchoolYear, read_school_year
from actgen.workflow.files import WriteFault, write_together
from actgen.workflow.workspace import package_folder

CI = ("github", "gitlab")
"""For which servers examples of a check are shipped."""

_SHIPPED = Path(__file__).parent / "start"
# Each starter quotes the path of run.py in its own way: what ends the quotes, or is expanded in them, is written twice.
_STARTERS = {"Акты.cmd": ("%", "%%"), "акты.sh": ("'", "'\\''")}
_FIRST_MONTH_OF_PREPARATION = 8


@dataclass(frozen=True, slots=True)
class Started:
    """What init did: the school year, the files that it laid, and those that were there; paths in the folder."""

    year: SchoolYear
    laid: tuple[str, ...]
    kept: tuple[str, ...]


def school_year_of(day: date) -> SchoolYear:
    """Return the school year that a school works on: in August it prepares the next one.

    >>> str(school_year_of(date(2027, 7, 31))), str(school_year_of(date(2027, 8, 1)))
    ('2026/2027', '2027/2028')
    """
    return SchoolYear(day.year if day.month >= _FIRST_MONTH_OF_PREPARATION else day.year - 1)


def start_workspace(folder: Path, written_year: str | None = None, ci: str | None = None) -> Started:
    """Lay a commented workspace into a folder, which is made if it is not there.

    Args:
        folder: The school's folder.
        written_year: Its school year as a person writes it; the one of today when not given.
        ci: One of `CI`, whose example is laid too.

    Raises:
        ValueError: That is no school year.
        WriteFault: The folder cannot be written; nothing is laid.
    """
    year = read_school_year(written_year) if written_year else school_year_of(date.today())
    files = {folder / name: content for name, content in _files(year, ci)}
    new = {path: content for path, content in files.items() if not path.exists()}
    if folder.exists() and not folder.is_dir():
        raise WriteFault(folder, "это файл, а не папка", "назовите другую папку")
    write_together(new)
    for path in new:
        if path.suffix == ".sh":
            path.chmod(path.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
    kept = [path for path in files if path not in new]
    return Started(year, *(tuple(p.relative_to(folder).as_posix() for p in paths) for paths in (new, kept)))


def _files(year: SchoolYear, ci: str | None) -> Iterator[tuple[str, bytes]]:
    words = {"{год}": str(year), "{первый}": str(year.first), "{второй}": str(year.second)}
    for path in sorted(_SHIPPED.rglob("*")):
        name = path.relative_to(_SHIPPED).as_posix()
        if path.is_file() and not name.startswith("ci/"):
            # A wheel carries no hidden files: «dot.gitignore» becomes «.gitignore».
            yield name.replace("dot.", ".", 1) if name.startswith("dot.") else name, _filled(path, words)
    for name, (special, written) in _STARTERS.items():
        starter = (package_folder() / name).read_bytes()
        yield name, starter.replace(b"@RUN@", str(_run_py()).replace(special, written).encode())
    if ci is not None:
        own = _SHIPPED / "ci" / ci
        for path in sorted(own.rglob("*")):
            if path.is_file():
                name = path.relative_to(own).as_posix()
                yield name.replace("dot.", ".", 1) if name.startswith("dot.") else name, path.read_bytes()


def _filled(path: Path, words: Mapping[str, str]) -> bytes:
    text = path.read_text(encoding="utf-8")
    for word, value in words.items():
        text = text.replace(word, value)
    return text.encode()


def _run_py() -> Path:
    """Return the run.py that this actgen was started by; where it was installed otherwise, a path that is not there."""
    return Path(sys.prefix).resolve().parent / "run.py"
