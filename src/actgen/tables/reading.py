"""The bytes of a workbook or of a CSV file -> its sheets."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from actgen.tables.sheet import Sheet

_ZIP, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_OF_WORD = (b"word/document.xml", "WordDocument".encode("utf-16-le"))
_BLANKS = re.compile(r"[\s\u00a0\u202f\u200b]+")
_DELIMITERS = (";", "\t", ",")


class TableFault(Exception):
    """A file that cannot be read as a table; the text is a Russian sentence, `hint` the next step."""

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint


class NoReader(Exception):
    """The reader of workbooks (python-calamine) is not installed."""


def read_sheets(content: bytes) -> tuple[Sheet, ...]:
    """Return the sheets of an .xlsx, .xls or .ods workbook, or the one sheet of a CSV file, whatever its name says.

    A value merged over several rows stands in each of them; dates read `01.09.2026`, whole numbers have no fraction.

    Raises:
        TableFault: It is protected by a password, damaged, or no table at all.
        NoReader: It is a workbook, and python-calamine is not installed.
    """
    if content.startswith((_ZIP, _COMPOUND)) and any(mark in content for mark in _OF_WORD):
        raise TableFault("это документ Word, а не таблица", "скопируйте список в Excel и сохраните его как .xlsx")
    if content.startswith(b"%PDF"):
        raise TableFault("это PDF, а не таблица", "возьмите таблицу, из которой он сделан: .xlsx, .xls, .ods или .csv")
    if content.startswith((_ZIP, _COMPOUND)):
        return tuple(_workbook(content))
    text = _decoded(content)
    if re.match(r"\s*(<\?xml|<!doctype|<html|<table|<meta)", text, re.IGNORECASE):
        raise TableFault(
            "внутри файла веб-страница, а не таблица Excel",
            "откройте его в Excel и сохраните как «Книга Excel (.xlsx)»",
        )
    return (Sheet("", _csv_rows(text)),)


def _workbook(content: bytes) -> Iterator[Sheet]:
    try:
        import python_calamine  # noqa: PLC0415
    except ImportError as error:
        raise NoReader from error
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            rows = [[_text(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
            _fill_merged(rows, sheet.merged_cell_ranges or ())
            yield Sheet(name, tuple(tuple(row) for row in rows))
    except python_calamine.PasswordError as error:
        raise TableFault(
            "книга защищена паролем", "снимите пароль в Excel: «Файл» — «Сведения» — «Защита книги», сохраните"
        ) from error
    except (python_calamine.CalamineError, ValueError, OSError) as error:
        # What an encrypted workbook is called depends on who encrypted it.
        if "assword" in str(error) or "EncryptedPackage".encode("utf-16-le") in content:
            raise TableFault(
                "книга защищена паролем", "снимите пароль в Excel: «Файл» — «Сведения» — «Защита книги», сохраните"
            ) from error
        raise TableFault(
            "файл повреждён или это не таблица Excel", "откройте его в Excel и сохраните заново как .xlsx"
        ) from error


def _fill_merged(rows: list[list[str]], ranges: Iterable[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """Repeat a value in every row that its cell is merged over: each person of a list has her own row.

    It is repeated in every column too where it shares its row with others, as «Стаж» over «общий» and «пед.»; alone in
    its row it is a title or a divider.
    """
    for (top, left), (bottom, right) in ranges:
        if top < len(rows) and left < len(rows[top]):
            is_alone = not any(rows[top][:left] + rows[top][right + 1 :])
            for row in rows[top : bottom + 1]:
                for column in range(left, min(left if is_alone else right, len(row) - 1) + 1):
                    row[column] = rows[top][left]


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date | datetime):
        return f"{value:%d.%m.%Y}"
    return _BLANKS.sub(" ", str(value)).strip()


def _decoded(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    if b"\0" in content[:4096]:
        raise TableFault("это не таблица", "нужен файл .xlsx, .xls, .ods или .csv")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1251", "replace")


def _csv_rows(text: str) -> tuple[tuple[str, ...], ...]:
    parsed = [_parsed(text, delimiter) for delimiter in _DELIMITERS]
    best = max(parsed, key=_regularity)
    return tuple(tuple(_text(cell) for cell in row) for row in best)


def _parsed(text: str, delimiter: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise TableFault(
            f"файл не читается как CSV: {error}", "сохраните таблицу из Excel заново как .xlsx и повторите"
        ) from error


def _regularity(rows: list[list[str]]) -> tuple[int, int]:
    """Return how many rows have the most usual number of cells, and that number; one cell a row is no table."""
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return 0, 0
    width, count = widths.most_common(1)[0]
    return count, width
