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


def test_a_value_merged_over_columns_stands_in_each_of_them_unless_it_is_alone_in_its_rows(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Список"],
        ["Кто", "Стаж"],
        [None, "общий", "пед."],
        ["Гусь", 30, 20],
        ["Совместители"],
    ]
    path = write_book(tmp_path / "a.xlsx", rows, merged=["A1:C1", "A2:A3", "B2:C2", "A5:C5"])

    assert read_sheets(path.read_bytes())[0].rows == (
        ("Список", "", ""),
        ("Кто", "Стаж", "Стаж"),
        ("Кто", "общий", "пед."),
        ("Гусь", "30", "20"),
        ("Совместители", "", ""),
    )


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


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PK\x03\x04...word/document.xml...", "документ Word"),
        (b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "документ Word"),
        (b"%PDF-1.7\n", "это PDF"),
    ],
)
def test_a_list_in_another_program_is_named_as_what_it_is(content: bytes, reason: str) -> None:
    with pytest.raises(TableFault, match=reason):
        read_sheets(content)


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


@pytest.mark.parametrize(
    "below",
    [
        ("", "Администрация", "", ""),
        ("", "Администрация", "", "1 чел."),
        ("", "", "Учителя", ""),
        ("1", "2", "3", "4"),
        ("I", "Администрация", "", ""),
        ("", "Гусь", "нет", "декрет"),
    ],
)
def test_what_stands_below_a_heading_is_glued_to_it_only_when_it_is_a_heading(below: tuple[str, ...]) -> None:
    people = (("1", "Заяц", "20", ""), ("2", "Лань", "8", ""))
    fields = (
        Field("", ("№",), lambda text: False),
        Field("кто", ("Работник",), lambda text: text in ("Гусь", "Заяц", "Лань")),
        Field("стаж", ("Стаж",), str.isdigit),
    )

    layout = find_layout(Sheet("", (("№", "Работник", "Стаж", ""), below, *people)), fields)

    assert (layout.heading_row, layout.first_row) == (1, 2)
    assert [column.heading for column in layout.columns][:3] == ["№", "Работник", "Стаж"]
    assert (layout.column_of("кто"), layout.column_of("стаж")) == (1, 2)


def test_headings_that_repeat_are_told_apart_by_the_row_below() -> None:
    rows = (("Работник", "Стаж", "Стаж"), ("Работник", "общий", "пед."), ("Гусь", "30", "20"), ("Заяц", "9", "8"))
    fields = (
        Field("", ("Общий стаж",), lambda text: False),
        Field("кто", ("Работник",), str.isalpha),
        Field("стаж", ("Пед. стаж", "Стаж"), str.isdigit),
    )

    layout = find_layout(Sheet("", rows), fields)

    assert layout.first_row == 3
    assert layout.column_of("стаж") == 2


def test_dividers_tell_nothing_of_a_column() -> None:
    dividers: tuple[tuple[str, ...], ...] = (("", "Начальная школа"), ("", "Основная школа"), ("", "Совместители"))
    people = (("1", "Гусь"), ("2", "Заяц"), ("3", "Лань"), ("4", "Ёж"))
    rows = (("№", "Работник"), *(row for pair in zip(dividers, people, strict=False) for row in pair), people[3])
    fields = (Field("кто", ("Работник",), lambda text: text in ("Гусь", "Заяц", "Лань", "Ёж")),)

    assert find_layout(Sheet("", rows), fields).columns[1].confidence == 1.0


def test_a_heading_that_is_only_like_a_known_one_is_never_sure() -> None:
    fields = (Field("уволен", ("Уволен",), lambda text: text[:2].isdigit()),)

    layout = find_layout(Sheet("", (("Кто", "Обучен"), ("Гусь", "01.09.2024"), ("Заяц", "02.09.2024"))), fields)

    assert layout.columns[1].confidence < 0.75
