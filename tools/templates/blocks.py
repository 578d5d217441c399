"""The parts that all acts share, so that they look the same everywhere."""

from __future__ import annotations

from collections.abc import Mapping

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

LINE_MM = 44
"""A signature line is 120 points wide, 42.3 mm."""

SIGNATURE_MM, SIGNATURE_ACROSS_MM = (64, LINE_MM, 62), (110, LINE_MM, 103)
"""Position, line, name, on a page upright and across: «А.Ю. Воронцова-Вельская» stands in one line."""


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


def signature_block(page: Page, *, is_dated: bool = False) -> str:
    """Return a line for each signer: position, signature line, initials and surname.

    Under it stand the place of the seal, where the kind has one, and the day that the signer writes (`is_dated`): in an
    order the day of signing is that of the order.
    """
    below = Row(
        (Cell(_seal("подписант")), Cell(_day("подписант"), 2)) if is_dated else (Cell(_seal("подписант")), *_NO_DAY)
    )
    rows = [
        signature_row("{{ подписант.должность|с_прописной }}", "подписант"),
        *([below] if is_dated else [tag_row("if подписант.печать", 3), below, tag_row("endif", 3)]),
    ]
    shares = SIGNATURE_ACROSS_MM if page.is_landscape else SIGNATURE_MM
    return only_if(
        "подписи", table("Таблица подписи", page, shares, each_row("подписант", "подписи", 3, *rows)), after_table()
    )


def signature_row(position: str, signer: str) -> Row:
    """Return the row in which a person signs; `signer` is her word: `подпись.куратор`."""
    return Row(
        (
            Cell(paragraph("Подпись должность", position)),
            Cell(paragraph("Подпись поле", f"{{{{ {signer}.линия }}}}")),
            Cell(paragraph("Подпись имя", f"{{{{ {signer}.инициалы_фамилия }}}}")),
        )
    )


def _seal(signer: str) -> str:
    return paragraph("Подпись печать", f"{{% if {signer}.печать %}}М.П.{{% endif %}}")


def _day(signer: str) -> str:
    return paragraph("Подпись день", f"{{{{ {signer}.день }}}}")


_NO_DAY = (Cell(paragraph("Подпись день"), 2),)


def visas(page: Page) -> str:
    """Return a line for each person who endorses the act."""
    row = Row(
        (
            Cell(paragraph("Виза должность", "{{ виза.должность|с_прописной }}")),
            Cell(paragraph("Виза линия")),
            Cell(paragraph("Виза имя", "{{ виза.инициалы_фамилия }}")),
            Cell(paragraph("Виза линия")),
        )
    )
    return only_if(
        "визы",
        paragraph("Визы", "Визы:"),
        table("Таблица подписи", page, (60, 30, 50, 30), each_row("виза", "визы", 4, row)),
        after_table(),
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
        table("Таблица с границами", page, (10, 57, 54, 25, 24), rows),
        after_table(),
    )


def after_table() -> str:
    """Return the paragraph that parts a table from what follows and ends a document; it takes no visible room.

    Word wants a paragraph after the last table, and would print two tables that touch as one. It also ends the chain
    of paragraphs kept together, so that a signature does not draw the acquaintance sheet with it to the next page.
    """
    return paragraph("После таблицы")
