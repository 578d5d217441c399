"""W125: «N» for the number sign, or straight quotes, in a finished text."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.finding import finder
from actgen.rules.finished import Finished
from actgen.rules.rule import Rule

RULE = Rule("W125", Severity.WARNING, "знак номера или кавычки не русские")
_FOREIGN = finder(r"(?=[N\"“])(?:(?<![\w-])N[ \u00a0]?\d+[\w/-]*|\"[^\"]*\"?|“[^”“]*”)")


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each such sign; „лапки“ inside «ёлочки» are right."""
    for document, _, found in finished.found(_FOREIGN):
        is_number = found[0].startswith("N")
        yield RULE.at(
            document.place_of(found[0]),
            f"{'«N» вместо «№»' if is_number else 'кавычки не «ёлочки»'}: {found[0]}",
            hint="наберите №" if is_number else "наберите «…»",
        )
