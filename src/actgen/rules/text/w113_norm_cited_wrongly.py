"""W113: an act of an authority that is cited with a wrong kind or date."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from actgen.diagnostics import Diagnostic, Severity
from actgen.language import Case, date_in_digits
from actgen.norms import Norm, norms
from actgen.rules.dates import dates_in
from actgen.rules.finding import remembering
from actgen.rules.finished import Finished
from actgen.rules.norm_texts import cited, number_and_day
from actgen.rules.rule import Rule

RULE = Rule("W113", Severity.WARNING, "у акта названы не тот вид или не та дата")
_KINDS = ("письм", "распоряжени", "постановлени", "приказ", "указ", "закон")


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each citation of a number with letters whose kind or date is not that of the act."""
    for document, _, (norm, number, day, cited_as) in finished.found(_wrong_citations):
        place = document.written_at(cited_as)
        if place is not None:
            yield RULE.at(
                place,
                f"№ {number} — это {norm.head} от {date_in_digits(day)}, а в тексте другое",
                hint=f"напишите так: {norm.named(Case.NOMINATIVE)}",
            )


@remembering
def _wrong_citations(text: str) -> Iterator[tuple[Norm, str, date, str]]:
    """Yield each act that is cited with another kind or day: its number, its day, and how the number is written."""
    for norm, number, pattern, day in _with_letters() if "№" in text else ():
        for found in pattern.finditer(text):
            before = re.split(r"[№;\n]", text[max(0, found.start() - 90) : found.start()])[-1]
            days = list(dates_in(before))
            kind = max(_KINDS, key=before.casefold().rfind)
            is_other_kind = kind in before.casefold() and kind not in norm.named(Case.NOMINATIVE).casefold()
            is_other_day = bool(days) and days[-1].has_year and days[-1].day != day
            if is_other_kind or is_other_day:
                yield norm, number, day, found[0]


@cache
def _with_letters() -> tuple[tuple[Norm, str, re.Pattern[str], date], ...]:
    """Return each act whose number has letters: the number, how it is cited, and the day of the act."""
    known = ((norm, *number_and_day(norm)) for norm in norms().values())
    return tuple(
        (norm, number, cited(number), day)
        for norm, number, day in known
        if day is not None and re.search(r"[^\d]", number)
    )
