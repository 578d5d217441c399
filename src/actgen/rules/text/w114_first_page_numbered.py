"""W114: a page number on the first page, or margins that are too narrow."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Place, Severity
from actgen.rules.finished import Finished
from actgen.rules.rule import Rule

RULE = Rule("W114", Severity.WARNING, "номер страницы не по ГОСТ")
LEAST_HEADER_MM = 9.5


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each template that numbers its first page, or its pages too near to the edge.

    Source: ГОСТ Р 7.0.97-2025: numbers from the second page on, at least 10 mm from the edge.
    """
    seen: set[str] = set()
    for document in finished.documents:
        if document.template in seen:
            continue
        numbered = [page for page in document.pages if page.is_numbered]
        if not numbered:
            continue
        seen.add(document.template)
        if not numbered[0].has_own_first:
            reason, hint = "номер стоит и на первой странице", "включите «Особый колонтитул для первой страницы»"
        elif numbered[0].header_mm < LEAST_HEADER_MM:
            reason, hint = f"номер в {numbered[0].header_mm:.0f} мм от края", "отступ колонтитула — не менее 10 мм"
        else:
            continue
        yield RULE.at(Place(document.template), f"номер страницы не по ГОСТ: {reason}", hint=hint)
