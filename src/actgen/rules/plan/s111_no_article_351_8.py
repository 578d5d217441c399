"""S111: a regulation on mentoring that does not name the article of the Labour Code on it."""

from collections.abc import Iterator
from datetime import date

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.acts import Acts, cites, mentoring_regulations
from actgen.rules.rule import Rule

RULE = Rule(
    "S111",
    Severity.WARNING,
    "положение о наставничестве без статьи 351.8",
    basis="тк_351_8",
    since=date(2025, 3, 1),
)


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each regulation on mentoring of 1 March 2025 or later without the article."""
    for document in mentoring_regulations(acts):
        kind = document.kind
        if RULE.holds_on(document.requisites.judged_on) and not cites(acts, document, "тк_351_8", "351.8"):
            yield RULE.at(
                kind.place("название"),
                f"положение принято после 01.03.2025, но не ссылается на статью 351.8 ТК РФ: {kind.title}",
                hint="назовите её в пункте о правовой основе: {{ норма.тк_351_8.именительный }}",
            )
