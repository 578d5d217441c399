"""Every named style of the shipped templates. Sizes are points, lengths millimetres.

Source of the numbers: ГОСТ Р 7.0.97-2025 (text 12–14 points, indent 1.25 cm, lines 1–1.5, requisites in a column of at
most 12 cm along the page and 8 cm in its corner).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .markup import LANDSCAPE, TAG_STYLE, Page, style_id, twips

FONT = "Times New Roman"
BODY_POINTS, SMALL_POINTS = 14, 12
LANGUAGE = "ru-RU"

HEADER_BLOCK_MM, CORNER_BLOCK_MM, ADDRESSEE_MM = 120, 75, 80

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style; what is not said is as in `based_on`."""

    name: str
    based_on: str = "Normal"
    next: str = ""
    align: str = ""
    points: float = 0
    bold: bool = False
    color: str = ""
    letter_spacing_points: float = 0
    left: float = 0
    right: float = 0
    first_line: float = 0
    before_points: float = 0
    after_points: float = 0
    line: float = 0
    keep_next: bool = False
    keep_lines: bool = False
    page_break: bool = False
    outline: int | None = None
    rule: bool = False
    shade: str = ""
    tabs: str = ""
    unhyphenated: bool = False
    contextual: bool = False
    loose: bool = False


def sheet(page: Page) -> Mapping[str, Style]:
    """Return the paragraph styles by name for documents whose first page is this one."""
    groups = (_service(), _head(page), _text(), _corner(page), _tail(), _tables(), _blanks(), _bars())
    return {style.name: style for group in groups for style in group}


def _service() -> Iterable[Style]:
    yield Style("header", align="center", points=SMALL_POINTS)
    yield Style(TAG_STYLE, points=9, color="7F7F7F")
    yield Style("После таблицы", points=1)


def _head(page: Page) -> Iterable[Style]:
    """Yield the styles of the header block (along the page, centred), of kind, date, number and title."""
    small, aside = SMALL_POINTS, (page.text_width_mm - HEADER_BLOCK_MM) / 2
    yield Style("Учредитель", align="center", points=small, bold=True, left=aside, right=aside, after_points=2)
    yield Style("Организация", align="center", points=small, left=aside, right=aside)
    yield Style("Реквизиты", align="center", points=small, left=aside, right=aside)
    yield Style(
        "Вид документа",
        align="center",
        bold=True,
        letter_spacing_points=2,
        before_points=18,
        after_points=6,
        keep_next=True,
        unhyphenated=True,
    )
    yield Style("Дата", keep_next=True, before_points=6)
    yield Style("Место", align="center", keep_next=True, before_points=6)
    yield Style("Номер", align="right", keep_next=True, before_points=6)
    yield Style(
        "Заголовок",
        bold=True,
        right=70,
        before_points=18,
        after_points=12,
        keep_next=True,
        keep_lines=True,
        outline=0,
        unhyphenated=True,
    )
    yield Style(
        "Заголовок по центру",
        align="center",
        bold=True,
        keep_next=True,
        keep_lines=True,
        outline=0,
        unhyphenated=True,
    )
    yield Style("Заголовок карты", "Заголовок по центру", before_points=12)
    yield Style("Заголовок приложения", "Заголовок по центру", before_points=18)
    # Not kept with what follows: a tall first row of a roadmap would take header and title to the next page with it.
    yield Style("Заголовок таблицы", "Заголовок по центру", after_points=9, loose=True)


def _text() -> Iterable[Style]:
    yield Style("Текст", align="both", first_line=12.5, line=1.15)
    yield Style("Преамбула", "Текст", keep_next=True)
    yield Style("Преамбула соглашения", "Текст", before_points=12)
    yield Style("Приказываю", letter_spacing_points=2, before_points=12, after_points=6, keep_next=True)
    yield Style(
        "Раздел",
        "Normal",
        "Пункт 2",
        align="center",
        bold=True,
        before_points=12,
        after_points=6,
        keep_next=True,
        keep_lines=True,
        outline=1,
        unhyphenated=True,
    )
    for level in (1, 2, 3, 4):
        yield Style(f"Пункт {level}", "Текст")
    yield Style("Пункт последний", "Текст", keep_next=True)
    yield Style("Подзаголовок", bold=True, before_points=10, after_points=3, keep_next=True, outline=1)
    yield Style("Пункт списка приложений", keep_next=True)
    yield Style("Список приложений", "Пункт списка приложений", before_points=12)
    yield Style("Перечень", "Текст")
    yield Style("Новая редакция", align="both", left=12.5, line=1.15)
    yield Style("Перед подписями", before_points=18, keep_next=True)
    yield Style("Отметка о завершении", "Подзаголовок", before_points=24)
    yield Style("Строка отметки", points=SMALL_POINTS, keep_next=True)
    yield Style("Последняя строка для записи", "Строка для записи", after_points=8)
    yield Style("Строка для записи", "Normal", rule=True, before_points=6, keep_next=True)


