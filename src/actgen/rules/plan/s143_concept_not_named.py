"""S143: a regulation on mentoring that does not name the Concept of its development."""

from collections.abc import Iterator
from datetime import date

from actgen.diagnostics import Diagnostic, Severity
from actgen.plan import Planned
from actgen.rules.acts import Acts, used_words
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
    for document in acts.first_of_each_kind():
        kind = document.kind
        is_asked = kind.document_kind.casefold() == "положение" and "наставнич" in kind.title.casefold()
        if is_asked and RULE.holds_on(document.requisites.judged_on) and not _names_it(acts, document):
            yield RULE.at(
                kind.place("название"),
                f"положение не называет Концепцию развития наставничества: {kind.title}",
                hint="можно назвать её в правовой основе: {{ норма.концепция_1264.именительный }}",
            )


def _names_it(acts: Acts, document: Planned) -> bool:
    if any(path[:2] == ("норма", "концепция_1264") for _, _, path in used_words(document)):
        return True
    return any("1264-р" in text for text in acts.texts(document))
