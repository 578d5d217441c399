"""S109: an act dated before another that it rests on."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.plan import Planned, Requisites
from actgen.rules.acts import Acts
from actgen.rules.rule import Rule

RULE = Rule("S109", Severity.ERROR, "акт раньше своего основания")


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each dated act that is earlier than an act of `основания:`."""
    for entry, document in acts.entries():
        later = [(basis, own) for basis, own in _bases(document, acts) if own.day and entry.day and own.day > entry.day]
        if later and entry.day is not None:
            named = ", ".join(f"{basis.kind.title} от {date_in_digits(own.day)}" for basis, own in later if own.day)
            yield RULE.at(
                entry.place("дата"),
                f"акт от {date_in_digits(entry.day)} ссылается на более поздний: {named}",
                hint="основание не бывает позже акта: исправьте одну из дат",
                related=[Related(own.entry.place("дата"), "основание здесь") for _, own in later if own.entry],
            )


def _bases(document: Planned, acts: Acts) -> Iterator[tuple[Planned, Requisites]]:
    for name in document.kind.bases:
        for basis in acts.of_kind(name)[:1]:
            yield basis, basis.requisites if basis.requisites.day or basis.parent is None else basis.parent
