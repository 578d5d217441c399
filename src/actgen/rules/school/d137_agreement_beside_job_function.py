"""D137: an agreement on work that is said to be a job function already."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.rules.rule import Rule
from actgen.school import School, WorkBasis

RULE = Rule("D137", Severity.ERROR, "и соглашение, и трудовая функция")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each pair that has both: its agreement would not be printed."""
    for pair in school.pairs:
        if pair.basis is WorkBasis.JOB_FUNCTION and pair.agreement is not None:
            yield RULE.at(
                pair.agreement.place(),
                f"соглашение не напечатается: основание — трудовая функция: {pair.mentor.short_name}",
                hint="оставьте одно: уберите «соглашение:» или «основание: трудовая функция»",
                related=(Related(pair.place("основание"), "основание здесь"),),
            )
