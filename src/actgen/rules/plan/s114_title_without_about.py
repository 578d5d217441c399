"""S114: an order or regulation whose title does not begin with «О» or «Об», or ends with a full stop."""

import re
from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.acts import Acts
from actgen.rules.rule import Rule

RULE = Rule("S114", Severity.WARNING, "заголовок не отвечает на вопрос «о чём?»")
_JUDGED = ("приказ", "положение", "распоряжение", "порядок", "правила")
_ABOUT = re.compile(r"^(О|Об|Обо)\s", re.IGNORECASE)


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each such title; its own kind may stand before it: «Положение о …»."""
    for document in acts.first_of_each_kind():
        kind = document.kind
        own = kind.document_kind.casefold()
        title = kind.title.strip()
        rest = title[len(own) :].strip() if title.casefold().startswith(own) else title
        if own not in _JUDGED:
            continue
        if not _ABOUT.match(rest):
            reason = "заголовок не начинается с «О» или «Об»"
        elif title.endswith("."):
            reason = "в конце заголовка точка"
        else:
            continue
        yield RULE.at(
            kind.place("название"),
            f"{reason}: {title}",
            hint="заголовок отвечает на вопрос «о чём?», точка в конце не ставится",
        )
