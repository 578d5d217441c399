"""S111: a regulation on mentoring that does not name the article of the Labour Code on it."""

from collections.abc import Iterator
from datetime import date

from actgen.diagnostics import Diagnostic, Severity
from actgen.plan import Planned
from actgen.rules.acts import Acts, used_words
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
    for document in acts.first_of_each_kind():
        kind = document.kind
        is_asked = kind.document_kind.casefold() == "положение" and "наставнич" in kind.title.casefold()
        if is_asked and RULE.holds_on(document.requisites.judged_on) and not _names_it(acts, document):
            yield RULE.at(
                kind.place("название"),
                f"положение принято после 01.03.2025, но не ссылается на статью 351.8 ТК РФ: {kind.title}",
                hint="назовите её в пункте о правовой основе: {{ норма.тк_351_8.именительный }}",
            )


def _names_it(acts: Acts, document: Planned) -> bool:
    if any(path[:2] == ("норма", "тк_351_8") for _, _, path in used_words(document)):
        return True
    return any("351.8" in text for text in acts.texts(document))
