"""W112: a lapsed act of an authority that is cited in plain text."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from actgen.diagnostics import Diagnostic, Severity
from actgen.language import Case, date_in_digits
from actgen.norms import Norm, norms
from actgen.rules.finding import remembering
from actgen.rules.finished import Finished
from actgen.rules.norm_texts import cited, number_and_day
from actgen.rules.rule import Rule

RULE = Rule("W112", Severity.WARNING, "в тексте акт, который утратил силу")


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each such citation typed into data or an act, by the day of the act."""
    for document, _, (norm, cited_as) in finished.found(_citations):
        if norm.is_in_force(document.document.planned.requisites.judged_on):
            continue
        place = document.written_at(cited_as)
        if place is not None:
            yield RULE.at(place, f"акт утратил силу: {norm.named(Case.NOMINATIVE)}", hint=_way_out(norm))


@remembering
def _citations(text: str) -> Iterator[tuple[Norm, str]]:
    """Yield each act that lapses at some time and is cited with its date, and how its number is written."""
    for norm, number, of_day in _lapsed() if "№" in text else ():
        for found in number.finditer(text):
            if date_in_digits(of_day) in text[max(0, found.start() - 60) : found.end() + 30]:
                yield norm, found[0]


@cache
def _lapsed() -> tuple[tuple[Norm, re.Pattern[str], date], ...]:
    """Return each act that lapses at some time, with how its number is cited and its day."""
    norms_before = ((norm, *number_and_day(norm)) for norm in norms().values() if norm.before is not None)
    return tuple((norm, cited(number), day) for norm, number, day in norms_before if number and day is not None)


def _way_out(norm: Norm) -> str:
    if norm.replaced_by is None:
        return "уберите ссылку или замените её действующим актом"
    return f"замените: {norms()[norm.replaced_by].named(Case.NOMINATIVE)}"
