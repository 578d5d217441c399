"""A text with `{{ words }}` and a condition on words, parsed once and read for many documents."""

from __future__ import annotations

import marshal
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import CodeType

from jinja2 import Template, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2 import nodes as jinja_nodes

from actgen.expressions.sandbox import FORBIDDEN, forbidden_in, sandbox
from actgen.expressions.used import WordPath, used_words


class ExpressionFault(Exception):
    """An expression that cannot be read or computed; `line` counts from 1 inside its text."""

    def __init__(self, reason: str, line: int = 1) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line


@dataclass(frozen=True, slots=True)
class Expression:
    """A text and the words that it reads; a text without `{{` reads none."""

    source: str
    used: frozenset[WordPath]
    _template: Template | None
    _code: CodeType | None = field(default=None, repr=False, compare=False)

    def __reduce__(self) -> tuple[object, ...]:
        # What Jinja made of a text cannot be pickled, the code from which it makes it can be kept.
        return _restored, (self.source, self.used, self._code and marshal.dumps(self._code))

    @property
    def is_constant(self) -> bool:
        """Whether it prints the same whatever the words."""
        return self._template is None

    def render(self, words: Mapping[str, object]) -> str:
        """Return the text with its words put in.

        Raises:
            ExpressionFault: A word is unknown or does not fit its place.
        """
        if self._template is None:
            return self.source
        try:
            return self._template.render(words)
        except UndefinedError as error:
            raise ExpressionFault(f"неизвестное слово в «{self.source}»") from error
        except (TemplateError, TypeError, ValueError) as error:
            raise ExpressionFault(f"выражение не вычисляется: «{self.source}»") from error


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on words; an empty one holds always."""

    source: str
    used: frozenset[WordPath]
    _expression: Expression

    def holds(self, words: Mapping[str, object]) -> bool:
        """Return whether the condition is met.

        Raises:
            ExpressionFault: A word is unknown or does not fit its place.
        """
        return bool(self._expression.render(words))


def parse_text(text: str) -> Expression:
    """Return the text as an expression.

    Raises:
        ExpressionFault: The syntax is wrong or something stands in it that is never allowed.

    >>> parse_text("с {{ пара.с }}").render({"пара": {"с": "01.09.2026"}})
    'с 01.09.2026'
    """
    if "{" not in text:
        return Expression(text, frozenset(), None)
    environment = sandbox()
    try:
        tree = environment.parse(text)
        refuse_forbidden(tree)
        used = used_words(tree)
        # Unknown filters and tests are found only when the tree is compiled.
        code = environment.compile(tree)
    except TemplateSyntaxError as error:
        raise ExpressionFault(syntax_reason(error), error.lineno) from error
    return Expression(text, used, Template.from_code(environment, code, {}), code)


def _restored(source: str, used: frozenset[WordPath], kept: bytes | None) -> Expression:
    if kept is None:
        return Expression(source, used, None)
    code = marshal.loads(kept)
    return Expression(source, used, Template.from_code(sandbox(), code, {}), code)


def parse_condition(text: str) -> Condition:
    """Return the condition, written without braces: `пары`, `год.первый >= 2025 and пары`.

    Raises:
        ExpressionFault: The syntax is wrong or something stands in it that is never allowed.

    >>> parse_condition("пары").holds({"пары": []})
    False
    """
    if not text.strip():
        return Condition(text, frozenset(), Expression("да", frozenset(), None))
    inner = parse_text("{% if " + text + " %}да{% endif %}")
    return Condition(text, inner.used, inner)


def refuse_forbidden(tree: jinja_nodes.Template) -> None:
    """Raise `ExpressionFault` where something stands that is never allowed in a template."""
    found = forbidden_in(tree)
    if found:
        line, name = found
        raise ExpressionFault(f"в шаблоне нельзя: {name}; можно: слова, if, for и set", line)


def syntax_reason(error: TemplateSyntaxError) -> str:
    """Return in Russian why Jinja could not read a text; its own words follow where they say more."""
    text = error.message or ""
    for sign, reason in _REASONS:
        if sign in text:
            return reason
    return f"запись не разобрана ({text})"


_REASONS = (
    ("No filter named", "неизвестный фильтр после «|»; есть: upper, lower, join, length, с_прописной, со_строчной"),
    ("No test named", "неизвестная проверка после «is»"),
    ("Encountered unknown tag", "неизвестная команда между «{%» и «%}»; есть: if, elif, else, endif, for, endfor, set"),
    ("Unexpected end of template", "команда не закрыта: нужна endif или endfor"),
    ("unexpected '}'", "скобки «{{ … }}» не парные"),
    ("expected token 'end of print statement'", "между «{{» и «}}» нужно одно слово с точками"),
    ("unexpected end of template", "скобки «{{ … }}» не парные"),
)

__all__ = ["FORBIDDEN", "Condition", "Expression", "ExpressionFault", "parse_condition", "parse_text"]
