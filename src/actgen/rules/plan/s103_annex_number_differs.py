"""S103: an annex whose own number or date is not that of the act that approves it."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.rules.acts import Acts
from actgen.rules.rule import Rule

RULE = Rule("S103", Severity.ERROR, "у приложения другие номер или дата, чем у приказа")


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each annex whose entry contradicts that of its act; one of a series of its own may."""
    for entry, document in acts.entries():
        parent = document.parent
        if parent is None or parent.entry is None or entry.series not in (None, parent.entry.series):
            continue
        if entry.number is not None and parent.number is not None and entry.number != parent.number:
            key, own, of_parent = "номер", f"№ {entry.number}", f"№ {parent.number}"
        elif entry.day is not None and parent.day is not None and entry.day != parent.day:
            key, own, of_parent = "дата", date_in_digits(entry.day), date_in_digits(parent.day)
        else:
            continue
        yield RULE.at(
            entry.place(key),
            f"у приложения {own}, а у приказа {of_parent}: {document.kind.title}",
            hint="у приложения номер и дата приказа, которым оно утверждено; уберите лишнее",
            related=(Related(parent.entry.place(key), "приказ записан здесь"),),
        )
