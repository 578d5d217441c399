"""How the work of a pair or group ended (итог)."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Any

from pydantic import Field, PlainValidator, WithJsonSchema

from actgen.sources import Day, Line, OneOf, Prose, Record, refuse, text_of

LOWEST_MARK, HIGHEST_MARK = 1, 10


class ProgramOutcome(Enum):
    """What became of the program."""

    COMPLETED = "выполнена"
    PROLONGED = "продлена"
    STOPPED = "прекращена"


def _mark(value: Any) -> int:
    if isinstance(value, int):
        return value
    text = text_of(value, f"нужна оценка от {LOWEST_MARK} до {HIGHEST_MARK}")
    if not text.isdecimal() or not LOWEST_MARK <= int(text) <= HIGHEST_MARK:
        hint = f"запишите целое число от {LOWEST_MARK} до {HIGHEST_MARK}"
        refuse("D003", f"оценка не от {LOWEST_MARK} до {HIGHEST_MARK}: {text}", hint)
    return int(text)


Mark = Annotated[
    int,
    PlainValidator(_mark),
    WithJsonSchema({"type": "integer", "minimum": LOWEST_MARK, "maximum": HIGHEST_MARK}),
]
"""A mark from 1 to 10."""


class PairResult(Record):
    """The result of one pair or group, written when its term is over."""

    day: Day | None = Field(None, alias="дата", description="дата подведения итога")
    outcome: OneOf[ProgramOutcome] = Field(alias="программа", description="выполнена, продлена или прекращена")
    prolonged_until: Day | None = Field(None, alias="до", description="новый последний день, если программа продлена")
    mark: Mark | None = Field(None, alias="оценка", description="оценка от 1 до 10")
    text: Prose | None = Field(None, alias="результат", description="что достигнуто")
    practice: Line | None = Field(None, alias="практика", description="название лучшей практики")
    reward: Line | None = Field(None, alias="поощрение", description="объявить благодарность")
