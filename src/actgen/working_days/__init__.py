"""The calendar of working days of Russia (производственный календарь)."""

from actgen.working_days.calendar import (
    FIRST_YEAR,
    LAST_YEAR,
    add_working_days,
    is_holiday,
    is_working_day,
    working_days_between,
)

__all__ = ["FIRST_YEAR", "LAST_YEAR", "add_working_days", "is_holiday", "is_working_day", "working_days_between"]
