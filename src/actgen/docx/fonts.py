"""The fonts that a document names."""

from __future__ import annotations

import re
from html import unescape

from actgen.docx.archive import BODY, read_members

_FONT = re.compile(r'<w:rFonts\b[^>]*?\bw:ascii="([^"]+)"')


def named_fonts(docx: bytes) -> frozenset[str]:
    """Return the families that styles and text name by themselves; those of a theme are not counted.

    Raises:
        ArchiveFault: The bytes are not a DOCX.
    """
    members = read_members(docx)
    parts = (members.get(name, b"").decode(errors="replace") for name in ("word/styles.xml", BODY))
    return frozenset(unescape(name) for part in parts for name in _FONT.findall(part))
