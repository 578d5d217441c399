"""W110: a name typed into a text that is not the staff's spelling of it."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity, closest
from actgen.rules.finished import Finished
from actgen.rules.names import has_surname, initials, names_in
from actgen.rules.rule import Rule
from actgen.school import Person

RULE = Rule("W110", Severity.ERROR, "человек назван с другими инициалами")


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each typed name that has a colleague's surname and both initials, but other ones."""
    alike_by_surname: dict[str, list[Person]] = {}
    for document in finished.documents:
        for _, text in document.paragraphs():
            for name in names_in(text):
                if name.surname not in alike_by_surname:
                    alike = [person for person in finished.school.staff if has_surname(person, name.surname)]
                    alike_by_surname[name.surname] = alike
                alike = alike_by_surname[name.surname]
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
