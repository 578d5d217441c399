"""Papers at the end of the year: monitoring, order on results, report to the founder, what goes to the site."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from . import blocks, tables
from .acts import order, regulation
from .bank import CENTRED, SMALL, head, tail, working_head
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
    section,
    table,
)
from .package import Document


def monitoring_report() -> Document:
    """Return the monitoring report (справка): no person is named in it."""
    page = PORTRAIT
    return Document(
        page,
        "".join(
            (
                head(page),
                blocks.date_place_number(page),
                paragraph("Просвет"),
                only_if("преамбула", paragraph("Текст", "{{ преамбула }}")),
                blocks.points(),
                _figures(page),
                tail(page),
            )
        ),
    )


def _figures(page: Page) -> str:
    return "".join(
        (
            paragraph("Подзаголовок", "Показатели"),
            tables.indicators(page),
            tables.shares_chart(page),
            tables.waves(page),
            tables.events(page),
            tables.practices(),
            tables.lines("отчёт.выводы", "Выводы"),
            tables.lines("отчёт.предложения", "Предложения"),
        )
    )


def founder_report() -> Document:
    """Return the report to the founder."""
    page = PORTRAIT
    return Document(
        page,
        "".join(
            (
                head(page),
                only_if("преамбула", paragraph("Текст", "{{ преамбула }}")),
                blocks.points(),
                _figures(page),
                tail(page),
                _executor(),
            )
        ),
    )


def _executor() -> str:
    return only_if(
        "отчёт.исполнитель.есть",
        paragraph("Исполнитель", "{{ отчёт.исполнитель.фио.именительный }}"),
        paragraph("Реквизиты письма", "{{ отчёт.исполнитель.телефон or организация.телефон }}"),
    )


def founder_letter() -> Document:
    """Return the letter with which the report goes to the founder; a letter does not name its kind."""
    page = PORTRAIT
    left = paragraph("Реквизиты письма", "{{ документ.дата.цифрами }} №\u00a0{{ документ.номер }}") + paragraph(
        "Реквизиты письма", "На №\u00a0____________ от ______________"
    )
    right = (
        each("строка", "отчёт.кому", paragraph("Адресат письма", "{{ строка }}"))
        + only_if("not отчёт.кому", paragraph("Адресат письма", "{{ учредитель.полное.именительный }}"))
        + paragraph("После таблицы")
    )
    gap = page.text_width_mm - 155
    addressed = table(
        "Таблица без границ", page, (75, gap, 80), [Row((Cell(left), Cell(paragraph("Адресат письма")), Cell(right)))]
    )
    return Document(
        page,
        "".join(
            (
                blocks.header_block(),
                paragraph("Адресат письма"),
                addressed,
                paragraph("Заголовок", "{{ документ.заголовок }}"),
                each("п", "пункты", paragraph("Преамбула", "{{ п.текст }}")),
                only_if(
                    "приложения",
                    each(
                        "п",
                        "приложения",
                        paragraph("Список приложений", "Приложение: {{ п.название|со_строчной }} на ___ л. в 1 экз."),
                    ),
                ),
                blocks.signatures(page),
                _executor(),
            )
        ),
    )


def order_on_results() -> Document:
    """Return the order on the results of the year, with their table as its annex on a page across."""
    row = Row(
        [
            *cells(CENTRED, "{{ пара.номер }}"),
            *cells(SMALL, "{{ пара.наставник.фио.именительный }}, {{ пара.наставник.должность.именительный }}"),
            Cell(
                each(
                    "человек",
                    "пара.наставляемые",
                    paragraph(SMALL, "{{ человек.фио.именительный }}, {{ человек.должность.именительный }}"),
                )
                + paragraph("После таблицы")
            ),
            *cells(CENTRED, "с\u00a0{{ пара.с.цифрами }} по\u00a0{{ пара.по.цифрами }}"),
            *cells(
                CENTRED,
                '{{ пара.итог.программа }}{% if пара.итог.программа == "продлена" %} до\u00a0{{ пара.итог.до.цифрами }}'
                "{% endif %}",
                "{{ пара.итог.оценка }}",
            ),
            *cells(SMALL, "{{ пара.итог.результат }}"),
        ]
    )
    rows = [
        heading_row("№", "Наставник", "Наставляемые", "Срок работы", "Программа", "Оценка (из 10)", "Результат"),
        *each_row("пара", "итоги.пары", 7, row),
    ]
    body = (
        order(PORTRAIT)
        + paragraph("После таблицы", section=section(PORTRAIT))
        + blocks.own_annex_mark()
        + paragraph("Заголовок приложения", "Итоги реализации персонализированных программ наставничества")
        + paragraph("Заголовок таблицы", "{{ год.словами }}")
        + table("Таблица с границами", LANDSCAPE, (10, 48, 52, 28, 28, 21, 70), rows)
        + blocks.after_table()
    )
    return Document(PORTRAIT, body, LANDSCAPE)


def publication_sheet() -> Document:
    """Return the list of what goes to the site."""
    page = LANDSCAPE
    row = Row(
        [
            *cells(CENTRED, "{{ файл.номер }}"),
            *cells(SMALL, "{{ файл.название }}", "{{ файл.файл }}", "{{ файл.сведения }}"),
            *cells(CENTRED, "{{ файл.объём }}", "{{ файл.дата }}"),
            *cells(SMALL, ""),
        ]
    )
    rows = [
        heading_row(
            "№", "Документ", "Файл", "Сведения рядом с файлом", "Как размещается", "Дата разме\u00adщения", "Подпись"
        ),
        *each_row("файл", "публикация.документы", 7, row),
    ]
    # The points stand below: they, and not the last row of a table, keep with the signature in LibreOffice too.
    body = (
        blocks.own_requisites()
        + table("Таблица с границами", page, (10, 58, 54, 53, 33, 29, 20), rows)
        + paragraph("Просвет")
        + blocks.points()
    )
    return Document(page, working_head() + body + tail(page))


RESULTS: Mapping[str, Callable[[], Document]] = {
    "monitoring-report": monitoring_report,
    "order-on-results": order_on_results,
    "founder-report": founder_report,
    "founder-letter": founder_letter,
    "publication-sheet": publication_sheet,
    "school-program": regulation,
}
"""Each template of this module by the stem of its file; the school's program is laid out as its regulation."""
