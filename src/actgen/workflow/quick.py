"""What is known of a workspace that has not changed since it was found to be right: no stage is run again.

Only the standard library and the manifest are loaded here, so that `check` and `build` of unchanged files take as long
as hashing them.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import actgen
from actgen.bundle import read_manifest
from actgen.version import VERSION
from actgen.workflow.cache import cache_folder, put_in_cache
from actgen.workflow.files import read_inside

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
    `signed` path and hash of every file that the journal names for a signed document, `inputs` the hash of everything
    that was read, `silent_inputs` of everything but the lock.
    """

    checked_files: int
    lock_sha256: str
    report: str
    found: str
    warnings: int
    documents: tuple[KnownDocument, ...]
    signed: tuple[tuple[str, str], ...] = ()
    inputs: str = ""
    silent_inputs: str = ""


def _keys_of(project: Path) -> tuple[str, str]:
    """Return the hash of the program and of everything in `data/`, and the same less the lock, which a build writes."""
    files = list(_contents(project / "data", is_deep=True))
    lock = f"{project / LOCK}:"
    but_lock = [file for file in files if not file.startswith(lock)]
    program = [program_digest(), str(project.resolve())]
    key, silent_key = (sha256("\0".join([*program, *part]).encode()).hexdigest() for part in (files, but_lock))
    return key, silent_key


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


def _contents(folder: str | Path, *, is_deep: bool = False) -> Iterator[str]:
    """Yield each file with its hash, by name; `is_deep` asks the folders inside too."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir():
            if is_deep and not entry.is_symlink():
                yield from _contents(entry.path, is_deep=True)
        elif entry.is_file():
            yield f"{entry.path}:{_digest(entry.path)}"


def _digest(path: str) -> str:
    """Return the hash of the file; none of one that cannot be read, which the check then reports (F040)."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - a `Path` of each file costs as much as to read it
            return sha256(file.read()).hexdigest()
    except OSError:
        return ""


def _layers_digest(folders: Iterable[str]) -> str:
    parts: list[str] = []
    for folder in folders:
        parts += [folder, *_contents(Path(folder) / "acts"), *_contents(Path(folder) / "templates")]
    return sha256("\0".join(parts).encode()).hexdigest()


def known_workspace(project: Path) -> KnownWorkspace | None:
    """Return what is known of the workspace as it stands on disk now, or None: then every stage has to run."""
    cache = cache_folder()
    if cache is None:
        return None
    try:
        key, silent_key = _keys_of(project)
        kept = json.loads((cache / _kept_name(project, "known")).read_text(encoding="utf-8"))
        if kept["key"] != key or kept["layers"] != _layers_digest(kept["folders"]):
            return None
        documents = tuple(KnownDocument(**document) for document in kept["documents"])
        names = ("checked_files", "lock_sha256", "report", "found", "warnings")
        return KnownWorkspace(
            **{name: kept[name] for name in names},
            documents=documents,
            signed=tuple((file, digest) for file, digest in kept["signed"]),
            inputs=f"{key} {kept['layers']}",
            silent_inputs=f"{silent_key} {kept['layers']}",
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None  # a damaged or older file changes only time


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that a check reads, as it stands on disk at one moment: by its hashes, and by the layers' folders.

    `silent_key` is `key` less the lock.
    """

    key: str
    silent_key: str
    folders: tuple[str, ...]
    layers: str

    @property
    def silent(self) -> str:
        """What names these inputs where the lock does not count."""
        return f"{self.silent_key} {self.layers}"


def inputs_of(project: Path, folders: Iterable[Path]) -> Inputs:
    """Return what stands on disk now.

    Args:
        project: The workspace folder.
        folders: Every folder whose acts and templates it takes, its own too.
    """
    names = tuple(str(folder.resolve()) for folder in folders)
    return Inputs(*_keys_of(project), names, _layers_digest(names))


def remember(project: Path, before: Inputs, folders: Iterable[Path], known: KnownWorkspace) -> None:
    """Keep what is known, unless what the check read has changed since before it: then it may have read either."""
    if inputs_of(project, folders) != before:
        return
    kept = {**asdict(known), "key": before.key, "folders": before.folders, "layers": before.layers}
    put_in_cache(_kept_name(project, "known"), json.dumps(kept, ensure_ascii=False).encode())


def remember_silent(project: Path, inputs: str) -> None:
    """Keep that the rules on finished texts find nothing in what is made of these inputs.

    Where they do find something it has to be said by every build, so that none may be skipped.
    """
    put_in_cache(_kept_name(project, "silent"), inputs.encode())


def _is_silent(project: Path, inputs: str) -> bool:
    cache = cache_folder()
    try:
        return cache is not None and (cache / _kept_name(project, "silent")).read_bytes() == inputs.encode()
    except OSError:
        return False


def _kept_name(project: Path, what: str) -> str:
    """Return the file of a workspace in the cache: one for all its states, so that the cache does not grow."""
    return f"{sha256(str(project.resolve()).encode()).hexdigest()}.{what}"


def is_built(project: Path, out: Path, known: KnownWorkspace) -> bool:
    """Return whether every known document stands in `out/` as it was built, none more, lock and `signed/` too.

    And that no finding on its text is left to be said.
    """
    if (out / PROMISED).exists() or not _is_silent(project, known.silent_inputs):
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
        for file, digest in known.signed:
            if sha256(read_inside(project, file) or b"").hexdigest() != digest:
                return False
    except (OSError, KeyError):
        return False
    return True
