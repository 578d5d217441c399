import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actgen.language import typeset
from actgen.language.typography import _RULES


@pytest.mark.parametrize(
    ("typed", "expected"),  # «_» stands for a non-breaking blank
    [
        ("приказ №45", "приказ №_45"),
        ("N 5", "№_5"),
        ("ст.351.8, п.1, ч. 3", "ст._351.8, п._1, ч._3"),
        ("1 сентября 2026г.", "1_сентября_2026_г."),
        ("«01» сентября 2026 г.", "«01»_сентября_2026_г."),
        ("2023-2024 гг.", "2023–2024_гг."),
        ("2026-2027 учебный год", "2026-2027 учебный год"),
        ("сентябрь-декабрь 2023 г.", "сентябрь–декабрь_2023_г."),
        ("г.Ключи, ул.Мира", "г._Ключи, ул._Мира"),
        ("И.И.Иванов, Петров А. Б.", "И.И._Иванов, Петров_А._Б."),
        ('"Ромашка"', "«Ромашка»"),
        ('ООО "Школа "Радуга""', "ООО «Школа „Радуга“»"),
        ("«Школа «Радуга»»", "«Школа „Радуга“»"),
        ("пары: учитель - учитель", "пары: учитель_— учитель"),
        ("5 000 рублей", "5_000_рублей"),
        ("5-7 классов", "5–7_классов"),
        ("закрепить за Беловой Е.Н..", "закрепить за Беловой_Е.Н."),
        ("до 31 мая 2027 г..", "до 31_мая_2027_г."),
        ("так далее...  и ( ещё ) , вот", "так далее… и (ещё), вот"),
    ],
)
def test_typed_text_is_set_as_a_printer_would(typed: str, expected: str) -> None:
    assert typeset(typed).replace("\N{NO-BREAK SPACE}", "_") == expected


@pytest.mark.parametrize(
    "text",
    [
        "МБОУ «СОШ №21»",  # an official name is written as its charter has it
        "«Гимназия «Радуга» г.Ключи",  # quotes that cannot be paired are left for a person
        "https://example.ru/a-b?c=1",
        "ivanov-1@mail.ru",
        "8-912-345-67-89",
        "приказ 01-15/7",
        "2026-09-01",
        "9-летний",
        "и.о. директора",
        "первая строка\nвторая\tстолбец",
    ],
)
def test_what_is_no_matter_of_typography_stays(text: str) -> None:
    assert typeset(text) == text


def test_quotes_are_set_and_the_name_inside_keeps_every_letter() -> None:
    assert typeset('МБОУ "СОШ №21 - лицей"') == "МБОУ «СОШ №21 - лицей»"


PIECES = (
    *"а я И Иванов И. ст п пп Ч г г. гг. ул. р-н д. 1 45 2026 000 . .. ... , ; ( ) N № - – — « » _ / IV".split(),
    *"января Май март час лет % класса учебн наставник".split(),
    *(" ", "  ", "\u00a0", "\u202f", "\n"),
)


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_a_rule_finds_nothing_in_a_text_without_the_sign_of_its_group(text: str) -> None:
    signs = [(re.compile(re.escape(sign)) if isinstance(sign, str) else sign, rules) for sign, rules in _RULES]

    found = [pattern for sign, rules in signs if not sign.search(text) for pattern, _ in rules if pattern.search(text)]

    assert found == []
