"""Small documents and templates made by code, for tests."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
from docx.document import Document

Change = Callable[[Document], object]


def document_bytes(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def make_docx(*paragraphs: str, change: Change | None = None) -> bytes:
    """Return a document of these paragraphs; `change` may add what paragraphs cannot say."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if change is not None:
        change(document)
    return document_bytes(document)
