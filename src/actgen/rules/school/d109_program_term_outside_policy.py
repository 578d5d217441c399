"""D109: a program that is shorter or longer than the school's own regulation allows."""

from collections.abc import Iterator
from datetime import date, timedelta

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D109", Severity.WARNING, "срок программы не тот, что допускает положение")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each pair with a program whose term lies outside the bounds of `правила:`."""
    rules = school.settings.rules
    for pair in school.pairs:
        if pair.program is None or pair.ends_on < pair.starts_on:
            continue
        months = _whole_months(pair.starts_on, pair.ends_on)
        is_over = months == rules.program_max_months and not _is_whole(pair.starts_on, pair.ends_on)
        if months < rules.program_min_months or months > rules.program_max_months or is_over:
            yield RULE.at(
                pair.place("по"),
                f"программа рассчитана на {months} мес., в положении — от {rules.program_min_months} "
                f"до {rules.program_max_months}: {pair.title}",
                hint="исправьте срок пары или числа в разделе «правила» файла data/school.yaml",
                related=(Related(pair.place("с"), "начало здесь"),),
            )


def _whole_months(start: date, end: date) -> int:
    after = end + timedelta(days=1)
    return (after.year - start.year) * 12 + after.month - start.month - (after.day < start.day)


def _is_whole(start: date, end: date) -> bool:
    return (end + timedelta(days=1)).day <= start.day
