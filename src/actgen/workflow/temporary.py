"""A folder for the time of a run; one whose run was killed is taken away by the next."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from actgen.workflow.files import is_locked_now

_LOCK = "actgen.lock"


@contextlib.contextmanager
def temporary_folder(prefix: str) -> Iterator[Path]:
    """Give an empty folder that is this process's alone, and take it away; those of dead processes go before.

    The folder is dead when nobody holds the lock in it: the lock dies with its process, however that ends.
    """
    for folder in sorted(Path(tempfile.gettempdir()).glob(f"{prefix}*")):
        if _is_dead(folder):
            shutil.rmtree(folder, ignore_errors=True)
    folder, lock = _own_folder(prefix)
    try:
        yield folder
    finally:
        lock.close()  # Windows removes no open file
        shutil.rmtree(folder, ignore_errors=True)


def _own_folder(prefix: str) -> tuple[Path, BinaryIO]:
    while True:
        folder = Path(tempfile.mkdtemp(prefix=prefix))
        lock = (folder / _LOCK).open("xb")
        if is_locked_now(lock.fileno()):
            return folder, lock
        lock.close()  # another run took it for dead before it was locked


def _is_dead(folder: Path) -> bool:
    try:
        # In a shared folder for temporary files others may lay a link or a folder of the same name.
        if folder.is_symlink() or (os.name == "posix" and folder.stat().st_uid != os.getuid()):
            return False
        with (folder / _LOCK).open("r+b") as lock:
            return is_locked_now(lock.fileno())
    except OSError:
        return False
