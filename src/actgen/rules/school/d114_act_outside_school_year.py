"""D114: an act dated far from the school year."""

from collections.abc import Iterator
from datetime import date

from actgen.diagnostics import Diagnostic, Severity
from actgen.language import date_in_digits
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D114", Severity.WARNING, "дата акта из другого года")
_PREPARING_FROM = (1, 1)


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each entry dated before the year in which the school year begins, or after its end."""
    year = school.settings.year
    earliest = date(year.first, *_PREPARING_FROM)
    for entry in school.journal:
        if entry.files:
            continue  # signed and kept: an act of an earlier year that is still in force
        if entry.day is not None and not earliest <= entry.day <= year.ends_on:
            yield RULE.at(
                entry.place("дата"),
                f"дата акта из другого года: {date_in_digits(entry.day)}, а учебный год {year}",
                hint="проверьте год в дате",
            )
