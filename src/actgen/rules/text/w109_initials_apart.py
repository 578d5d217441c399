"""W109: initials with a blank between them, unlike the rest of the set."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.finding import finder
from actgen.rules.finished import Finished
from actgen.rules.rule import Rule

RULE = Rule("W109", Severity.WARNING, "инициалы набраны по-разному")
_APART = finder(r"[А-ЯЁ][а-яё]+[ \u00a0][А-ЯЁ]\.[ \u00a0][А-ЯЁ]\.|[А-ЯЁ]\.[ \u00a0][А-ЯЁ]\.[ \u00a0][А-ЯЁ][а-яё]+")
_TOGETHER = finder(r"[А-ЯЁ]\.[А-ЯЁ]\.")


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each name with its initials apart, when the set has others together."""
    if next(finished.found(_TOGETHER), None) is None:
        return
    for document, _, found in finished.found(_APART):
        yield RULE.at(
            document.place_of(found[0]),
            f"инициалы набраны с пробелом, а в других местах слитно: «{found[0]}»",
            hint="напишите инициалы без пробела или словом: {{ куратор.фамилия_инициалы.дательный }}",
        )
