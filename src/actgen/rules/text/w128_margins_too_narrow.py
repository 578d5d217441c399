"""W128: a template of the school's own whose margins are narrower than the standard."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Place, Severity
from actgen.docx import Page
from actgen.rules.finished import Finished
from actgen.rules.rule import Rule

RULE = Rule("W128", Severity.WARNING, "поля страницы уже, чем по ГОСТ")
_LEAST_MM = {"левое": 20, "правое": 10, "верхнее": 20, "нижнее": 20}
LEFT_WHEN_KEPT_MM = 30
_ROUNDING_MM = 0.5


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each template with a margin that is too narrow, at the first section that has it.

    Documents kept longer than ten years need 30 mm on the left.

    Source: ГОСТ Р 7.0.97-2025: at least 20, 10, 20, 20 mm; left 30 mm for documents kept longer than ten years.
    """
    seen: set[str] = set()
    for document in finished.documents:
        if document.template in seen:
            continue
        seen.add(document.template)
        least = dict(_LEAST_MM)
        if _is_kept_long(document.document.planned.kind.retention or ""):
            least["левое"] = LEFT_WHEN_KEPT_MM
        narrow = next((found for page in document.pages for found in _narrow(page, least)), None)
        if narrow is not None:
            name, value = narrow
            yield RULE.at(
                Place(document.template),
                f"{name} поле {value:.0f} мм, наименьшее {least[name]}",
                hint="исправьте поля в Word: Макет → Поля",
            )


def _narrow(page: Page, least: dict[str, int]) -> Iterator[tuple[str, float]]:
    values = {"левое": page.left_mm, "правое": page.right_mm, "верхнее": page.top_mm, "нижнее": page.bottom_mm}
    for name, value in values.items():
        if value < least[name] - _ROUNDING_MM:
            yield name, value


def _is_kept_long(retention: str) -> bool:
    digits = "".join(sign for sign in retention.partition(" ")[0].partition("/")[0] if sign.isdigit())
    return retention.casefold().startswith("постоянно") or (digits != "" and int(digits) > 10)
