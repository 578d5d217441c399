"""Workbooks and CSV files as sheets of text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from actgen.tables import Field, Sheet, TableFault, find_layout, read_sheets
from tests.tables.books import write_book

SAMPLES = Path(__file__).parent / "samples"


def test_cells_are_text_as_a_person_sees_them(tmp_path: Path) -> None:
    path = write_book(tmp_path / "a.xlsx", [["дата", date(2026, 9, 1)], [89161234567, 1.5, True, " два\u00a0 слова "]])

    assert read_sheets(path.read_bytes())[0].rows == (
        ("дата", "01.09.2026", "", ""),
        ("89161234567", "1.5", "да", "два слова"),
    )


def test_a_value_merged_over_rows_stands_in_each_of_them(tmp_path: Path) -> None:
    path = write_book(tmp_path / "a.xlsx", [["учитель", "Гусь"], [None, "Заяц"]], merged=["A1:A2"])

    assert read_sheets(path.read_bytes())[0].rows == (("учитель", "Гусь"), ("учитель", "Заяц"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_csv_file_is_read_in_every_usual_encoding_and_with_every_delimiter(encoding: str, delimiter: str) -> None:
    text = f'ФИО{delimiter}Должность\r\n"Гусь Л.Б."{delimiter}учитель\r\n'

    assert read_sheets(text.encode(encoding)) == (Sheet("", (("ФИО", "Должность"), ("Гусь Л.Б.", "учитель"))),)


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        ("with-password.xlsx", "паролем"),
        ("cut-short.xlsx", "повреждён"),
        ("page.xls", "веб-страница"),
        ("picture.png", "не таблица"),
    ],
)
def test_a_file_that_is_no_readable_table_is_refused_with_its_reason(file: str, reason: str) -> None:
    with pytest.raises(TableFault, match=reason):
        read_sheets((SAMPLES / file).read_bytes())


def test_an_old_workbook_is_read_too() -> None:
    sheet = read_sheets((SAMPLES / "old.xls").read_bytes())[0]

    assert sheet.rows[0][0] == "Фамилия"


def test_headings_may_take_two_rows_and_need_not_stand_first() -> None:
    rows = (("Список",), ("Работник", "Стаж", ""), ("", "общий", "пед."), ("Гусь", "30", "20"), ("Заяц", "9", "8"))
    fields = (
        Field("кто", ("Работник",), str.isalpha),
        Field("стаж", ("Стаж педагогический", "пед."), str.isdigit),
    )

    layout = find_layout(Sheet("", rows), fields)

    assert (layout.heading_row, layout.first_row) == (2, 4)
    assert (layout.column_of("кто"), layout.column_of("стаж")) == (0, 2)
