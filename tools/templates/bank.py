"""Papers of the bank: registers in two views, the protocol of selection, the plan of training."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from . import blocks
from .markup import (
    LANDSCAPE,
    PORTRAIT,
    Cell,
    Page,
    Row,
    cells,
    each,
    each_row,
    heading_row,
    only_if,
    paragraph,
    tag_row,
)
from .markup import table as draw_table
from .package import Document

SMALL, CENTRED = "Таблица мелкая", "Таблица мелкая по центру"
TERM = "с\u00a0{{ пара.с.цифрами }} по\u00a0{{ пара.по.цифрами }}"


def head(page: Page) -> str:
    """Return everything above the text of a paper that is no order: marks, school, grifs, kind and title."""
    return "".join(
        (
            blocks.annex_mark(),
            blocks.header_block(),
            blocks.grifs(page),
            paragraph("Вид документа", "{{ документ.вид|upper }}"),
            paragraph("Заголовок таблицы", "{{ документ.заголовок }}"),
        )
    )


def working_head() -> str:
    """Return what stands above a register: it stays in the school, so its whole header is the school's short name."""
    return "".join(
        (
            blocks.annex_mark(),
            blocks.short_header(),
            paragraph("Вид документа", "{{ документ.вид|upper }}"),
            paragraph("Заголовок таблицы", "{{ документ.заголовок }}"),
        )
    )


def tail(page: Page) -> str:
    """Return everything below the text: signatures, visas, acquaintance sheet."""
    return blocks.signatures(page) + blocks.acquaintance(page)


def _paper(page: Page, *parts: str) -> Document:
    return Document(page, "".join((head(page), blocks.own_requisites(), *parts, tail(page))))


def _working_paper(page: Page, *parts: str, requisites: str = "") -> Document:
    return Document(page, "".join((working_head(), requisites or blocks.own_requisites(), *parts, tail(page))))


def _preamble() -> str:
    return only_if("преамбула", paragraph("Текст", "{{ преамбула }}"), paragraph("После таблицы"))


def _note() -> str:
    """Return the points below a table; they are notes to it."""
    return each("п", "пункты", paragraph("Сноска под таблицей", "{{ п.номер }}\u00a0{{ п.текст }}"))


def _person_cell(person: str) -> Cell:
    return Cell(
        "".join(
            (
                paragraph(SMALL, f"{{{{ {person}.фио.именительный }}}},"),
                paragraph(
                    SMALL,
                    f"{{{{ {person}.должность.именительный }}}}"
                    f"{{% if {person}.категория %}}, {{{{ {person}.категория }}}}{{% endif %}}"
                    f"{{% if {person}.стаж %}}, стаж (лет): {{{{ {person}.стаж }}}}{{% endif %}}",
                ),
                only_if(f"{person}.телефон", paragraph(SMALL, f"тел. {{{{ {person}.телефон }}}}")),
            )
        )
    )


def _lines_cell(words: str, *more: str) -> Cell:
    return Cell(each("строка", words, paragraph(SMALL, "– {{ строка }}")) + "".join(more) + paragraph("После таблицы"))


def mentor_register() -> Document:
    """Return the bank of mentors, the view for the school itself."""
    page = LANDSCAPE
    achievements = only_if("запись.достижения", paragraph(SMALL, "Достижения: {{ запись.достижения }}"))
    resource = Cell(
        only_if("запись.часов", paragraph(SMALL, "часов в неделю: {{ запись.часов }}"))
        + paragraph(
            SMALL,
            "наставляемых: не\u00a0более {% if запись.предел %}{{ запись.предел }}{% else %}"
            "{{ правила.предел_наставляемых }}{% endif %}",
        )
    )
    work = Cell(
        each(
            "пара",
            "запись.пары",
            paragraph(
                SMALL,
                "{{ пара.наставляемые }}: {{ пара.форма }}, " + TERM,
            ),
        )
        + paragraph("После таблицы")
    )
    row = Row(
        [
            *cells(CENTRED, "{{ запись.номер }}"),
            _person_cell("запись.наставник"),
            _lines_cell("запись.компетенции", achievements),
            *cells(SMALL, "{{ запись.интересы }}"),
            resource,
            *cells(CENTRED, "{{ запись.дата }}"),
            work,
            _outcome_cell(),
        ]
    )
    rows = [
        heading_row(
            "№",
            "Наставник, должность, категория, стаж",
            "Компетенции и достижения",
            "Интересы",
            "Ресурс времени",
            "Дата внесения",
            "Наставляемые, форма, срок",
            "Итог",
        ),
        *each_row("запись", "банк.наставники", 8, row),
    ]
    return _working_paper(page, _register(page, (9, 44, 52, 29, 27, 24, 45, 27), rows), _note())


