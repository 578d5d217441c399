"""text: a file as the text that is compared; it reads no workspace, so that git may ask it of any file."""

from __future__ import annotations

from pathlib import Path

from actgen.docx import ArchiveFault, canonical_text
from actgen.workflow.files import WriteFault, read_whole
from actgen.workflow.refusal import Refused


def text_of_file(path: Path) -> str:
    """Return a DOCX or PDF as text, a line a paragraph, row or printed line.

    Raises:
        Refused: There is no such file, or it is neither.
        WriteFault: It cannot be read.
    """
    content = read_given(path)
    if content.startswith(b"%PDF-"):
        from actgen.bundle import page_texts  # noqa: PLC0415

        try:
            return "\n\n".join(text.strip() for text in page_texts(content)) + "\n"
        except RuntimeError as bad:
            raise Refused(f"PDF повреждён или не дописан: {path}", "попросите файл ещё раз") from bad
    try:
        return str(canonical_text(content))
    except ArchiveFault as bad:
        raise Refused(f"{bad}: {path}", "нужен файл Word (.docx) или PDF") from bad


def read_given(path: Path) -> bytes:
    """Return the bytes of a file that the command line names.

    Raises:
        Refused: There is no such file.
        WriteFault: It cannot be read.
    """
    if path.is_dir():
        raise Refused(f"это папка, а нужен файл: {path}", "назовите файл", is_wrong_line=True)
    if not path.exists():
        raise Refused(f"нет такого файла: {path}", "проверьте имя и папку", is_wrong_line=True)
    try:
        return read_whole(path)
    except WriteFault as fault:
        raise WriteFault(path, "файл не читается: занят или нет прав", fault.hint) from fault
