"""The geometry of pages: size, margins, where the page number stands."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree

from actgen.docx.text import DocumentReader

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TWIPS_PER_MM = 1440 / 25.4


@dataclass(frozen=True, slots=True)
class Page:
    """A section: margins and distance of the header in millimetres, and what its headers do.

    `is_numbered` tells whether a header or footer prints the page number; `has_own_first` whether the first page has
    headers of its own, which is how its number is left out.
    """

    left_mm: float
    right_mm: float
    top_mm: float
    bottom_mm: float
    header_mm: float
    is_numbered: bool
    has_own_first: bool


def document_pages(docx: DocumentReader) -> tuple[Page, ...]:
    """Return the sections of a document from the top."""
    pages = []
    is_numbered = has_own_first = False
    for section in docx.body.iter(_W + "sectPr"):
        references = [r for r in section if r.tag in (_W + "headerReference", _W + "footerReference")]
        parts = [docx.part_of(r.get(_R + "id", "")) for r in references]
        # A section without references of its own goes on with those of the section before.
        is_numbered = is_numbered or any(b"PAGE" in part for part in parts)
        has_own_first = section.find(_W + "titlePg") is not None or has_own_first
        margins = section.find(_W + "pgMar")
        if margins is not None:
            pages.append(
                Page(
                    left_mm=_millimetres(margins, "left"),
                    right_mm=_millimetres(margins, "right"),
                    top_mm=_millimetres(margins, "top"),
                    bottom_mm=_millimetres(margins, "bottom"),
                    header_mm=_millimetres(margins, "header"),
                    is_numbered=is_numbered,
                    has_own_first=has_own_first,
                )
            )
    return tuple(pages)


def _millimetres(margins: ElementTree.Element, edge: str) -> float:
    written = margins.get(_W + edge, "0")
    return float(written) / _TWIPS_PER_MM if written.lstrip("-").replace(".", "", 1).isdigit() else 0.0
