"""D103: an act that somebody has read before it was issued."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D103", Severity.ERROR, "ознакомлен раньше, чем издан акт", basis="тк_22")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each date of acquaintance that lies before the date of the act."""
    for entry in school.journal:
        for read in entry.acquainted:
            if entry.day is not None and read.day is not None and read.day < entry.day:
                yield RULE.at(
                    read.place("когда"),
                    f"ознакомлен(а) {date_in_digits(read.day)}, а акт издан {date_in_digits(entry.day)}: "
                    f"{read.person.short_name}",
                    hint="с ещё не изданным актом ознакомить нельзя: исправьте одну из дат",
                    related=(Related(entry.place("дата"), "акт издан здесь"),),
                )
