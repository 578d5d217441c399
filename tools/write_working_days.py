"""Write the calendar of `src/actgen/working_days/` from the package `holidays`, which follows the yearly decrees."""

from __future__ import annotations

from pathlib import Path

from holidays.countries.russia import Russia

TABLE = Path(__file__).resolve().parents[1] / "src" / "actgen" / "working_days" / "russia.tsv"
YEARS = range(2018, 2028)
SATURDAY = 5


def table_text() -> str:
    """Return every day that is not as its weekday says, and every holiday: date, what it is."""
    calendar = Russia(years=YEARS, language="ru")
    rows = {}
    for day, name in calendar.items():
        rows[day] = "перенос" if name.startswith("Выходной") else "праздник"
    for day in calendar.weekend_workdays:
        rows[day] = "рабочий"
    return "".join(f"{day.isoformat()}\t{rows[day]}\n" for day in sorted(rows) if day.year in YEARS)


if __name__ == "__main__":
    TABLE.write_text(table_text(), encoding="utf-8")
