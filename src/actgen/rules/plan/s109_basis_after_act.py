"""S109: an act dated before another that it rests on."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.plan import Planned, Requisites
from actgen.rules.acts import Acts
from actgen.rules.rule import Rule
from actgen.school import JournalEntry

RULE = Rule("S109", Severity.ERROR, "акт раньше своего основания")


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each dated act that is earlier than an act of `основания:`."""
    for entry, document in acts.entries():
        later = [
            (basis, own)
            for basis, own in _bases(document, acts)
            if own.day and entry.day and own.day > entry.day and not _has_earlier_edition(own, entry, acts)
        ]
        if later and entry.day is not None:
            named = ", ".join(f"{basis.kind.title} от {date_in_digits(own.day)}" for basis, own in later if own.day)
            yield RULE.at(
                entry.place("дата"),
                f"акт от {date_in_digits(entry.day)} ссылается на более поздний: {named}",
                hint="основание не бывает позже акта: исправьте одну из дат",
                related=[Related(own.entry.place("дата"), "основание здесь") for _, own in later if own.entry],
            )


def _has_earlier_edition(own: Requisites, entry: JournalEntry, acts: Acts) -> bool:
    """Whether the journal has another edition of the basis, not later than the act: the act rests on that one."""
    kind = acts.kinds.named(own.entry.kind) if own.entry is not None else None
    editions = [other.day for other in acts.school.journal if acts.kinds.named(other.kind) is kind]
    return any(day is not None and entry.day is not None and day <= entry.day for day in editions)


def _bases(document: Planned, acts: Acts) -> Iterator[tuple[Planned, Requisites]]:
    for name in document.kind.bases:
        for basis in acts.of_kind(name)[:1]:
            yield basis, basis.requisites if basis.requisites.day or basis.parent is None else basis.parent
