"""D108: the mentees' consent that is later than the start of the pair."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D108", Severity.WARNING, "согласие наставляемых позже начала работы")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each pair that began before its mentees agreed."""
    for pair in school.pairs:
        if pair.mentees_consent_on is not None and pair.mentees_consent_on > pair.starts_on:
            yield RULE.at(
                pair.place("согласие_наставляемых"),
                f"согласие наставляемых от {date_in_digits(pair.mentees_consent_on)}, а наставничество начинается "
                f"{date_in_digits(pair.starts_on)}: {', '.join(mentee.short_name for mentee in pair.mentees)}",
                hint="исправьте одну из дат",
                related=(Related(pair.place("с"), "начало здесь"),),
            )
