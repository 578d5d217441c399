"""words + template + version -> fingerprint: the same fingerprint, the same bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256

from actgen.plan.tree import Plain, PlainWord


def fingerprint(words: Mapping[str, Plain], template_digest: str, version: str) -> str:
    """Return the hash (SHA-256, hexadecimal) of everything that goes into a document.

    The order of keys in the data does not change it; the order of items in a list does.
    """
    content = [words, template_digest, version]
    # A field to sign in is no JSON; its repr says everything that it draws.
    written = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=repr)
    return sha256(written.encode()).hexdigest()


def word_hashes(values: Mapping[str, PlainWord]) -> dict[str, str]:
    """Return a short hash for each printed word, by which the cause of a change is found later."""
    return {name: _short_hash(str(value)) for name, value in sorted(values.items())}


# The documents of a school print the same words; few of a school's 5000 are its own.
@lru_cache(maxsize=8192)
def _short_hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:12]


def changed_words(before: Mapping[str, str], values: Mapping[str, PlainWord]) -> tuple[str, ...]:
    """Return the words whose hash is another now, that are new, or that are gone, sorted by name."""
    now = word_hashes(values)
    return tuple(sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name)))
