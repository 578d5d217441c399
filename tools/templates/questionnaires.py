"""Questionnaires as blanks to be filled by pen; one drawing for all, the questions come from `acts/`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from . import blocks
from .markup import PORTRAIT, Cell, Page, Row, cells, each, each_row, heading_row, only_if, paragraph, table, tag
from .package import Document

BOX = "□"
"""An empty box to tick; every font of an office has it (WGL4)."""

ANSWER_LINES = 2
GRIDS = {5: 12.0, 10: 8.5}
"""Cells of the two grids (as `plan.words_of_questions` fills them) and the width of one, mm."""

PEN_ROW_MM = 8.5


def questionnaire(*, name_label: str) -> Document:
    """Return a blank; `name_label` says how the respondent is asked for her name."""
    page = PORTRAIT
    return Document(
        page,
        "".join(
            (
                blocks.annex_mark(),
                blocks.short_header(),
                paragraph("Вид документа", "{{ документ.вид|upper }}"),
                paragraph("Заголовок таблицы", "{{ документ.заголовок }}"),
                only_if("преамбула", paragraph("Указание", "{{ преамбула }}")),
                _respondent(page, name_label),
                _questions(page),
                each("п", "пункты", paragraph("Указание", "{{ п.текст }}")),
            )
        ),
    )


def _respondent(page: Page, name_label: str) -> str:
    rows = [
        Row((Cell(paragraph("Бланк подпись поля", label)), Cell(paragraph("Бланк поле"))))
        for label in (name_label, "Должность", "Дата заполнения")
    ]
    return table("Таблица подписи", page, (62, 108), rows) + blocks.after_table()


def _questions(page: Page) -> str:
    question = paragraph("Вопрос", "{{ блок.номер }}\u00a0{{ блок.текст }}{{ подсказка }}")
    options = each(
        "вариант",
        "блок.варианты",
        tag("if loop.last"),
        paragraph("Вариант последний", f"{BOX}\u00a0{{{{ вариант }}}}"),
        tag("else"),
        paragraph("Вариант ответа", f"{BOX}\u00a0{{{{ вариант }}}}"),
        tag("endif"),
    )
    asked = question.replace("{{ подсказка }}", "{}")
    lines = paragraph("Строка ответа") * (ANSWER_LINES - 1) + paragraph("Строка ответа последняя")
    return each(
        "блок",
        "вопросы",
        tag('if блок.вид == "шкала"'),
        tag("if блок.клетки|length > 5"),
        _grid(page, 10),
        tag("else"),
        _grid(page, 5),
        tag("endif"),
        tag('elif блок.вид == "выбор"'),
        asked.replace("{}", " (отметьте один ответ)"),
        options,
        tag('elif блок.вид == "несколько"'),
        asked.replace("{}", " (отметьте все подходящие ответы)"),
        options,
        tag('elif блок.вид == "да-нет"'),
        asked.replace("{}", ""),
        paragraph("Вариант последний", f"{BOX}\u00a0да\u2003\u2003{BOX}\u00a0нет"),
        tag("else"),
        asked.replace("{}", ""),
        lines,
        tag("endif"),
    )


def _grid(page: Page, size: int) -> str:
    """Return a table of scales: a line for each question, its marks beside it."""
    width = GRIDS[size]
    marks = [f"{{{{ блок.клетки[{number}] }}}}" for number in range(size)]
    columns = size + 2
    row = Row(
        [
            *cells("Таблица по центру", "{{ строка.номер }}"),
            *cells("Таблица текст", "{{ строка.текст }}"),
            *cells("Таблица по центру", *[""] * size),
        ],
        height_mm=PEN_ROW_MM,
    )
    rows = [
        heading_row("№", "Отметьте одну клетку в каждой строке", *marks),
        *each_row("строка", "блок.строки", columns, row),
    ]
    text = page.text_width_mm - 11 - width * size
    grid = table("Таблица с границами", page, (11, text, *([width] * size)), rows)
    return paragraph("Просвет") + grid + blocks.after_table()


SIGNED, ANONYMOUS = "Фамилия, имя, отчество", "Фамилия, имя, отчество (можно не указывать)"

QUESTIONNAIRES: Mapping[str, Callable[[], Document]] = {
    "questionnaire-mentor": partial(questionnaire, name_label=SIGNED),
    "questionnaire-mentee": partial(questionnaire, name_label=SIGNED),
    "questionnaire-pair-entry": partial(questionnaire, name_label=ANONYMOUS),
    "questionnaire-pair-exit": partial(questionnaire, name_label=ANONYMOUS),
    "questionnaire-curator": partial(questionnaire, name_label=SIGNED),
}
"""Each template of this module by the stem of its file."""
