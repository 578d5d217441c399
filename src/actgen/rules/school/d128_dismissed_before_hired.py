"""D128: a person who was dismissed before she was hired."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D128", Severity.ERROR, "уволен раньше, чем принят")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each person whose dates stand the wrong way round."""
    for person in school.staff:
        if person.hired_on is not None and person.dismissed_on is not None and person.dismissed_on < person.hired_on:
            yield RULE.at(
                person.place("уволен"),
                f"уволен(а) {date_in_digits(person.dismissed_on)}, а принят(а) {date_in_digits(person.hired_on)}: "
                f"{person.short_name}",
                hint="исправьте одну из дат; принятого снова запишите последней датой приёма без «уволен:»",
                related=(Related(person.place("принят"), "дата приёма здесь"),),
            )
