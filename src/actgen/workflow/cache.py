"""The user's cache folder: what is compiled or known already; deleting it changes only time."""

from __future__ import annotations

import contextlib
import os
import pickle
import sys
import threading
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

V = TypeVar("V")
_DIGEST_BYTES = 32


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
