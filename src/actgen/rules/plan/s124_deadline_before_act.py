"""S124: a deadline that lies before the date of the act which sets it."""

import re
from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.language import date_in_digits
from actgen.rules.acts import Acts
from actgen.rules.dates import dates_in
from actgen.rules.rule import Rule

RULE = Rule("S124", Severity.ERROR, "срок исполнения раньше даты акта")
_DEADLINE = re.compile(r"(?:\bдо|не позднее|\bк|срок\w*(?: исполнения)?\s*[:—–-]?)\s+$", re.IGNORECASE)
_OF_THE_PAST = re.compile(r"(?:издан|принят|действовавш|заключ|утвержд|подписан|проведён|проведен)\w*\W+(?:до|к)\s+$")


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each written deadline before the registered date of its act."""
    for document in acts.first_of_each_kind():
        issued = document.requisites.day
        for text in acts.texts(document):
            for found in dates_in(text):
                before = text[: found.offset]
                if issued is None or found.day is None or not found.has_year or found.day >= issued:
                    continue
                if _DEADLINE.search(before) and not _OF_THE_PAST.search(before):
                    yield RULE.at(
                        text.place_at(found.offset, len(found.text)),
                        f"срок {date_in_digits(found.day)} раньше даты акта: {date_in_digits(issued)}",
                        hint="исправьте год или день срока",
                    )
