"""S127: an agreement that is later than the order resting on it."""

from collections.abc import Iterator
from datetime import date

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.rules.acts import Acts
from actgen.rules.assignments import LATER_DAYS, assignments
from actgen.rules.rule import Rule
from actgen.school import Agreement, JournalEntry, Pair

RULE = Rule("S127", Severity.ERROR, "соглашение позже приказа", basis="тк_351_8", since=date(2025, 3, 1))
PAY_ORDER = "order-on-pay"


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each agreement later than the order on pay (or without a day, once that is issued).

    Later than the order that assigns the mentor is a warning: the law asks for the agreement before the work begins.
    An agreement later than both is reported once.
    """
    reported: set[int] = set()
    for document in acts.of_kind(PAY_ORDER):
        order = document.requisites
        for pair in acts.school.pairs:
            agreement, entry = pair.agreement, order.entry
            if agreement is None or entry is None or order.day is None or _is_formed_later(pair, order.day):
                continue
            if agreement.day is None or agreement.day > order.day:
                reported.add(id(agreement))
                named = "без даты" if agreement.day is None else f"от {date_in_digits(agreement.day)}"
                message = f"соглашение {named}, а выплата установлена приказом от {date_in_digits(order.day)}"
                yield _finding(agreement, f"{message}: {pair.mentor.short_name}", entry, None)
    for one in assignments(acts):
        agreement = one.agreement
        if agreement is None or id(agreement) in reported or not RULE.holds_on(one.starts_on):
            continue
        if agreement.day is not None and agreement.day > one.ordered_on and not one.is_formed_later:
            message = (
                f"соглашение от {date_in_digits(agreement.day)}, а закреплён(а) приказом "
                f"от {date_in_digits(one.ordered_on)}: {one.mentor.short_name}"
            )
            yield _finding(agreement, message, one.order, Severity.WARNING)


def _finding(agreement: Agreement, message: str, entry: JournalEntry, severity: Severity | None) -> Diagnostic:
    return RULE.at(
        agreement.place("дата"),
        message,
        hint="приказ основан на соглашениях: исправьте одну из дат",
        related=(Related(entry.place("дата"), "приказ издан здесь"),),
        severity=severity,
    )


def _is_formed_later(pair: Pair, ordered_on: date) -> bool:
    return (pair.starts_on - ordered_on).days > LATER_DAYS
