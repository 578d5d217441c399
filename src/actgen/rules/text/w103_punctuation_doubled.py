"""W103: doubled punctuation, a blank before a comma, or a quotation that is not closed."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.finding import finder
from actgen.rules.finished import Finished
from actgen.rules.rule import Rule

RULE = Rule("W103", Severity.WARNING, "знаки препинания удвоены или не закрыты")
_BAD = finder(r"(?<!\.)\.\.(?!\.)|,\s*,|;\s*;|[,;:]\s*\.(?!\.)|\s[,;](?=\s|$)|«\s|\s»(?!\w)|\?\?+|\(\s|\s\)")


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each such sign."""
    for document in finished.documents:
        for _, text in document.paragraphs():
            for found in _BAD(text):
                near = _around(text, found.start(), found.end())
                yield RULE.at(
                    document.place_of(near),
                    f"лишний знак: «{found[0].strip() or found[0]}» в «{near}»",
                    hint="уберите лишний знак или пробел",
                )
            if text.count("«") != text.count("»"):
                near = _around(text, text.rfind("«" if text.count("«") > text.count("»") else "»"))
                yield RULE.at(
                    document.place_of(near),
                    f"кавычка не закрыта: «{near}»",
                    hint="поставьте парную кавычку",
                )


def _around(text: str, start: int, end: int | None = None) -> str:
    """Return the sign with the words that it touches."""
    end = start + 1 if end is None else end
    left = text.rfind(" ", 0, start) + 1
    right = text.find(" ", end + 1)
    return text[left : len(text) if right < 0 else right].strip()
