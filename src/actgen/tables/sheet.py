"""A sheet: its name and its rows of text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as a person sees it: every cell as text without outer blanks, `""` for an empty one.

    `rows[0]` is row 1 of the program that made it.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]

    def cell(self, row: int, column: int) -> str:
        """Return the text of a cell by row (from 1) and column (from 0); "" outside the sheet."""
        if not 1 <= row <= len(self.rows):
            return ""
        cells = self.rows[row - 1]
        return cells[column] if 0 <= column < len(cells) else ""

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max((len(row) for row in self.rows), default=0)

    def column(self, column: int, first_row: int, but: Collection[int] = ()) -> Iterator[str]:
        """Yield the filled cells of a column (from 0), from a row (from 1) down; `but` are rows to pass over."""
        for row in range(first_row, len(self.rows) + 1):
            text = self.cell(row, column)
            if text and row not in but:
                yield text


def fold_header(text: str) -> str:
    """Return a heading as headings are compared: small letters, е for ё, words only.

    >>> fold_header("  Дата  приёма, (число)")
    'дата приема число'
    """
    return " ".join(re.findall(r"[^\W_]+", text.casefold().replace("ё", "е")))
