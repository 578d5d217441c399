"""S108: a pair that began before the order which assigns it."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.rules.acts import PAIRING_ORDER, Acts
from actgen.rules.rule import Rule

RULE = Rule("S108", Severity.WARNING, "пара начала работу раньше приказа о закреплении")


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each pair of this school year that began before the date of the order on pairs."""
    orders = [document.requisites for name in PAIRING_ORDER[:1] for document in acts.of_kind(name)]
    begins = acts.school.settings.year.starts_on
    for order in orders:
        for pair in acts.school.pairs:
            if order.day is not None and order.entry is not None and begins <= pair.starts_on < order.day:
                yield RULE.at(
                    pair.place("с"),
                    f"пара начинает {date_in_digits(pair.starts_on)}, а закреплена приказом "
                    f"от {date_in_digits(order.day)}: {pair.title}",
                    hint="поручение задним числом не даётся: исправьте начало пары или дату приказа",
                    related=(Related(order.entry.place("дата"), "приказ издан здесь"),),
                )
