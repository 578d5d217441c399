"""S128: mentees assigned by an order whose consent is not recorded."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.acts import Acts
from actgen.rules.assignments import assignments
from actgen.rules.rule import Rule
from actgen.school import Pair

RULE = Rule("S128", Severity.WARNING, "согласия наставляемых нет, а приказ издан")


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each pair of a registered order without the day on which its mentees agreed."""
    for one in assignments(acts):
        if isinstance(one.record, Pair) and one.record.mentees_consent_on is None and not one.is_formed_later:
            yield RULE.at(
                one.record.place("наставляемые"),
                "приказ издан, а согласия наставляемых нет: "
                f"{', '.join(mentee.short_name for mentee in one.record.mentees)}",
                hint="впишите день их согласия: «согласие_наставляемых: …»",
            )
