"""The inventory (опись) of a bundle: what is in it, how many pages, sheets and copies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from actgen.bundle.print_bundle import sheets_of


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the inventory; `pages` is None while there is no PDF, `copies` how many the act demands."""

    title: str
    pages: int | None
    copies: int = 1

    @property
    def sheets(self) -> int | None:
        """Sheets of paper for one copy, printed on both sides."""
        return None if self.pages is None else sheets_of(self.pages)


HEADINGS = ("№", "Документ", "Страниц", "Листов", "Экз.")


def inventory_rows(items: Sequence[Item]) -> list[tuple[str, str, str, str, str]]:
    """Return the rows under `HEADINGS`; a dash for what is not known yet.

    >>> inventory_rows([Item("Приказ № 45", 3), Item("Соглашение", None, copies=2)])
    [('1', 'Приказ № 45', '3', '2', '1'), ('2', 'Соглашение', '—', '—', '2')]
    """
    return [
        (str(number), item.title, _shown(item.pages), _shown(item.sheets), str(item.copies))
        for number, item in enumerate(items, start=1)
    ]


def _shown(number: int | None) -> str:
    return "—" if number is None else str(number)


def inventory_text(title: str, items: Sequence[Item], total: str) -> str:
    """Return the inventory as plain text, in columns, with a line of totals; lines end as Notepad likes them."""
    rows = [HEADINGS, *inventory_rows(items)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    lines = [
        "  ".join(
            cell.ljust(width) if column == 1 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]
    return "\r\n".join([title, "", *lines, "", total, ""])
