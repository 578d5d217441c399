"""D146: a consent to the use of personal data that ends, or is withdrawn, before it was given."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D146", Severity.ERROR, "согласие кончилось раньше, чем дано")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each consent whose dates stand the wrong way round."""
    for person in school.staff:
        for consent in person.consents:
            for key, day in (("до", consent.until), ("отозвано", consent.withdrawn_on)):
                if day is not None and consent.day is not None and day < consent.day:
                    yield RULE.at(
                        consent.place(key),
                        f"согласие от {date_in_digits(consent.day)}, а {key} {date_in_digits(day)}: "
                        f"{person.short_name}",
                        hint="исправьте одну из дат",
                        related=(Related(consent.place("дата"), "дата согласия здесь"),),
                    )
