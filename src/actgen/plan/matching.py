"""The craft of matching (подбор): for each mentee of the bank the mentors who may fit, with reasons; decides nothing.

What speaks for a mentor, in this order: she can do what the mentee asks for, she teaches the same, she has been at
it longer, she has room. Nobody is left out silently: who has no room is named apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from actgen.language import count_in_digits
from actgen.plan.likeness import is_answered, is_same_work
from actgen.school import Bank, MenteeCandidate, MentorCandidate, Pair, Person, ProgramOutcome, School

MOST_CANDIDATES = 3
"""How many candidates are shown for a mentee: a committee chooses among a few."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mentor who may fit, and why; `pair` is that in which she works with the mentee, if there is one."""

    candidate: MentorCandidate
    shared: tuple[str, ...]
    subject: str
    more_years: int
    held: int
    limit: int
    pair: Pair | None

    @property
    def mentor(self) -> Person:
        """Who it is."""
        return self.candidate.person

    @property
    def free_places(self) -> int:
        """How many more mentees she may take."""
        return max(0, self.limit - self.held)

    @property
    def reasons(self) -> tuple[str, ...]:
        """What speaks for her, in Russian, the weightiest first."""
        return tuple(self._reasons())

    def _reasons(self) -> Iterator[str]:
        if self.shared:
            yield "отвечает на запрос: " + "; ".join(self.shared)
        if self.subject:
            yield f"то же направление работы: {self.subject}"
        if self.mentor.category:
            named = "категори" in self.mentor.category.casefold()
            yield self.mentor.category if named else f"квалификационная категория: {self.mentor.category}"
        if self.more_years > 0:
            yield f"стаж больше на {count_in_digits(self.more_years, 'год')}"
        yield f"ведёт наставляемых: {self.held}, может вести: {self.limit}"


@dataclass(frozen=True, slots=True)
class Match:
    """The proposals for one mentee: who may fit, who would but has no room, and who is her mentor already."""

    mentee: MenteeCandidate
    candidates: tuple[Candidate, ...]
    without_room: tuple[Person, ...]
    fixed: tuple[Person, ...]


def match_mentors(school: School, day: date | None = None) -> tuple[Match, ...]:
    """Return the proposals for each mentee of the bank, in its order.

    Args:
        school: The bank, and the pairs that are there already.
        day: Who had whom on that day, for a protocol of that day; None takes every pair whose work is not over.
    """
    if school.bank is None:
        return ()
    working = [pair for pair in school.pairs if _works_on(pair, day)]
    return tuple(_match(mentee, school, school.bank, working, day) for mentee in school.bank.mentees)


def _works_on(pair: Pair, day: date | None) -> bool:
    """Return whether the pair takes her mentor's place on that day; a stopped one does until its result."""
    result = pair.result
    if pair.stopped_on is not None and (day is None or pair.stopped_on <= day):
        return False
    if day is None:
        return result is None or result.outcome is ProgramOutcome.PROLONGED
    ends_on = pair.ends_on
    if result is not None and result.outcome is ProgramOutcome.PROLONGED:
        ends_on = result.prolonged_until or ends_on
    elif result is not None and result.day is not None:
        ends_on = min(ends_on, result.day)
    return pair.starts_on <= day <= ends_on


def _match(mentee: MenteeCandidate, school: School, bank: Bank, working: list[Pair], day: date | None) -> Match:
    others = (mentor for mentor in bank.mentors if mentor.person != mentee.person)
    weighed = sorted((_weigh(mentor, mentee, school, working, day) for mentor in others), key=_rank)
    fitting = [found for found in weighed if found.shared or found.subject]
    fixed = [pair.mentor_on(day) for pair in working if mentee.person in pair.mentees]
    return Match(
        mentee,
        tuple(found for found in fitting if found.free_places or found.pair)[:MOST_CANDIDATES],
        tuple(found.mentor for found in fitting if not found.free_places and not found.pair),
        tuple(dict.fromkeys(fixed)),
    )


def _rank(found: Candidate) -> tuple[int, bool, int, int, str]:
    return (-len(found.shared), not found.subject, -found.free_places, -found.more_years, found.mentor.full_name)


def _weigh(
    mentor: MentorCandidate, mentee: MenteeCandidate, school: School, working: list[Pair], day: date | None
) -> Candidate:
    held = {person.full_name for pair in working if pair.mentor_on(day) == mentor.person for person in pair.mentees}
    limit = school.settings.rules.max_mentees
    return Candidate(
        candidate=mentor,
        shared=tuple(request for request in mentee.requests if _is_answered(request, mentor)),
        subject=mentee.person.position if is_same_work(mentor.person.position, mentee.person.position) else "",
        more_years=_more_years(mentor.person, mentee.person),
        held=len(held),
        limit=min(limit, mentor.max_mentees) if mentor.max_mentees is not None else limit,
        pair=next((p for p in working if p.mentor_on(day) == mentor.person and mentee.person in p.mentees), None),
    )


def _more_years(mentor: Person, mentee: Person) -> int:
    """Return by how many years the mentor has worked longer; 0 where either is not known."""
    if mentor.experience_years is None or mentee.experience_years is None:
        return 0
    return mentor.experience_years - mentee.experience_years


def _is_answered(request: str, mentor: MentorCandidate) -> bool:
    return any(is_answered(request, competence) for competence in mentor.competences)
