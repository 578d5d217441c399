"""Several files replaced, made and taken away as one: all of it or nothing, even when the process is killed in it.

Before the first file changes, `.actgen/unfinished.json` says what each was and what it will be; it goes when all are
changed. Where it is found later the process was killed in between, and whoever reads the workspace first puts the files
back, as a database does with the journal of a broken transaction.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from actgen.workflow.files import (
    WriteFault,
    clear_leftovers,
    only_writer,
    read_if_there,
    write_fault,
    write_together,
)
from actgen.workflow.refusal import Refused

UNFINISHED = ".actgen/unfinished.json"

Changes = Mapping[str, tuple[bytes | None, bytes | None]]
"""The bytes of each file before and after, by its path in the project; None where there is no file."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a file was, and the SHA-256 of what it became; None where there is no file."""

    before: bytes | None
    after: str | None


def replace_files(project: Path, changes: Changes) -> None:
    """Change the files, all or none.

    Raises:
        Refused: One of them is not as it was.
        WriteFault: The disk prevents it, or another process writes here; every file is as it was.
    """
    with only_writer(project / "out"):
        other = [file for file, (before, _) in changes.items() if read_if_there(project / file) != before]
        if other:
            raise Refused(f"файл тем временем изменился: {', '.join(other)}", "повторите команду")
        unfinished = project / UNFINISHED
        clear_leftovers([unfinished.parent])
        write_together({unfinished: kept_bytes(changes)})
        try:
            write_together({project / file: after for file, (_, after) in changes.items() if after is not None})
            for file, (_, after) in changes.items():
                if after is None:
                    _take_away(project / file)
            _take_away(unfinished)
        except WriteFault:
            _put_back(project)
            raise


def put_back_unfinished(project: Path) -> None:
    """Put back what a process that was killed had half changed; nothing where another is just writing."""
    if (project / UNFINISHED).exists():
        with suppress(WriteFault), only_writer(project / "out"):
            _put_back(project)


def _put_back(project: Path) -> None:
    kept = read_kept(project / UNFINISHED)
    if kept is None:
        return  # its process has finished meanwhile
    clear_leftovers({(project / file).parent for file in kept})
    now = {file: read_if_there(project / file) for file in kept}
    # What a person has saved since the kill is hers: then everything stays as it stands.
    if all(digest_of(now[file]) in (digest_of(was.before), was.after) for file, was in kept.items()):
        write_together({project / f: was.before for f, was in kept.items() if was.before not in (None, now[f])})
        for file, was in kept.items():
            if was.before is None:
                _take_away(project / file)
    _take_away(project / UNFINISHED)


def kept_bytes(changes: Changes) -> bytes:
    """Return the changes as `read_kept` reads them."""
    return json.dumps(
        {
            file: {
                "before": None if before is None else base64.b64encode(before).decode(),
                "after": digest_of(after),
            }
            for file, (before, after) in changes.items()
        },
        ensure_ascii=False,
        indent=1,
    ).encode()


def read_kept(path: Path) -> dict[str, Kept] | None:
    """Return what each file was and became, or None where nothing readable is kept."""
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        return {
            file: Kept(None if was["before"] is None else base64.b64decode(was["before"]), was["after"])
            for file, was in said.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def digest_of(content: bytes | None) -> str | None:
    """Return the SHA-256 of the bytes of a file, None where there is none."""
    return None if content is None else sha256(content).hexdigest()


def _take_away(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise write_fault(path, error) from error
