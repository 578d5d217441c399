"""S102: a number that is higher than a later act's of the same series."""

import re
from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.rules.acts import Acts
from actgen.rules.rule import Rule
from actgen.school import JournalEntry, count_of

RULE = Rule("S102", Severity.ERROR, "номера и даты идут не по порядку")


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each entry that is dated before one with a lower number.

    Only entries of one series, one calendar year and one side of 1 September are compared: some schools begin their
    numbers with the calendar year, others with the school year.
    """
    groups: dict[tuple[str, int, bool], list[tuple[int, JournalEntry]]] = {}
    for entry in acts.school.journal:
        kind = acts.kinds.named(entry.kind)
        number = re.match(r"\d+", entry.number or "")
        if kind is None or entry.day is None or number is None:
            continue
        series = (entry.series or kind.series or "").casefold()
        key = (series, *count_of(entry.day))
        groups.setdefault(key, []).append((int(number[0]), entry))
    for group in groups.values():
        yield from _out_of_order(sorted(group, key=lambda pair: pair[0]))


def _out_of_order(group: list[tuple[int, JournalEntry]]) -> Iterator[Diagnostic]:
    for position, (number, entry) in enumerate(group):
        for lower, other in group[:position]:
            if lower < number and other.day is not None and entry.day is not None and entry.day < other.day:
                yield RULE.at(
                    entry.place("дата"),
                    f"№ {entry.number} от {date_in_digits(entry.day)} раньше, чем № {other.number} "
                    f"от {date_in_digits(other.day)}",
                    hint="исправьте дату или номер по журналу",
                    related=(Related(other.place("дата"), f"№ {other.number} — здесь"),),
                )
                break
