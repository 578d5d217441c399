"""Kinds of values that records are made of: each takes what a person writes and says in Russian why it does not fit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, TypeVar, get_args

from pydantic import (
    Discriminator,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainValidator,
    Tag,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, core_schema

from actgen.diagnostics import Diagnostic, Severity, closest
from actgen.diagnostics.similar import fold_look_alikes
from actgen.sources.lexical import FORBIDDEN, what_character
from actgen.sources.messages import not_an_option, short
from actgen.sources.refusing import Collector, leave_absent, refuse
from actgen.sources.values import LOST, Sequence, Text, place_of

_MONTHS = (
    ("января", "январь"),
    ("февраля", "февраль"),
    ("марта", "март"),
    ("апреля", "апрель"),
    ("мая", "май"),
    ("июня", "июнь"),
    ("июля", "июль"),
    ("августа", "август"),
    ("сентября", "сентябрь"),
    ("октября", "октябрь"),
    ("ноября", "ноябрь"),
    ("декабря", "декабрь"),
)
_DAY_HINT = "запишите дату так: 01.09.2026"
_DASHES = re.compile(r"\s*[-‐‑‒–—−]\s*")
_SCALAR = ["string", "integer", "number"]
_LOOK_ALIKE = re.compile(r"(?<=[а-яёА-ЯЁ])[aceopxyABCEHKMOPTX]|[aceopxyABCEHKMOPTX](?=[а-яёА-ЯЁ])")


def text_of(value: Any, expected: str) -> str:
    """Return the scalar as text without outer blanks, NFC; refuse what is no scalar, naming what was expected.

    >>> text_of(" Ключи ", "название")
    'Ключи'
    """
    if isinstance(value, dict):
        # «- Приказ: о парах» is read as a record with one key.
        refuse(
            "D003", f"{expected}, а здесь запись с ключами", 'если в тексте есть двоеточие, возьмите его в кавычки: "…"'
        )
    if isinstance(value, list | tuple):
        refuse(
            "D003",
            f"{expected}, а здесь список",
            'уберите дефис или скобки; если это текст, возьмите его в кавычки: "…"',
        )
    if not isinstance(value, str):
        refuse("D003", f"{expected}: {short(str(value))}")
    if LOST in value:
        leave_absent()
    text = unicodedata.normalize("NFC", value.strip())
    if not text:
        refuse("D003", f"{expected}, а здесь пусто", "впишите значение или удалите строку")
    return str(text)


def _printable(value: Any, info: ValidationInfo, *, one_line: bool) -> str:
    text = text_of(value, "нужен текст")
    bad = FORBIDDEN.search(text) or re.search("\t", text)
    if bad:
        offset = str(value).find(bad[0])
        what = "табуляция в тексте" if bad[0] == "\t" else what_character(bad[0])
        at = value.place_at(offset) if isinstance(value, Text) else None
        refuse("F005", f"{what}: {short(FORBIDDEN.sub('', text))}", "замените этот знак пробелом или сотрите", place=at)
    if one_line and "\n" in text:
        refuse("D003", f"нужна одна строка, а здесь несколько: {short(text)}", "запишите значение в одну строку")
    mixed = _LOOK_ALIKE.search(text)
    if mixed and isinstance(value, Text) and isinstance(info.context, Collector):
        word = next((w for w in re.findall(r"\w+", text) if _LOOK_ALIKE.search(w)), text)
        info.context.report(
            Diagnostic(
                "D008",
                Severity.WARNING,
                f"латинская буква «{mixed[0]}» в русском слове: {short(word)}",
                value.place_at(str(value).find(text) + mixed.start()),
                "наберите слово заново по-русски",
            )
        )
    return text


def _line(value: Any, info: ValidationInfo) -> str:
    return _printable(value, info, one_line=True)


def _prose(value: Any, info: ValidationInfo) -> str:
    return _printable(value, info, one_line=False)


def _day(value: Any) -> date:
    if isinstance(value, date):
        return value
    text = text_of(value, "нужна дата")
    found = (
        re.fullmatch(r"(?P<d>[0-9]{1,2})\.(?P<m>[0-9]{1,2})\.(?P<y>[0-9]{4})(?:\s*(?:г\.?|года))?", text)
        or re.fullmatch(r"(?P<y>[0-9]{4})-(?P<m>[0-9]{1,2})-(?P<d>[0-9]{1,2})", text)
        or re.fullmatch(r"«?(?P<d>[0-9]{1,2})»?\s+(?P<m>[А-Яа-яЁё]+)\s+(?P<y>[0-9]{4})(?:\s*(?:г\.?|года))?", text)
    )
    if found is None:
        short_year = re.fullmatch(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{2})(?:\s*г\.?)?", text)
        if short_year:
            full = f"{int(short_year[1]):02}.{int(short_year[2]):02}.20{short_year[3]}"
            refuse("D004", f"год записан двумя цифрами: {text}", f"запишите год четырьмя цифрами: {full}")
        refuse("D004", f"дата не читается: {short(text)}", _DAY_HINT)
    month = _month(found["m"], text)
    year = int(found["y"])
    if not 1900 <= year <= 2100:
        refuse("D004", f"год вне 1900–2100: {text}", "исправьте год")
    try:
        return date(year, month, int(found["d"]))
    except ValueError:
        refuse("D004", f"такой даты нет в календаре: {text}", "исправьте день или месяц")


def _month(written: str, text: str) -> int:
    if written.isdigit():
        return int(written)
    for number, forms in enumerate(_MONTHS, start=1):
        if written.casefold() in forms:
            return number
    meant = closest(written, [genitive for genitive, _ in _MONTHS])
    if meant:
        refuse("D004", f"нет месяца «{written}»; похожий: «{meant}»", f"исправьте на «{meant}»")
    return refuse("D004", f"дата не читается: {short(text)}", _DAY_HINT)


def _yes_no(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    text = text_of(value, "нужно «да» или «нет»")
    answer = {"да": True, "нет": False}.get(text.casefold())
    if answer is None:
        refuse("D003", f"нужно «да» или «нет»: {short(text)}", "запишите «да» или «нет»")
    return answer


def _whole(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = text_of(value, "нужно целое число")
    if not re.fullmatch("0|[1-9][0-9]*", text):
        hint = "запишите число цифрами без пробелов и нулей впереди"
        refuse("D003", f"нужно целое число: {short(text)}", hint)
    if len(text) > 9:
        refuse("D003", f"число слишком велико: {short(text)}", "проверьте, не лишние ли цифры")
    return int(text)


_AMOUNT = re.compile(r"([0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3})+|[0-9]+)(?:[.,]([0-9]{1,2}))?")
_ROUBLES = re.compile(r"\s*(?:руб(?:\.|лей|ля|ль)?|р\.|₽)$")


def _money(value: Any) -> Decimal:
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return Decimal(value)
    text = text_of(value, "нужна сумма")
    return _amount(text, _ROUBLES.sub("", text), "нужна сумма в рублях", "запишите сумму так: 5000 или 5 000,50")


def _percent(value: Any) -> Decimal:
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return Decimal(value)
    text = text_of(value, "нужны проценты")
    amount = _amount(text, re.sub(r"\s*%$", "", text), "нужны проценты", "запишите проценты так: 15 или 12,5")
    if amount > 1000:
        refuse("D003", f"процентов слишком много: {short(text)}", "исправьте число")
    return amount


def _amount(text: str, digits: str, expected: str, hint: str) -> Decimal:
    found = _AMOUNT.fullmatch(digits)
    if found is None:
        refuse("D003", f"{expected}: {short(text)}", hint)
    whole = re.sub(r"[^0-9]", "", found[1])
    if len(whole) > 12:
        refuse("D003", f"число слишком велико: {short(text)}", "проверьте, не лишние ли цифры")
    return Decimal(f"{whole}.{found[2]}" if found[2] else whole)


def _identifier(value: Any) -> str:
    text = text_of(value, "нужно имя из букв и цифр")
    if not re.fullmatch("[A-Za-zА-Яа-яЁё][A-Za-zА-Яа-яЁё0-9_]*", text):
        refuse(
            "D003",
            f"в имени бывают только буквы, цифры и подчёркивание: {short(text)}",
            "начните с буквы; вместо пробела и дефиса поставьте подчёркивание",
        )
    if any(re.search("[A-Za-z]", part) and re.search("[А-Яа-яЁё]", part) for part in text.split("_")):
        refuse("D003", f"в имени смешаны русские и латинские буквы: {text}", "наберите имя заново на одном языке")
    return text


def _email(value: Any) -> str:
    text = text_of(value, "нужен адрес электронной почты")
    if not re.fullmatch(r"[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}|[\w.+-]+@(?:[\w-]+\.)+рф", text):
        refuse(
            "D003", f"адрес электронной почты не читается: {short(text)}", "запишите его латиницей: school@example.ru"
        )
    return text


def _phone(value: Any) -> str:
    text = text_of(value, "нужен номер телефона")
    digits = sum(c in "0123456789" for c in text)
    if digits < 5 or "\n" in text or re.search(r"[^0-9+()\[\]\s.,;:/\-–—№а-яё]", text, re.IGNORECASE):
        refuse("D003", f"номер телефона не читается: {short(text)}", "запишите его цифрами: 8 (496) 123-45-67")
    return text


Line = Annotated[str, PlainValidator(_line), WithJsonSchema({"type": _SCALAR})]
"""A text in one line."""

Prose = Annotated[str, PlainValidator(_prose), WithJsonSchema({"type": _SCALAR})]
"""A text in one or more lines."""

Day = Annotated[
    date,
    PlainValidator(_day),
    WithJsonSchema({"type": "string", "examples": ["01.09.2026"], "errorMessage": "Нужна дата вида 01.09.2026"}),
]
"""A calendar day."""

YesNo = Annotated[bool, PlainValidator(_yes_no), WithJsonSchema({"enum": ["да", "нет"]})]
"""«да» or «нет»."""

Whole = Annotated[int, PlainValidator(_whole), WithJsonSchema({"type": "integer", "minimum": 0})]
"""A number of things: 0, 1, 2…"""

Money = Annotated[Decimal, PlainValidator(_money), WithJsonSchema({"type": _SCALAR, "examples": ["5 000,50"]})]
"""An amount in roubles."""

Percent = Annotated[Decimal, PlainValidator(_percent), WithJsonSchema({"type": _SCALAR, "examples": ["15"]})]
"""Per cent, with or without the sign."""

Identifier = Annotated[str, PlainValidator(_identifier), WithJsonSchema({"type": "string"})]
"""A name that templates can use: «тк_351_8», `order`."""

Email = Annotated[str, PlainValidator(_email), WithJsonSchema({"type": "string", "examples": ["school@example.ru"]})]
"""An address of electronic mail."""

Phone = Annotated[str, PlainValidator(_phone), WithJsonSchema({"type": _SCALAR, "examples": ["8 (496) 123-45-67"]})]
"""A telephone number as written."""


T = TypeVar("T")
E = TypeVar("E", bound=Enum)
Scalar = TypeVar("Scalar")
Composite = TypeVar("Composite")


class _OneOrMany:
    """Lets a list of one be written as the one value."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_as_list, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        many = handler(schema)
        item = many.get("items")
        return {"anyOf": [item, many]} if item else many


