"""The roadmap (дорожная карта): stages, what is done, when, and by whom."""

from __future__ import annotations

import re
from enum import Enum
from typing import Annotated, Any

from pydantic import Field, PlainValidator, ValidationInfo, WithJsonSchema

from actgen.diagnostics import closest
from actgen.school.person import Person
from actgen.school.references import LOOKS_LIKE_A_NAME, PersonRef, find_person
from actgen.sources import Line, Many, OneOf, Prose, Record, WordText, refuse


class ColumnSet(Enum):
    """Which columns a roadmap has."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


class Mark(Enum):
    """What stands before the lines of a list."""

    NUMBER = "1)"
    DASH = "–"
    NONE = "нет"


class StageKind(Enum):
    """What a stage is about, for the rule on the order of stages."""

    CONDITIONS = "условия"
    MENTEE_BANK = "банк наставляемых"
    MENTOR_BANK = "банк наставников"
    SELECTION = "отбор и обучение"
    WORK = "работа пар"
    COMPLETION = "завершение"
    INFORMATION = "информация"
    DATABASES = "базы"
    REPORT = "отчёт"


MONTHS = (
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
)


class PeopleGroup(Record):
    """People under a common label: «Учителя:», then each by name."""

    label: Line = Field(alias="группа", description="как назвать людей: учителя")
    members: Many[PersonRef] = Field(alias="люди", description="кто в группе")


def _responsible(value: Any, info: ValidationInfo) -> Person | PeopleGroup | str:
    if isinstance(value, (Person, PeopleGroup)):
        return value
    if isinstance(value, dict):
        return PeopleGroup.model_validate(value, context=info.context)
    if not isinstance(value, str):
        refuse("D003", "здесь нужно имя, роль или слово", hint="напишите так: Бондарь О.И.")
    people = info.context.given.people if info.context is not None else None
    if people is not None and (people.named(value) or LOOKS_LIKE_A_NAME.match(value)):
        return find_person(value, people)
    return value


Responsible = Annotated[
    Person | PeopleGroup | str, PlainValidator(_responsible), WithJsonSchema({"type": ["string", "object"]})
]
"""Who answers for a stage: a person by name, a role, a group of people, or free words («учителя»)."""


class RoadmapRow(Record):
    """One row of a stage: an activity with its own term and responsible people."""

    title: Prose | None = Field(None, alias="название", description="мероприятие")
    content: Prose | None = Field(None, alias="содержание", description="содержание деятельности")
    mark: OneOf[Mark] = Field(Mark.NUMBER, alias="знак", description="чем отмечать строки перечня: 1), – или нет")
    items: Many[Prose] = Field((), alias="перечень", description="строки перечня")
    term: Line | None = Field(None, alias="срок", description="сентябрь-октябрь, ежегодно, 01.09.2026")
    responsible: Many[Responsible] = Field((), alias="ответственные", description="имя, роль, группа или слово")
    result: Prose | None = Field(None, alias="результат", description="ожидаемый результат")

    @property
    def lines(self) -> list[str]:
        """The cell of content, a line for the introduction and one for each item with its mark."""
        before = {Mark.NUMBER: "{}) ", Mark.DASH: "– ", Mark.NONE: ""}[self.mark]
        items = [before.format(number) + item for number, item in enumerate(self.items, start=1)]
        return [*([self.content] if self.content else []), *items]


class Stage(RoadmapRow):
    """A stage of the roadmap: one row of its own, or several in `activities`."""

    title: Prose = Field(alias="название", description="наименование этапа")
    number: Line | None = Field(None, alias="№", description="номер, как его печатать; обычно не нужен")
    kind: OneOf[StageKind] | None = Field(
        None, alias="вид", description="какой это этап: " + ", ".join(kind.value for kind in StageKind)
    )
    activities: Many[RoadmapRow] = Field((), alias="мероприятия", description="строки этапа, если их несколько")

    @property
    def rows(self) -> tuple[RoadmapRow, ...]:
        """The rows to print: its activities, or the stage itself."""
        return tuple(self.activities) or (self,)


class OwnGrif(Record):
    """A school's own wording of the mark of approval (гриф утверждения)."""

    word: Line = Field(alias="слово", description="слово грифа: УТВЕРЖДАЮ")
    lines: Many[WordText] = Field((), alias="строки", description="строки под словом")


class Roadmap(Record):
    """The plan of activities by which the regulation is put into practice."""

    columns: OneOf[ColumnSet] = Field(ColumnSet.A, alias="колонки", description="набор колонок: A, B, C или D")
    period: Line | None = Field(None, alias="период", description="на 2026/2027 учебный год")
    grif: OwnGrif | None = Field(None, alias="гриф", description="собственный гриф школы")
    stages: Many[Stage] = Field(alias="этапы", description="этапы по порядку")


def months_of(term: str) -> tuple[int, ...]:
    """Return the months (1 to 12) that a term names, in the order in which it names them.

    >>> months_of("сентябрь-октябрь")
    (9, 10)
    >>> months_of("ежегодно")
    ()
    """
    words = re.findall(r"[а-яё]+", term.casefold())
    return tuple(number for word in words if (number := _month(word)))


def _month(word: str) -> int | None:
    if word in {"май", "мая", "мае"}:
        return 5
    near = next((month for month in MONTHS if month[:3] == word[:3]), None)
    return MONTHS.index(near) + 1 if near and closest(word, [near]) else None
