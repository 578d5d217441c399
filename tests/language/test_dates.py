from datetime import date

import pytest

from actgen.language import (
    Case,
    date_in_digits,
    date_in_words,
    date_with_quoted_day,
    month_name,
    months_range,
    period,
    period_in_digits,
    school_year,
    typeset,
)

FIRST, LAST = date(2023, 9, 1), date(2024, 5, 31)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_date_has_no_leading_zero_in_words_and_two_digits_in_quotes() -> None:
    assert plain(date_in_words(date(2026, 9, 1))) == "1 сентября 2026 г."
    assert plain(date_with_quoted_day(date(2026, 9, 1))) == "«01» сентября 2026 г."
    assert date_in_digits(date(2026, 9, 1)) == "01.09.2026"


def test_a_date_does_not_break_over_lines() -> None:
    assert " " not in date_in_words(FIRST) + date_with_quoted_day(FIRST)


def test_a_period_says_once_what_both_dates_share() -> None:
    assert plain(period(FIRST, LAST)) == "с 1 сентября 2023 г. по 31 мая 2024 г."
    assert plain(period(FIRST, date(2023, 9, 30))) == "с 1 по 30 сентября 2023 г."
    assert plain(period(FIRST, date(2023, 12, 29))) == "с 1 сентября по 29 декабря 2023 г."
    assert plain(period_in_digits(FIRST, LAST)) == "с 01.09.2023 по 31.05.2024"


def test_months_are_joined_by_an_en_dash_without_blanks() -> None:
    assert plain(months_range(FIRST, date(2023, 12, 1))) == "сентябрь–декабрь 2023 г."
    assert plain(months_range(FIRST, FIRST)) == "сентябрь 2023 г."
    assert plain(months_range(FIRST, LAST)) == "сентябрь 2023 г. – май 2024 г."


def test_a_school_year_is_two_years_that_follow_each_other() -> None:
    assert plain(school_year(2026)) == "2026/2027 учебный год"
    assert plain(school_year(2026, separator="-")) == "2026-2027 учебный год"
    assert plain(school_year(2026, Case.GENITIVE)) == "2026/2027 учебного года"


@pytest.mark.parametrize(
    ("month", "forms"),
    [
        (3, ["март", "марта", "марту", "март", "мартом", "марте"]),
        (5, ["май", "мая", "маю", "май", "маем", "мае"]),
        (9, ["сентябрь", "сентября", "сентябрю", "сентябрь", "сентябрём", "сентябре"]),
        (7, ["июль", "июля", "июлю", "июль", "июлем", "июле"]),
    ],
)
def test_a_month_has_six_cases(month: int, forms: list[str]) -> None:
    assert [month_name(month, case) for case in Case] == forms


def test_dates_are_set_as_typography_wants_them() -> None:
    for text in (date_in_words(FIRST), period(FIRST, LAST), months_range(FIRST, date(2023, 12, 1)), school_year(2026)):
        assert typeset(text) == text
