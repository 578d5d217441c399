"""D148: a new mentor whose consent or agreement is later than her first day."""

from collections.abc import Iterator
from datetime import date

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D148", Severity.ERROR, "согласие нового наставника позже начала", basis="тк_351_8", since=date(2025, 3, 1))


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each replacement from 1 March 2025 on whose papers follow its first day."""
    for pair in school.pairs:
        for event in pair.events:
            if event.new_mentor is None or not RULE.holds_on(event.effective_on):
                continue
            papers = [("согласие", event.consent_on, event.place("согласие"))]
            if event.agreement is not None:
                papers.append(("соглашение", event.agreement.day, event.agreement.place("дата")))
            for name, day, place in papers:
                if day is not None and day > event.effective_on:
                    yield RULE.at(
                        place,
                        f"{name} от {date_in_digits(day)}, а новый наставник начинает "
                        f"{date_in_digits(event.effective_on)}: {event.new_mentor.short_name}",
                        hint="исправьте одну из дат",
                        related=(Related(event.place("с"), "начало здесь"),),
                    )
