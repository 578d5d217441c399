"""check --fix: what has one right answer is mended in the files, and everything else stays byte for byte."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from actgen.diagnostics import Edit
from actgen.sources import OtherEncoding, decode, edited, other_encoding, read_yaml
from actgen.workflow.check import Checked, check_workspace
from actgen.workflow.files import encoded_as, read_if_there, write_together
from actgen.workflow.refusal import Refused

WRONG_ENCODING = "F001"


@dataclass(frozen=True, slots=True)
class Fix:
    """A file that can be mended: its bytes before and after, and how many places change.

    `encoding` is what it was saved in, None where that stays.
    """

    file: str
    before: bytes
    after: bytes
    places: int
    encoding: OtherEncoding | None = None

    @property
    def diff(self) -> str:
        """The change as a unified diff, a changed encoding as a line of its own."""
        old, new = _text(self.before), _text(self.after)
        lines = unified_diff(_lines(old), _lines(new), self.file, f"{self.file} (исправлен)", lineterm="")
        said = [f"{self.file}: кодировка {self.encoding.title} станет UTF-8"] if self.encoding else []
        return "\n".join([*said, *lines])


def find_fixes(project: Path | str, checked: Checked | None = None) -> tuple[Fix, ...]:
    """Return what `--fix` would do to the files of the workspace, which is checked unless it just was.

    Only writing is mended: encodings, indents, dashes of lists, misspelt keys; never a name, a date or a number.
    A change after which a file would be read worse than before is not offered, nor one of a file that holds bytes which
    are no letters of its encoding. Nothing is written.
    """
    folder = Path(project)
    checked = checked or check_workspace(folder)
    fixes = (_fix(folder, file, checked) for file in sorted(_files(checked)))
    return tuple(fix for fix in fixes if fix is not None)


def write_fixes(project: Path | str, fixes: Iterable[Fix]) -> None:
    """Write the mended files, all or none.

    Raises:
        Refused: A file was changed since it was looked at; every file is as it is.
        WriteFault: The disk or an open file prevents it; every file is as it was.
    """
    paths = {Path(project) / fix.file: fix for fix in fixes}
    for path, fix in paths.items():
        if read_if_there(path) != fix.before:
            raise Refused(f"файл тем временем изменился: {fix.file}", "повторите команду")
    write_together({path: fix.after for path, fix in paths.items()})


def _files(checked: Checked) -> set[str]:
    return {d.place.file for d in checked.diagnostics if d.edits or d.code == WRONG_ENCODING}


def _fix(folder: Path, file: str, checked: Checked) -> Fix | None:
    path = folder / file
    if not path.is_file():
        return None  # an act of another layer is not the school's to mend
    try:
        before = path.read_bytes()
    except OSError:
        return None  # the check has said so (F040)
    if decode(file, before).value != checked.texts.get(file):
        return None  # it was saved meanwhile: places are of the text that was looked at
    edits = [edit for d in checked.diagnostics if d.place.file == file for edit in d.edits if edit.file == file]
    encoding = other_encoding(before)
    after = _mended(before, edits, encoding)
    if after is None or after == before or _faults(file, after) > _faults(file, before):
        return None
    return Fix(file, before, after, len(set(edits)) + (encoding is not None), encoding)


def _mended(content: bytes, edits: Iterable[Edit], encoding: OtherEncoding | None) -> bytes | None:
    """Return the mended bytes, None where some of the bytes are no letters, so that they could not be kept."""
    try:
        text = content.decode("utf-8-sig" if encoding is None else encoding.value)
    except UnicodeDecodeError:
        return None
    return encoded_as(content, edited(text, edits))


def _faults(file: str, content: bytes) -> int:
    decoded = decode(file, content)
    return len(decoded.diagnostics) + len(read_yaml(file, decoded.value).diagnostics)


def _text(content: bytes) -> str:
    return decode("", content).value


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").split("\n")
