"""Fields that hold text with `{{ words }}` or a condition on words."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from actgen.diagnostics import Place
from actgen.expressions import Condition, Expression, ExpressionFault, parse_condition, parse_text
from actgen.sources.refusing import refuse
from actgen.sources.values import Text

_BRACES = re.compile(r"\{\{.*?(?:\}\}|$)", re.DOTALL)


def _expression(value: Any) -> Expression:
    if isinstance(value, Expression):
        return value
    if not isinstance(value, str):
        refuse("D003", "здесь нужен текст", hint="запишите текст одной строкой или после «>-»")
    try:
        return parse_text(str(value))
    except ExpressionFault as fault:
        refuse("D040", fault.reason, hint="слова вида акта показывает actgen words", place=_place_of_fault(value))


def _place_of_fault(text: str) -> Place | None:
    """Return the place of the first `{{ }}` that cannot be read by itself, None for a text that knows no places."""
    if not isinstance(text, Text):
        return None
    for braces in _BRACES.finditer(text):
        try:
            parse_text(braces.group())
        except ExpressionFault:
            return text.place_at(braces.start(), len(braces.group()))
    return None


def _condition(value: Any) -> Condition:
    if isinstance(value, Condition):
        return value
    if not isinstance(value, str):
        refuse("D003", "здесь нужно условие", hint="напишите так: нужно: пары")
    try:
        return parse_condition(str(value))
    except ExpressionFault as fault:
        refuse("D040", fault.reason, hint="условие пишут без скобок: нужно: пары")


WordText = Annotated[Expression, PlainValidator(_expression), WithJsonSchema({"type": "string"})]
"""A text with `{{ words }}`, read for each document."""

WordCondition = Annotated[Condition, PlainValidator(_condition), WithJsonSchema({"type": "string"})]
"""A condition on words, without braces."""
