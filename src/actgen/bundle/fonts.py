"""Fonts that stand for each other: same widths of letters, so the same lines and pages."""

from __future__ import annotations

import re
from collections.abc import Iterable

_TWINS = (
    ("timesnewroman", "liberationserif", "tinos", "ptastraserif", "xothames", "nimbusroman", "thorndale", "termes"),
    ("arial", "liberationsans", "arimo", "ptastrasans", "xooriel", "nimbussans", "helvetica", "albany"),
    ("couriernew", "liberationmono", "cousine", "nimbusmono", "cumberland"),
    ("calibri", "carlito"),
    ("cambria", "caladea"),
)
"""Families of equal widths, the one that a document names and those that may stand for it."""


def stands_for(family: str, fonts: Iterable[str]) -> bool:
    """Return whether a PDF with these fonts was set in the family or in one of equal widths.

    >>> stands_for("Times New Roman", ["LiberationSerif-Bold", "OpenSymbol"])
    True
    >>> stands_for("Times New Roman", ["DejaVuSans"])
    False
    """
    wanted = _plain(family)
    group = next((twins for twins in _TWINS if wanted in twins), (wanted,))
    return any(_plain(font).startswith(name) for font in fonts for name in group)


def _plain(name: str) -> str:
    return re.sub(r"[^a-zа-яё0-9]", "", name.casefold())
