"""D155: an answer of the trade union that is earlier than the letter to it."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D155", Severity.ERROR, "ответ профсоюза раньше письма")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic when the two dates stand the wrong way round."""
    union = school.year_work.union
    if union is None or union.sent_on is None or union.answered_on is None:
        return
    if union.answered_on < union.sent_on:
        yield RULE.at(
            union.place("ответ"),
            f"ответ от {date_in_digits(union.answered_on)}, а проект направлен {date_in_digits(union.sent_on)}",
            hint="исправьте одну из дат",
            related=(Related(union.place("направлено"), "направлено здесь"),),
        )
