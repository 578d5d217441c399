"""The craft of what leaves the house: manifest, PDF, one file to print, one archive."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from actgen.bundle.manifest import ManifestEntry, manifest_text, read_manifest

if TYPE_CHECKING:
    from actgen.bundle.archive import pack
    from actgen.bundle.converter import Conversion, Converter
    from actgen.bundle.detached_signature import NotASignature, detached_signatures
    from actgen.bundle.fonts import stands_for
    from actgen.bundle.inventory import Item, inventory_rows, inventory_text
    from actgen.bundle.office import (
        Office,
        OfficeFault,
        absent_office,
        find_office,
        font_fault,
        mark_fault,
        open_office,
        read_version,
    )
    from actgen.bundle.pdf import LockedPdf, PdfFacts, finish_pdf, page_texts, read_facts
    from actgen.bundle.pdf_signature import NotAPdf, pdf_signatures
    from actgen.bundle.print_bundle import MarkAbsent, Part, bundle_faults, join, sheet_marks, sheets_of

_MODULES = {
    "archive": ("pack",),
    "converter": ("Conversion", "Converter"),
    "detached_signature": ("NotASignature", "detached_signatures"),
    "fonts": ("stands_for",),
    "inventory": ("Item", "inventory_rows", "inventory_text"),
    "office": (
        "Office",
        "OfficeFault",
        "absent_office",
        "find_office",
        "font_fault",
        "mark_fault",
        "open_office",
        "read_version",
    ),
    "pdf": ("LockedPdf", "PdfFacts", "finish_pdf", "page_texts", "read_facts"),
    "pdf_signature": ("NotAPdf", "pdf_signatures"),
    "print_bundle": ("MarkAbsent", "Part", "bundle_faults", "join", "sheet_marks", "sheets_of"),
}

__all__ = [
    "Conversion",
    "Converter",
    "Item",
    "LockedPdf",
    "ManifestEntry",
    "MarkAbsent",
    "NotAPdf",
    "NotASignature",
    "Office",
    "OfficeFault",
    "Part",
    "PdfFacts",
    "absent_office",
    "bundle_faults",
    "detached_signatures",
    "find_office",
    "finish_pdf",
    "font_fault",
    "inventory_rows",
    "inventory_text",
    "join",
    "manifest_text",
    "mark_fault",
    "open_office",
    "pack",
    "page_texts",
    "pdf_signatures",
    "read_facts",
    "read_manifest",
    "read_version",
    "sheet_marks",
    "sheets_of",
    "stands_for",
]


def __getattr__(name: str) -> Any:
    # Loaded when first asked for: a build without PDF reads only the manifest.
    for module, names in _MODULES.items():
        if name in names:
            return getattr(import_module(f"actgen.bundle.{module}"), name)
    raise AttributeError(f"module 'actgen.bundle' has no attribute {name!r}")
