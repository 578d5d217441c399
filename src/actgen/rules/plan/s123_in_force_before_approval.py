"""S123: an act that is put in force before its own date."""

import re
from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.language import date_in_digits
from actgen.rules.acts import Acts
from actgen.rules.dates import dates_in
from actgen.rules.rule import Rule

RULE = Rule("S123", Severity.WARNING, "введён в действие задним числом")
_IN_FORCE = re.compile(r"(?:ввести|вводится|вступает|действует)[^.;]{0,40}\sс\s+$", re.IGNORECASE)


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each written day of coming into force that lies before the registered date."""
    for document in acts.first_of_each_kind():
        approved = document.requisites.day
        for text in acts.texts(document):
            for found in dates_in(text):
                if approved is None or found.day is None or not found.has_year or found.day >= approved:
                    continue
                if _IN_FORCE.search(text[: found.offset]):
                    yield RULE.at(
                        text.place_at(found.offset, len(found.text)),
                        f"акт от {date_in_digits(approved)} вводится в действие с {date_in_digits(found.day)}",
                        hint="укажите день не раньше даты акта",
                    )
