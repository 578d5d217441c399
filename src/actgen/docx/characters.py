"""Which characters a document prints, and what to call those it does not.

Witness: docxtpl drops NUL, VT and ESC in silence, splits the paragraph at BEL, and a lone surrogate ends in an
IndexError; a bidi mark turns «17» into «71» on the page and not in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# C0 but for tab and line feed, DEL and C1, bidi controls, surrogates, private use, non-characters, interlinear marks,
# the replacement character, tags. ZWJ and ZWNJ stay: names of peoples of Russia need them nowhere, emoji do.
_UNPRINTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff0-\uffff\ud800-\udfff\ue000-\uf8ff"
    "\ufdd0-\ufdef\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U000e0000-\U000e0fff\U000efffe-\U0010ffff]"
)


def find_unprinted(text: str) -> Iterator[tuple[int, str]]:
    r"""Yield index (from 0) and Russian name of each character that no document may hold.

    >>> list(find_unprinted("а\x07б"))
    [(1, 'управляющий знак U+0007')]
    >>> list(find_unprinted("Ключи,\n№ 5"))
    []
    """
    for match in _UNPRINTED.finditer(text):
        yield match.start(), name_of(match.group())


def has_unprinted(text: str) -> bool:
    """Return whether any character of the text may not be printed."""
    return _UNPRINTED.search(text) is not None


def name_of(character: str) -> str:
    r"""Return what to call a character that is not printed.

    >>> name_of("\u202e")
    'знак направления письма U+202E'
    """
    code = ord(character)
    if code < 0x20 or 0x7F <= code <= 0x9F:
        kind = "управляющий знак"
    elif 0xD800 <= code <= 0xDFFF:
        kind = "половина знака"
    elif 0xE000 <= code <= 0xF8FF or code >= 0xF0000:
        kind = "знак частного шрифта"
    elif code == 0xFFFD:
        kind = "след испорченной буквы"
    elif code in (0x2028, 0x2029):
        kind = "разделитель строк"
    elif code in range(0x2066, 0x206A) or code in (0x061C, 0x200E, 0x200F) or code in range(0x202A, 0x202F):
        kind = "знак направления письма"
    else:
        kind = "непечатаемый знак"
    return f"{kind} U+{code:04X}"
