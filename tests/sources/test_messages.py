from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal, get_args

import pytest
from pydantic import Field
from pydantic_core.core_schema import ErrorType

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
)
from actgen.sources.messages import TABLE, describe, not_an_option
from tests.sources.grid import fire


class Form(StrEnum):
    PAIR = "учитель — ученик"
    GROUP = "групповая"


class Inner(Record):
    word: Line = Field(alias="слово")
    inner: list[Line] = Field([], alias="внутри")


class OurFields(Record):
    line: Line = Field(alias="строка")
    prose: Prose = Field(alias="текст")
    day: Day = Field(alias="дата")
    yes: YesNo = Field(alias="согласие")
    whole: Whole = Field(alias="часов")
    few: Annotated[Whole, Field(ge=1, le=10)] = Field(alias="немного")
    money: Money = Field(alias="выплата")
    percent: Percent = Field(alias="доля")
    identifier: Identifier = Field(alias="ид")
    email: Email = Field(alias="почта")
    phone: Phone = Field(alias="телефон")
    form: OneOf[Form] = Field(alias="форма")
    open_form: OneOfOrOther[Form] = Field(alias="вид")
    many: Many[Line] = Field(alias="несколько")
    days: list[Day] = Field(alias="даты")
    record: Inner = Field(alias="запись")
    records: Many[Inner] = Field(alias="записи")
    by_key: dict[str, Line] = Field(alias="по ключам")
    either: TextOr[Line, Inner] = Field(alias="так или так")
    eithers: list[TextOr[Line, Inner]] = Field(alias="разное")
    maybe: Line | None = Field(None, alias="необязательное")


class PlainFields(Record):
    """What a careless model could declare."""

    text: Annotated[str, Field(min_length=2, max_length=5, pattern="^а")] = Field(alias="а")
    number: int = Field(alias="б")
    bounded: Annotated[int, Field(gt=1, lt=5, multiple_of=2)] = Field(alias="в")
    fraction: float = Field(alias="г")
    finite: Annotated[float, Field(allow_inf_nan=False)] = Field(alias="д")
    decimal: Annotated[Decimal, Field(max_digits=4, decimal_places=1)] = Field(alias="е")
    truth: bool = Field(alias="ж")
    day: date = Field(alias="з")
    moment: datetime = Field(alias="и")
    clock: time = Field(alias="к")
    period: timedelta = Field(alias="л")
    form: Form = Field(alias="м")
    literal: Literal["раз", "два"] = Field(alias="н")
    items: Annotated[list[int], Field(min_length=1, max_length=2)] = Field(alias="о")
    pair: tuple[int, str] = Field(alias="п")
    bag: set[str] = Field(alias="р")
    frozen: frozenset[str] = Field(alias="с")
    mapping: dict[str, int] = Field(alias="т")
    union: int | date = Field(alias="у")
    nothing: None = Field(alias="ф")
    raw: bytes = Field(alias="х")
    anything: Any = Field(alias="ц")


@pytest.mark.parametrize("model", [OurFields, PlainFields])
def test_every_error_that_yaml_can_cause_speaks_russian(model: type[Record]) -> None:
    assert fire(model) == set()


def test_table_knows_every_error_type_of_this_pydantic() -> None:
    assert set(get_args(ErrorType)) - set(TABLE) == set()


@pytest.mark.parametrize("kind", get_args(ErrorType))
def test_message_of_every_type_is_russian(kind: str) -> None:
    _, message, _ = describe(kind, {"ge": 1, "max_length": 5, "error": ValueError("сказано нами")}, "значение")

    assert message
    assert not any("a" <= c.lower() <= "z" for c in message)


def test_value_that_is_no_option_is_shown_with_the_nearest() -> None:
    message, _ = not_an_option("груповая", ["групповая", "очная"])

    assert message == "нет такого значения «груповая»; похожее: «групповая»"


def test_value_far_from_all_options_is_shown_with_all_of_them() -> None:
    _, hint = not_an_option("xyz", ["групповая", "очная"])

    assert hint == "здесь бывает: групповая; очная"


def test_long_value_is_shortened_in_its_message() -> None:
    _, message, _ = describe("int_parsing", {}, "9" * 5000)

    assert len(message) < 100
