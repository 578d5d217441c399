"""Printing that survives every console: what a code page lacks is replaced by what it has."""

from __future__ import annotations

import json
import sys
from typing import TextIO

# cp866 has neither «» nor dashes nor an ellipsis, cp1251 has no arrows: measured on redirected Windows consoles.
_PLAINER = {
    "«": '"',
    "»": '"',
    "„": '"',
    "“": '"',
    "—": "-",
    "–": "-",
    "…": "...",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2011": "-",
    "№": "N",
}


def say(text: str = "", stream: TextIO | None = None) -> None:
    """Print a line to standard output, or to the stream."""
    target = stream or sys.stdout
    target.write(printable(text, target.encoding or "utf-8") + "\n")
    target.flush()


def say_json(data: object) -> None:
    """Print data as JSON; where the encoding lacks a letter, all are escaped: a plainer quote would break the JSON."""
    text = json.dumps(data, ensure_ascii=False, indent=1)
    encoding = sys.stdout.encoding or "utf-8"
    say(text if printable(text, encoding) == text else json.dumps(data, indent=1))


def printable(text: str, encoding: str) -> str:
    """Return the text in characters that the encoding has.

    >>> printable("«Приказ» — №", "cp866")
    '"Приказ" - №'
    """
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_character(letter, encoding) for letter in text)
    except LookupError:
        return text
    return text


def _character(letter: str, encoding: str) -> str:
    for candidate in (letter, _PLAINER.get(letter, "?")):
        try:
            candidate.encode(encoding)
        except UnicodeEncodeError:
            continue
        return candidate
    return "?"
