"""W127: a former standard of documents that is named after a new one came."""

from collections.abc import Iterator
from datetime import date

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.finding import finder
from actgen.rules.finished import Finished
from actgen.rules.rule import Rule

RULE = Rule("W127", Severity.WARNING, "назван прежний стандарт оформления", since=date(2025, 8, 18))
_FORMER = finder(r"ГОСТ[ \u00a0]Р[ \u00a0](?:7\.0\.97[-–—]2016|6\.30[-–—]2003)")
NEW = "ГОСТ Р 7.0.97-2025"


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each former standard in a document of 18 August 2025 or later."""
    for document, _, found in finished.found(_FORMER):
        if RULE.holds_on(document.document.planned.requisites.judged_on):
            yield RULE.at(
                document.place_of(found[0]),
                f"стандарт заменён: {found[0]}",
                hint=f"напишите {NEW}: он действует с 18.08.2025",
            )
