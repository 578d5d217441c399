"""Consents of mentors, of mentees, and of everybody to the use of personal data."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from . import blocks, papers
from .markup import PORTRAIT, Row, cells, each_row, heading_row, table, tag
from .package import Document

PEN_ROW_MM = 9


def mentor_consent() -> Document:
    """Return the mentor's consent to one assignment."""
    return _statement("наставник")


def mentee_consent() -> Document:
    """Return the mentee's consent to take part."""
    return _statement("наставляемый")


def mentor_refusal() -> Document:
    """Return the statement by which a mentor ends her work early."""
    taken = papers.received(f"Заявление получено {papers.DATE_RULE}   ____________________ (подпись)")
    return _statement("наставник", taken)


def _statement(person: str, below: str = "") -> Document:
    """Return a statement to the head; `below` is what stands under the signature."""
    return Document(
        PORTRAIT,
        papers.to_the_head(*papers.from_person(person))
        + papers.title()
        + papers.plain_points()
        + papers.signed(PORTRAIT, f"подпись.{person}")
        + below,
    )


def personal_data_consent() -> Document:
    """Return the consent to the processing of personal data (ст. 9 152-ФЗ)."""
    below = {
        "адрес": papers.lines_to_fill(1, "not человек.адрес"),
        "документ": papers.lines_to_fill(2, "not человек.паспорт"),
        "данные": papers.numbered_lines("человек.согласия.обработка.данные"),
    }
    return _consent(below)


def publication_consent() -> Document:
    """Return the consent to the distribution of personal data (ст. 10.1 152-ФЗ)."""
    consent = "человек.согласия.распространение"
    below = {
        "ресурсы": papers.lines_to_fill(2, f"not {consent}.ресурсы") + papers.numbered_lines(f"{consent}.ресурсы"),
        "данные": _data_table(consent),
        "передача": papers.lines_to_fill(2),
    }
    return _consent(below)


def _consent(below: Mapping[str, str]) -> Document:
    return Document(
        PORTRAIT,
        papers.title() + papers.plain_points(below) + papers.signed(PORTRAIT, "подпись.человек"),
    )


def _data_table(consent: str) -> str:
    """Return the table in which a person says of each kind of data whether and how it may be published."""
    usual = (
        "фамилия, имя, отчество",
        "должность, место работы",
        "квалификационная категория, педагогический стаж",
        "сведения об участии в наставничестве (пара или группа, форма, срок)",
        "фотография",
    )

    def row(text: str) -> Row:
        return Row(cells("Таблица текст", "общие", text, "", ""), height_mm=PEN_ROW_MM)

    named = each_row("строка", f"{consent}.данные", 4, row("{{ строка }}"))
    rows = [
        heading_row("Категория", "Персональные данные", "Разрешаю («да» или «нет»)", "Условия и запреты"),
        *named,
    ]
    blank = [
        heading_row("Категория", "Персональные данные", "Разрешаю («да» или «нет»)", "Условия и запреты"),
        *(row(text) for text in usual),
    ]
    shares = (24, 72, 32, 42)
    return "".join(
        (
            tag(f"if {consent}.данные"),
            table("Таблица с границами", PORTRAIT, shares, rows),
            tag("else"),
            table("Таблица с границами", PORTRAIT, shares, blank),
            tag("endif"),
            blocks.after_table(),
        )
    )


ACTS: Mapping[str, Callable[[], Document]] = {
    "mentor-consent": mentor_consent,
    "mentee-consent": mentee_consent,
    "mentor-refusal": mentor_refusal,
    "personal-data-consent": personal_data_consent,
    "publication-consent": publication_consent,
}
