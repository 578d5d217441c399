from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest
from pydantic import Field

from actgen.diagnostics import Diagnostic, Place, Severity
from actgen.sources import (
    Day,
    Email,
    Identifier,
    Line,
    Many,
    Money,
    OneOf,
    OneOfOrOther,
    Percent,
    Phone,
    Prose,
    Record,
    TextOr,
    Whole,
    YesNo,
    believe,
    read_yaml,
)


class Form(StrEnum):
    PAIR = "учитель — ученик"
    GROUP = "групповая"
    FURTHER = "ещё одна"


class FullName(Record):
    surname: Line = Field(alias="фамилия")
    name: Line = Field(alias="имя")


class Everything(Record):
    line: Line | None = Field(None, alias="строка")
    prose: Prose | None = Field(None, alias="текст")
    day: Day | None = Field(None, alias="дата")
    yes: YesNo | None = Field(None, alias="согласие")
    whole: Whole | None = Field(None, alias="часов")
    money: Money | None = Field(None, alias="выплата")
    percent: Percent | None = Field(None, alias="доля")
    identifier: Identifier | None = Field(None, alias="ид")
    email: Email | None = Field(None, alias="почта")
    phone: Phone | None = Field(None, alias="телефон")
    form: OneOf[Form] | None = Field(None, alias="форма")
    open_form: OneOfOrOther[Form] | None = Field(None, alias="вид")
    many: Many[Line] = Field((), alias="несколько")
    days: Many[Day] = Field((), alias="даты")
    full_name: TextOr[Line, FullName] | None = Field(None, alias="фио")


def _read(yaml: str) -> tuple[Everything, tuple[Diagnostic, ...]]:
    value = read_yaml("x.yaml", yaml)
    assert value.value is not None
    assert value.diagnostics == ()
    outcome = believe(Everything, value.value)
    return outcome.value, outcome.diagnostics


@pytest.mark.parametrize(
    ("yaml", "field", "believed"),
    [
        ("дата: 01.09.2023", "day", date(2023, 9, 1)),
        ("дата: 1.9.2023", "day", date(2023, 9, 1)),
        ("дата: 1 сентября 2023 г.", "day", date(2023, 9, 1)),
        ("дата: 1 сентября 2023", "day", date(2023, 9, 1)),
        ("дата: «01» Сентября 2023 года", "day", date(2023, 9, 1)),
        ("дата: 2023-09-01", "day", date(2023, 9, 1)),
        ("дата: 29.02.2024", "day", date(2024, 2, 29)),
        ("согласие: да", "yes", True),
        ("согласие: НЕТ", "yes", False),
        ("часов: 0", "whole", 0),
        ("часов: 34", "whole", 34),
        ("выплата: 5000", "money", Decimal(5000)),
        ("выплата: 5 000,50 руб.", "money", Decimal("5000.50")),
        ("выплата: 1\u00a0250\u00a0000 рублей", "money", Decimal(1250000)),
        ("выплата: 5000.5 ₽", "money", Decimal("5000.5")),
        ("доля: 15 %", "percent", Decimal(15)),
        ("доля: 12,5", "percent", Decimal("12.5")),
        ("строка: № 1\u00a0«А»", "line", "№ 1\u00a0«А»"),
        ("строка: И\u0306од", "line", "Йод"),
        ("строка: 007", "line", "007"),
        ("текст: |\n  один\n  два\n", "prose", "один\nдва"),
        ("ид: тк_351_8", "identifier", "тк_351_8"),
        ("ид: order_2", "identifier", "order_2"),
        ("почта: school-1@example.ru", "email", "school-1@example.ru"),
        ("почта: школа@школа.рф", "email", "школа@школа.рф"),
        ("телефон: 8 (496) 123-45-67, доб. 12", "phone", "8 (496) 123-45-67, доб. 12"),
        ("форма: учитель-ученик", "form", Form.PAIR),
        ("форма: Учитель – ученик", "form", Form.PAIR),
        ("форма: еще одна", "form", Form.FURTHER),
        ("вид: групповая", "open_form", Form.GROUP),
        ("вид: своя", "open_form", "своя"),
        ("несколько: Белова", "many", ("Белова",)),
        ("несколько: [Белова, Иванова]", "many", ("Белова", "Иванова")),
        ("несколько: []", "many", ()),
        ("фио: Белова Е.Н.", "full_name", "Белова Е.Н."),
        ("фио: {фамилия: Белова, имя: Е.}", "full_name", FullName(surname="Белова", name="Е.")),
    ],
)
def test_what_people_write_is_understood(yaml: str, field: str, believed: Any) -> None:
    record, diagnostics = _read(yaml)

    assert diagnostics == ()
    assert getattr(record, field) == believed
    assert type(getattr(record, field)) is type(believed)


