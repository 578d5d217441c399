"""S118: a reader whom the sheet of the act does not list."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.plan import role_people
from actgen.rules.acts import Acts
from actgen.rules.rule import Rule

RULE = Rule("S118", Severity.WARNING, "ознакомлен тот, кого нет в листе ознакомления")


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each acquaintance whose date would be printed nowhere."""
    for entry, document in acts.entries():
        day = document.requisites.judged_on
        groups = [role_people(role, acts.school, document.subject, day) for role in document.kind.acquainted]
        if None in groups:
            continue
        listed = [person for group in groups for person in group or ()]
        for read in entry.acquainted:
            # Who did not work here on the day of the act is on no sheet of it; that is for other rules to judge.
            if read.person not in listed and read.person.works_on(day):
                yield RULE.at(
                    read.place("кто"),
                    f"в листе ознакомления этого акта нет: {read.person.short_name}",
                    hint="исправьте имя или добавьте роль в «знакомятся:» акта",
                )