def _corner(page: Page) -> Iterable[Style]:
    """Yield the styles of blocks in an upper corner: marks of annexes, grifs."""
    small, corner = SMALL_POINTS, page.text_width_mm - CORNER_BLOCK_MM
    yield Style("Отметка о приложении", points=small, left=corner, after_points=12, contextual=True)
    yield Style("Отметка на альбомном листе", "Отметка о приложении", left=LANDSCAPE.text_width_mm - CORNER_BLOCK_MM)
    yield Style("Адресат первый", "Адресат", before_points=12)
    yield Style("Адресат", left=page.text_width_mm - ADDRESSEE_MM, keep_next=True)
    yield Style("Адресат последний", "Адресат", after_points=18)
    yield Style("Гриф слово", points=small, before_points=12, keep_next=True)
    yield Style("Гриф", points=small, keep_next=True)
    yield Style("Гриф приложение", "Гриф", before_points=12)
    yield Style("Гриф подпись", "Гриф", before_points=2)


def _tail() -> Iterable[Style]:
    """Yield the styles below the text; the signature block keeps together and with the text that it signs."""
    small = SMALL_POINTS
    yield Style("Подпись должность", before_points=24, keep_next=True, right=2, unhyphenated=True)
    yield Style("Подпись линия", before_points=24, keep_next=True, left=3, right=3, rule=True)
    yield Style("Подпись имя", align="right", before_points=24, keep_next=True, unhyphenated=True)

    yield Style("Подпись поле", before_points=6, keep_next=True)
    yield Style("Подпись печать", points=small, before_points=4, keep_next=True)
    yield Style("Подпись день", points=small, before_points=4, keep_next=True, unhyphenated=True)
    yield Style("Подпись дата", before_points=24, keep_next=True, unhyphenated=True)
    yield Style("Сторона", keep_next=True)
    yield Style("Сторона слово", "Сторона", bold=True, before_points=18, after_points=6)
    yield Style("Сторона подпись", "Сторона", points=small, before_points=6)
    yield Style("Место печати", "Сторона", points=small, before_points=6)
    yield Style("Отметка о получении", points=small, before_points=18, keep_next=True)

    yield Style("Визы", points=small, before_points=24, keep_next=True)
    yield Style("Виза должность", points=small, before_points=8, right=2, keep_next=True, unhyphenated=True)
    yield Style("Виза линия", points=small, before_points=8, left=3, right=3, rule=True, keep_next=True)
    yield Style("Виза имя", points=small, before_points=8, keep_next=True, unhyphenated=True)

    yield Style("Ознакомление", points=small, before_points=24, after_points=6, keep_next=True)
    yield Style("Ознакомление с новой страницы", "Ознакомление", page_break=True)


def _tables() -> Iterable[Style]:
    small = SMALL_POINTS
    yield Style("Таблица текст", points=small)
    yield Style("Таблица по центру", "Таблица текст", align="center")
    yield Style("Таблица раздел", "Таблица текст", bold=True, keep_next=True)
    yield Style("Table Heading", "Таблица текст", align="center", bold=True, unhyphenated=True)


def _blanks() -> Iterable[Style]:
    """Yield the styles of papers that are filled by pen, and of letters."""
    small = SMALL_POINTS
    yield Style("Организация над бланком", align="center", points=small, unhyphenated=True)
    yield Style("Указание", "Текст", points=small, line=1, before_points=4, after_points=4)
    yield Style("Просвет", points=6)
    yield Style("Вопрос", points=small, before_points=8, after_points=2, keep_next=True, keep_lines=True)
    yield Style("Вариант ответа", points=small, left=7.5, keep_next=True, keep_lines=True)
    yield Style("Вариант последний", "Вариант ответа", loose=True)
    yield Style("Строка ответа", rule=True, points=small, before_points=9, left=7.5, keep_next=True)
    yield Style("Строка ответа последняя", "Строка ответа", loose=True)
    yield Style("Бланк подпись поля", points=small, before_points=6)
    yield Style("Бланк поле", points=small, before_points=6, rule=True)
    yield Style("Адресат письма", points=BODY_POINTS)
    yield Style("Реквизиты письма", points=small, before_points=4)
    yield Style("Исполнитель", points=small, before_points=30)
    yield Style("Таблица мелкая", points=10.5)
    yield Style("Таблица мелкая по центру", "Таблица мелкая", align="center")
    yield Style("Метка листа", align="center", points=8, color="595959", page_break=True)
    yield Style("Сноска под таблицей", points=10.5, before_points=4, align="both", keep_next=True, keep_lines=True)


def _bars() -> Iterable[Style]:
    """Yield the styles of bars drawn as shaded paragraphs: dark and light differ in grey too."""
    yield Style("Столбик", points=9, before_points=2, after_points=2, shade="595959", keep_next=True)
    yield Style("Столбик светлый", "Столбик", shade="A6A6A6")
    yield Style("Столбик пустой", "Столбик", shade="EDEDED")
    yield Style("Столбик название", points=10.5, right=2, keep_next=True, unhyphenated=True)
    yield Style("Столбик значение", points=10.5, left=2, keep_next=True, unhyphenated=True)


