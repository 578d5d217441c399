"""W116: a word that stands twice in a row."""

import re
from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.finding import finder
from actgen.rules.finished import Finished
from actgen.rules.rule import Rule

RULE = Rule("W116", Severity.WARNING, "слово повторено подряд")
_TWICE = finder(r"(?<![\w-])([а-яё]+)[ \u00a0]+\1(?![\w-])", re.IGNORECASE)
_MEANT = {"чуть", "едва", "еле", "вот"}


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each repeated word."""
    for document, _, found in finished.found(_TWICE):
        if found[1].casefold() not in _MEANT:
            yield RULE.at(
                document.place_of(found[0]),
                f"слово повторено подряд: «{found[0]}»",
                hint="уберите лишнее",
            )
