"""D105: minutes more than twelve months older than the act."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D105", Severity.WARNING, "протокол старше акта больше чем на год")
MOST_MONTHS = 12


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each adoption that is more than twelve months older than its act."""
    for entry in school.journal:
        for adoption in entry.adopted:
            if entry.day is None or adoption.day is None:
                continue
            months = (entry.day.year - adoption.day.year) * 12 + entry.day.month - adoption.day.month
            months -= adoption.day.day > entry.day.day
            if months >= MOST_MONTHS and (entry.day.month, entry.day.day) != (adoption.day.month, adoption.day.day):
                yield RULE.at(
                    adoption.place("дата"),
                    f"решение принято {date_in_digits(adoption.day)}, за {months} мес. до акта: тот ли это протокол?",
                    hint="проверьте год протокола",
                    related=(Related(entry.place("дата"), "дата акта здесь"),),
                )
