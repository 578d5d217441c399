"""The craft of what leaves the house: the manifest of built files."""

from actgen.bundle.detached_signature import NotASignature, detached_signatures
from actgen.bundle.manifest import ManifestEntry, manifest_text, read_manifest
from actgen.bundle.pdf_signature import NotAPdf, pdf_signatures

__all__ = [
    "ManifestEntry",
    "NotAPdf",
    "NotASignature",
    "detached_signatures",
    "manifest_text",
    "pdf_signatures",
    "read_manifest",
]
