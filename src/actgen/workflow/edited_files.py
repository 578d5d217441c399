"""Files of the workspace while they are edited in memory: read once, changed by marks, written together, undone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from actgen.sources import set_values
from actgen.workflow.files import encoded_as, read_if_there
from actgen.workflow.refusal import Refused
from actgen.workflow.replacing import (
    digest_of,
    kept_bytes,
    put_back_unfinished,
    read_kept,
    replace_files,
)

_UNDO = ".actgen/undo-{}.json"


class EditedFiles:
    """The files of a workspace as they will be; nothing is on disk before `write`."""

    def __init__(self, project: Path) -> None:
        self._project = project
        self._before: dict[str, bytes | None] = {}
        self._after: dict[str, bytes | None] = {}

    def content(self, file: str) -> bytes | None:
        """Return the bytes of a file as it will be, None where there is none.

        Raises:
            WriteFault: It cannot be read.
        """
        if file not in self._before:
            self._before[file] = read_if_there(self._project / file)
        return self._after.get(file, self._before[file])

    def text(self, file: str) -> str:
        """Return the text of a file as it will be, "" where there is none.

        Raises:
            Refused: It is saved in another encoding.
            WriteFault: It cannot be read.
        """
        try:
            return (self.content(file) or b"").decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise Refused(f"файл сохранён не в UTF-8: {file}", "исправьте: actgen check --fix") from error

    def edit(self, file: str, change: Callable[[str], str], new: str = "") -> None:
        """Replace the text of a file by what the change makes of it; `new` is the text of a file that is not there."""
        before = self.text(file)
        self._after[file] = encoded_as(self._before[file], change(before or new))

    def set(self, file: str, *changes: tuple[Sequence[str | int], str | Sequence[str] | Mapping[str, str]]) -> None:
        """Set values of a file by marks, each by its path (see `actgen.sources.set_values`)."""
        if changes:
            self.edit(file, lambda text: set_values(text, changes))

    def put(self, file: str, content: bytes | None) -> None:
        """Make a file that has these bytes; None takes it away."""
        self.content(file)
        self._after[file] = content

    @property
    def changed(self) -> tuple[str, ...]:
        """The files that will differ from what is on disk."""
        return tuple(file for file, content in self._after.items() if content != self._before[file])

    def write(self, *, undone_by: str = "") -> tuple[str, ...]:
        """Write what differs, all or nothing, and return its paths.

        Args:
            undone_by: The command whose `--undo` brings back what was there before; "" for none.

        Raises:
            Refused: A file is not any more as it was read.
            WriteFault: The disk prevents it; every file is as it was.
        """
        changed = self.changed
        if changed and undone_by:
            self.put(_UNDO.format(undone_by), kept_bytes(self._changes(changed)))
        if changed:
            replace_files(self._project, self._changes(self.changed))
        return changed

    def _changes(self, files: Sequence[str]) -> dict[str, tuple[bytes | None, bytes | None]]:
        return {file: (self._before[file], self._after[file]) for file in files}


def undo(project: Path | str, command: str) -> tuple[str, ...]:
    """Put back the files that the last run of a command changed, and return their paths.

    Raises:
        Refused: There is nothing to undo, or undoing would lose what a person wrote since.
        WriteFault: The disk prevents it; every file is as it was.
    """
    folder, record = Path(project), _UNDO.format(command)
    put_back_unfinished(folder)
    kept = read_kept(folder / record)
    if kept is None:
        raise Refused(
            f"отменять нечего: actgen {command} здесь ничего не записал или уже отменён",
            "прежние данные ищите в git или в копии папки",
        )
    files = EditedFiles(folder)
    edited = [file for file, was in kept.items() if digest_of(files.content(file)) != was.after]
    if edited:
        raise Refused(
            f"после actgen {command} файл изменён, отмена стёрла бы правки: {', '.join(edited)}",
            "исправьте данные сами",
        )
    for file, was in kept.items():
        files.put(file, was.before)
    files.put(record, None)
    files.write()
    return tuple(kept)
