"""The archive `bundle.zip`: members as they are given, nothing of the clock, the same bytes on every machine."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_FIRST_DATE = (1980, 1, 1, 0, 0, 0)
_ORDINARY_FILE = 0o100644 << 16


def pack(members: Mapping[str, bytes]) -> bytes:
    """Return the archive of the members by name, in the order given.

    DOCX and PDF are packed already, and zlib differs between machines: nothing is packed again.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, _FIRST_DATE)
            info.create_system = 3
            info.external_attr = _ORDINARY_FILE
            archive.writestr(info, content)
    return target.getvalue()
