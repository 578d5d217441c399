"""D150: an act dated while the head, who signs it, is away."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D150", Severity.WARNING, "акт издан, пока руководителя не было")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each dated entry of the journal on a day of the head's long absence."""
    head = school.settings.head
    for entry in school.journal:
        for absence in head.absences:
            if entry.day is not None and absence.holds_on(entry.day):
                yield RULE.at(
                    entry.place("дата"),
                    f"акт издан {date_in_digits(entry.day)}, когда руководитель отсутствует: {head.short_name}",
                    hint="проверьте дату; если подписал исполняющий обязанности, назовите его: «руководитель: …»",
                    related=(Related(absence.place("с"), "отсутствие здесь"),),
                )
