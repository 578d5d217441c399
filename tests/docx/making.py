"""Small documents and templates made by code, for tests."""

from __future__ import annotations

import io
import re
import zipfile
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


def trimmed(content: bytes) -> bytes:
    """Return the document without what python-docx's own template carries: 790 kB of unused styles, a thumbnail."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in archive.namelist():
            data = archive.read(name)
            if name in ("word/stylesWithEffects.xml", "docProps/thumbnail.jpeg"):
                continue
            if name == "word/styles.xml":
                unused = (
                    rb'<w:style w:type="table" w:(?:customStyle="1" )?styleId="(?!TableNormal|TableGrid").*?</w:style>'
                )
                data = re.sub(unused, b"", data, flags=re.DOTALL)
            if name.endswith((".rels", "[Content_Types].xml")):
                data = re.sub(rb"<(?:Relationship|Override)\s[^>]*(?:stylesWithEffects|thumbnail)[^>]*/>", b"", data)
            target.writestr(name, data)
    return stream.getvalue()
