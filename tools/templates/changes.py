"""What changes during the year: mentors and acts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from . import blocks, papers
from .acts import order
from .markup import PORTRAIT, each, paragraph, tag
from .package import Document


def plain_order() -> Document:
    """Return an order that is nothing but its points."""
    return Document(PORTRAIT, order(PORTRAIT))


def order_on_repeal() -> Document:
    """Return the order by which former acts cease to be in force; their list comes from the data."""
    end = "{% if loop.last %}.{% else %};{% endif %}"
    acts = each("прежний", "утрачивают_силу", paragraph("Перечень", "–\u00a0{{ прежний.акт.винительный }}" + end))
    return Document(PORTRAIT, order(PORTRAIT, {"перечень": acts}))


def order_on_amendment() -> Document:
    """Return the order that gives points of other acts a new wording; points and wording come from the data."""
    number = "{{ п.номер }}{{ loop.index }}.\u00a0"
    changes = each(
        "изменение",
        "изменения",
        paragraph(
            "Пункт 2",
            number + "Пункт {{ изменение.пункт }} {{ изменение.акт.родительный }}, изложить в следующей редакции:",
        ),
        paragraph(
            "Новая редакция",
            "«{{ изменение.пункт }}. {{ изменение.редакция }}».",
        ),
    )
    return Document(PORTRAIT, order(PORTRAIT, {"изменить": changes}))


def assignment_cancellation() -> Document:
    """Return the notice by which the employer ends a mentor's work early."""
    page = PORTRAIT
    return Document(
        page,
        blocks.header_block()
        + paragraph("Вид документа", "{{ документ.вид|upper }}")
        + blocks.date_place_number(page)
        + papers.addressee(
            "{{ наставник.должность.дательный|с_прописной }}", "{{ наставник.фамилия_инициалы.дательный }}"
        )
        + paragraph("Заголовок", "{{ документ.заголовок }}")
        + papers.plain_points()
        + blocks.signatures(page)
        + tag("if наставник.женщина")
        + papers.received(f"Уведомление получила {papers.DATE_RULE}   ____________________ (подпись)")
        + tag("else")
        + papers.received(f"Уведомление получил {papers.DATE_RULE}   ____________________ (подпись)")
        + tag("endif"),
    )


ACTS: Mapping[str, Callable[[], Document]] = {
    "assignment-cancellation": assignment_cancellation,
    "order-on-replacement": plain_order,
    "order-on-termination": plain_order,
    "order-on-repeal": order_on_repeal,
    "order-on-amendment": order_on_amendment,
}
