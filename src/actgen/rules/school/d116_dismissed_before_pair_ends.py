"""D116: a member of a pair who leaves before its end."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D116", Severity.ERROR, "уволен раньше окончания пары")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each person of a pair who is not on the staff to its last day."""
    for pair in school.pairs:
        for person in pair.people:
            if person.dismissed_on is not None and person.dismissed_on < pair.ends_on:
                yield RULE.at(
                    pair.place("по"),
                    f"пара работает по {date_in_digits(pair.ends_on)}, а уволен(а) "
                    f"{date_in_digits(person.dismissed_on)}: {person.short_name}",
                    hint="закончите пару днём увольнения или назначьте другого",
                    related=(Related(person.place("уволен"), "дата увольнения здесь"),),
                )