@pytest.mark.parametrize(
    ("yaml", "code", "place", "message"),
    [
        ("дата: 31.02.2026", "D004", (1, 7), "такой даты нет в календаре: 31.02.2026"),
        ("дата: 31 ноября 2026 г.", "D004", (1, 7), "такой даты нет в календаре: 31 ноября 2026 г."),
        ("дата: 29.02.2026", "D004", (1, 7), "такой даты нет в календаре: 29.02.2026"),
        ("дата: 01.13.2026", "D004", (1, 7), "такой даты нет в календаре: 01.13.2026"),
        ("дата: 01.09.26", "D004", (1, 7), "год записан двумя цифрами: 01.09.26"),
        ("дата: 01.09.1023", "D004", (1, 7), "год вне 1900–2100: 01.09.1023"),
        ("дата: 1 сентебря 2026", "D004", (1, 7), "нет месяца «сентебря»; похожий: «сентября»"),
        ("дата: сентябрь", "D004", (1, 7), "дата не читается: сентябрь"),
        ("дата: 1756684800", "D004", (1, 7), "дата не читается: 1756684800"),
        ("дата: ٠١.٠٩.٢٠٢٣", "D004", (1, 7), "дата не читается: ٠١.٠٩.٢٠٢٣"),
        ("дата: [01.09.2023]", "D003", (1, 7), "нужна дата, а здесь список"),
        ("согласие: yes", "D003", (1, 11), "нужно «да» или «нет»: yes"),
        ("часов: 007", "D003", (1, 8), "нужно целое число: 007"),
        ("часов: -1", "D003", (1, 8), "нужно целое число: -1"),
        ("часов: 1.0", "D003", (1, 8), "нужно целое число: 1.0"),
        ("часов: 9999999999", "D003", (1, 8), "число слишком велико: 9999999999"),
        ("выплата: 5.000,50", "D003", (1, 10), "нужна сумма в рублях: 5.000,50"),
        ("выплата: 50 00", "D003", (1, 10), "нужна сумма в рублях: 50 00"),
        ("доля: 2000", "D003", (1, 7), "процентов слишком много: 2000"),
        ("ид: приказ-о-парах", "D003", (1, 5), "в имени бывают только буквы, цифры и подчёркивание: приказ-о-парах"),
        ("ид: оrder", "D003", (1, 5), "в имени смешаны русские и латинские буквы: оrder"),
        ("почта: school(at)example.ru", "D003", (1, 8), "адрес электронной почты не читается: school(at)example.ru"),
        ("телефон: нет", "D003", (1, 10), "номер телефона не читается: нет"),
        ("строка: |\n  один\n  два\n", "D003", (1, 9), "нужна одна строка, а здесь несколько: один два"),
        ("строка: {а: б}", "D003", (1, 9), "нужен текст, а здесь запись с ключами"),
        ('строка: "а\tб"', "F005", (1, 11), "табуляция в тексте: а б"),
        ("форма: груповая", "D003", (1, 8), "нет такого значения «груповая»; похожее: «групповая»"),
        ("несколько: [а, [б]]", "D003", (1, 16), "нужен текст, а здесь список"),
        ("даты: [01.09.2026, 31.09.2026]", "D004", (1, 20), "такой даты нет в календаре: 31.09.2026"),
        ("фио: [а]", "D003", (1, 6), "нужна одна запись с ключами, а здесь список"),
    ],
)
def test_what_does_not_fit_is_refused_at_its_place(yaml: str, code: str, place: tuple[int, int], message: str) -> None:
    _, diagnostics = _read(yaml)

    assert [(d.code, (d.place.line, d.place.column), d.message) for d in diagnostics] == [(code, place, message)]


def test_two_digit_year_has_the_full_date_in_its_hint() -> None:
    _, diagnostics = _read("дата: 1.9.26")

    assert diagnostics[0].hint == "запишите год четырьмя цифрами: 01.09.2026"


def test_latin_letter_in_a_russian_word_is_a_warning_at_the_letter() -> None:
    record, diagnostics = _read("строка: учитель мaтематики\n")

    assert [(d.code, d.severity, d.place) for d in diagnostics] == [("D008", Severity.WARNING, Place("x.yaml", 1, 18))]
    assert record.line == "учитель мaтематики"


def test_latin_words_and_compounds_are_no_warning() -> None:
    assert _read("строка: IT-класс, Wi-Fi, 3D и PDF\n")[1] == ()


def test_fields_take_python_values_in_memory() -> None:
    record = Everything(
        line="а", day=date(2026, 9, 1), yes=True, whole=3, money=Decimal(5), form=Form.GROUP, many=("а",)
    )

    assert (record.day, record.yes, record.whole, record.form) == (date(2026, 9, 1), True, 3, Form.GROUP)


def test_every_field_has_a_json_schema() -> None:
    schema = Everything.model_json_schema(by_alias=True)

    assert schema["properties"]["часов"]["anyOf"][0] == {"type": "integer", "minimum": 0}
    assert schema["properties"]["несколько"]["anyOf"][0] == {"type": ["string", "integer", "number"]}
    assert schema["properties"]["форма"]["anyOf"][0] == {
        "type": "string",
        "enum": ["учитель — ученик", "групповая", "ещё одна"],
    }
