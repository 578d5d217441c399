"""Files of the workspace while they are edited in memory: read once, changed by marks, written together, undone."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from actgen.sources import set_values
from actgen.workflow.files import WriteFault, encoded_as, write_together
from actgen.workflow.refusal import Refused

UNDO = ".actgen/import-undo.json"


class EditedFiles:
    """The texts of a workspace's files as they will be; nothing is on disk before `write`."""

    def __init__(self, project: Path) -> None:
        self._project = project
        self._before: dict[str, bytes | None] = {}
        self._after: dict[str, bytes] = {}

    def text(self, file: str) -> str:
        """Return the text of a file as it will be, "" where there is none.

        Raises:
            Refused: It is saved in another encoding.
            WriteFault: It cannot be read.
        """
        content = self._after.get(file, self._read(file))
        try:
            return (content or b"").decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise Refused(f"файл сохранён не в UTF-8: {file}", "исправьте: actgen check --fix") from error

    def edit(self, file: str, change: Callable[[str], str], new: str = "") -> None:
        """Replace the text of a file by what the change makes of it; `new` is the text of a file that is not there."""
        before = self.text(file)
        self._after[file] = encoded_as(self._read(file), change(before or new))

    def set(self, file: str, *changes: tuple[Sequence[str | int], str | Sequence[str] | Mapping[str, str]]) -> None:
        """Set values of a file by marks, each by its path (see `actgen.sources.set_values`)."""
        if changes:
            self.edit(file, lambda text: set_values(text, changes))

    def put(self, file: str, content: bytes) -> None:
        """Make a new file."""
        self._read(file)
        self._after[file] = content

    @property
    def changed(self) -> tuple[str, ...]:
        """The files that will differ from what is on disk."""
        return tuple(file for file, content in self._after.items() if content != self._before[file])

    def write(self, *, with_undo: bool = False) -> tuple[str, ...]:
        """Write what differs, all or nothing, and return its paths; `with_undo` keeps what was there before.

        Raises:
            WriteFault: The disk prevents it; every file is as it was.
        """
        changed = self.changed
        contents = {self._project / file: self._after[file] for file in changed}
        if changed and with_undo:
            kept = {
                file: {"before": _shown(self._before[file]), "after": sha256(self._after[file]).hexdigest()}
                for file in changed
            }
            contents[self._project / UNDO] = json.dumps(kept, ensure_ascii=False, indent=1).encode()
        if contents:
            write_together(contents)
        return changed

    def _read(self, file: str) -> bytes | None:
        if file not in self._before:
            path = self._project / file
            try:
                self._before[file] = path.read_bytes() if path.exists() else None
            except OSError as error:
                raise WriteFault(path, "файл не читается", "закройте его в других программах и повторите") from error
        return self._before[file]


def undo(project: Path) -> tuple[str, ...]:
    """Put back the files that the last write with undo changed, and return their paths.

    Raises:
        Refused: There is nothing to undo, or undoing would lose what a person wrote since.
        WriteFault: The disk prevents it.
    """
    try:
        kept = json.loads((project / UNDO).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Refused("отменять нечего: сотрудников ещё не брали или уже отменили") from error
    for file, state in kept.items():
        path = project / file
        if not path.exists() or sha256(path.read_bytes()).hexdigest() != state["after"]:
            raise Refused(f"файл изменён после импорта, отмена стёрла бы правки: {file}", "исправьте его сами")
    write_together({project / file: base64.b64decode(state["before"] or "") for file, state in kept.items()})
    for file, state in kept.items():
        if state["before"] is None:
            (project / file).unlink()
    (project / UNDO).unlink()
    return tuple(kept)


def _shown(content: bytes | None) -> str | None:
    return None if content is None else base64.b64encode(content).decode()
