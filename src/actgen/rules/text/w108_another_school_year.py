"""W108: a text that names another school year than that of the set."""

import re
from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.finding import finder
from actgen.rules.finished import Finished
from actgen.rules.rule import Rule

RULE = Rule("W108", Severity.WARNING, "в тексте другой учебный год")
_YEAR = finder(r"(20\d\d)\s?[/–—-]\s?(20\d\d)[ \u00a0]+учебн")
_MEANT = re.compile(r"итог|прошл|предыдущ|предшеств|минувш|следующ|предстоящ|будущ|нов[ыо]", re.IGNORECASE)
ROADMAP = "data/roadmap.yaml"


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each other year, unless the text says that it means one gone by or to come.

    The period of the roadmap is judged by D132.
    """
    year = finished.school.settings.year
    for document, text, found in finished.found(_YEAR):
        is_own = int(found[1]) == year.first
        if is_own or int(found[2]) != int(found[1]) + 1 or _MEANT.search(text[: found.start()]):
            continue
        years = found[0].rpartition("учебн")[0].strip()
        place = document.place_of(years)
        if place.file != ROADMAP:
            yield RULE.at(
                place,
                f"в тексте {years} учебный год, а комплект на {year}",
                hint="напишите {{ год.словами }} — год подставится сам",
            )
