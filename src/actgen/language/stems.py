"""Stems (основы) of Russian words, by which texts of two people are compared; no dictionary is loaded."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any


@cache
def _stemmer() -> Any:
    import snowballstemmer  # noqa: PLC0415

    return snowballstemmer.stemmer("russian")


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """Return what all forms of a word share, in small letters, ё as е.

    >>> stem("урок"), stem("Уроке"), stem("физики"), stem("физической")
    ('урок', 'урок', 'физик', 'физическ')
    """
    return str(_stemmer().stemWord(word.casefold().replace("ё", "е")))
