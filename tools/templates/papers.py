"""The parts of papers that people sign for themselves: addressee, plain text, signature with its day."""

from __future__ import annotations

from collections.abc import Mapping

from actgen.docx import DATE_BLANK_IN_WORDS

from . import blocks
from .markup import Cell, Page, Row, each, only_if, paragraph, table, tag

DATE_RULE = DATE_BLANK_IN_WORDS


def addressee(*lines: str) -> str:
    """Return to whom, and from whom, a paper is; its block stands in the upper right corner."""
    first, *middle, last = lines
    return "".join(
        (
            paragraph("Адресат первый", first),
            *(paragraph("Адресат", line) for line in middle),
            paragraph("Адресат последний", last),
        )
    )


def to_the_head(*from_whom: str) -> str:
    """Return the addressee of an employee's statement: the head of the school, then the employee."""
    return addressee(
        "{{ директор.должность.дательный|с_прописной }} {{ организация.краткое.родительный }}",
        "{{ директор.фамилия_инициалы.дательный }}",
        *from_whom,
    )


def from_person(words: str) -> tuple[str, str]:
    """Return the lines «от учителя физики» and the name, in the genitive."""
    return f"от {{{{ {words}.должность.родительный }}}}", f"{{{{ {words}.фио.родительный }}}}"


def title() -> str:
    """Return kind and title of a paper, centred."""
    return paragraph("Вид документа", "{{ документ.вид|upper }}") + paragraph(
        "Заголовок таблицы", "{{ документ.заголовок }}"
    )


def plain_points(below: Mapping[str, str] | None = None) -> str:
    """Return the points as plain paragraphs, those of the second level as a list with dashes."""
    lists = "".join(only_if(f'п.ид == "{code}"', part) for code, part in (below or {}).items())
    return each(
        "п",
        "пункты",
        tag("if п.раздел"),
        paragraph("Подзаголовок", "{{ п.текст }}"),
        tag("elif п.уровень == 1"),
        paragraph("Текст", "{{ п.текст }}"),
        tag("else"),
        paragraph("Перечень", "–\u00a0{{ п.текст }}"),
        tag("endif"),
        lists,
    )


def signed(page: Page, signer: str) -> str:
    """Return the row where a person signs: the day (left to the pen where the data have none), a line, her name."""
    row = Row(
        (
            Cell(paragraph("Подпись дата", "{{ документ.дата.словами }}")),
            Cell(paragraph("Подпись поле", f"{{{{ {signer}.линия }}}}")),
            Cell(paragraph("Подпись имя", f"{{{{ {signer}.инициалы_фамилия }}}}")),
        )
    )
    return table("Таблица подписи", page, blocks.SIGNATURE_MM, [row]) + blocks.after_table()


def lines_to_fill(number: int, condition: str = "") -> str:
    """Return lines for the pen, printed where the condition holds."""
    lines = paragraph("Строка для записи") * (number - 1) + paragraph("Последняя строка для записи")
    return only_if(condition, lines) if condition else lines


def received(text: str) -> str:
    """Return the mark by which somebody takes a paper: filled by pen."""
    return paragraph("Отметка о получении", text)


def numbered_lines(words: str) -> str:
    """Return a list of the data as «1) …;», the last with a full stop."""
    end = "{% if loop.last %}.{% else %};{% endif %}"
    return each("строка", words, paragraph("Перечень", "{{ loop.index }})\u00a0{{ строка }}" + end))