TABLE_STYLES = {
    "Таблица с границами": (
        '<w:tblBorders>{borders}</w:tblBorders><w:tblCellMar><w:top w:w="28" w:type="dxa"/>'
        '<w:left w:w="85" w:type="dxa"/><w:bottom w:w="28" w:type="dxa"/>'
        '<w:right w:w="85" w:type="dxa"/></w:tblCellMar>',
        "",
    ),
    "Таблица без границ": (
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>',
        "",
    ),
    "Таблица диаграмма": (
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>',
        '<w:tcPr><w:vAlign w:val="center"/></w:tcPr>',
    ),
    "Таблица подписи": (
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>',
        '<w:tcPr><w:vAlign w:val="bottom"/></w:tcPr>',
    ),
}
"""Table styles: what stands in `w:tblPr`, and the default of cells."""


def styles_part(page: Page, used: Iterable[str]) -> str:
    """Return `word/styles.xml` with the styles used (by name), and those that they rest on."""
    known = sheet(page)
    wanted: set[str] = set()
    for name in used:
        current = known.get(name)
        while current and current.name not in wanted:
            wanted |= {current.name, current.next} & set(known)
            current = known.get(current.based_on)
    unknown = set(used) - set(known) - set(TABLE_STYLES)
    if unknown:
        raise ValueError(f"unknown styles: {sorted(unknown)}")
    size = BODY_POINTS * 2
    return "".join(
        (
            f'<w:styles xmlns:w="{_NAMESPACE}"><w:docDefaults><w:rPrDefault><w:rPr>'
            f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
            f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
            f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
            '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0" w:line="240"'
            ' w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
            "<w:qFormat/></w:style>",
            '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
            '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
            '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
            '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
            '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
            '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
            *(_paragraph_style(style) for style in known.values() if style.name in wanted),
            *(_table_style(name) for name in TABLE_STYLES if name in used),
            "</w:styles>",
        )
    )


def _paragraph_style(style: Style) -> str:
    follow = f'<w:next w:val="{style_id(style.next)}"/>' if style.next else ""
    return (
        f'<w:style w:type="paragraph"{_custom(style.name)} w:styleId="{style_id(style.name)}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="{style_id(style.based_on)}"/>{follow}<w:qFormat/>'
        f"{_group('pPr', _paragraph_properties(style))}{_group('rPr', _run_properties(style))}</w:style>"
    )


def _custom(name: str) -> str:
    # «header» is Word's own style: it shows it to a Russian user as «Верхний колонтитул».
    return "" if name == "header" else ' w:customStyle="1"'


def _group(name: str, content: str) -> str:
    return f"<w:{name}>{content}</w:{name}>" if content else ""


def _paragraph_properties(style: Style) -> str:
    rule = '<w:{} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    spacing = "".join(
        f' w:{name}="{value}"'
        for name, value in (
            ("before", round(style.before_points * 20)),
            ("after", round(style.after_points * 20)),
            ("line", round(style.line * 240)),
            ("lineRule", "auto" if style.line else ""),
        )
        if value
    )
    indent = "".join(
        f' w:{name}="{twips(value)}"'
        for name, value in (("left", style.left), ("right", style.right), ("firstLine", style.first_line))
        if value
    )
    return "".join(
        (
            "<w:keepNext/>" if style.keep_next else '<w:keepNext w:val="0"/>' if style.loose else "",
            "<w:keepLines/>" if style.keep_lines else "",
            "<w:pageBreakBefore/>" if style.page_break else "",
            _group("pBdr", rule.format("bottom") + rule.format("between")) if style.rule else "",
            f'<w:shd w:val="clear" w:color="auto" w:fill="{style.shade}"/>' if style.shade else "",
            _group("tabs", style.tabs),
            "<w:suppressAutoHyphens/>" if style.unhyphenated else "",
            f"<w:spacing{spacing}/>" if spacing else "",
            f"<w:ind{indent}/>" if indent else "",
            "<w:contextualSpacing/>" if style.contextual else "",
            f'<w:jc w:val="{style.align}"/>' if style.align else "",
            f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else "",
        )
    )


def _run_properties(style: Style) -> str:
    half_points = round(style.points * 2)
    return "".join(
        (
            "<w:b/><w:bCs/>" if style.bold else "",
            f'<w:color w:val="{style.color}"/>' if style.color else "",
            f'<w:spacing w:val="{round(style.letter_spacing_points * 20)}"/>' if style.letter_spacing_points else "",
            f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>' if half_points else "",
        )
    )


def _table_style(name: str) -> str:
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for edge in edges)
    properties, cell = TABLE_STYLES[name]
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr>{properties.format(borders=borders)}</w:tblPr>{cell}</w:style>'
    )
