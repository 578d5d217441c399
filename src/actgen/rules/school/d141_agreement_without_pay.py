"""D141: an agreement that does not say what the mentor is paid."""

from collections.abc import Iterator
from datetime import date

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.rule import Rule
from actgen.school import School, WorkBasis

RULE = Rule("D141", Severity.ERROR, "в соглашении не установлена выплата", basis="тк_351_8", since=date(2025, 3, 1))


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each agreement of 1 March 2025 or later without a sum or a share of pay."""
    for pair in school.pairs:
        agreement = pair.agreement
        if agreement is None or pair.basis is not WorkBasis.AGREEMENT:
            continue
        if not RULE.holds_on(agreement.day or pair.starts_on):
            continue
        payment = agreement.payment
        if payment is None or not payment.is_set:
            yield RULE.at(
                agreement.place() if payment is None else payment.place(),
                f"в соглашении не установлена выплата: {pair.mentor.short_name}",
                hint="впишите «выплата: {сумма: …}» или «{процент: …}»",
            )
