"""A personalised program (персонализированная программа наставничества), one for a pair or group."""

from __future__ import annotations

from pydantic import Field

from actgen.sources import Line, Many, Prose, Record


class Activity(Record):
    """One line of a program's plan."""

    what: Prose = Field(alias="что", description="мероприятие или задание")
    term: Line = Field(alias="срок", description="месяц, месяцы или дата: сентябрь")
    result: Prose | None = Field(None, alias="результат", description="планируемый результат")


class PlanPart(Record):
    """A part of the plan with its activities."""

    title: Line = Field(alias="часть", description="название части плана")
    activities: Many[Activity] = Field(alias="мероприятия", description="мероприятия этой части")


class Control(Record):
    """How the course and the end of a program are judged."""

    interim: Prose | None = Field(None, alias="промежуточный", description="промежуточный контроль: когда и как")
    final: Prose | None = Field(None, alias="итоговый", description="итоговый контроль: когда и как")


class Program(Record):
    """What mentor and mentees do together, from `data/programs/<name>.yaml`."""

    goal: Prose = Field(alias="цель", description="цель программы")
    tasks: Many[Prose] = Field(alias="задачи", description="задачи, по одной в строке")
    needs: Many[Prose] = Field((), alias="затруднения", description="выявленные профессиональные затруднения")
    rhythm: Line | None = Field(None, alias="режим", description="режим встреч: один раз в неделю")
    plan: Many[PlanPart] = Field(alias="план", description="части плана с мероприятиями")
    control: Control | None = Field(None, alias="контроль", description="промежуточный и итоговый контроль")
