"""S105: a text that mentions an annex which the act does not have."""

import re
from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.acts import Acts
from actgen.rules.finding import finder
from actgen.rules.rule import Rule

RULE = Rule("S105", Severity.ERROR, "упомянуто приложение, которого нет")
# «приложение 2 к приказу Минпросвещения» is another act's annex.
_mentions = finder(r"приложени\w*\s+(?:№\s*)?(\d{1,2})(?!\d)(?!\s+к\s)", re.IGNORECASE)


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each mention of an annex by a number that the act does not have."""
    for document in acts.first_of_each_kind():
        count = len(document.kind.annexes)
        for text in acts.texts(document):
            for found in _mentions(text):
                if not 1 <= int(found[1]) <= count:
                    yield RULE.at(
                        text.place_at(found.start(), len(found[0])),
                        f"упомянуто приложение {found[1]}, а приложений у акта {count}",
                        hint="исправьте номер или добавьте акт в «приложения:»",
                    )
