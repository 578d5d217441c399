"""S101: a number that another act of the same series and year has."""

from collections.abc import Iterator

from actgen.acts import ActKind
from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.rules.acts import Acts
from actgen.rules.rule import Rule
from actgen.school import JournalEntry

RULE = Rule("S101", Severity.ERROR, "номер уже занят другим актом")


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each entry whose number an earlier one of its series and year has."""
    first: dict[tuple[str, int, str], JournalEntry] = {}
    for entry in acts.school.journal:
        kind = acts.kinds.named(entry.kind)
        if kind is None or entry.number is None or _is_number_of_its_order(entry, kind, acts):
            continue
        settings = acts.school.settings
        year = settings.rules.numbering_year(entry.day) if entry.day is not None else settings.year.first
        series = entry.series or kind.series or ""
        key = (series.casefold(), year, entry.number.replace(" ", "").casefold())
        other = first.setdefault(key, entry)
        if other is not entry:
            of_day = f" от {date_in_digits(other.day)}" if other.day is not None else ""
            yield RULE.at(
                entry.place("номер"),
                f"№ {entry.number} уже занят актом{of_day}: {acts.kinds.named(other.kind).title}",  # type: ignore[union-attr]
                hint="исправьте номер или укажите другую «серия:»",
                related=(Related(other.place("номер"), "первый раз здесь"),),
            )


def _is_number_of_its_order(entry: JournalEntry, kind: ActKind, acts: Acts) -> bool:
    """Whether the entry is of an annex and repeats the number of the act that approves it."""
    parent = acts.kinds.parent_of(kind)
    return parent is not None and any(
        acts.kinds.named(other.kind) is parent and other.number == entry.number for other in acts.school.journal
    )
