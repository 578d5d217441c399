from __future__ import annotations

from datetime import date, timedelta

import pytest
from holidays.countries.russia import Russia
from hypothesis import given
from hypothesis import strategies as st

from actgen.working_days import FIRST_YEAR, LAST_YEAR, add_working_days, is_working_day, working_days_between
from tools.write_working_days import TABLE, table_text

DAYS = st.dates(date(2017, 1, 1), date(2030, 12, 31))


def test_the_table_is_the_one_that_the_kept_library_gives() -> None:
    assert TABLE.read_text(encoding="utf-8") == table_text()


@pytest.mark.parametrize("year", range(FIRST_YEAR, LAST_YEAR + 1))
def test_every_day_of_a_known_year_is_as_the_library_says(year: int) -> None:
    library = Russia(years=year)
    day = date(year, 1, 1)
    while day.year == year:
        assert is_working_day(day) == library.is_working_day(day), day
        day += timedelta(days=1)


def test_a_transferred_saturday_is_worked_and_its_monday_is_free() -> None:
    assert is_working_day(date(2024, 11, 2))
    assert not is_working_day(date(2024, 4, 29))


def test_a_year_without_decree_keeps_the_holidays_of_the_code() -> None:
    assert not is_working_day(date(2031, 6, 12))
    assert is_working_day(date(2031, 6, 11))


@given(DAYS, st.integers(1, 40))
def test_the_days_added_are_the_days_counted(day: date, count: int) -> None:
    last = add_working_days(day, count)

    assert is_working_day(last)
    assert working_days_between(day, last) == count - 1


@given(DAYS, st.integers(1, 40))
def test_going_back_from_a_working_day_finds_it_again(day: date, count: int) -> None:
    start = add_working_days(day, 1)

    assert add_working_days(add_working_days(start, count), -count) == start
