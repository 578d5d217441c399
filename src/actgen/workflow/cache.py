"""The user's cache folder: what is compiled or known already; deleting it changes only time."""

from __future__ import annotations

import contextlib
import os
import pickle
import sys
import threading
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

V = TypeVar("V")
_DIGEST_BYTES = 32

KEPT_SECONDS = 60 * 24 * 3600
"""A file that nobody has read for so long goes: it is of another program, template or workspace."""
_DAY_SECONDS = 24 * 3600
_PRUNED = "pruned"
"""The file whose time of change tells when the folder was last looked through."""
_ENDINGS = frozenset({"kinds", "known", "layout", "readings", "silent", "template"})
_NAME_CHARACTERS = 64
"""Each file is named by a SHA-256; what is named otherwise is not ours."""


def kept(name: str, make: Callable[[], V]) -> V:
    """Return the value that the cache folder keeps under the name, or make it and keep it.

    Args:
        name: Everything that the value depends on is in it, by hash.
        make: Gives the value; what it gives can be pickled.
    """
    folder = cache_folder()
    if folder is None:
        return make()
    path = folder / name
    try:
        content = path.read_bytes()
        if sha256(content[_DIGEST_BYTES:]).digest() == content[:_DIGEST_BYTES]:
            known: V = pickle.loads(content[_DIGEST_BYTES:])
            return known
    except Exception:  # whatever is wrong with a kept file, it only costs time
        pass
    value = make()
    payload = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    put_in_cache(name, sha256(payload).digest() + payload)
    return value


def put_in_cache(name: str, content: bytes) -> None:
    """Put a file into the cache folder, as a whole or not at all; where there is no folder, nowhere."""
    folder = cache_folder()
    if folder is None:
        return
    beside = folder / f"{name}.{os.getpid()}-{threading.get_ident()}.new"
    with contextlib.suppress(OSError):
        beside.write_bytes(content)
        beside.replace(folder / name)
        _prune(folder)


def _prune(folder: Path) -> None:
    """Delete what nobody has used for `KEPT_SECONDS`; at most once a day, for there may be thousands of files.

    Used is read or put. Systems keep the time of reading to a day, which is enough; where one keeps none, a file goes
    so long after it was put and is made again.
    """
    now, stamp = time.time(), folder / _PRUNED
    with contextlib.suppress(FileNotFoundError):
        if 0 <= now - stamp.stat().st_mtime < _DAY_SECONDS:
            return
    stamp.touch()
    with os.scandir(folder) as found:
        for entry in found:
            with contextlib.suppress(OSError):  # another process was faster, or is reading it
                if _is_ours(entry.name) and entry.is_file(follow_symlinks=False):
                    state = entry.stat()
                    if now - max(state.st_atime, state.st_mtime) > KEPT_SECONDS:
                        Path(entry).unlink()


def _is_ours(name: str) -> bool:
    """Return whether a file of that name was put there by actgen, or laid beside it and left by a lost process."""
    digest, _, ending = name.partition(".")
    is_named = len(digest) == _NAME_CHARACTERS and not digest.strip("0123456789abcdef")
    return is_named and (ending in _ENDINGS or ending.endswith(".new"))


def cache_folder() -> Path | None:
    """Return the folder, made with mode 0700, or None where there is none to be had.

    Never in a workspace: what lies there is code. `ACTGEN_CACHE` names another folder.
    """
    folder = Path(os.environ.get("ACTGEN_CACHE") or _usual_folder())
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name == "posix" and (folder.stat().st_uid != os.getuid() or folder.stat().st_mode & 0o077):
            return None  # others may write there, and what is read from it is run
    except OSError:
        return None
    return folder


def _usual_folder() -> Path:
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "actgen" / "cache"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "actgen"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "actgen"
