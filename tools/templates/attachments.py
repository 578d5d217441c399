"""Attachments of acts: acquaintance sheet, letter to the trade union and its opinion, extract from minutes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from . import blocks, papers
from .markup import PORTRAIT, Cell, Row, cells, each_row, heading_row, only_if, paragraph, table, tag
from .package import Document

PEN_ROW_MM = 9


def acquaintance_sheet() -> Document:
    """Return the sheet on which those hired during the year attest that they have read the acts."""
    page = PORTRAIT
    row = Row(
        [
            *cells("Таблица по центру", "{{ loop.index }}"),
            *cells("Таблица текст", "{{ человек.должность|с_прописной }}", "{{ человек.фамилия_инициалы }}", ""),
            *cells("Таблица по центру", "{{ человек.дата }}"),
        ],
        height_mm=PEN_ROW_MM,
    )
    rows = [
        heading_row("№", "Должность", "Фамилия, инициалы", "Подпись", "Дата"),
        *each_row("человек", "ознакомление.люди", 5, row),
    ]
    return Document(
        page,
        blocks.header_block()
        + papers.title()
        + papers.plain_points()
        + paragraph("Перед подписями")
        + table("Таблица с границами", page, (10, 62, 48, 26, 24), rows)
        + blocks.after_table(),
    )


def union_letter() -> Document:
    """Return the letter that sends a draft to the elected body of the trade union (ст. 372 ТК РФ)."""
    page = PORTRAIT
    return Document(
        page,
        blocks.header_block()
        + blocks.date_place_number(page)
        + paragraph("Гриф")
        + tag("if профсоюз.председатель.есть")
        + papers.addressee(
            "Председателю {{ профсоюз.название.родительный }}",
            "{{ профсоюз.председатель.фамилия_инициалы.дательный }}",
        )
        + tag("else")
        + papers.addressee("Председателю", "{{ профсоюз.название.родительный }}")
        + tag("endif")
        + paragraph("Заголовок", "{{ документ.заголовок }}")
        + papers.plain_points()
        + paragraph("Список приложений", "Приложение: проект Положения — в 1 экз.")
        + blocks.signatures(page)
        + only_if(
            "куратор.есть",
            paragraph(
                "Отметка о получении",
                "{{ куратор.инициалы_фамилия }}"
                "{% if куратор.телефон %}, {{ куратор.телефон }}"
                "{% elif организация.телефон %}, {{ организация.телефон }}{% endif %}",
            ),
        )
        + papers.received(f"Проект получен {papers.DATE_RULE}   ____________________ (подпись)"),
    )


def union_opinion() -> Document:
    """Return the blank on which the trade union gives its reasoned opinion."""
    page, lines = PORTRAIT, papers.lines_to_fill(6)
    row = blocks.signature_row(
        page, "Председатель {{ профсоюз.название.родительный }}", "подпись.председатель_профсоюза"
    )
    return Document(
        page,
        papers.title()
        + papers.plain_points({"выбор": lines, "не_согласен": lines})
        + table("Таблица подписи", page, blocks.UPRIGHT, [row])
        + blocks.after_table(),
    )


def minutes_extract() -> Document:
    """Return the extract from the minutes of the body that adopted the regulation."""
    page = PORTRAIT
    signers = [
        Row(
            (
                Cell(paragraph("Подпись должность", role)),
                Cell(paragraph("Подпись линия")),
                Cell(paragraph("Подпись имя", f"{{{{ выписка.{word}.инициалы_фамилия or '____________________' }}}}")),
            )
        )
        for role, word in (("Председатель", "председатель"), ("Секретарь", "секретарь"))
    ]
    return Document(
        page,
        blocks.header_block()
        + paragraph("Вид документа", "ВЫПИСКА ИЗ ПРОТОКОЛА")
        + paragraph("Заголовок таблицы", "{{ документ.заголовок }}")
        + papers.plain_points()
        + table("Таблица подписи", page, blocks.SIGNATURE_MM, signers)
        + blocks.after_table()
        + paragraph("Отметка о завершении", "Выписка верна")
        + blocks.signatures(page, is_dated=True),
    )


ACTS: Mapping[str, Callable[[], Document]] = {
    "acquaintance-sheet": acquaintance_sheet,
    "union-letter": union_letter,
    "union-opinion": union_opinion,
    "minutes-extract": minutes_extract,
}
