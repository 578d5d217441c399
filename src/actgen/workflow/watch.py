"""watch: build again whenever a file that documents are made from was saved."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from actgen.workflow.quick import LOCK
from actgen.workflow.workspace import layer_folders

POLL_SECONDS = 1.0
"""Files are looked at, not listened to: a network share tells nobody of its changes."""

Look = Mapping[str, tuple[int, int]]
"""Size and time of change (nanoseconds) of every file that is read, by its path."""

_FOLDERS = ("data", "acts", "templates")


def look_at(project: Path) -> Look:
    """Return what can be seen of the files of a workspace and of its base without reading them."""
    found: dict[str, tuple[int, int]] = {}
    for folder in (project, *layer_folders(project)):
        for name in _FOLDERS:
            for path in sorted((folder / name).rglob("*")):
                if path.name.startswith((".", "~$")) or path == project / LOCK:
                    continue  # what editors leave, and what the build itself writes
                try:
                    stat = path.stat()
                except OSError:
                    continue  # an editor replaces a file: it will be seen the next time
                if path.is_file():
                    found[_shown(path, project)] = (stat.st_size, stat.st_mtime_ns)
    return found


def saved_files(looks: Iterable[Look]) -> Iterator[tuple[str, ...]]:
    """Yield the files that were saved, made or removed, each time when nothing has changed any more between two looks.

    An editor saves in several steps, and a share shows a file before it is whole.

    Args:
        looks: What is seen, time after time.
    """
    before: Look | None = None
    last: Look = {}
    for now in looks:
        if before is None:
            before = now
        elif now == last and now != before:
            yield tuple(sorted(name for name in now.keys() | before.keys() if now.get(name) != before.get(name)))
            before = now
        last = now


def looks_at(project: Path, wait: Callable[[], None] = lambda: time.sleep(POLL_SECONDS)) -> Iterator[Look]:
    """Yield what is seen of a workspace, for ever, waiting between."""
    while True:
        yield look_at(project)
        wait()


def _shown(path: Path, project: Path) -> str:
    return path.relative_to(project).as_posix() if path.is_relative_to(project) else path.as_posix()
