"""The five shipped documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from actgen.docx import DATE_BLANK_IN_WORDS

from . import blocks
from .markup import (
    LANDSCAPE,
    PORTRAIT,
    Cell,
    Page,
    Row,
    cells,
    each,
    each_or_blank,
    each_row,
    heading_row,
    only_if,
    paragraph,
    section,
    table,
    tag,
    tag_row,
)
from .package import Document


def order_on_mentoring() -> Document:
    """Return the order that starts the mentoring system."""
    return Document(PORTRAIT, order(PORTRAIT))


def order(page: Page, below: Mapping[str, str] | None = None) -> str:
    """Return the body that all orders share; `below` gives what stands under a point, by its id."""
    return "".join(
        (
            blocks.annex_mark(),
            blocks.header_block(),
            blocks.grifs(page),
            paragraph("Вид документа", "{{ документ.вид|upper }}"),
            blocks.date_place_number(page),
            paragraph("Заголовок", "{{ документ.заголовок }}"),
            only_if("преамбула", paragraph("Преамбула", "{{ преамбула }}")),
            paragraph("Приказываю", "ПРИКАЗЫВАЮ:"),
            blocks.points(below),
            blocks.list_of_annexes(),
            blocks.signatures(page),
            blocks.acquaintance(page),
        )
    )


def regulation() -> Document:
    """Return the regulation (положение): sections, points and items of any depth up to four."""
    page = PORTRAIT
    return Document(
        page,
        "".join(
            (
                blocks.annex_mark(),
                blocks.letterhead_unless_annex(),
                blocks.grifs(page),
                paragraph("Вид документа", "{{ документ.вид|upper }}"),
                paragraph("Заголовок по центру", "{{ документ.заголовок|со_строчной }}"),
                blocks.own_requisites(),
                only_if("преамбула", paragraph("Преамбула", "{{ преамбула }}")),
                blocks.points(),
                blocks.list_of_annexes(),
                blocks.signatures(page),
                blocks.acquaintance(page),
            )
        ),
    )


def order_on_pairs() -> Document:
    """Return the order that fixes pairs and groups, with their table as its annex on a page across."""
    body = (
        order(PORTRAIT)
        + paragraph("После таблицы", section=section(PORTRAIT))
        + blocks.own_annex_mark()
        + paragraph("Заголовок приложения", "Наставнические пары и группы")
        + paragraph("Заголовок таблицы", "на {{ год.словами }}")
        + _pairs_table(LANDSCAPE)
        + blocks.after_table()
    )
    return Document(PORTRAIT, body, LANDSCAPE)


def _pairs_table(page: Page) -> str:
    """Return the table of pairs; from 1 March 2025 it names the agreement with each mentor (статья 351.8)."""
    return "".join(
        (
            tag("if документ.нужны_соглашения"),
            _pairs(page, (7, 37, 31, 34, 33, 34, 27, 26, 28), AGREEMENT_HEADING),
            tag("else"),
            _pairs(page, (9, 41, 38, 41, 38, 38, 25, 27)),
            tag("endif"),
        )
    )


AGREEMENT_HEADING = "Дата, номер соглашения"
AGREEMENT = (
    '{% vm %}{% if пара.основание == "трудовая функция" %}'
    "{% if пара.трудовая_функция %}{{ пара.трудовая_функция }}{% else %}трудовой договор{% endif %}"
    "{% else %}{{ пара.соглашение.дата.цифрами }} №\u00a0{{ пара.соглашение.номер }}{% endif %}"
)


def _pairs(page: Page, shares: Sequence[float], *agreement: str) -> str:
    columns = len(shares)
    text, centred = "Таблица мелкая", "Таблица мелкая по центру"
    term = "с\u00a0{{ пара.с.цифрами }} по\u00a0{{ пара.по.цифрами }}"
    mentor = (
        "{% vm %}{{ пара.наставник.должность.именительный }}"
        "{% if пара.наставник.категория %}, {{ пара.наставник.категория }}{% endif %}"
    )
    mentee = "{{ человек.должность.именительный }}{% if человек.стаж %}, {{ человек.стаж }}{% endif %}"
    kind = "{% vm %}{{ пара.форма }}{% if пара.вид %}, {{ пара.вид }}{% endif %}"
    row = Row(
        [
            *cells(centred, "{% vm %}{{ пара.номер }}"),
            *cells(text, "{% vm %}{{ пара.наставник.фио.именительный }}", mentor),
            *cells(text, "{{ человек.фио.именительный }}", mentee, kind),
            *cells(centred, "{% vm %}" + term, "{% vm %}{{ пара.согласие }}"),
            *cells(centred, *([AGREEMENT] if agreement else [])),
        ]
    )
    rows = [
        heading_row(
            "№",
            "Наставник",
            "Должность, категория",
            "Наставляемый",
            "Должность, стаж (лет)",
            "Форма и вид наставничества",
            "Срок",
            "Согласие наставника",
            *agreement,
        ),
        *each_row("пара", "пары", columns, *each_row("человек", "пара.наставляемые", columns, row)),
    ]
    return table("Таблица с границами", page, shares, rows)


def roadmap() -> Document:
    """Return the roadmap: one of four sets of columns, chosen by `дорожная_карта.колонки`."""
    page = LANDSCAPE
    return Document(
        page,
        "".join(
            (
                blocks.annex_mark(),
                blocks.letterhead_unless_annex(),
                blocks.grifs(page),
                paragraph("Заголовок карты", "Дорожная карта (план мероприятий)"),
                paragraph(
                    "Заголовок по центру",
                    "по реализации Положения о системе наставничества педагогических работников в"
                    " {{ организация.краткое.именительный }}",
                ),
                paragraph("Заголовок таблицы", "{{ дорожная_карта.период }}"),
                tag('if дорожная_карта.колонки == "A"'),
                _roadmap_flat(page),
                tag('elif дорожная_карта.колонки == "B"'),
                _roadmap_with_results(page),
                tag('elif дорожная_карта.колонки == "C"'),
                _roadmap_of_activities(page),
                tag("else"),
                _roadmap_in_sections(page),
                tag("endif"),
                blocks.after_table(),
                blocks.signatures(page),
                blocks.acquaintance(page),
            )
        ),
    )


NUMBER = "{% vm %}{{ этап.номер }}"
STAGE = "{% vm %}{{ этап.название }}"
STAGES, ROWS = "дорожная_карта.этапы", "этап.ряды"
TERM = paragraph("Таблица по центру", "{{ ряд.срок }}")
RESULT = paragraph("Таблица текст", "{{ ряд.результат }}")
NAME = paragraph("Таблица текст", "{{ ряд.название }}")
CONTENT = each_or_blank("строка", "ряд.содержание", "Таблица текст", "{{ строка }}")
RESPONSIBLE = each_or_blank("строка", "ряд.ответственные", "Таблица текст", "{{ строка }}")
NAME_AND_CONTENT = (
    only_if("ряд.название", NAME)
    + each("строка", "ряд.содержание", paragraph("Таблица текст", "{{ строка }}"))
    + only_if("not ряд.название and not ряд.содержание", paragraph("Таблица текст"))
)


def _roadmap_table(page: Page, shares: Sequence[float], headings: Sequence[str], *contents: str) -> str:
    row = Row(
        [*cells("Таблица по центру", NUMBER), *cells("Таблица текст", STAGE), *(Cell(content) for content in contents)]
    )
    columns = len(shares)
    rows = [heading_row(*headings), *each_row("этап", STAGES, columns, *each_row("ряд", ROWS, columns, row))]
    return table("Таблица с границами", page, shares, rows)


def _roadmap_flat(page: Page) -> str:
    headings = ("№", "Наименование этапа", "Содержание деятельности и план мероприятий", "Срок", "Ответственный")
    return _roadmap_table(page, (12, 50, 110, 33, 52), headings, NAME_AND_CONTENT, TERM, RESPONSIBLE)


def _roadmap_with_results(page: Page) -> str:
    headings = (
        "№",
        "Наименование этапа",
        "Содержание деятельности и план мероприятий",
        "Срок",
        "Ответственный",
        "Ожидаемый результат",
    )
    return _roadmap_table(page, (12, 44, 78, 34, 46, 43), headings, NAME_AND_CONTENT, TERM, RESPONSIBLE, RESULT)


def _roadmap_of_activities(page: Page) -> str:
    headings = (
        "№",
        "Наименование этапа",
        "Мероприятия",
        "Содержание деятельности и план мероприятий",
        "Срок",
        "Ответственный",
    )
    return _roadmap_table(page, (12, 45, 44, 75, 34, 47), headings, NAME, CONTENT, TERM, RESPONSIBLE)


def _roadmap_in_sections(page: Page) -> str:
    shares = (16, 98, 38, 50, 55)
    row = Row(
        [
            *cells("Таблица по центру", "{{ ряд.номер }}"),
            Cell(NAME_AND_CONTENT),
            Cell(TERM),
            Cell(RESPONSIBLE),
            Cell(RESULT),
        ]
    )
    rows = [
        heading_row(
            "№ п/п",
            "Наименование мероприятий",
            "Срок реализации",
            "Ответственный исполнитель",
            "Результат. Вид документа",
        ),
        tag_row(f"for этап in {STAGES}", 5),
        Row((Cell(paragraph("Таблица раздел", "{{ этап.номер }}\u00a0{{ этап.название }}"), 5),)),
        *each_row("ряд", ROWS, 5, row),
        tag_row("endfor", 5),
    ]
    return table("Таблица с границами", page, shares, rows)


def program() -> Document:
    """Return the personal program of one pair or group."""
    page = PORTRAIT
    return Document(
        page,
        "".join(
            (
                blocks.annex_mark(),
                blocks.header_block(),
                blocks.grifs(page),
                paragraph("Вид документа", "{{ документ.вид|upper }}"),
                paragraph("Заголовок таблицы", "{{ документ.заголовок }}"),
                blocks.own_requisites(),
                _people(page),
                _terms(page),
                only_if(
                    "программа.затруднения",
                    paragraph("Подзаголовок", "Профессиональные затруднения, которые нужно преодолеть"),
                    each("строка", "программа.затруднения", _item("строка")),
                ),
                only_if(
                    "программа.цель",
                    paragraph("Подзаголовок", "Цель"),
                    paragraph("Текст", _closed("программа.цель", ".")),
                ),
                only_if(
                    "программа.задачи",
                    paragraph("Подзаголовок", "Задачи"),
                    each("строка", "программа.задачи", _item("строка")),
                ),
                only_if("программа.план", paragraph("Подзаголовок", "План мероприятий"), _plan(page)),
                only_if(
                    "программа.контроль.промежуточный or программа.контроль.итоговый",
                    paragraph("Подзаголовок", "Подведение итогов"),
                    *(
                        only_if(word, paragraph("Пункт последний", f"{label}: " + _closed(f"{word}|со_строчной", ".")))
                        for label, word in (
                            ("Промежуточные итоги", "программа.контроль.промежуточный"),
                            ("Окончательные итоги", "программа.контроль.итоговый"),
                        )
                    ),
                ),
                paragraph("Перед подписями", "С программой согласны:"),
                blocks.signatures(page, is_dated=True, below=_completion(page)),
                blocks.acquaintance(page),
            )
        ),
    )


def _item(word: str) -> str:
    """Return an item of a list: a semicolon after each, a full stop after the last."""
    end = f"{{% if loop.last %}}{_stop(word, '.')}{{% else %}}{_stop(word, ';')}{{% endif %}}"
    return paragraph("Перечень", f"{{{{ loop.index }}}})\u00a0{{{{ {word} }}}}{end}")


def _closed(word: str, mark: str) -> str:
    """Return a word of the data with the mark at its end."""
    return f"{{{{ {word} }}}}{_stop(word, mark)}"


def _stop(word: str, mark: str) -> str:
    """Return the mark, unless the word ends with one of its own."""
    return f'{{% if ({word} ~ "")|last not in ".;!?…" %}}{mark}{{% endif %}}'


PARTICIPANTS = "Сведения о наставнике и {% if пара.группа %}наставляемых{% else %}наставляемом{% endif %}"


def _people(page: Page) -> str:
    """Return the table of facts on the mentor and each mentee; a fact that is not given has no row."""
    facts = (
        ("", "Фамилия, имя, отчество", "фио.именительный"),
        ("", "Должность", "должность.именительный|с_прописной"),
        ("категория", "Квалификационная категория", "категория"),
        ("стаж", "Стаж (лет)", "стаж"),
        ("образование", "Образование", "образование"),
    )

    def rows_of(person: str) -> list[Row]:
        rows: list[Row] = []
        for condition, label, word in facts:
            row = Row([*cells("Таблица текст", label, f"{{{{ {person}.{word} }}}}")])
            rows += [tag_row(f"if {person}.{condition}", 2), row, tag_row("endif", 2)] if condition else [row]
        return rows

    def head(text: str) -> Row:
        return Row((Cell(paragraph("Таблица раздел", text), 2),))

    rows = [
        head("Наставник"),
        *rows_of("наставник"),
        *each_row("человек", "наставляемые", 2, head("Наставляемый"), *rows_of("человек")),
    ]
    return paragraph("Подзаголовок", PARTICIPANTS) + table("Таблица с границами", page, (60, 110), rows)


def _terms(page: Page) -> str:
    rows = [
        Row(cells("Таблица текст", "Форма наставничества", "{{ пара.форма }}")),
        tag_row("if пара.вид", 2),
        Row(cells("Таблица текст", "Вид наставничества", "{{ пара.вид }}")),
        tag_row("endif", 2),
        Row(cells("Таблица текст", "Срок", "с {{ пара.с.цифрами }} по {{ пара.по.цифрами }}")),
        Row(cells("Таблица текст", "Основание", "{{ документы.приказ_о_парах.ссылка.именительный }}")),
        tag_row("if программа.режим", 2),
        Row(cells("Таблица текст", "Режим работы", "{{ программа.режим }}")),
        tag_row("endif", 2),
    ]
    return paragraph("Подзаголовок", "Условия наставничества") + table("Таблица с границами", page, (60, 110), rows)


def _plan(page: Page) -> str:
    columns = 5
    row = Row(
        [
            *cells("Таблица по центру", "{{ дело.номер }}"),
            *cells("Таблица текст", "{{ дело.что }}"),
            *cells("Таблица по центру", "{{ дело.срок }}"),
            *cells("Таблица текст", "{{ дело.результат }}", ""),
        ]
    )
    rows = [
        heading_row("№", "Мероприятие", "Срок", "Планируемый результат", "Отметка куратора о выполнении"),
        tag_row("for часть in программа.план", columns),
        Row((Cell(paragraph("Таблица раздел", "{{ часть.номер }}\u00a0{{ часть.часть }}"), columns),)),
        *each_row("дело", "часть.мероприятия", columns, row),
        tag_row("endfor", columns),
    ]
    return table("Таблица с границами", page, (13, 54, 26, 46, 31), rows)


def _completion(page: Page) -> list[Row]:
    """Return the rows that are filled by pen when the program is over."""
    lines = "".join(paragraph("Строка для записи") for _ in range(3))
    mark = (
        paragraph("Отметка о завершении", "Отметка о завершении программы")
        + paragraph("Строка отметки", f"Программа завершена {DATE_BLANK_IN_WORDS} Итоги и рекомендации:")
        + lines
        + paragraph("Строка отметки")
    )
    return [
        Row((Cell(mark, blocks.COLUMNS),)),
        *blocks.if_row("куратор.есть", blocks.signature_row(page, "Куратор", "подпись.куратор")),
    ]


ACTS: Mapping[str, Callable[[], Document]] = {
    "order-on-mentoring": order_on_mentoring,
    "regulation": regulation,
    "roadmap": roadmap,
    "order-on-pairs": order_on_pairs,
    "program": program,
}
"""Each shipped template by the stem of its file."""
