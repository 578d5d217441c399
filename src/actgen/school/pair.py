"""A mentoring pair or group (наставническая пара или группа)."""

from __future__ import annotations

from pydantic import Field

from actgen.school.person import Person
from actgen.school.references import PersonRef, ProgramRef
from actgen.sources import Day, Line, Many, Record


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
