"""D129: a reader who was not on the staff on the day of reading."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D129", Severity.ERROR, "ознакомлен тот, кто в этот день не работал")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each acquaintance dated before the person was hired or after she left."""
    for entry in school.journal:
        for read in entry.acquainted:
            person = read.person
            if read.day is not None and not person.works_on(read.day):
                key = "принят" if person.hired_on is not None and read.day < person.hired_on else "уволен"
                yield RULE.at(
                    read.place("когда"),
                    f"ознакомлен(а) {date_in_digits(read.day)}, а в этот день не работал(а): {person.short_name}",
                    hint="исправьте дату ознакомления или дату в data/staff.yaml",
                    related=(Related(person.place(key), f"{key} — здесь"),),
                )
