"""Tables that several papers share: indicators, bars, waves of questionnaires, events, numbered lines of the data."""

from __future__ import annotations

from collections.abc import Sequence

from . import blocks
from .markup import Cell, Page, Row, cells, each, each_row, heading_row, only_if, paragraph, table, tag, tag_row

BAR_CELLS = 10
"""As many as `plan.words_of_monitoring` counts for a whole bar."""

LABEL_MM, BAR_CELL_MM, VALUE_MM = 78, 7, 22


def indicators(page: Page) -> str:
    """Return the table of indicators by groups."""
    columns = 5
    row = Row(
        [
            *cells("Таблица по центру", "{{ строка.номер }}"),
            *cells("Таблица текст", "{{ строка.название }}"),
            *cells("Таблица по центру", "{{ строка.единица }}", "{{ строка.план }}", "{{ строка.факт }}"),
        ]
    )
    rows = [
        heading_row("№", "Показатель", "Единица", "План", "Факт"),
        tag_row("for группа in показатели.группы", columns),
        Row((Cell(paragraph("Таблица раздел", "{{ группа.номер }}.\u00a0{{ группа.название }}"), columns),)),
        *each_row("строка", "группа.строки", columns, row),
        tag_row("endfor", columns),
    ]
    return table("Таблица с границами", page, (14, 86, 22, 24, 24), rows) + blocks.after_table()


def shares_chart(page: Page) -> str:
    """Return the bars of the shares, each with its value."""
    row = _bar_row("{{ столбик.название }}", "столбик.клеток", "{{ столбик.значение }}", "Столбик")
    return only_if(
        "показатели.диаграмма",
        paragraph("Подзаголовок", "Диаграмма. Доли и выполнение плана, %"),
        _bars(page, each_row("столбик", "показатели.диаграмма", BAR_CELLS + 2, row)),
    )


def waves(page: Page) -> str:
    """Return the mean marks at the beginning and at the end: a table, then two bars for each question."""
    columns = 6
    row = Row(
        [
            *cells("Таблица по центру", "{{ вопрос.номер }}"),
            *cells("Таблица текст", "{{ вопрос.вопрос }}"),
            *cells("Таблица по центру", "{{ вопрос.вход }}", "{{ вопрос.выход }}", "{{ вопрос.изменение }}"),
            *cells("Таблица по центру", "{{ вопрос.ответов }}"),
        ]
    )
    rows = [
        heading_row("№", "Утверждение", "Начало", "Конец", "Изменение", "Ответов: начало / конец"),
        *each_row("вопрос", "показатели.анкеты", columns, row),
    ]
    bars = [
        tag_row("for вопрос in показатели.анкеты", BAR_CELLS + 2),
        _bar_row("{{ вопрос.номер }}\u00a0начало", "вопрос.клеток_вход", "{{ вопрос.вход }}", "Столбик светлый"),
        _bar_row("\u2003конец", "вопрос.клеток_выход", "{{ вопрос.выход }}", "Столбик"),
        tag_row("endfor", BAR_CELLS + 2),
    ]
    return only_if(
        "показатели.анкеты",
        paragraph("Подзаголовок", "Средние оценки участников в начале и в конце работы"),
        table("Таблица с границами", page, (10, 66, 20, 18, 30, 26), rows),
        blocks.after_table(),
        paragraph("Подзаголовок", "Диаграмма. Средние оценки: светлый столбик — начало, тёмный — конец"),
        _bars(page, bars),
    )


def _bars(page: Page, rows: Sequence[Row]) -> str:
    shares = (LABEL_MM, *([BAR_CELL_MM] * BAR_CELLS), VALUE_MM)
    return table("Таблица диаграмма", page, shares, rows) + blocks.after_table()


def _bar_row(label: str, filled: str, value: str, style: str) -> Row:
    bar = [
        Cell(
            tag(f"if {filled} > {number}") + paragraph(style) + tag("else") + paragraph("Столбик пустой") + tag("endif")
        )
        for number in range(BAR_CELLS)
    ]
    return Row([*cells("Столбик название", label), *bar, *cells("Столбик значение", value)])


def events(page: Page) -> str:
    """Return the table of the year's events, under its heading."""
    row = Row(
        [
            *cells("Таблица по центру", "{{ событие.номер }}"),
            *cells("Таблица текст", "{{ событие.что }}"),
            *cells("Таблица по центру", "{{ событие.дата }}"),
            *cells("Таблица текст", "{{ событие.место }}"),
        ]
    )
    rows = [heading_row("№", "Мероприятие", "Дата", "Место"), *each_row("событие", "мероприятия", 4, row)]
    return only_if(
        "мероприятия",
        paragraph("Подзаголовок", "Мероприятия года"),
        table("Таблица с границами", page, (12, 90, 28, 40), rows),
        blocks.after_table(),
    )


def lines(words: str, heading: str) -> str:
    """Return the texts of a list of the data, numbered, under a heading; nothing for an empty list."""
    return only_if(
        words,
        paragraph("Подзаголовок", heading),
        each("строка", words, paragraph("Перечень", "{{ loop.index }}.\u00a0{{ строка|с_прописной }}")),
    )


def practices() -> str:
    """Return the titles of the best practices, under a heading; people are not named."""
    return only_if(
        "итоги.практики",
        paragraph("Подзаголовок", "Лучшие практики"),
        each("п", "итоги.практики", paragraph("Перечень", "{{ loop.index }}.\u00a0{{ п.название|с_прописной }}")),
    )
