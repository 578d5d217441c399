"""A mentoring pair or group (наставническая пара или группа)."""

from __future__ import annotations

from datetime import date
from enum import Enum

from pydantic import Field

from actgen.school.agreement import Agreement
from actgen.school.event import Event, EventKind
from actgen.school.person import Person
from actgen.school.references import PersonRef, ProgramRef
from actgen.school.result import PairResult
from actgen.sources import Day, Line, Many, OneOf, Prose, Record

_TAKEN_OVER = {
    "mentor": "new_mentor",
    "starts_on": "effective_on",
    "mentor_consent_on": "consent_on",
    "agreement": "agreement",
}
"""The fields of a pair that a replacement gives it, and how the event calls them."""


class WorkBasis(Enum):
    """On what a mentor's work rests."""

    AGREEMENT = "соглашение"
    JOB_FUNCTION = "трудовая функция"


class Pair(Record):
    """One mentor with one mentee (пара) or several (группа), for a stated term."""

    mentor: PersonRef = Field(alias="наставник", description="кто наставник: Лебедева Т.Н.")
    mentees: Many[PersonRef] = Field(alias="наставляемые", description="кого он ведёт: [Белова Е.Н.]")
    form: Line = Field(alias="форма", description="форма наставничества: учитель — учитель")
    kind: Line = Field(alias="вид", description="вид наставничества: традиционное")
    starts_on: Day = Field(alias="с", description="первый день наставничества")
    ends_on: Day = Field(alias="по", description="последний день наставничества")
    program: ProgramRef | None = Field(None, alias="программа", description="имя файла в data/programs/ без .yaml")
    mentor_consent_on: Day | None = Field(None, alias="согласие", description="дата письменного согласия наставника")
    mentees_consent_on: Day | None = Field(
        None, alias="согласие_наставляемых", description="дата письменного согласия наставляемых"
    )
    basis: OneOf[WorkBasis] = Field(
        WorkBasis.AGREEMENT, alias="основание", description="соглашение или трудовая функция"
    )
    job_function: Prose | None = Field(
        None, alias="трудовая_функция", description="где она записана: трудовой договор от 01.09.2020 № 15, пункт 2.4"
    )
    agreement: Agreement | None = Field(None, alias="соглашение", description="дополнительное соглашение с наставником")
    result: PairResult | None = Field(None, alias="итог", description="чем закончилась работа")
    events: Many[Event] = Field((), alias="события", description="отказ, отмена, замена, прекращение")

    @property
    def mentors(self) -> tuple[Person, ...]:
        """Everybody who has been its mentor, the first one first."""
        return tuple(
            dict.fromkeys((self.mentor, *(event.new_mentor for event in self._replacements if event.new_mentor)))
        )

    def mentor_on(self, day: date | None = None) -> Person:
        """Return who is the mentor on that day; without a day, who was the last."""
        followed = [e for e in self._replacements if e.new_mentor and (day is None or e.effective_on <= day)]
        return followed[-1].new_mentor or self.mentor if followed else self.mentor

    @property
    def stopped_on(self) -> date | None:
        """The day from which nobody works here, by the events; None while somebody follows or nothing happened."""
        ended = [event.effective_on for event in self.events if event.kind is not EventKind.REPLACEMENT]
        last = max(ended, default=None)
        is_followed = last is not None and any(event.effective_on >= last for event in self._replacements)
        return None if is_followed else last

    @property
    def _replacements(self) -> list[Event]:
        found = [event for event in self.events if event.kind is EventKind.REPLACEMENT]
        return sorted(found, key=lambda event: event.effective_on)

    @property
    def is_group(self) -> bool:
        """Whether the mentor has more than one mentee here."""
        return len(self.mentees) > 1

    @property
    def people(self) -> tuple[Person, ...]:
        """The mentor, then the mentees."""
        return (self.mentor, *self.mentees)

    @property
    def title(self) -> str:
        """How lists and file names call it: «Лебедева Т.Н. — Белова Е.Н.»."""
        return f"{self.mentor.short_name} — {', '.join(mentee.short_name for mentee in self.mentees)}"

    def after(self, event: Event) -> Pair:
        """Return the pair as a replacement (замена наставника) leaves it: with the new mentor, from that day on.

        Its records are those of `data/pairs.yaml`, each with its own place.
        """
        anew = self.model_copy(update={"mentees_consent_on": None, "basis": WorkBasis.AGREEMENT})
        return anew.taking(event, _TAKEN_OVER)