def _as_list(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else Sequence((value,), place_of(value))


Many = Annotated[tuple[T, ...], _OneOrMany()]
"""`Many[Line]`: a list that may be written as one value."""


def fold_word(text: str) -> str:
    """Return the text as words of a closed list are compared: dashes, ё, blanks and letter case folded.

    >>> fold_word("Учитель — ученик") == fold_word("учитель-ученик")
    True
    """
    return " ".join(_DASHES.sub("-", text).casefold().replace("ё", "е").split())


def _alike(text: str) -> str:
    """Return a word of a closed list for comparing: also «А» typed on the other keyboard layout is «A»."""
    return fold_word(fold_look_alikes(text.upper()))


class _OneOf:
    """Makes an enum of Russian words be found by them."""

    def __init__(self, *, is_open: bool) -> None:
        self.is_open = is_open

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        enum = _enum_in(source)
        words = [str(member.value) for member in enum]
        return core_schema.with_info_plain_validator_function(self._finder(enum), metadata={"actgen_words": words})

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        # One marker serves every enum, so the words travel with the schema.
        inner: Any = schema
        while "actgen_words" not in inner.get("metadata", {}):
            inner = inner["schema"]  # a record wraps each field in its own validator
        words: list[str] = inner["metadata"]["actgen_words"]
        return {"type": "string", "examples": words} if self.is_open else {"type": "string", "enum": words}

    def _finder(self, enum: type[Enum]) -> Callable[[Any, ValidationInfo], Any]:
        by_word = {_alike(str(member.value)): member for member in enum}
        words = [str(member.value) for member in enum]

        def find(value: Any, info: ValidationInfo) -> Any:
            if isinstance(value, enum):
                return value
            text = text_of(value, "нужно одно из значений")
            member = by_word.get(_alike(text))
            if member is not None:
                return member
            if self.is_open:
                return _line(value, info)
            return refuse("D003", *not_an_option(text, words))

        return find


def _enum_in(source: Any) -> type[Enum]:
    if isinstance(source, type) and issubclass(source, Enum):
        return source
    return next(a for a in get_args(source) if isinstance(a, type) and issubclass(a, Enum))


OneOf = Annotated[E, _OneOf(is_open=False)]
"""`OneOf[Form]`: a member of an enum, written by its Russian value."""

OneOfOrOther = Annotated[E | str, _OneOf(is_open=True)]
"""`OneOfOrOther[Form]`: a member of an enum, or another text in one line."""


def _shape(value: Any) -> str:
    return _KEYED if isinstance(value, dict) or not isinstance(value, str | date | int | Decimal | Enum) else _PLAIN


_PLAIN = "‹текст›"
_KEYED = "‹запись›"

TextOr = Annotated[
    Annotated[Scalar, Tag(_PLAIN)] | Annotated[Composite, Tag(_KEYED)],
    Discriminator(_shape),
]
"""`TextOr[Line, FullName]`: one thing written as a text, or as a record with keys."""
