"""D140: an agreement that is later than the start of the mentor's work."""

from collections.abc import Iterator
from datetime import date

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D140", Severity.ERROR, "соглашение позже начала работы", basis="тк_351_8", since=date(2025, 3, 1))


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each pair that began before the agreement with its mentor, from 1 March 2025 on."""
    for pair in school.pairs:
        signed_on = pair.agreement.day if pair.agreement is not None else None
        if pair.agreement is None or signed_on is None or not RULE.holds_on(pair.starts_on):
            continue
        if signed_on > pair.starts_on:
            yield RULE.at(
                pair.agreement.place("дата"),
                f"соглашение от {date_in_digits(signed_on)}, а наставничество начинается "
                f"{date_in_digits(pair.starts_on)}: {pair.mentor.short_name}",
                hint="соглашение подписывают до начала работы: исправьте одну из дат",
                related=(Related(pair.place("с"), "начало здесь"),),
            )
