"""Compiled templates kept in the user's cache folder: a compiled template is code, so it is read only from there.

Deleting the folder changes nothing but time. A file that is damaged, foreign or of another version is not read.
"""

from __future__ import annotations

import contextlib
import hashlib
import marshal
import os
import sys
import threading
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from actgen.docx.template import Template, as_plain, from_plain

_PACKAGES = {"docxtpl": "docxtpl", "jinja2": "jinja2", "lxml": "lxml", "docx": "python_docx"}
_DIGEST_BYTES = 32


def load_template(folder: Path, digest: str, file: str) -> Template | None:
    """Return the template kept under the digest of its file, or None when there is none that can be trusted."""
    path = folder / _file_name(digest)
    try:
        if not _is_own(folder):
            return None
        kept = path.read_bytes()
    except OSError:
        return None
    payload = kept[_DIGEST_BYTES:]
    if hashlib.sha256(payload).digest() != kept[:_DIGEST_BYTES]:
        return None
    try:
        template = from_plain(marshal.loads(payload), file)
    except (ValueError, TypeError, EOFError):
        return None
    return template if template.digest == digest else None


def keep_template(folder: Path, template: Template) -> None:
    """Keep the template in the folder, made with mode 0700; a folder that cannot be written is no error."""
    payload = marshal.dumps(as_plain(template))
    path = folder / _file_name(template.digest)
    beside = path.with_suffix(f".{os.getpid()}-{threading.get_ident()}.new")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_own(folder):
            return
        beside.write_bytes(hashlib.sha256(payload).digest() + payload)
        beside.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()


def _is_own(folder: Path) -> bool:
    """Return whether only the user can write there; Windows keeps the user's folders apart by itself."""
    if not hasattr(os, "getuid"):
        return True
    state = folder.stat()
    return state.st_uid == os.getuid() and not state.st_mode & 0o022


def _file_name(digest: str) -> str:
    return hashlib.sha256(f"{digest} {versions()}".encode()).hexdigest() + ".template"


@lru_cache(maxsize=1)
def versions() -> str:
    """Return everything besides the template on which compiled code depends.

    Versions are read from the names of the `.dist-info` folders: `importlib.metadata` costs more time to import than
    reading a template does.
    """
    said = [sys.version, str(sys.implementation.cache_tag)]
    for package, distribution in _PACKAGES.items():
        spec = find_spec(package)
        folder = Path(spec.origin).parent.parent if spec is not None and spec.origin else Path()
        found = [e.name for e in os.scandir(folder) if e.name.lower().startswith(f"{distribution}-")]
        said += sorted(found) or [str(spec and spec.origin)]
    for own in (Path(__file__).parent, Path(__file__).parent.parent / "expressions"):
        for entry in sorted(os.scandir(own), key=lambda e: e.name):
            if entry.name.endswith(".py"):
                state = entry.stat()
                said.append(f"{entry.name} {state.st_size} {state.st_mtime_ns}")
    return "\n".join(said)