def _outcome_cell() -> Cell:
    return Cell(
        each(
            "пара",
            "запись.пары",
            only_if(
                "пара.итог.есть",
                paragraph(
                    SMALL,
                    "программа {{ пара.итог.программа }}{% if пара.итог.оценка %}, оценка {{ пара.итог.оценка }}"
                    "{% endif %}",
                ),
            ),
        )
        + paragraph("После таблицы")
    )


def _register(page: Page, shares: tuple[float, ...], rows: list[Row]) -> str:
    return _preamble() + draw_table("Таблица с границами", page, shares, rows) + blocks.after_table()


def mentee_register() -> Document:
    """Return the bank of mentees, the view for the school itself."""
    page = LANDSCAPE
    mentors = Cell(each("пара", "запись.пары", paragraph(SMALL, "{{ пара.наставник }}")) + paragraph("После таблицы"))
    form = Cell(
        each("пара", "запись.пары", paragraph(SMALL, "{{ пара.форма }}, {{ пара.вид }}, " + TERM))
        + paragraph("После таблицы")
    )
    row = Row(
        [
            *cells(CENTRED, "{{ запись.номер }}"),
            _person_cell("запись.наставляемый"),
            _lines_cell("запись.запросы"),
            *cells(CENTRED, "{{ запись.дата }}"),
            mentors,
            form,
            _outcome_cell(),
            *cells(SMALL, ""),
        ]
    )
    rows = [
        heading_row(
            "№",
            "Наставляемый, должность, стаж",
            "Запросы и затруднения",
            "Дата внесения",
            "Наставник",
            "Форма, вид, срок",
            "Итог",
            "Отметка",
        ),
        *each_row("запись", "банк.наставляемые", 8, row),
    ]
    return _working_paper(page, _register(page, (9, 48, 56, 24, 32, 40, 27, 21), rows), _note())


def _public_form_cell() -> Cell:
    return Cell(
        each("пара", "запись.пары", paragraph("Таблица текст", "{{ пара.форма }}, {{ пара.вид }}, " + TERM))
        + only_if("not запись.пары", paragraph("Таблица текст", "в\u00a0банке, пара ещё не образована"))
        + paragraph("После таблицы")
    )


def mentor_register_public() -> Document:
    """Return the bank of mentors for the site: positions, no names."""
    page = PORTRAIT
    competences = Cell(
        each("строка", "запись.компетенции", paragraph("Таблица текст", "– {{ строка }}")) + paragraph("После таблицы")
    )
    row = Row(
        [
            *cells("Таблица по центру", "{{ запись.номер }}"),
            *cells("Таблица текст", "{{ запись.наставник.должность.именительный|с_прописной }}"),
            competences,
            _public_form_cell(),
        ]
    )
    rows = [
        heading_row("№", "Должность наставника", "В чём может помочь", "Форма, вид и период"),
        *each_row("запись", "банк.наставники", 4, row),
    ]
    return _paper(page, _register(page, (10, 46, 62, 52), rows), _note())


def mentee_register_public() -> Document:
    """Return the bank of mentees for the site: positions, no names and no needs."""
    page = PORTRAIT
    row = Row(
        [
            *cells("Таблица по центру", "{{ запись.номер }}"),
            *cells("Таблица текст", "{{ запись.наставляемый.должность.именительный|с_прописной }}"),
            _public_form_cell(),
        ]
    )
    rows = [
        heading_row("№", "Должность наставляемого", "Форма, вид и период"),
        *each_row("запись", "банк.наставляемые", 3, row),
    ]
    return _paper(page, _register(page, (10, 70, 90), rows), _note())


