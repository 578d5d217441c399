"""D127: a page profile outside the standard."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D127", Severity.WARNING, "оформление не по ГОСТ")
_LEAST_MM = {"левое": 20, "правое": 10, "верхнее": 20, "нижнее": 20}
SIZES = range(12, 15)


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each margin that is too narrow, and for a size of letters outside 12 to 14.

    Source: ГОСТ Р 7.0.97-2025: margins at least 20, 10, 20, 20 mm; size 12, 13 or 14.
    """
    page = school.settings.page
    margins = page.margins
    values = {"левое": margins.left, "правое": margins.right, "верхнее": margins.top, "нижнее": margins.bottom}
    for key, value in values.items():
        if value < _LEAST_MM[key]:
            yield RULE.at(
                margins.place(key),
                f"поле страницы уже, чем нужно: {key} {value} мм, наименьшее {_LEAST_MM[key]}",
                hint=f"напишите «{key}: {_LEAST_MM[key]}»; у документов со сроком хранения больше 10 лет левое — 30",
            )
    if page.size_points not in SIZES:
        yield RULE.at(
            page.place("кегль"),
            f"размер шрифта вне ГОСТ: {page.size_points}, можно 12, 13 и 14",
            hint="напишите «кегль: 14»",
        )
