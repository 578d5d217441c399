"""W103: doubled punctuation, a blank before a comma, or a quotation that is not closed."""

import re
from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.finding import remembering
from actgen.rules.finished import Finished
from actgen.rules.rule import Rule

RULE = Rule("W103", Severity.WARNING, "знаки препинания удвоены или не закрыты")
_BAD = re.compile(
    r"(?=[.,;:\s«?(])"
    r"(?:(?<!\.)\.\.(?!\.)|,\s*,|;\s*;|[,;:]\s*\.(?!\.)|\s[,;](?=\s|$)|«\s|\s»(?!\w)|\?\?+|\(\s|\s\))"
)


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each such sign."""
    for document, _, (near, message, hint) in finished.found(_faults):
        yield RULE.at(document.place_of(near), message, hint)


@remembering
def _faults(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield each such sign with the words that it touches, what is wrong with it, and the hint."""
    for found in _BAD.finditer(text):
        near = _around(text, found.start(), found.end())
        yield near, f"лишний знак: «{found[0].strip() or found[0]}» в «{near}»", "уберите лишний знак или пробел"
    opened, closed = text.count("«"), text.count("»")
    if opened != closed:
        near = _around(text, text.rfind("«" if opened > closed else "»"))
        yield near, f"кавычка не закрыта: «{near}»", "поставьте парную кавычку"


def _around(text: str, start: int, end: int | None = None) -> str:
    """Return the sign with the words that it touches."""
    end = start + 1 if end is None else end
    left = text.rfind(" ", 0, start) + 1
    right = text.find(" ", end + 1)
    return text[left : len(text) if right < 0 else right].strip()
