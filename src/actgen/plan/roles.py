"""Who is meant by a role: «директор», «наставники», «ответственные»."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from actgen.plan.document import Subject
from actgen.school import Event, Pair, PeopleGroup, Person, School

ROLE_NAMES = (
    "директор",
    "куратор",
    "ответственный за сайт",
    "председатель профсоюза",
    "наставник",
    "новый наставник",
    "наставляемый",
    "наставляемые",
    "наставники",
    "ответственные",
    "сотрудники",
    "все сотрудники",
    "новые сотрудники",
    "участники",
    "человек",
)


def role_people(role: str, school: School, subject: Subject) -> tuple[Person, ...] | None:
    """Return the people of a role for a document on `subject`, each once; None for an unknown role."""
    wanted = role.replace("_", " ").casefold()
    holders = _holders(school, subject)
    return tuple(dict.fromkeys(holders[wanted]())) if wanted in holders else None


def _holders(school: School, subject: Subject) -> Mapping[str, Callable[[], Iterable[Person]]]:
    settings = school.settings
    own_pairs = [subject.pair] if subject.pair is not None else list(school.pairs)

    def mentees() -> Iterable[Person]:
        return [subject.mentee] if subject.mentee is not None else [m for pair in own_pairs for m in pair.mentees]

    def mentors() -> Iterable[Person]:
        return [subject.mentor] if subject.mentor is not None else [pair.mentor for pair in own_pairs]

    return {
        "директор": lambda: (settings.head,),
        "куратор": lambda: _if_any(settings.curator),
        "ответственный за сайт": lambda: _if_any(settings.site_keeper),
        "председатель профсоюза": lambda: _if_any(settings.union.chair if settings.union else None),
        "наставник": mentors,
        "новый наставник": lambda: new_mentors(subject.event, own_pairs),
        "наставники": mentors,
        "наставляемый": mentees,
        "наставляемые": mentees,
        "человек": lambda: _if_any(subject.person),
        "ответственные": lambda: _responsible(school),
        "все сотрудники": lambda: school.staff,
        "участники": lambda: (person for pair in school.pairs for person in everybody_of(pair)),
        "новые сотрудники": lambda: newcomers(school),
        "сотрудники": lambda: (person for person in school.staff if vars(person).get("is_listed", True)),
    }


def _if_any(person: Person | None) -> tuple[Person, ...]:
    return (person,) if person is not None else ()


def _responsible(school: School) -> Iterable[Person]:
    for stage in school.roadmap.stages if school.roadmap else ():
        for row in stage.rows:
            for answer in row.responsible:
                if isinstance(answer, Person):
                    yield answer
                elif isinstance(answer, PeopleGroup):
                    yield from answer.members


def new_mentors(event: Event | None, pairs: Iterable[Pair]) -> Iterable[Person]:
    """Yield who takes over in the event, or in any event of the pairs where the document is about none."""
    events = [event] if event is not None else [own for pair in pairs for own in vars(pair).get("events", ())]
    for own in events:
        mentor = vars(own).get("new_mentor")
        if isinstance(mentor, Person):
            yield mentor


def everybody_of(pair: Pair) -> Iterable[Person]:
    """Yield the mentor, who took over from her, and the mentees."""
    yield pair.mentor
    yield from new_mentors(None, (pair,))
    yield from pair.mentees


def newcomers(school: School) -> Iterable[Person]:
    """Yield the listed staff hired after the first day of the school year: the regulation was there before them."""
    year = school.settings.year
    for person in school.staff:
        if person.is_listed and person.hired_on is not None and year.starts_on < person.hired_on <= year.ends_on:
            yield person
