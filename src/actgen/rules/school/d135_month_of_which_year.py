"""D135: a month without a year in a plan that lasts longer than a year."""

from collections.abc import Iterator
from datetime import timedelta

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.dates import dates_in
from actgen.rules.rule import Rule
from actgen.school import School, months_of

RULE = Rule("D135", Severity.WARNING, "месяц без года там, где он бывает дважды")
LONGEST = timedelta(days=366)


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each activity with bare months in the program of a pair longer than a year."""
    for pair in school.pairs:
        if pair.program is None or pair.ends_on - pair.starts_on < LONGEST:
            continue
        for part in pair.program.plan:
            for activity in part.activities:
                is_dated = any(found.has_year for found in dates_in(activity.term)) or "20" in activity.term
                if months_of(activity.term) and not is_dated:
                    yield RULE.at(
                        activity.place("срок"),
                        f"какой это год: «{activity.term}»; пара работает с {pair.starts_on:%d.%m.%Y} "
                        f"по {pair.ends_on:%d.%m.%Y}",
                        hint="впишите год: «апрель 2027 г.»",
                    )
