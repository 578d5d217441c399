"""The bank of candidates (банк наставников и наставляемых) and answers to questionnaires, from `data/bank.yaml`."""

from __future__ import annotations

from pydantic import Field

from actgen.school.references import PersonRef
from actgen.sources import Day, Identifier, Line, Many, Prose, Record, Whole


class MentorCandidate(Record):
    """Who may be a mentor, and in what she is strong."""

    person: PersonRef = Field(alias="кто", description="кто готов быть наставником: Лебедева Т.Н.")
    joined_on: Day | None = Field(None, alias="дата", description="дата внесения в банк")
    competences: Many[Prose] = Field((), alias="компетенции", description="в чём может помочь, по одной в строке")
    achievements: Prose | None = Field(None, alias="достижения", description="профессиональные достижения")
    interests: Prose | None = Field(None, alias="интересы", description="профессиональные интересы")
    hours_a_week: Whole | None = Field(None, alias="часов", description="сколько часов в неделю может уделять")
    max_mentees: Whole | None = Field(
        None, alias="предел", description="скольких готов вести; обычно — предел_наставляемых организации"
    )


class MenteeCandidate(Record):
    """Who asks for a mentor, and for what."""

    person: PersonRef = Field(alias="кто", description="кому нужен наставник: Белова Е.Н.")
    joined_on: Day | None = Field(None, alias="дата", description="дата внесения в банк")
    requests: Many[Prose] = Field((), alias="запросы", description="с чем нужна помощь, по одному в строке")


class AnswerSheet(Record):
    """One filled questionnaire; an anonymous one names nobody."""

    questionnaire: Line = Field(alias="анкета", description="имя вида акта: questionnaire-pair-entry")
    person: PersonRef | None = Field(None, alias="кто", description="кто отвечал; без него анкета анонимная")
    day: Day | None = Field(None, alias="дата", description="дата заполнения")
    answers: dict[Identifier, Line] = Field(
        default_factory=dict, alias="ответы", description="ид вопроса и ответ: опыт: 9"
    )


class Bank(Record):
    """The whole of `data/bank.yaml`."""

    mentors: Many[MentorCandidate] = Field((), alias="наставники", description="кандидаты в наставники")
    mentees: Many[MenteeCandidate] = Field((), alias="наставляемые", description="кому нужен наставник")
    sheets: Many[AnswerSheet] = Field((), alias="анкеты", description="заполненные анкеты")
