"""D107: a mentor's consent that is later than the start of the pair."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D107", Severity.ERROR, "согласие наставника позже начала работы")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each pair that began before its mentor agreed."""
    for pair in school.pairs:
        if pair.mentor_consent_on is not None and pair.mentor_consent_on > pair.starts_on:
            yield RULE.at(
                pair.place("согласие"),
                f"согласие от {date_in_digits(pair.mentor_consent_on)}, а наставничество начинается "
                f"{date_in_digits(pair.starts_on)}: {pair.mentor.short_name}",
                hint="согласие получают до начала работы: исправьте одну из дат",
                related=(Related(pair.place("с"), "начало здесь"),),
            )
