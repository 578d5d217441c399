"""W104: brackets or quotes with nothing between them."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.finding import finder
from actgen.rules.finished import Finished
from actgen.rules.rule import Rule

RULE = Rule("W104", Severity.WARNING, "на месте слова пусто")
_EMPTY = finder(r"(?=[«(№о])(?:«\s*»|\(\s*\)|№\s*(?=[,;.)]|$)|\bот\s+(?=№|г\.))")


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each such place."""
    for document, text, found in finished.found(_EMPTY):
        if text.strip() != "№":
            yield RULE.at(
                document.place_of(found[0]),
                f"на месте слова пусто: «{text[max(0, found.start() - 20) : found.end() + 10].strip()}»",
                hint="впишите данные или уберите это место условием {% if … %}",
            )
