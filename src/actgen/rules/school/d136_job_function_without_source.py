"""D136: mentoring called a job function without saying where that is written."""

from collections.abc import Iterator
from datetime import date

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.rule import Rule
from actgen.school import School, WorkBasis

RULE = Rule(
    "D136", Severity.WARNING, "не сказано, где записана трудовая функция", basis="тк_351_8", since=date(2025, 3, 1)
)


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each pair on the ground of a job function that names no contract or instruction.

    Source: Роструд, 02.10.2025 № ТЗ/7300-6-1: the article does not apply where mentoring is part of the job itself.
    """
    for pair in school.pairs:
        if pair.basis is WorkBasis.JOB_FUNCTION and pair.job_function is None and RULE.holds_on(pair.starts_on):
            yield RULE.at(
                pair.place("основание"),
                f"не сказано, где наставничество записано трудовой функцией: {pair.mentor.short_name}",
                hint="впишите «трудовая_функция: трудовой договор от … № …, пункт …» или заключите соглашение",
            )
