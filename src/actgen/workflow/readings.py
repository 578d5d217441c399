"""What was read back from the finished documents of a workspace, kept by fingerprint.

The same fingerprint, the same bytes: a document whose words and template have not changed need be neither filled nor
read again for the rules on its text, which are asked about the whole set each time.
"""

from __future__ import annotations

import marshal
import zlib
from collections.abc import Mapping, ValuesView
from hashlib import sha256
from pathlib import Path

from actgen.docx import Line, Page, versions
from actgen.rules import FinishedDocument, Reading
from actgen.workflow.cache import cache_folder, put_in_cache
from actgen.workflow.quick import program_digest

Readings = Mapping[str, Reading]
"""What was read from a document by its fingerprint."""


def read_readings(project: Path) -> Readings:
    """Return what this program has read of the workspace's documents; nothing where it is not kept or damaged."""
    cache = cache_folder()
    try:
        packed = (cache / _file_name(project)).read_bytes() if cache is not None else b""
        lines, pages, documents = marshal.loads(zlib.decompress(packed))
    except (OSError, EOFError, ValueError, TypeError, zlib.error):
        return {}
    own_lines = [Line(*line) for line in lines]
    own_pages = [Page(*page) for page in pages]
    return {
        fingerprint: Reading(digest, tuple([own_lines[n] for n in of_lines]), tuple([own_pages[n] for n in of_pages]))
        for fingerprint, digest, of_lines, of_pages in documents
    }


def keep_readings(project: Path, before: Readings, finished: ValuesView[FinishedDocument]) -> None:
    """Keep what was read of these documents in the user's cache, in place of what was kept of the workspace before."""
    if before.keys() == {one.document.fingerprint for one in finished}:
        return
    lines: dict[Line, int] = {}
    pages: dict[Page, int] = {}
    documents = [
        (
            one.document.fingerprint,
            one.sha256,
            [lines.setdefault(line, len(lines)) for line in one.lines],
            [pages.setdefault(page, len(pages)) for page in one.pages],
        )
        for one in finished
    ]
    # The documents of a school share two thirds of their lines: each is written once.
    kept = (
        [(line.part, line.style, line.text, line.cells) for line in lines],
        [tuple(getattr(page, name) for name in Page.__slots__) for page in pages],
        documents,
    )
    put_in_cache(_file_name(project), zlib.compress(marshal.dumps(kept), 1))


def _file_name(project: Path) -> str:
    """Return the name of the workspace's file, in which is all that decides on bytes beside a fingerprint."""
    parts = (program_digest(), versions(), zlib.ZLIB_RUNTIME_VERSION, str(project.resolve()))
    return f"{sha256(chr(0).join(parts).encode()).hexdigest()}.readings"
