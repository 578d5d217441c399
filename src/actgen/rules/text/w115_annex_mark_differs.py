"""W115: an annex mark or a grif whose number or date is not that of the approving act."""

import re
from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.language import date_in_digits
from actgen.rules.finished import Finished, FinishedDocument
from actgen.rules.rule import Rule

RULE = Rule("W115", Severity.ERROR, "отметка о приложении расходится с приказом")
_REQUISITES = re.compile(
    r"от\s(\d{2}\.\d{2}\.\d{4})\D{0,3}\s№\s?([^\s,;»)]+)|№\s?([^\s,;»)]+)\sот\s(\d{2}\.\d{2}\.\d{4})"
)
# A mark begins with a capital; «приложение № 1 к приказу …» inside a list speaks of another document.
_MARK = re.compile(r"^\s*(?:Приложение\b|ПРИЛОЖЕНИЕ\b|УТВЕРЖД|Утвержд)")
_LINES_OF_MARK = 3


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each mark whose number or date is not that of the act that it names."""
    for document in finished.documents:
        planned = document.document.planned
        approving = planned.parent or planned.requisites
        if approving.number is None or approving.day is None:
            continue
        for found in _marked(document):
            day, number = found[1] or found[4], found[2] or found[3]
            if (day, number) != (date_in_digits(approving.day), approving.number):
                yield RULE.at(
                    document.place_of(found[0]),
                    f"приложение ссылается на № {number} от {day}, а приказ — № {approving.number} "
                    f"от {date_in_digits(approving.day)}",
                    hint="номер и дату приказа подставляют слова: {{ утверждающий.номер }}, {{ утверждающий.дата }}",
                )


def _marked(document: FinishedDocument) -> Iterator[re.Match[str]]:
    """Yield number with date in each mark: in a cell that begins as one, or in the lines after «Приложение»."""
    left = 0
    for _, text in document.paragraphs():
        is_mark = _MARK.match(text) is not None and len(text) < 300
        left = _LINES_OF_MARK if is_mark else left - 1
        if left > 0 and "протокол" not in text:
            yield from _REQUISITES.finditer(text)
