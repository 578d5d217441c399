"""D133: a row of the roadmap without term or responsible people."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D133", Severity.WARNING, "у этапа дорожной карты нет срока или ответственного")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each row that has no term or nobody who answers, nor has its stage."""
    for stage in school.roadmap.stages if school.roadmap is not None else ():
        for row in stage.rows:
            lacking = []
            if not row.term and not stage.term:
                lacking.append("срока")
            if not row.responsible and not stage.responsible:
                lacking.append("ответственных")
            if lacking:
                yield RULE.at(
                    row.place("название"),
                    f"нет {' и '.join(lacking)}: {row.title or stage.title}",
                    hint="добавьте строки «срок:» и «ответственные:» этапу или его мероприятию",
                )
