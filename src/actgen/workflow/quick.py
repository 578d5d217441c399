"""What is known of a workspace that has not changed since it was found to be right: no stage is run again.

Only the standard library and the manifest are loaded here, so that `check` and `build` of unchanged files take as long
as hashing them.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import actgen
from actgen.bundle import read_manifest
from actgen.version import VERSION
from actgen.workflow.cache import cache_folder

MANIFEST = "manifest.json"
PROMISED = "manifest.next.json"
"""The manifest that a build is about to write: by it the files of a build that was cut short are known."""
LOCK = "data/declension.lock.yaml"


def document_file(name: str) -> str:
    """Return the path in `out/` of the document of that file name."""
    return f"docx/{name}.docx"


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A planned document: its place in the plan, its file in `out/` and its fingerprint."""

    kind: str
    subject: str
    file: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class KnownWorkspace:
    """A workspace in which no error was found.

    `checked_files` is how many texts were read, `lock_sha256` the hash of its lock, `report` what was found beside
    errors as a person reads it (waivers are never silent), `found` its count in words, `warnings` the number of them,
    `inputs` the hash of everything that was read.
    """

    checked_files: int
    lock_sha256: str
    report: str
    found: str
    warnings: int
    documents: tuple[KnownDocument, ...]
    inputs: str = ""


def key_of(project: Path) -> str:
    """Return the hash of the program and of everything in `data/`; it names what is known of the workspace."""
    parts = [program_digest(), str(project.resolve()), *_contents(project / "data", "**/*")]
    return sha256("\0".join(parts).encode()).hexdigest()


@cache
def program_digest() -> str:
    """Return what tells this program from another; looked up once, for a process runs what it was started with."""
    # An editable install changes without its version.
    return sha256("\0".join([VERSION, sys.version, *sorted(_states(actgen.__path__[0]))]).encode()).hexdigest()


def _states(folder: str) -> Iterator[str]:
    """Yield size and time of every file of the program; every command asks, and `Path.rglob` takes thrice as long."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _states(entry.path)
            elif entry.name.endswith((".py", ".yaml", ".md")):
                state = entry.stat()
                yield f"{entry.path}:{state.st_size}:{state.st_mtime_ns}"


def _contents(folder: Path, pattern: str) -> Iterator[str]:
    for path in sorted(folder.glob(pattern)):
        if path.is_file():
            yield f"{path}:{_digest(path)}"


def _digest(path: Path) -> str:
    """Return the hash of the file; none of one that cannot be read, which the check then reports (F040)."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _layers_digest(folders: Iterable[str]) -> str:
    parts: list[str] = []
    for folder in folders:
        parts += [folder, *_contents(Path(folder) / "acts", "*.yaml"), *_contents(Path(folder) / "templates", "*.docx")]
    return sha256("\0".join(parts).encode()).hexdigest()


def known_workspace(project: Path) -> KnownWorkspace | None:
    """Return what is known of the workspace as it stands on disk now, or None: then every stage has to run."""
    cache = cache_folder()
    if cache is None:
        return None
    try:
        key = key_of(project)
        kept = json.loads((cache / f"known-{key}.json").read_text(encoding="utf-8"))
        if kept["layers"] != _layers_digest(kept["folders"]):
            return None
        documents = tuple(KnownDocument(**document) for document in kept["documents"])
        names = ("checked_files", "lock_sha256", "report", "found", "warnings")
        return KnownWorkspace(
            **{name: kept[name] for name in names}, documents=documents, inputs=f"{key} {kept['layers']}"
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None  # a damaged or older file changes only time


def remember(project: Path, key: str, folders: Sequence[Path], known: KnownWorkspace) -> None:
    """Keep what is known, unless the workspace has changed since `key` was taken."""
    cache = cache_folder()
    if cache is None or key_of(project) != key:
        return
    names = [str(folder.resolve()) for folder in folders]
    kept = {**asdict(known), "folders": names, "layers": _layers_digest(names)}
    # Cut short it is no JSON, and then nothing is known.
    with contextlib.suppress(OSError):
        (cache / f"known-{key}.json").write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")


def is_built(project: Path, out: Path, known: KnownWorkspace) -> bool:
    """Return whether every known document stands in `out/` as it was built, none more, and the lock is there."""
    if (out / PROMISED).exists():
        return False
    try:
        entries = read_manifest((out / MANIFEST).read_text(encoding="utf-8"))
        lock = sha256((project / LOCK).read_bytes()).hexdigest()
        if entries is None or lock != known.lock_sha256:
            return False
        by_key = {entry.key: entry for entry in entries}
        if len(by_key) != len(known.documents):
            return False
        for document in known.documents:
            entry = by_key[document.kind, document.subject]
            if (entry.file, entry.fingerprint) != (document.file, document.fingerprint):
                return False
            if sha256((out / entry.file).read_bytes()).hexdigest() != entry.sha256:
                return False
    except (OSError, KeyError):
        return False
    return True
