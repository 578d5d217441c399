"""S108: a pair that began before the order which assigns it."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.rules.acts import Acts
from actgen.rules.assignments import pairing_order_of
from actgen.rules.rule import Rule

RULE = Rule("S108", Severity.WARNING, "пара начала работу раньше приказа о закреплении")


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each pair of this school year that began before the date of the order on pairs."""
    begins = acts.school.settings.year.starts_on
    for pair in acts.school.pairs:
        for order, ordered_on in pairing_order_of(pair, acts):
            if begins <= pair.starts_on < ordered_on:
                yield RULE.at(
                    pair.place("с"),
                    f"пара начинает {date_in_digits(pair.starts_on)}, а закреплена приказом "
                    f"от {date_in_digits(ordered_on)}: {pair.title}",
                    hint="поручение задним числом не даётся: исправьте начало пары или дату приказа",
                    related=(Related(order.place("дата"), "приказ издан здесь"),),
                )
