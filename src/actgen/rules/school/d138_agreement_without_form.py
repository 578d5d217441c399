"""D138: an agreement that lacks the content or the form of the work."""

from collections.abc import Iterator
from datetime import date

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.rule import Rule
from actgen.school import Agreement, School, WorkBasis

RULE = Rule(
    "D138", Severity.WARNING, "в соглашении нет содержания или формы работы", basis="тк_351_8", since=date(2025, 3, 1)
)


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each agreement of 1 March 2025 or later that does not say what is done, or how.

    Its pay is asked for by D141; its term is that of the pair.
    """
    for pair in school.pairs:
        own = pair.agreement if pair.basis is WorkBasis.AGREEMENT else None
        for agreement in (own, *(event.agreement for event in pair.events)):
            if agreement is None or not RULE.holds_on(agreement.day or pair.starts_on):
                continue
            lacking = _lacking(agreement)
            if lacking:
                yield RULE.at(
                    agreement.place("содержание"),
                    f"в соглашении не указано: {', '.join(lacking)}: {pair.mentor.short_name}",
                    hint="впишите «содержание: […]» и «формы_работы: очно, по месту работы»",
                )


def _lacking(agreement: Agreement) -> list[str]:
    lacking = ["содержание работы"] if not agreement.duties else []
    return [*lacking, "форма работы"] if not agreement.work_form else lacking
