"""W127: a former standard of documents that is named after a new one came."""

import re
from collections.abc import Iterator
from datetime import date

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.finished import Finished
from actgen.rules.rule import Rule

RULE = Rule("W127", Severity.WARNING, "назван прежний стандарт оформления", since=date(2025, 8, 18))
_FORMER = re.compile(r"ГОСТ[ \u00a0]Р[ \u00a0](?:7\.0\.97[-–—]2016|6\.30[-–—]2003)")
NEW = "ГОСТ Р 7.0.97-2025"


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each former standard in a document of 18 August 2025 or later."""
    for document in finished.documents:
        if not RULE.holds_on(document.document.planned.requisites.judged_on):
            continue
        for _, text in document.paragraphs():
            for found in _FORMER.finditer(text):
                yield RULE.at(
                    document.place_of(found[0]),
                    f"стандарт заменён: {found[0]}",
                    hint=f"напишите {NEW}: он действует с 18.08.2025",
                )
