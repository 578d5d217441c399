"""W111: a name of the school in a text that is not the one of the charter."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.finding import finder
from actgen.rules.finished import Finished
from actgen.rules.rule import Rule

RULE = Rule("W111", Severity.WARNING, "организация названа не так, как в уставе")
_NAME = finder(r"\b[МГ][А-ЯЁ]{0,4}У[А-ЯЁ]{0,3}[ \u00a0]+(?:[А-ЯЁ]{2,}[ \u00a0]+)?(?:«[^»]+»|№[ \u00a0]?\d+)")
_ALIKE = 0.8


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each name that is nearly ours; another school's name is another one."""
    own = _folded(finished.school.settings.organisation.short_name)
    for document, _, found in finished.found(_NAME):
        written = _folded(found[0])
        if written in own or own in written:
            continue
        if SequenceMatcher(None, own, written).ratio() >= _ALIKE:
            yield RULE.at(
                document.place_of(found[0]),
                f"организация названа «{found[0]}», а в data/school.yaml "
                f"«{finished.school.settings.organisation.short_name}»",
                hint="назовите её словом: {{ организация.краткое.именительный }}",
            )


def _folded(name: str) -> str:
    return re.sub(r"[\s\u00a0«»„“\"]", "", name).casefold()
