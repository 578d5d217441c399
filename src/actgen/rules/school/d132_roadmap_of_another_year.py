"""D132: a roadmap whose title names another school year."""

import re
from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D132", Severity.WARNING, "дорожная карта другого учебного года")
_YEARS = re.compile(r"(20\d\d)\s*[/–—-]\s*(20\d\d)")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic when the period of the roadmap names years that do not hold the school year."""
    period = school.roadmap.written("период") if school.roadmap is not None else None
    year = school.settings.year
    for found in _YEARS.finditer(period or ""):
        if period is not None and not int(found[1]) <= year.first < year.second <= int(found[2]):
            yield RULE.at(
                period.place_at(found.start(), len(found[0])),
                f"дорожная карта другого года: {found[0]}, а учебный год {year}",
                hint="исправьте «период» или «учебный_год» в data/school.yaml",
            )
