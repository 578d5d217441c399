"""Waivers (отступления): findings of a rule that the school has a reason to keep, and until when."""

from __future__ import annotations

from pydantic import Field

from actgen.sources import Day, Line, Record


class Waiver(Record):
    """One departure from one rule: never silent, never for ever."""

    code: Line = Field(alias="код", description="код правила: D112")
    where: Line = Field(alias="где", description="файл или запись: data/roadmap.yaml, пара 3, Лебедева Т.Н.")
    reason: Line = Field(alias="причина", description="почему так оставлено")
    until: Day = Field(alias="до", description="последний день: 31.08.2027")
