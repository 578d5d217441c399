"""W110: a name typed into a text that is not the staff's spelling of it."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity, closest
from actgen.rules.finished import Finished
from actgen.rules.names import initials, names_in
from actgen.rules.rule import Rule

RULE = Rule("W110", Severity.ERROR, "человек назван с другими инициалами")


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each typed name that has a colleague's surname and both initials, but other ones."""
    for document, _, name in finished.found(names_in):
        alike = finished.roster.alike(name.surname)
        if len(name.initials) == 1 or any(initials(person) == name.initials for person in alike):
            continue
        place = document.written_at(name.text) if alike else None
        if place is not None:
            near = closest(name.text, [person.short_name for person in alike]) or alike[0].short_name
            yield RULE.at(
                place,
                f"человек назван с другими инициалами: «{name.text}», в списке «{near}»",
                hint="исправьте инициалы или назовите человека словом",
            )
