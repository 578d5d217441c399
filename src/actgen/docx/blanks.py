"""Blanks in a text: each prints as its rule, for the pen, and is a control that Word fills by a click.

The contract with whoever reads a document back: a blank is a `w:date`, or has a tag that begins `actgen:fill:`, or an
alias that begins «Заполнить:» (LibreOffice keeps only one of the three, and not always the same).
"""

from __future__ import annotations

import re
from collections.abc import Callable

NUMBER_BLANK = "______"
DATE_BLANK = "____________"
DATE_BLANK_IN_WORDS = "«___» ____________ 20___ г."

FEWEST_RULES = "___"
"""A text without so many underscores in a row has no blank."""

_BLANK = re.compile(
    r"(?P<date>«_+»[ \u00a0]_{3,}[ \u00a0]20_+(?:[ \u00a0]г\.)?)"
    r"|(?<=\bот[ \u00a0])(?P<day>_{6,})"
    r"|(?<=№[ \u00a0])(?P<number>_{3,})"
    # A rule to sign on is for the pen alone.
    r"|(?P<text>_{3,})(?!_*[ \u00a0]*\(подпис)"
)
_ALONE = {NUMBER_BLANK: "number", DATE_BLANK: "day"}
"""What a word is that is nothing but a blank: as the header block prints number and date."""

_DAY_FORMAT, _FORMAT_IN_WORDS = "dd.MM.yyyy", "d MMMM yyyy 'г.'"
_NAMES = {"number": "номер", "text": "текст"}


def with_controls(text: str, properties: str, next_id: Callable[[], int]) -> str:
    """Return the text as it stands inside `<w:t>`, with a control in the place of each blank.

    Args:
        text: Escaped.
        properties: The `w:rPr` of the run around it, or nothing.
        next_id: Gives each control its number, unique in the document.
    """
    alone = _ALONE.get(text)

    def control(match: re.Match[str]) -> str:
        kind = alone or match.lastgroup or "text"
        blank = match.group()
        if kind in ("date", "day"):
            made = date_control(blank, properties, next_id(), is_in_words=kind == "date")
        else:
            made = text_control(blank, properties, next_id(), kind=kind)
        return f'</w:t></w:r>{made}<w:r>{properties}<w:t xml:space="preserve">'

    return _BLANK.sub(control, text)


def date_control(text: str, properties: str, number: int, *, is_in_words: bool = True, whose: str = "") -> str:
    """Return a blank for a date, as runs: the text is what it prints; `whose`, escaped, says whose date it is."""
    alias = f"Заполнить: дата ({whose})" if whose else "Заполнить: дата"
    return _control(
        alias,
        "date",
        number,
        f'<w:date><w:dateFormat w:val="{_FORMAT_IN_WORDS if is_in_words else _DAY_FORMAT}"/><w:lid w:val="ru-RU"/>'
        '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>',
        _run(text, properties),
    )


def text_control(text: str, properties: str, number: int, *, kind: str) -> str:
    """Return a blank for a number or another text, as runs."""
    return _control(f"Заполнить: {_NAMES[kind]}", kind, number, "<w:text/>", _run(text, properties))


def _run(text: str, properties: str) -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _control(alias: str, kind: str, number: int, what: str, run: str) -> str:
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{alias}"/><w:tag w:val="actgen:fill:{kind}"/>'
        f'<w:id w:val="{number}"/>{what}</w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt>'
    )
