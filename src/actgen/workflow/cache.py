"""The user's cache folder: what is compiled or known already; deleting it changes only time."""

from __future__ import annotations

import os
import sys
from pathlib import Path


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
