"""The one place that writes: whole files or none, one writer at a time."""

from __future__ import annotations

import codecs
import contextlib
import errno
import os
import stat
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

_PREFIX, _SUFFIX = ".actgen-", ".tmp"
"""How a file is called until it is put in its place."""

_PRIVATE = ".actgen"
"""The folder of what nobody else is to read: what files were before."""


class WriteFault(Exception):
    """The disk, the rights or an open program keep a file from being written; everything else is as it was."""

    def __init__(self, path: Path, reason: str, hint: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason
        self.hint = hint


def encoded_as(before: bytes | None, text: str) -> bytes:
    """Return a text as bytes in UTF-8, with the mark of UTF-8 in front where the file began with it before."""
    mark = codecs.BOM_UTF8 if before is not None and before.startswith(codecs.BOM_UTF8) else b""
    return mark + text.encode()


def write_together(
    contents: Mapping[Path, bytes],
    moves: Mapping[Path, Path] | None = None,
    promise: tuple[Path, bytes] | None = None,
    new: Collection[Path] = (),
    standing: Mapping[Path, str] | None = None,
) -> None:
    """Write all files or none: each is laid beside its place first, then all are put in place by renaming.

    Args:
        contents: The bytes of each file.
        moves: Files to move first, by their old place; a target that exists is never overwritten.
        promise: A file that stands only while the others are put in place. Where it is found later the process was
            killed in between, and it tells which of the files are its work.
        new: Those of the files that may not be there yet: one that appeared meanwhile is never overwritten.
        standing: SHA-256 of what stood in files when it was worked out what to write: one that a person saved meanwhile
            is never overwritten.

    Raises:
        WriteFault: A file cannot be written or is open in Word; every file is as it was before.
    """
    moves = moves or {}
    laid: dict[Path, Path] = {}
    undo: list[tuple[Path, bytes | None]] = []
    moved: list[tuple[Path, Path]] = []
    try:
        for path, content in contents.items():
            refuse_open_in_word(path)
            laid[path] = _laid_beside(path, content)
        for path, temporary in laid.items():
            _reach_disk(path, temporary)
        if promise is not None:
            _promise(*promise, contents)
        for source, target in moves.items():
            refuse_open_in_word(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            _rename_to_free(source, target)
            moved.append((source, target))
        for path, temporary in laid.items():
            before = path.read_bytes() if path.exists() else None
            _refuse_saved_meanwhile(path, before, (standing or {}).get(path))
            _put_in_place(temporary, path, is_new=path in new)
            undo.append((path, before))
    except OSError as error:
        _put_back(undo, moved)
        path = Path(error.filename) if error.filename else next(iter(contents), Path())
        raise write_fault(path, error) from error
    except WriteFault:
        _put_back(undo, moved)
        raise
    finally:
        for temporary in laid.values():
            temporary.unlink(missing_ok=True)
        if promise is not None:
            promise[0].unlink(missing_ok=True)


def _refuse_saved_meanwhile(path: Path, content: bytes | None, known: str | None) -> None:
    if known is not None and content is not None and sha256(content).hexdigest() != known:
        raise WriteFault(path, "файл сохранили, пока шла сборка", "повторите: ваши правки на месте")


def _promise(path: Path, content: bytes, contents: Mapping[Path, bytes]) -> None:
    temporary = _laid_beside(path, content)
    try:
        _reach_disk(path, temporary)
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        error.filename = str(next(iter(contents), path))  # what she waits for is the document
        raise


def clear_leftovers(folders: Iterable[Path]) -> None:
    """Remove what a process that was killed had laid beside files and not put in place; call it as the only writer."""
    for folder in folders:
        for path in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
            with contextlib.suppress(OSError):
                path.unlink()


def _laid_beside(path: Path, content: bytes) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=_PREFIX, suffix=_SUFFIX)
    except OSError as error:
        error.filename = str(path)
        raise
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        error.filename = str(path)
        raise
    return temporary


def _reach_disk(path: Path, temporary: Path) -> None:
    """Wait until the file is on the disk; when all are written first, the disk takes them together."""
    try:
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
    except OSError as error:
        error.filename = str(path)
        raise


def _put_in_place(temporary: Path, path: Path, *, is_new: bool = False) -> None:
    """Give the file its name and the rights of the one that it replaces; until then only the user may read it."""
    try:
        temporary.chmod(_mode(path))
        if is_new:
            _rename_to_free(temporary, path)
        else:
            temporary.replace(path)
    except OSError as error:
        error.filename = str(path)  # the temporary name says nothing to anybody
        raise


def _mode(path: Path) -> int:
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return 0o600 if path.parent.name == _PRIVATE else 0o644


def free_name(path: Path) -> Path:
    """Return the path, with a number in its name where a file stands there."""
    number, free = 2, path
    while free.exists():
        free, number = path.with_name(f"{path.stem} ({number}){path.suffix}"), number + 1
    return free


def _rename_to_free(source: Path, target: Path) -> None:
    """Rename a file, unless another has the name.

    Raises:
        FileExistsError: Another has it; both stay.
    """
    if os.name == "nt":
        source.rename(target)  # Windows renames over nothing
        return
    try:
        os.link(source, target, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links: the name is taken first
        target.touch(exist_ok=False)
        try:
            source.replace(target)
        except OSError:
            target.unlink(missing_ok=True)
            raise
    else:
        source.unlink()


def _put_back(undo: list[tuple[Path, bytes | None]], moved: list[tuple[Path, Path]]) -> None:
    for path, content in reversed(undo):
        with contextlib.suppress(OSError):
            if content is None:
                path.unlink(missing_ok=True)
            else:
                _put_in_place(_laid_beside(path, content), path)
    for source, target in reversed(moved):
        with contextlib.suppress(OSError):
            _rename_to_free(target, source)


def read_whole(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        WriteFault: Another program holds it, or it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise _read_fault(path, error) from error


def read_if_there(path: Path) -> bytes | None:
    """Return the bytes of a file, None where there is none.

    Raises:
        WriteFault: There is one, and it cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _read_fault(path, error) from error


def read_inside(folder: Path, name: str) -> bytes | None:
    """Return the bytes of a file that data name, None where it cannot be read or lies outside the folder.

    A signed act is kept in the project, and nothing else of the machine is copied into `out/`.
    """
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()):
        return None
    try:
        return path.read_bytes()
    except OSError:
        return None


def _read_fault(path: Path, error: OSError) -> WriteFault:
    if path.is_dir():
        return WriteFault(path, "на месте файла стоит папка", "переименуйте её и повторите")
    if isinstance(error, PermissionError):
        hint = "закройте его в других программах, проверьте права и повторите"
        return WriteFault(path, "файл занят, или нет права его читать", hint)
    return WriteFault(path, "файл занят или не читается", "закройте его в других программах и повторите")


def refuse_open_in_word(path: Path) -> None:
    """Raise `WriteFault` when Word or LibreOffice has the file open: both leave a mark beside it."""
    marks = (f"~${path.name[2:]}", f"~${path.name}", f".~lock.{path.name}#")
    if any((path.parent / mark).exists() for mark in marks):
        raise WriteFault(path, "файл открыт в Word", "закройте его и повторите")


def write_fault(path: Path, error: OSError) -> WriteFault:
    """Return what the error means to the person whose file it is."""
    if error.errno == errno.ENOSPC:
        return WriteFault(path, "на диске кончилось место", "освободите место и повторите")
    if isinstance(error, FileExistsError):
        return WriteFault(path, "файл с таким именем тем временем появился", "посмотрите, чей он, и повторите")
    if isinstance(error, PermissionError):
        return WriteFault(path, "нет права записи или файл открыт в Word", "закройте файл, проверьте права и повторите")
    if error.errno == errno.EROFS:
        return WriteFault(path, "диск только для чтения", "перенесите папку на другой диск; для сборки: --out ПАПКА")
    return WriteFault(path, f"файл не записан ({error.strerror or error})", "проверьте диск и повторите")


@contextlib.contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Hold the folder for this process; the lock dies with the process, however it ends.

    Raises:
        WriteFault: Another process builds into the same folder, or the folder cannot be made.
    """
    path = folder / ".actgen.lock"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = path.open("a+b")
    except OSError as error:
        raise write_fault(folder, error) from error
    with file:
        if not is_locked_now(file.fileno()):
            raise WriteFault(folder, "в эту папку сейчас собирает другой запуск actgen", "дождитесь его и повторите")
        yield


def is_locked_now(descriptor: int) -> bool:
    """Lock an open file for this process; return whether nobody else held it. The lock dies with the process."""
    try:
        if os.name == "nt":
            import msvcrt  # noqa: PLC0415

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl  # noqa: PLC0415

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
