"""What may stand between `{{` and `}}` or `{%` and `%}`: one sandbox for templates, points and conditions."""

from actgen.expressions.expression import Condition, Expression, ExpressionFault, parse_condition, parse_text
from actgen.expressions.sandbox import sandbox
from actgen.expressions.used import ITEM, WordPath, used_words, used_words_by_line

__all__ = [
    "ITEM",
    "Condition",
    "Expression",
    "ExpressionFault",
    "WordPath",
    "parse_condition",
    "parse_text",
    "sandbox",
    "used_words",
    "used_words_by_line",
]
