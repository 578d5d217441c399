"""The LibreOffice of the machine, and small documents for it."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_BREAK

from actgen.bundle import Conversion, Converter, Office, find_office, finish_pdf, open_office

needs_office = pytest.mark.skipif(
    find_office() is None, reason="НЕТ LibreOffice: apt-get install libreoffice-writer-nogui python3-uno"
)


@lru_cache(maxsize=1)
def the_office() -> Office:
    soffice = find_office()
    assert soffice is not None
    return open_office(soffice)


def word_file(*pages: str) -> bytes:
    """Return a DOCX with a paragraph a page, set in Times New Roman."""
    made = docx.Document()
    made.styles["Normal"].font.name = "Times New Roman"
    for number, text in enumerate(pages):
        paragraph = made.add_paragraph(text)
        if number < len(pages) - 1:
            paragraph.add_run().add_break(WD_BREAK.PAGE)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def converted(
    documents: Mapping[str, bytes], office: Office | None = None, residents: int = 1, kind: type[Converter] = Converter
) -> dict[str, Conversion]:
    """Return what becomes of each document."""
    done: dict[str, Conversion] = {}
    with (
        tempfile.TemporaryDirectory(prefix="actgen-test-") as folder,
        kind(office or the_office(), Path(folder), residents=residents) as converter,
    ):
        converter.convert(documents, done.__setitem__)
    return done


def pdf_of(docx_file: bytes, *descriptions: str) -> bytes:
    """Return the finished PDF of a DOCX."""
    raw = converted({"один": docx_file})["один"].pdf
    assert raw is not None
    return finish_pdf(raw, descriptions)
