"""S140: an act issued before the trade union could answer."""

from collections.abc import Iterator
from datetime import date

from actgen.acts import GrifAction
from actgen.diagnostics import Diagnostic, Severity
from actgen.language import date_in_digits
from actgen.rules.acts import Acts
from actgen.rules.rule import Rule
from actgen.school import UnionOpinion
from actgen.working_days import working_days_between

RULE = Rule("S140", Severity.ERROR, "акт издан, не дождавшись мнения профсоюза", basis="тк_372")
TERM_WORKING_DAYS = 5


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each act with the grif of the union that is dated before its answer, or its term.

    Without an answer five working days must have gone by since the draft was sent.
    """
    union = acts.school.year_work.union
    for document in acts.planned:
        own = document.requisites
        issued = own.day or (document.parent.day if document.parent is not None else None)
        is_asked = any(grif.action is GrifAction.HEED for grif in document.kind.grifs)
        if union is None or acts.school.settings.union is None or issued is None or not is_asked:
            continue
        key, reason = _fault(union, issued)
        if key:
            yield RULE.at(
                union.place(key),
                f"{reason}, а акт издан {date_in_digits(issued)}: {document.kind.full_title}",
                hint="акт принимают после ответа или после пяти рабочих дней: исправьте одну из дат",
            )


def _fault(union: UnionOpinion, issued: date) -> tuple[str, str]:
    """Return the key at fault and what is wrong; empty where nothing is."""
    if union.answered_on is not None:
        is_late = union.answered_on > issued
        return ("ответ", f"мнение профсоюза получено {date_in_digits(union.answered_on)}") if is_late else ("", "")
    if union.sent_on is None:
        return "", ""
    days = working_days_between(union.sent_on, issued)
    if days >= TERM_WORKING_DAYS:
        return "", ""
    return "направлено", f"проект направлен {date_in_digits(union.sent_on)}, прошло рабочих дней {days} из 5"
