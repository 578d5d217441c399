from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actgen.language import (
    Case,
    Gender,
    count_in_digits,
    count_in_words,
    counted_noun,
    number_in_words,
    sum_in_words,
)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("number", "noun", "expected"),
    [
        (1, "наставник", "1 наставник"),
        (3, "наставник", "3 наставника"),
        (5, "наставник", "5 наставников"),
        (11, "наставник", "11 наставников"),
        (21, "наставник", "21 наставник"),
        (112, "наставник", "112 наставников"),
        (0, "пара", "0 пар"),
        (2, "наставляемый", "2 наставляемых"),
        (4, "день", "4 дня"),
        (7, "год", "7 лет"),
        (25, "человек", "25 человек"),
        (22, "рабочий день", "22 рабочих дня"),
        (3, "наставническая пара", "3 наставнические пары"),
        (5, "протокол", "5 протоколов"),
        (2, "персонализированная программа", "2 персонализированные программы"),
    ],
)
def test_a_noun_agrees_with_its_number(number: int, noun: str, expected: str) -> None:
    assert plain(count_in_digits(number, noun)) == expected


def test_a_noun_follows_the_case_of_its_number() -> None:
    words = [count_in_words(2, "наставник", case) for case in Case]

    assert words == [
        "два наставника",
        "двух наставников",
        "двум наставникам",
        "двух наставников",
        "двумя наставниками",
        "двух наставниках",
    ]
    assert count_in_words(3, "наставник", Case.PREPOSITIONAL) == "трёх наставниках"
    assert count_in_words(21, "наставник", Case.ACCUSATIVE) == "двадцать одного наставника"
    assert count_in_words(22, "наставник", Case.ACCUSATIVE) == "двадцать два наставника"
    assert count_in_words(21, "пара", Case.DATIVE) == "двадцати одной паре"
    assert count_in_words(1, "заседание", Case.NOMINATIVE) == "одно заседание"
    assert counted_noun(5, "рабочий день", Case.GENITIVE) == "рабочих дней"


@pytest.mark.parametrize(
    ("number", "case", "expected"),
    [
        (0, Case.GENITIVE, "нуля"),
        (11, Case.INSTRUMENTAL, "одиннадцатью"),
        (40, Case.GENITIVE, "сорока"),
        (90, Case.DATIVE, "девяноста"),
        (100, Case.INSTRUMENTAL, "ста"),
        (248, Case.INSTRUMENTAL, "двумястами сорока восемью"),
        (500, Case.PREPOSITIONAL, "пятистах"),
        (1000, Case.NOMINATIVE, "одна тысяча"),
        (2002, Case.NOMINATIVE, "две тысячи два"),
        (61_000_001, Case.GENITIVE, "шестидесяти одного миллиона одного"),
        (5_000, Case.GENITIVE, "пяти тысяч"),
        (21_000, Case.ACCUSATIVE, "двадцать одну тысячу"),
        (-3, Case.NOMINATIVE, "минус три"),
    ],
)
def test_a_number_has_words_in_every_case(number: int, case: Case, expected: str) -> None:
    assert number_in_words(number, case) == expected


def test_a_number_agrees_in_gender() -> None:
    assert number_in_words(1, gender=Gender.FEMININE) == "одна"
    assert number_in_words(1, gender=None) == "одно"
    assert number_in_words(2, gender=Gender.FEMININE) == "две"


@pytest.mark.parametrize(
    ("amount", "case", "expected"),
    [
        ("5000", Case.NOMINATIVE, "5 000 (пять тысяч) рублей 00 копеек"),
        ("5000", Case.GENITIVE, "5 000 (пяти тысяч) рублей 00 копеек"),
        ("1", Case.NOMINATIVE, "1 (один) рубль 00 копеек"),
        ("21.01", Case.GENITIVE, "21 (двадцати одного) рубля 01 копейки"),
        (
            "1234567.89",
            Case.NOMINATIVE,
            "1 234 567 (один миллион двести тридцать четыре тысячи пятьсот шестьдесят семь) рублей 89 копеек",
        ),
        ("0.5", Case.NOMINATIVE, "0 (ноль) рублей 50 копеек"),
        ("2.995", Case.NOMINATIVE, "3 (три) рубля 00 копеек"),
    ],
)
def test_a_sum_has_digits_words_and_two_digits_of_kopecks(amount: str, case: Case, expected: str) -> None:
    assert plain(sum_in_words(Decimal(amount), case)) == expected


def test_a_sum_of_floats_is_refused() -> None:
    with pytest.raises(TypeError):
        sum_in_words(0.1)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="no sum"):
        sum_in_words(Decimal(-1))


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.sampled_from(list(Case)))
def test_every_number_has_words(number: int, case: Case) -> None:
    assert number_in_words(number, case).strip()


def test_a_number_too_long_is_refused() -> None:
    with pytest.raises(ValueError, match="digits"):
        number_in_words(10**15)
