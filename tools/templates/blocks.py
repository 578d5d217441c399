"""The parts that all acts share, so that they look the same everywhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .markup import (
    Cell,
    Page,
    Row,
    cells,
    each,
    each_row,
    heading_row,
    only_if,
    paragraph,
    table,
    tag,
    tag_row,
)

LONG_SHEET = 20
"""An acquaintance sheet for more people than this fills a page and begins one of its own; a shorter one follows
the signature, and goes on under repeated headings where the page ends."""

PEN_ROW_MM = 8

GRIF_MM = 80
"""As wide as ГОСТ Р 7.0.97-2025 lets a grif be: a signature line and a name stand in one line."""

SIGNATURE_MM = (64, 44, 62)
"""Position, line, name: a line is 120 points wide, 42.3 mm; «А.Ю. Воронцова-Вельская» stands in one line."""

UPRIGHT, ACROSS = (64, 30, 14, 32, 30), (100, 35, 44, 21, 57)
"""The grids of a table of signatures and visas, on a page upright and across, in millimetres.

Upright a signature has the columns 1, 2–3, 4–5, across 1–2, 3, 4–5; a visa 1, 2, 3–4, 5 on both.
"""
COLUMNS = len(UPRIGHT)


def header_block() -> str:
    """Return the founder, the school and its requisites (шапка)."""
    return "".join(
        (
            only_if("учредитель.есть", paragraph("Учредитель", "{{ учредитель.полное.именительный|upper }}")),
            paragraph("Организация", "{{ организация.полное.именительный }}"),
            only_if("организация.адрес", paragraph("Реквизиты", "{{ организация.адрес }}")),
            only_if("организация.телефон", paragraph("Реквизиты", "Тел./факс {{ организация.телефон }}")),
            only_if(
                "организация.почта or организация.сайт",
                paragraph(
                    "Реквизиты",
                    "{% if организация.почта %}эл. почта: {{ организация.почта }}{% endif %}"
                    "{% if организация.почта and организация.сайт %}, {% endif %}"
                    "{% if организация.сайт %}сайт: {{ организация.сайт }}{% endif %}",
                ),
            ),
            only_if(
                "организация.огрн or организация.инн",
                paragraph(
                    "Реквизиты",
                    "{% if организация.огрн %}ОГРН {{ организация.огрн }}{% endif %}"
                    "{% if организация.огрн and организация.инн %}, {% endif %}"
                    "{% if организация.инн %}ИНН{% if организация.кпп %}/КПП{% endif %} {{ организация.инн }}"
                    "{% if организация.кпп %}/{{ организация.кпп }}{% endif %}{% endif %}",
                ),
            ),
        )
    )


def short_header() -> str:
    """Return the short name of the school alone: for working papers and blanks that never leave it."""
    return paragraph("Организация над бланком", "{{ организация.краткое.именительный }}")


def letterhead_unless_annex() -> str:
    """Return the letterhead for an act of its own; an annex has mark and title, and its order has the letterhead."""
    return only_if("not отметка.есть", header_block())


def annex_mark() -> str:
    """Return the mark of an annex in the upper right corner: number of the annex, requisites of its order.

    Where a grif of approval names the same order below, the mark is only «Приложение № 1», and `grifs` prints it.

    Source: ГОСТ Р 7.0.97-2025, отметка о приложении: с грифом утверждения реквизиты приказа не повторяются.
    """
    mark = each("строка", "отметка.строки", paragraph("Отметка о приложении", "{{ строка }}"))
    return only_if("отметка.есть and not грифы.справа", mark)


def own_annex_mark() -> str:
    """Return the mark of an annex that stands inside its order."""
    return each("строка", "своя_отметка.строки", paragraph("Отметка на альбомном листе", "{{ строка }}"))


def grifs(page: Page) -> str:
    """Return the row of grifs: bodies and people who agreed on the left, who approves on the right."""
    mark = only_if("отметка.есть and грифы.справа", paragraph("Гриф приложение", "{{ отметка.строки[0] }}"))
    row = Row((Cell(_grifs_of("грифы.слева")), Cell(paragraph("Гриф")), Cell(mark + _grifs_of("грифы.справа"))))
    middle = page.text_width_mm - 2 * GRIF_MM
    return only_if(
        "грифы.слева or грифы.справа",
        table("Таблица без границ", page, (GRIF_MM, middle, GRIF_MM), [row]),
    )


def _grifs_of(words: str) -> str:
    return "".join(
        (
            tag(f"for гриф in {words}"),
            paragraph("Гриф слово", "{{ гриф.слово }}"),
            each("строка", "гриф.строки", paragraph("Гриф", "{{ строка }}")),
            only_if(
                "гриф.подпись",
                paragraph("Гриф", "{{ гриф.должность|с_прописной }}"),
                paragraph("Гриф подпись", "{{ гриф.линия }} {{ гриф.инициалы_фамилия }}"),
                paragraph("Гриф подпись", "{{ гриф.день }}"),
            ),
            tag("else"),
            paragraph("Гриф"),
            tag("endfor"),
        )
    )


def date_place_number(page: Page) -> str:
    """Return date, place and number in one line."""
    row = Row(
        (
            Cell(paragraph("Дата", "{{ документ.дата.цифрами }}")),
            Cell(paragraph("Место", "{{ документ.место }}")),
            Cell(paragraph("Номер", "№\u00a0{{ документ.номер }}")),
        )
    )
    return table("Таблица без границ", page, (62, 58, 50), [row])


def own_requisites() -> str:
    """Return date and number of a paper that has no line for them, once the journal has both; a draft prints nothing.

    Source: ГОСТ Р 7.0.97-2025, дата документа и регистрационный номер.
    """
    return only_if("not документ.проект", paragraph("Заголовок таблицы", "{{ документ.реквизиты }}"))


def points(below: Mapping[str, str] | None = None) -> str:
    """Return the points of the text; the last one keeps with the signature below it.

    `below` gives what stands under a point, by the point's id: a list that comes from the data.
    """
    text = "{{ п.номер }}\u00a0{{ п.текст }}"
    styles = [
        ("if п.раздел", "Раздел"),
        ("elif п.держать", "Пункт последний"),
        ("elif п.уровень == 1", "Пункт 1"),
        ("elif п.уровень == 2", "Пункт 2"),
        ("elif п.уровень == 3", "Пункт 3"),
        ("else", "Пункт 4"),
    ]
    variants = "".join(tag(condition) + paragraph(style, text) for condition, style in styles)
    lists = "".join(only_if(f'п.ид == "{code}"', part) for code, part in (below or {}).items())
    return each("п", "пункты", variants, tag("endif"), lists)


def list_of_annexes() -> str:
    """Return the list of annexes below the text; it keeps with the signature."""
    number = "{% if п.номер %}{{ п.номер }}.\u00a0{% endif %}"
    return only_if(
        "приложения",
        paragraph("Список приложений", "{% if приложения|length == 1 %}Приложение:{% else %}Приложения:{% endif %}"),
        each("п", "приложения", paragraph("Пункт списка приложений", number + "{{ п.название }}")),
    )


def signatures(page: Page, *, is_dated: bool = False, below: Sequence[Row] = ()) -> str:
    """Return a line for each signer (position, signature line, initials and surname), then one for each visa.

    A signer who is asked for the day (`is_dated`) writes it under her position: the day of signing an order is that of
    the order. Under her line stands the place of the seal, where the kind has one.

    All of it, and the rows `below`, is one table: Word and LibreOffice keep the rows of a table together, and with the
    text before it, so neither a signature nor a visa stands alone on a page; what follows a table LibreOffice does not
    keep with it.
    """
    grid = ACROSS if page.is_landscape else UPRIGHT
    seal = Row((Cell(paragraph("Подпись печать", "М.П."), COLUMNS),))
    visa = Row(
        (
            Cell(paragraph("Виза должность", "{{ виза.должность|с_прописной }}")),
            Cell(paragraph("Виза линия")),
            Cell(paragraph("Виза имя", "{{ виза.инициалы_фамилия }}"), 2),
            Cell(paragraph("Виза линия")),
        )
    )
    rows = [
        tag_row("for подписант in подписи", COLUMNS),
        signature_row(page, "{{ подписант.должность|с_прописной }}", "подписант", is_dated=is_dated),
        *if_row("подписант.печать", seal),
        tag_row("endfor", COLUMNS),
        *if_row("визы", Row((Cell(paragraph("Визы", "Визы:"), COLUMNS),))),
        *each_row("виза", "визы", COLUMNS, visa),
        *below,
    ]
    block = (table("Таблица подписи", page, grid, rows), after_table())
    return "".join(block) if below else only_if("подписи or визы", *block)


def if_row(condition: str, row: Row) -> list[Row]:
    """Return the row of a table of signatures, printed only when the condition holds."""
    return [tag_row(f"if {condition}", COLUMNS), row, tag_row("endif", COLUMNS)]


def signature_row(page: Page, position: str, signer: str, *, is_dated: bool = False) -> Row:
    """Return the row in which a person signs; `signer` is her word: `подпись.куратор`."""
    day = paragraph("Подпись день", f"{{{{ {signer}.день }}}}") if is_dated else ""
    before, line, after = (2, 1, 2) if page.is_landscape else (1, 2, 2)
    return Row(
        (
            Cell(paragraph("Подпись должность", position) + day, before),
            Cell(paragraph("Подпись поле", f"{{{{ {signer}.линия }}}}"), line),
            Cell(paragraph("Подпись имя", f"{{{{ {signer}.инициалы_фамилия }}}}"), after),
        )
    )


def acquaintance(page: Page) -> str:
    """Return the acquaintance sheet: a line to sign for each person."""
    long = f"ознакомление.люди|length > {LONG_SHEET}"
    several = "С {{ ознакомление.с_чем }} ознакомлены:"
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
    return only_if(
        "ознакомление.есть and ознакомление.люди",
        tag(f"if {long}"),
        paragraph("Ознакомление с новой страницы", several),
        tag("elif ознакомление.люди|length == 1"),
        paragraph("Ознакомление", "С {{ ознакомление.с_чем }} {{ ознакомление.люди[0].ознакомлен|lower }}:"),
        tag("else"),
        paragraph("Ознакомление", several),
        tag("endif"),
        table("Таблица с границами", page, (10, 54, 58, 25, 23), rows),
        after_table(),
    )


def after_table() -> str:
    """Return the paragraph that parts a table from what follows and ends a document; it takes no visible room.

    Word wants a paragraph after the last table, and would print two tables that touch as one. It also ends the chain
    of paragraphs kept together, so that a signature does not draw the acquaintance sheet with it to the next page.
    """
    return paragraph("После таблицы")
