"""D122: an act dated on a day when the head was not on the staff."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D122", Severity.ERROR, "руководитель в этот день не работал")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each entry dated before the head was hired or after she left."""
    head = school.settings.head
    for entry in school.journal:
        if entry.day is not None and not head.works_on(entry.day):
            key = "принят" if head.hired_on is not None and entry.day < head.hired_on else "уволен"
            yield RULE.at(
                entry.place("дата"),
                f"на {date_in_digits(entry.day)} руководитель не работал(а): {head.short_name}",
                hint="исправьте дату акта или назовите руководителем того, кто исполнял обязанности",
                related=(Related(head.place(key), f"{key} — здесь"),),
            )
