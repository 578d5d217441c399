"""S125: a mentor assigned by an order to whom no written consent is recorded."""

from collections.abc import Iterator
from datetime import date

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.rules.acts import Acts
from actgen.rules.assignments import assignments
from actgen.rules.rule import Rule
from actgen.school import WorkBasis

RULE = Rule("S125", Severity.ERROR, "наставник закреплён без согласия", basis="тк_351_8", since=date(2025, 3, 1))


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each mentor of a registered order, from 1 March 2025 on, without the day of consent.

    A pair that is formed long after the order gets a warning: its consent may still be asked for.
    """
    for one in assignments(acts):
        if one.consent_on is not None or one.basis is not WorkBasis.AGREEMENT or not RULE.holds_on(one.starts_on):
            continue
        yield RULE.at(
            one.record.place(one.key),
            f"приказ от {date_in_digits(one.ordered_on)} издан, а согласия наставника нет: {one.mentor.short_name}",
            hint="получите письменное согласие и впишите его день: «согласие: …»",
            related=(Related(one.order.place("дата"), "приказ издан здесь"),),
            severity=Severity.WARNING if one.is_formed_later else None,
        )
