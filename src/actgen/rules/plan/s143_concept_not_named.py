"""S143: a regulation on mentoring that does not name the Concept of its development."""

from collections.abc import Iterator
from datetime import date

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.acts import Acts, cites, mentoring_regulations
from actgen.rules.rule import Rule

RULE = Rule(
    "S143",
    Severity.INFO,
    "положение не называет Концепцию наставничества",
    basis="концепция_1264",
    since=date(2025, 5, 21),
)


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one remark for each regulation on mentoring of 21 May 2025 or later without № 1264-р."""
    for document in mentoring_regulations(acts):
        kind = document.kind
        if RULE.holds_on(document.requisites.judged_on) and not cites(acts, document, "концепция_1264", "1264-р"):
            yield RULE.at(
                kind.place("название"),
                f"положение не называет Концепцию развития наставничества: {kind.title}",
                hint="можно назвать её в правовой основе: {{ норма.концепция_1264.именительный }}",
            )
