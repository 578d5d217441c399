"""S113: an article of the Labour Code whose digits stand in the wrong order."""

import re
from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.acts import Acts
from actgen.rules.finding import finder
from actgen.rules.rule import Rule

RULE = Rule("S113", Severity.ERROR, "в номере статьи переставлены цифры", basis="тк_351_8")
_articles = finder(r"(?:стать\w+|ст\.)\s*(\d{2,3}\.\d{1,2})(?![\d.]\d)", re.IGNORECASE)
MEANT = "351.8"


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each article that has the digits of 351.8 in another order."""
    for document in acts.first_of_each_kind():
        for text in acts.texts(document):
            for found in _articles(text):
                if found[1] != MEANT and sorted(found[1]) == sorted(MEANT):
                    yield RULE.at(
                        text.place_at(found.start(1), len(found[1])),
                        f"в номере статьи переставлены цифры: «{found[1]}» вместо «{MEANT}»",
                        hint=f"исправьте на {MEANT} или напишите словом: {{{{ норма.тк_351_8.именительный }}}}",
                    )
