"""S104: an annex that no point of its act mentions."""

import re
from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.plan import Planned
from actgen.rules.acts import Acts, used_words
from actgen.rules.rule import Rule

RULE = Rule("S104", Severity.ERROR, "в тексте нет отсылки к приложению")


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each annex of an act that none of its holding texts mentions."""
    for document in acts.first_of_each_kind():
        for number, name in enumerate(document.kind.annexes, start=1):
            annex = acts.kinds.named(name)
            if annex is not None and not _is_mentioned(acts, document, number, annex.word):
                yield RULE.at(
                    document.kind.place("приложения", number - 1),
                    f"в тексте нет отсылки к приложению {number}: {annex.full_title}",
                    hint=f"упомяните его в пункте: ({{{{ приложение.{annex.word} }}}})",
                )


def _is_mentioned(acts: Acts, document: Planned, number: int, word: str) -> bool:
    if any(path[:2] == ("приложение", word) or path[0] == "приложения" for _, _, path in used_words(document)):
        return True
    literal = re.compile(rf"приложени\w*\s+(№\s*)?{number}(?!\d)", re.IGNORECASE)
    return any(literal.search(text) for text in acts.texts(document))
