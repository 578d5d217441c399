"""D131: minutes of a body that the school does not have."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity, closest
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D131", Severity.ERROR, "протокол неизвестного органа")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each adoption by a body that `органы:` does not name."""
    known = [body.code for body in school.settings.bodies]
    for entry in school.journal:
        for adoption in entry.adopted:
            if adoption.body not in known:
                near = closest(adoption.body, known)
                yield RULE.at(
                    adoption.place("орган"),
                    f"нет органа «{adoption.body}»" + (f"; похожий: «{near}»" if near else ""),
                    hint=f"исправьте на «{near}»" if near else "добавьте орган в data/school.yaml, раздел «органы»",
                )
