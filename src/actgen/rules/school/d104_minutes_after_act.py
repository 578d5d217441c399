"""D104: minutes that are later than the act resting on them."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D104", Severity.ERROR, "протокол позже акта, который на нём основан")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each adoption that is dated after its act."""
    for entry in school.journal:
        for adoption in entry.adopted:
            if entry.day is not None and adoption.day is not None and adoption.day > entry.day:
                yield RULE.at(
                    adoption.place("дата"),
                    f"дата приказа раньше протокола: {date_in_digits(entry.day)} и {date_in_digits(adoption.day)}",
                    hint="акт принимают до того, как его утвердят: исправьте одну из дат",
                    related=(Related(entry.place("дата"), "дата акта здесь"),),
                )
