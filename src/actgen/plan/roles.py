"""Who is meant by a role: «директор», «наставники», «ответственные»."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from actgen.plan.document import Subject
from actgen.school import PeopleGroup, Person, School

ROLE_NAMES = (
    "директор",
    "куратор",
    "ответственный за сайт",
    "председатель профсоюза",
    "наставник",
    "наставляемый",
    "наставляемые",
    "наставники",
    "ответственные",
    "сотрудники",
    "человек",
)


def role_people(role: str, school: School, subject: Subject) -> tuple[Person, ...] | None:
    """Return the people of a role for a document on `subject`, each once; None for an unknown role."""
    wanted = role.replace("_", " ").casefold()
    holders = _holders(school, subject)
    return tuple(dict.fromkeys(holders[wanted])) if wanted in holders else None


def _holders(school: School, subject: Subject) -> Mapping[str, Iterable[Person]]:
    settings = school.settings
    union = settings.union
    own_pairs = [subject.pair] if subject.pair is not None else list(school.pairs)
    mentees = [subject.mentee] if subject.mentee is not None else [m for pair in own_pairs for m in pair.mentees]
    mentors = [subject.mentor] if subject.mentor is not None else [pair.mentor for pair in own_pairs]
    return {
        "директор": (settings.head,),
        "куратор": (settings.curator,) if settings.curator else (),
        "ответственный за сайт": (settings.site_keeper,) if settings.site_keeper else (),
        "председатель профсоюза": (union.chair,) if union and union.chair else (),
        "наставник": mentors,
        "наставники": mentors,
        "наставляемый": mentees,
        "наставляемые": mentees,
        "человек": (subject.person,) if subject.person else (),
        "ответственные": _responsible(school),
        "сотрудники": (person for person in school.staff if person.is_listed),
    }


def _responsible(school: School) -> Iterable[Person]:
    for stage in school.roadmap.stages if school.roadmap else ():
        for row in stage.rows:
            for answer in row.responsible:
                if isinstance(answer, Person):
                    yield answer
                elif isinstance(answer, PeopleGroup):
                    yield from answer.members
