"""Spelling (написание): letters, blanks and ё stay as they were typed; only the ending changes."""

from __future__ import annotations

import re
import unicodedata

NBSP = "\N{NO-BREAK SPACE}"
VOWELS = "аеёиоуыэюя"
_BLANKS = re.compile(r"\s+")
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")
_LATIN = re.compile(r"[A-Za-z]")


def words(*lines: str) -> frozenset[str]:
    """Return the words of a table written in lines."""
    return frozenset(" ".join(lines).split())


def nfc(text: str) -> str:
    """Return the text with «й» and «ё» as single characters."""
    return unicodedata.normalize("NFC", text)


def plain_blanks(text: str) -> str:
    """Return the text with every run of blanks, non-breaking ones too, as one space and none at the ends."""
    return _BLANKS.sub(" ", nfc(text)).strip()


def without_yo(text: str) -> str:
    """Return the text with «е» for every «ё»: how words are looked up, never how they are printed."""
    return text.replace("ё", "е").replace("Ё", "Е")


def count_syllables(word: str) -> int:
    """Return the number of vowels in a lower-case word."""
    return sum(letter in VOWELS for letter in word)


def is_all_capitals(word: str) -> bool:
    """Tell whether a word of two letters or more is typed in capitals."""
    return word.isupper() and sum(letter.isalpha() for letter in word) > 1


def has_cyrillic(word: str) -> bool:
    """Tell whether there is a Russian letter in the word."""
    return _CYRILLIC.search(word) is not None


def has_latin(word: str) -> bool:
    """Tell whether there is a Latin letter in the word."""
    return _LATIN.search(word) is not None


def respell(source: str, form: str) -> str:
    """Return a lower-case form spelt as its source: capitals kept, ending in capitals only after all capitals.

    >>> respell("ПЕТРОВ", "петрова"), respell("О'Брайен", "о'брайена"), respell("Ёж", "ежа")
    ('ПЕТРОВА', "О'Брайена", 'Ежа')
    """
    all_capitals = is_all_capitals(source)
    letters: list[str] = []
    for index, letter in enumerate(form):
        if index < len(source) and source[index].lower() == letter:
            letters.append(source[index])
        elif all_capitals or (index == 0 and source[:1].isupper()):
            letters.append(letter.upper())
        else:
            letters.append(letter)
    return "".join(letters)


def keep_yo(source: str, form: str) -> str:
    """Return the form with «ё» only where the source bears «ё» at all.

    A school that types no «ё» must not get «секретарём» beside «отчета»; one that types it gets it in endings too.
    """
    return form if "ё" in source.lower() else without_yo(form)
