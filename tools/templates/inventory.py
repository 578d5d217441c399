"""The first sheet of a bundle to print: its inventory (опись), then a page for each mark of a sheet.

A mark is lifted from its page and set at the foot of the sheet that it names, so it stands on a page of its own here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .markup import PORTRAIT, Row, cells, each, each_row, heading_row, paragraph, section, table
from .package import Document

_SHARES = (9, 102, 20, 18, 13)


def inventory() -> Document:
    """Return the inventory of a bundle."""
    row = Row(
        [
            *cells("Таблица по центру", "{{ строка.номер }}"),
            *cells("Таблица текст", "{{ строка.название }}"),
            *cells("Таблица по центру", "{{ строка.страниц }}", "{{ строка.листов }}", "{{ строка.экземпляров }}"),
        ]
    )
    rows = [heading_row("№", "Документ", "Страниц", "Листов", "Экз."), *each_row("строка", "строки", 5, row)]
    body = (
        paragraph("Организация над бланком", "{{ организация.краткое.именительный }}"),
        paragraph("Вид документа", "ОПИСЬ"),
        paragraph("Заголовок таблицы", "{{ документ.заголовок }}"),
        # Above the table: below it, it would stand alone on the last page when the rows fill the one before.
        paragraph("Указание", "{{ итого }}"),
        table("Таблица с границами", PORTRAIT, _SHARES, rows),
        paragraph("После таблицы", section=section(PORTRAIT)),
        each("метка", "метки", paragraph("Метка листа", "{{ метка }}")),
    )
    return Document(PORTRAIT, "".join(body), last_page=PORTRAIT, is_numbered_to_end=False)


BUNDLE: Mapping[str, Callable[[], Document]] = {"inventory": inventory}
