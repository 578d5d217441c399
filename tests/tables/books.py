"""Workbooks as schools keep them, made anew for every test."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook


def write_book(path: Path, rows: Sequence[Sequence[Any]], title: str = "Лист1", merged: Sequence[str] = ()) -> Path:
    """Write a workbook of one sheet; `merged` are ranges such as A1:H1."""
    book = Workbook()
    sheet = book.active
    sheet.title = title
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column, value)
    for cells in merged:
        sheet.merge_cells(cells)
    book.save(path)
    return path


def tariff_list(path: Path) -> Path:
    """Write a book of three sheets: a cover, the teaching load with two rows of headings and notes, a class."""
    rows: list[list[Any]] = [
        ["УТВЕРЖДАЮ", None, None, None, None, None, "Т.В. Орлова"],
        ["Сведения о педагогических работниках"],
        ["№\nп/п", "ФИО (полностью)", "Кем работает", "Стаж", None, "Квал. категория, дата", "В школе с", "Контакты"],
        [None, None, None, "общ.", "пед."],
        [1, 2, 3, 4, 5, 6, 7, 8],
        ["Администрация"],
        [1, "ОРЛОВА Татьяна Викторовна", "Директор", 30, 29, "высшая, 2022", date(2011, 8, 15), 89161112233],
        ["Учителя"],
        [2, "Лебедева (Белова) Татьяна Николаевна", "Учитель физики", 23, 22, "СЗД", "1.9.2003", "9163334455, 5-42-17"],
        [3, "Петров Иван Сергеевич*", "Учитель химии", 3, "2 г. 4 мес.", "б/к", 45170, None],
        [4, "Гусь Лев Борисович, совместитель", "учитель музыки", 40, 40, "высш.", "01.09.1990"],
        [5, "Гусь Лев Борисович", "учитель МХК", 40, 40, "высш.", "01.09.1990"],
        [None, "Итого: 5 ставок"],
    ]
    merged = ("A2:H2", "D3:E3", "A3:A4", "B3:B4", "C3:C4", "F3:F4", "G3:G4", "H3:H4", "A6:H6", "A8:H8")
    write_book(path, rows, title="Педсостав", merged=merged)
    book = load_workbook(path)
    book.create_sheet("Обложка", 0).append(["Тарификация", None, "2026-2027 уч. год"])
    pupils = book.create_sheet("5а")
    pupils.append(["№", "Фамилия", "Имя", "Отчество", "Пол", "Телефон родителей"])
    pupils.append([1, "Лисова", "Анна", "Львовна", "ж", "89160000002"])
    book.save(path)
    return path


def nasty_list(path: Path) -> Path:
    """Write the list of a secretary: titles, a divider, a signature, dates and telephones of every sort."""
    return write_book(
        path,
        [
            ["МБОУ «Школа № 7»"],
            ["Список педагогических работников на 01.09.2026"],
            [],
            [
                "№ п/п", "Фамилия, имя, отчество", "Должность (предмет)", "Кв. категория", "Дата приёма",
                "Моб. телефон", "Стаж (лет)", "Примечание",
            ],
            [1, "Орлова Татьяна Викторовна", "Директор", "высшая", date(2011, 8, 15), 89161112233, 29, None],
            [2, "ПЕТРОВ  Иван Сергеевич", "Учитель математики", "б/к", 45170, "8(916)222-33-44", 3, "молодой"],
            [3, "Лебедева\u00a0Татьяна Николаевна", "Учитель физики", "СЗД", "1.9.2003", 9163334455, "22 года", None],
            ["Совместители"],
            [4, "Ким Ольга", "Педагог-психолог", "перв.", "2019-09-02", "+7 916 444 55 66", "7,5", None],
            [5, "Зимин Пётр Львович", "зам. директора по УВР", "высшая", date(2008, 8, 25), "8-916-555-66-77", 18],
            [6, "вакансия", "учитель химии"],
            [None, "Директор ______________ /Орлова Т.В./"],
        ],
        title="Педагоги 2026-27",
        merged=("A1:H1", "A2:H2", "A8:H8"),
    )  # fmt: skip
