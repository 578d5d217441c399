"""D149: somebody of a pair who is away on its first day or till its end."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.rules.rule import Rule
from actgen.school import Absence, Pair, Person, School

RULE = Rule("D149", Severity.WARNING, "участник пары долго отсутствует")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each long absence that begins before the pair does, or lasts till its end.

    Whoever is replaced, or whose pair is stopped, by then has been thought of.
    """
    for pair in school.pairs:
        for person in pair.people:
            for absence in person.absences:
                if _disturbs(absence, pair, person):
                    yield RULE.at(
                        pair.place("наставник")
                        if person is pair.mentor
                        else pair.place("наставляемые", pair.mentees.index(person)),
                        f"участник пары отсутствует с {date_in_digits(absence.starts_on)}: {person.short_name}",
                        hint="измените срок пары или запишите событие: замену наставника или прекращение",
                        related=(Related(absence.place("с"), "отсутствие здесь"),),
                    )


def _disturbs(absence: Absence, pair: Pair, person: Person) -> bool:
    ends_on = min(pair.ends_on, pair.stopped_on or pair.ends_on)
    if person is pair.mentor:
        taken_over = [event.effective_on for event in pair.events if event.new_mentor is not None]
        ends_on = min([ends_on, *taken_over])
    return absence.holds_on(pair.starts_on) or (absence.starts_on < ends_on and absence.holds_on(ends_on))
