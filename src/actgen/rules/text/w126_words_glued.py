"""W126: words without a blank between them."""

import re
from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.finished import Finished
from actgen.rules.rule import Rule

RULE = Rule("W126", Severity.WARNING, "слова склеены")
_GLUED = re.compile(
    r"[а-яё]{2,}[,;:!?][А-Яа-яЁё]{2,}|[а-яё]{3,}\.[А-ЯЁ][а-яё]{2,}|[а-яё]{3,}[А-ЯЁ][а-яё]{3,}|[а-яё]{2,}[)»][а-яё]{2,}"
)
_LINK = re.compile(r"\S+@\S+|\w+://\S+|\bwww\.\S+|[\w-]+\.рф\b\S*")


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each pair of words with a sign or a capital and no blank; addresses are left out."""
    for document in finished.documents:
        for _, text in document.paragraphs():
            for found in _GLUED.finditer(_LINK.sub(" ", text)):
                yield RULE.at(
                    document.place_of(found[0]),
                    f"слова склеены: «{found[0]}»",
                    hint="поставьте пробел",
                )
