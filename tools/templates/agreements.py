"""The agreement with a mentor and the order on pay."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from . import blocks, papers
from .acts import order
from .markup import (
    LANDSCAPE,
    PORTRAIT,
    Cell,
    Page,
    Row,
    cells,
    each_or_blank,
    each_row,
    heading_row,
    only_if,
    paragraph,
    section,
    table,
)
from .package import Document

SMALL, CENTRED = "Таблица мелкая", "Таблица мелкая по центру"


def agreement() -> Document:
    """Return the additional agreement to the mentor's contract of employment."""
    page = PORTRAIT
    return Document(
        page,
        paragraph("Вид документа", "{{ документ.вид|upper }} №\u00a0{{ документ.номер }}")
        + paragraph("Заголовок таблицы", "{{ документ.заголовок }}")
        + _place_and_day(page)
        + paragraph("Преамбула соглашения", "{{ преамбула }}")
        + blocks.points({"содержание": papers.numbered_lines("соглашение.содержание")})
        + _parties(page)
        + papers.received(f"Экземпляр получен {papers.DATE_RULE}   ______________ (подпись Работника)"),
    )


def _place_and_day(page: Page) -> str:
    row = Row(
        (
            Cell(paragraph("Дата", "{{ документ.место }}")),
            Cell(paragraph("Номер", "{{ документ.дата.словами }}")),
        )
    )
    return table("Таблица без границ", page, (85, 85), [row]) + blocks.after_table()


def _parties(page: Page) -> str:
    employer = "".join(
        (
            paragraph("Сторона слово", "Работодатель"),
            paragraph("Сторона", "{{ организация.полное.именительный }}"),
            only_if("организация.адрес", paragraph("Сторона", "{{ организация.адрес }}")),
            only_if("организация.инн", paragraph("Сторона", "ИНН {{ организация.инн }}")),
            only_if("организация.огрн", paragraph("Сторона", "ОГРН {{ организация.огрн }}")),
            paragraph("Сторона", "{{ директор.должность.именительный|с_прописной }}"),
            _signed("директор"),
        )
    )
    employee = "".join(
        (
            paragraph("Сторона слово", "Работник"),
            paragraph("Сторона", "{{ наставник.фио.именительный }}"),
            paragraph("Сторона", "{{ наставник.должность.именительный|с_прописной }}"),
            _signed("наставник"),
        )
    )
    row = Row((Cell(employer), Cell(paragraph("Сторона")), Cell(employee)))
    return table("Таблица без границ", page, (80, 10, 80), [row]) + blocks.after_table()


def _signed(role: str) -> str:
    return "".join(
        (
            paragraph("Сторона подпись", f"{{{{ подпись.{role}.линия }}}} {{{{ подпись.{role}.инициалы_фамилия }}}}"),
            paragraph("Место печати", f"{{{{ подпись.{role}.день }}}}"),
            only_if(f"подпись.{role}.печать", paragraph("Место печати", "М.П.")),
        )
    )


def order_on_pay() -> Document:
    """Return the order that sets the pay of mentors, with their table as its annex on a page across."""
    body = (
        order(PORTRAIT)
        + paragraph("После таблицы", section=section(PORTRAIT))
        + blocks.own_annex_mark()
        + paragraph("Заголовок приложения", "Выплаты наставникам")
        + paragraph("Заголовок таблицы", "на {{ год.словами }}")
        + _payments(LANDSCAPE)
        + blocks.after_table()
    )
    return Document(PORTRAIT, body, LANDSCAPE)


def _payments(page: Page) -> str:
    agreement_of = "соглашение от\u00a0{{ пара.соглашение.дата.цифрами }} №\u00a0{{ пара.соглашение.номер }}"
    pay = "пара.соглашение.выплата"
    row = Row(
        [
            *cells(CENTRED, "{{ пара.номер }}"),
            *cells(SMALL, "{{ пара.наставник.фио.именительный }}", "{{ пара.наставник.должность.именительный }}"),
            Cell(each_or_blank("ч", "пара.наставляемые", SMALL, "{{ ч.фамилия_инициалы.именительный }}")),
            *cells(SMALL, agreement_of, f"{{{{ {pay}.размер.именительный }}}}"),
            *cells(CENTRED, f"{{{{ {pay}.период }}}}", "с\u00a0{{ пара.с.цифрами }} по\u00a0{{ пара.по.цифрами }}"),
            *cells(SMALL, f"{{{{ {pay}.источник }}}}"),
        ]
    )
    rows = [
        heading_row(
            "№",
            "Наставник",
            "Должность",
            "Наставляемые",
            "Основание выплаты",
            "Размер выплаты",
            "Период",
            "Срок",
            "Источник",
        ),
        *each_row("пара", "выплаты", 9, row),
    ]
    return table("Таблица с границами", page, (9, 37, 34, 33, 35, 36, 30, 26, 27), rows)


ACTS: Mapping[str, Callable[[], Document]] = {
    "agreement": agreement,
    "order-on-pay": order_on_pay,
}