def selection_protocol() -> Document:
    """Return the protocol of analysis of the bank: for each mentee the candidates with reasons."""
    page = LANDSCAPE
    columns = 6
    mentee = (
        "{{ строка.наставляемый.фамилия_инициалы.именительный }}, {{ строка.наставляемый.должность.именительный }}"
        "{% if строка.наставляемый.стаж %}, стаж (лет): {{ строка.наставляемый.стаж }}{% endif %}"
    )
    requests = '{{ строка.запросы|join("; ") }}'
    candidate = Cell(
        paragraph(
            SMALL,
            "{{ кандидат.наставник.фамилия_инициалы.именительный }}, {{ кандидат.наставник.должность.именительный }}",
        )
    )
    reasons = Cell(each("довод", "кандидат.доводы", paragraph(SMALL, "– {{ довод }}")) + paragraph("После таблицы"))
    decision = Cell(
        only_if("кандидат.пара.название", paragraph(SMALL, "пара или группа с\u00a0{{ кандидат.пара.с.цифрами }}"))
        + paragraph("После таблицы")
    )
    row = Row(
        [
            *cells(CENTRED, "{% vm %}{{ строка.номер }}"),
            *cells(SMALL, "{% vm %}" + mentee, "{% vm %}" + requests),
            candidate,
            reasons,
            decision,
        ]
    )
    nobody = Row(
        [
            *cells(CENTRED, "{{ строка.номер }}"),
            *cells(SMALL, mentee, requests, "—"),
            *cells(SMALL, "в банке нет свободного кандидата, чьи компетенции или направление отвечают запросу", ""),
        ]
    )
    rows = [
        heading_row("№", "Наставляемый", "Запросы", "Кандидат в наставники", "Доводы", "Решение"),
        tag_row("for строка in банк.подбор", columns),
        tag_row("if строка.кандидаты", columns),
        *each_row("кандидат", "строка.кандидаты", columns, row),
        tag_row("else", columns),
        nobody,
        tag_row("endif", columns),
        tag_row("endfor", columns),
    ]
    busy = each(
        "строка",
        "банк.подбор",
        only_if(
            "строка.без_места",
            paragraph(
                "Сноска под таблицей",
                "К строке {{ строка.номер }}: подходят, но свободных мест нет: {{ строка.без_места }}",
            ),
        ),
    )
    body = (
        paragraph("Просвет")
        + blocks.points()
        + paragraph("Подзаголовок", "Предложения по подбору")
        + draw_table("Таблица с границами", page, (10, 48, 52, 48, 67, 32), rows)
        + blocks.after_table()
        + busy
    )
    return _working_paper(page, body, requisites=blocks.date_place_number(page))


def training_plan() -> Document:
    """Return the plan by which mentors are trained."""
    page = LANDSCAPE
    columns = 8
    row = Row(
        [
            *cells("Таблица по центру", "{{ занятие.номер }}"),
            *cells("Таблица текст", "{{ занятие.что }}", "{{ занятие.форма }}"),
            *cells("Таблица по центру", "{{ занятие.срок }}"),
            *cells("Таблица текст", "{{ занятие.кто }}", "{{ занятие.участники }}"),
            *cells("Таблица по центру", "{{ занятие.часов }}"),
            *cells("Таблица текст", ""),
        ]
    )
    rows = [
        heading_row(
            "№",
            "Тема",
            "Форма",
            "Срок",
            "Кто проводит",
            "Участники",
            "Часов",
            "Отметка о\u00a0про\u00adведении",
        ),
        *each_row("занятие", "обучение", columns, row),
    ]
    return _paper(page, _register(page, (11, 64, 31, 30, 42, 37, 16, 26), rows), _note())


BANK: Mapping[str, Callable[[], Document]] = {
    "mentor-register": mentor_register,
    "mentee-register": mentee_register,
    "mentor-register-public": mentor_register_public,
    "mentee-register-public": mentee_register_public,
    "selection-protocol": selection_protocol,
    "training-plan": training_plan,
}
"""Each template of this module by the stem of its file."""
