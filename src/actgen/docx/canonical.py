"""The one form of a document's bytes: same content, same bytes."""

from __future__ import annotations

from actgen.docx.archive import read_members, write_members


def canonical(docx: bytes) -> bytes:
    """Return the document with its members in one order, with one date, one set of attributes, one packing.

    The members' own bytes stay. `canonical(canonical(x)) == canonical(x)`, and what `fill` gives is canonical already.

    Raises:
        ArchiveFault: The bytes are not a DOCX.
    """
    return write_members(read_members(docx))
