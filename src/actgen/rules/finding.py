"""What rules look for in texts, written and printed."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

_REMEMBERED = 4096


def finder(pattern: str, flags: int = 0) -> Callable[[str], tuple[re.Match[str], ...]]:
    """Return the function that finds every match in a text, from the left.

    It remembers the texts that it met last: the documents of a school share most of their paragraphs, and schools on
    common acts all of those that name nobody.
    """
    compiled = re.compile(pattern, flags)
    return lru_cache(maxsize=_REMEMBERED)(lambda text: tuple(compiled.finditer(text)))
