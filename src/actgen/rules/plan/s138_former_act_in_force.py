"""S138: a former edition of an act that is still in force beside the new one."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.plan import Planned
from actgen.rules.acts import Acts
from actgen.rules.rule import Rule
from actgen.school import ActState, JournalEntry

RULE = Rule("S138", Severity.WARNING, "прежний акт не признан утратившим силу")
_NORMATIVE = ("положение", "порядок", "правила")


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each signed former edition of a regulation that nothing repeals."""
    for entry, document in acts.entries():
        if document.kind.document_kind.casefold() not in _NORMATIVE:
            continue
        for former in acts.school.journal:
            if acts.kinds.named(former.kind) is not document.kind or former.edition >= entry.edition:
                continue
            if former.state is ActState.SIGNED and not _is_repealed(former, document, acts):
                of_day = f" от {date_in_digits(former.day)}" if former.day is not None else ""
                yield RULE.at(
                    former.place("состояние"),
                    f"действует и прежняя редакция{of_day}: {document.kind.full_title}",
                    hint="напишите «состояние: утратил силу» и добавьте его в «утрачивают_силу» файла data/year.yaml",
                    related=(Related(entry.place(), "новая редакция здесь"),),
                )


def _is_repealed(former: JournalEntry, document: Planned, acts: Acts) -> bool:
    if any(one.day is not None and one.day == former.day for one in acts.school.year_work.repealed):
        return True
    orders = [other for other in acts.planned if other.kind is document.parent_kind]
    return any("утратившим силу" in text for order in orders for text in acts.texts(order))
