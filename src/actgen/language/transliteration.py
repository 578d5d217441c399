"""Russian words in Latin letters, for names of files."""

from __future__ import annotations

_LETTERS = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya".split(),
        strict=True,
    )
)


def transliterated(text: str) -> str:
    """Return the text in small Latin letters; signs that are no Russian letters stay.

    Source: ICAO 9303, as in passports; ъ and ь are left out.

    >>> transliterated("Подъячева-Щукина")
    'podyacheva-shchukina'
    """
    return "".join(
        _LETTERS.get(letter, letter).replace("-", "" if letter in "ъь" else "-") for letter in text.casefold()
    )
