"""Who is meant by a role: «директор», «наставники», «ответственные»."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from actgen.acts import fold_kind_name
from actgen.diagnostics import Place
from actgen.plan.document import Subject
from actgen.school import Event, Pair, PeopleGroup, Person, School

ROLE_NAMES = (
    "директор",
    "куратор",
    "ответственный за сайт",
    "кадровик",
    "бухгалтер",
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


_AT_WORK = frozenset({"наставники", "наставляемые", "сотрудники"})
"""Roles of many: of them those who work here on the day of the act."""

REGULATION = ("regulation", "положение", "order-on-mentoring", "приказ-о-наставничестве")
"""The kinds of act whose date parts newcomers from those who were there."""


def role_people(role: str, school: School, subject: Subject, day: date | None = None) -> tuple[Person, ...] | None:
    """Return the people of a role for a document on `subject`, each once; None for an unknown role.

    Args:
        role: «директор», «наставники» and so on, as `acts/` has it.
        school: What the data say.
        subject: Whom or what the document is about.
        day: The day of the act: who is the mentor then, who works here then; without one, whatever the data say.
    """
    wanted = role.replace("_", " ").casefold()
    holders = _holders(school, subject, day)
    if wanted not in holders:
        return None
    people = dict.fromkeys(holders[wanted]())
    is_judged = day is not None and wanted in _AT_WORK
    return tuple(person for person in people if not is_judged or day is None or person.works_on(day))


def _holders(school: School, subject: Subject, day: date | None) -> Mapping[str, Callable[[], Iterable[Person]]]:
    settings = school.settings
    own_pairs = [subject.pair] if subject.pair is not None else list(school.pairs)

    def mentees() -> Iterable[Person]:
        return [subject.mentee] if subject.mentee is not None else [m for pair in own_pairs for m in pair.mentees]

    def mentors() -> Iterable[Person]:
        return [subject.mentor] if subject.mentor is not None else [pair.mentor_on(day) for pair in own_pairs]

    return {
        "директор": lambda: (settings.head,),
        "куратор": lambda: _if_any(settings.curator),
        "ответственный за сайт": lambda: _if_any(settings.site_keeper),
        "кадровик": lambda: _if_any(settings.personnel_officer),
        "бухгалтер": lambda: _if_any(settings.accountant),
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


_NAMED_UNDER = {
    "директор": "руководитель",
    "куратор": "куратор",
    "ответственный за сайт": "ответственный_за_сайт",
    "кадровик": "кадровик",
    "бухгалтер": "бухгалтер",
}
"""The key of `data/school.yaml` that says who holds a role of one."""


def role_places(role: str, school: School, subject: Subject) -> tuple[Place, ...]:
    """Return where the data say who holds a role of one person; none for a role of many."""
    wanted = role.replace("_", " ").casefold()
    settings, pair = school.settings, subject.pair
    if wanted in _NAMED_UNDER:
        return (settings.place(_NAMED_UNDER[wanted]),)
    if wanted == "председатель профсоюза":
        return (settings.union.place("председатель") if settings.union else settings.place("профсоюз"),)
    if pair is not None and wanted in ("наставник", "наставники"):
        return (pair.place("наставник"),)
    if pair is not None and wanted in ("наставляемый", "наставляемые"):
        return (pair.place("наставляемые"),)
    return ()


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
    """Yield the listed staff hired this year after the regulation, which was there before them.

    For a regulation without a date in the journal stands the first day of the school year.
    """
    year = school.settings.year
    of_regulation = (entry for entry in school.journal if fold_kind_name(vars(entry).get("kind") or "") in REGULATION)
    dated = [vars(entry).get("day") for entry in of_regulation]
    since = max((day for day in dated if day is not None), default=year.starts_on)
    for person in school.staff:
        if person.is_listed and person.hired_on is not None and since < person.hired_on <= year.ends_on:
            yield person
