"""D115: a member of a pair who was hired after it began."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D115", Severity.ERROR, "принят на работу позже начала пары")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each person of a pair who was not yet on the staff when it began."""
    for pair in school.pairs:
        for person in pair.people:
            if person.hired_on is not None and person.hired_on > pair.starts_on:
                yield RULE.at(
                    pair.place("с"),
                    f"пара начинается {date_in_digits(pair.starts_on)}, а на работу принят(а) "
                    f"{date_in_digits(person.hired_on)}: {person.short_name}",
                    hint="исправьте начало пары или дату приёма",
                    related=(Related(person.place("принят"), "дата приёма здесь"),),
                )
