"""S107: a mentor's consent that is later than the order assigning the pair."""

from collections.abc import Iterator
from datetime import date, timedelta

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.rules.acts import Acts
from actgen.rules.assignments import LATER_DAYS, pairing_order_of
from actgen.rules.rule import Rule
from actgen.school import Pair

RULE = Rule("S107", Severity.ERROR, "согласие позже приказа о закреплении")


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each consent between the order on pairs and the start of the pair.

    A consent after the start is the fault of D107, which says so once.
    """
    for pair in acts.school.pairs:
        for order, ordered_on in pairing_order_of(pair, acts):
            consent = pair.mentor_consent_on
            if consent is not None and ordered_on < consent <= pair.starts_on:
                yield RULE.at(
                    pair.place("согласие"),
                    f"согласие от {date_in_digits(consent)}, а закреплён(а) приказом от {date_in_digits(ordered_on)}: "
                    f"{pair.mentor.short_name}",
                    hint="исправьте одну из дат; если пара образована позже, внесите в журнал новую редакцию приказа",
                    related=(Related(order.place("дата"), "приказ издан здесь"),),
                    severity=Severity.WARNING if _is_formed_later(pair, ordered_on) else None,
                )


def _is_formed_later(pair: Pair, ordered_on: date) -> bool:
    """Whether the pair begins so long after the order that it was surely formed after it, for a new edition."""
    return pair.starts_on - ordered_on > timedelta(days=LATER_DAYS)
