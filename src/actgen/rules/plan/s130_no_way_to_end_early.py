"""S130: a regulation or agreement that does not say how mentoring ends before its term."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from actgen.acts import ActKind, DateFrom
from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.acts import Acts
from actgen.rules.rule import Rule

RULE = Rule("S130", Severity.ERROR, "нет порядка досрочного прекращения", basis="тк_351_8", since=date(2025, 3, 1))
_REFUSAL = re.compile(r"отказ\w*\s+(?:наставник|работник|от\s+(?:этой\s+)?(?:наставнич|работ|поручен))", re.IGNORECASE)
_CANCELLATION = re.compile(
    r"отмен\w+[^.;]{0,40}поручени|поручени\w+[^.;]{0,60}отмен|отмен\w+[^.;]{0,40}наставнич", re.IGNORECASE
)


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each regulation on mentoring or agreement, from 1 March 2025 on, without both ways out.

    They are the mentor's refusal and the employer's cancellation.
    """
    for document in acts.first_of_each_kind():
        kind = document.kind
        if not _is_asked(kind) or not RULE.holds_on(document.requisites.judged_on):
            continue
        lacking = _lacking(" ".join(acts.texts(document)))
        if lacking:
            yield RULE.at(
                kind.place("пункты" if kind.points else "название"),
                f"не сказано о досрочных случаях — {' и '.join(lacking)}: {kind.title}",
                hint="добавьте пункт: наставник вправе досрочно отказаться от работы, работодатель — отменить "
                "поручение, предупредив не менее чем за три рабочих дня",
            )


@lru_cache(maxsize=64)
def _lacking(texts: str) -> tuple[str, ...]:
    """Return which ways out the texts of an act do not name; schools on common acts share them."""
    ways = {"отказ наставника": _REFUSAL, "отмена поручения": _CANCELLATION}
    return tuple(name for name, pattern in ways.items() if not pattern.search(texts))


def _is_asked(kind: ActKind) -> bool:
    is_regulation = kind.document_kind.casefold() == "положение" and "наставнич" in kind.title.casefold()
    return is_regulation or kind.date_from is DateFrom.AGREEMENT
