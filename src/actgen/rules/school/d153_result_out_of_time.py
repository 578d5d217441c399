"""D153: a result dated before the pair began, or a prolongation that prolongs nothing."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.rules.rule import Rule
from actgen.school import ProgramOutcome, School

RULE = Rule("D153", Severity.ERROR, "итог не сходится со сроком пары")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each such result."""
    for pair in school.pairs:
        result = pair.result
        if result is None:
            continue
        until = result.prolonged_until
        if result.day is not None and result.day < pair.starts_on:
            key, reason = "дата", f"итог от {date_in_digits(result.day)}, а пара начинает"
            day, own = pair.starts_on, "с"
        elif until is not None and until <= pair.ends_on:
            key, reason = "до", f"программа продлена до {date_in_digits(until)}, а пара и так работает по"
            day, own = pair.ends_on, "по"
        elif until is not None and result.outcome is not ProgramOutcome.PROLONGED:
            key, reason = "до", f"программа {result.outcome.value}, а новый последний день назван; пара работает по"
            day, own = pair.ends_on, "по"
        else:
            continue
        yield RULE.at(
            result.place(key),
            f"{reason} {date_in_digits(day)}: {pair.title}",
            hint="исправьте итог или срок пары",
            related=(Related(pair.place(own), "срок пары здесь"),),
        )
