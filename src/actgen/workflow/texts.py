"""The text of each built file as it was built: without it nobody could tell what a hand changed and what the data."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from pathlib import Path

TEXTS = "texts.json.gz"
"""Beside the manifest in `out/`."""

# Written by each build that changes anything: the best level takes nine times as long, and makes 27 kB of 43.
_LEVEL = 1

Texts = Mapping[str, tuple[str, ...]]
"""The paragraphs of a file by the SHA-256 of its bytes."""


def read_texts(out: Path) -> Texts:
    """Return the texts of the files that stand in `out/`; none where they were not kept or are damaged."""
    try:
        kept = json.loads(gzip.decompress((out / TEXTS).read_bytes()))
        return {str(sha256): tuple(str(text) for text in own) for sha256, own in kept.items()}
    except (OSError, EOFError, ValueError, AttributeError, TypeError):
        return {}


def texts_content(texts: Texts) -> bytes:
    """Return the bytes of the file that keeps the texts: the same texts, the same bytes."""
    written = json.dumps(dict(sorted(texts.items())), ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(written.encode(), _LEVEL, mtime=0)
