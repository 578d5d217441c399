"""D130: a person who stands twice among the readers of one act."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D130", Severity.WARNING, "человек ознакомлен с актом дважды")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each reader who has been named in the entry before: one date would be lost."""
    for entry in school.journal:
        for number, read in enumerate(entry.acquainted):
            first = next((other for other in entry.acquainted[:number] if other.person == read.person), None)
            if first is not None:
                yield RULE.at(
                    read.place("кто"),
                    f"человек ознакомлен с актом дважды: {read.person.short_name}",
                    hint="уберите лишнюю запись: в лист попадёт только одна дата",
                    related=(Related(first.place("кто"), "первый раз здесь"),),
                )
