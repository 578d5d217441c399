"""A PDF of LibreOffice made whole: the same bytes for the same document, alternative texts, what it is made of."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf

# What LibreOffice takes from the clock: a date in the description, one in XMP, one in the header of the colour profile
# (lcms writes the time there: ICC.1, 7.2.8), the identifier of the file and its own checksum.
_DATES = ("/CreationDate", "/ModDate")
_OF_ONE_RUN = ("/DocChecksum", "/ID")
# Begins with the end of a line: XMP ends with kilobytes of spaces, and a pattern that may begin with any of them takes
# 15 ms for what is done in none.
_XMP_DATE = re.compile(rb"\n *<xmp:(CreateDate|ModifyDate|MetadataDate)>[^<]*</xmp:\1>")
_PROFILE_DATE = slice(24, 36)

NO_DESCRIPTION = "рисунок"


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """What a PDF is made of: its number of pages, the names of its fonts, and of those that are not inside it."""

    pages: int
    fonts: frozenset[str]
    loose_fonts: frozenset[str]


def finish_pdf(raw: bytes, descriptions: Sequence[str] = ()) -> bytes:
    """Return a PDF of LibreOffice without anything of the clock, each figure with a text for those who do not see it.

    Args:
        raw: PDF/A-1, tagged.
        descriptions: Alternative texts of the figures that LibreOffice leaves without (signature lines), in the order
            of the document.
    """
    import pikepdf  # noqa: PLC0415

    with pikepdf.open(io.BytesIO(raw)) as pdf:
        for date in _DATES:
            if date in pdf.docinfo:
                del pdf.docinfo[date]
        for mark in _OF_ONE_RUN:
            if mark in pdf.trailer:
                del pdf.trailer[mark]
        if "/Metadata" in pdf.Root:
            pdf.Root.Metadata.write(_XMP_DATE.sub(b"", pdf.Root.Metadata.read_bytes()))
        for intent in pdf.Root.get("/OutputIntents", ()):
            profile = bytearray(intent.DestOutputProfile.read_bytes())
            profile[_PROFILE_DATE] = bytes(12)
            intent.DestOutputProfile.write(bytes(profile))
        if descriptions and "/StructTreeRoot" in pdf.Root:
            _describe(pdf.Root.StructTreeRoot, list(descriptions))
        return saved(pdf)


def saved(pdf: pikepdf.Pdf) -> bytes:
    """Return the bytes of the file, the same for the same content; PDF/A-1 knows no streams of objects."""
    import pikepdf  # noqa: PLC0415

    target = io.BytesIO()
    pdf.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return target.getvalue()


def _describe(tree: Any, texts: list[str]) -> None:
    for element in _elements(tree):
        if element.get("/S") == "/Figure" and "/Alt" not in element:
            element.Alt = texts.pop(0) if texts else NO_DESCRIPTION


def _elements(parent: Any) -> Iterator[Any]:
    """Yield the structure elements below, in the order of the document."""
    import pikepdf  # noqa: PLC0415

    kids = parent.get("/K", ())
    for kid in kids if isinstance(kids, pikepdf.Array) else (kids,):
        if isinstance(kid, pikepdf.Dictionary):
            yield kid
            yield from _elements(kid)


def read_facts(pdf: bytes) -> PdfFacts:
    """Return what the PDF is made of."""
    import pikepdf  # noqa: PLC0415

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        fonts: set[str] = set()
        loose: set[str] = set()
        for entry in opened.objects:
            if not isinstance(entry, pikepdf.Dictionary) or entry.get("/Type") != "/Font" or "/BaseFont" not in entry:
                continue
            if entry.get("/Subtype") == "/Type0":
                continue  # its descendant bears the description
            name = str(entry.BaseFont).lstrip("/").split("+")[-1]
            fonts.add(name)
            described = entry.get("/FontDescriptor", pikepdf.Dictionary())
            if entry.get("/Subtype") != "/Type3" and not described.keys() & {"/FontFile", "/FontFile2", "/FontFile3"}:
                loose.add(name)
        return PdfFacts(len(opened.pages), frozenset(fonts), frozenset(loose))


class LockedPdf(ValueError):
    """The PDF does not open without a password."""


def page_texts(pdf: bytes) -> tuple[str, ...]:
    """Return the text of each page as a reader meets it, a line of the page a line.

    Raises:
        LockedPdf: It does not open without a password.
        RuntimeError: It is damaged.
    """
    import pypdfium2  # noqa: PLC0415

    try:
        opened = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as fault:
        if fault.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise LockedPdf from fault
        raise
    try:
        # U+FFFE stands for a hyphen at the end of a line.
        return tuple(
            page.get_textpage().get_text_bounded().replace("\r\n", "\n").replace("\ufffe", "-") for page in opened
        )
    finally:
        opened.close()
