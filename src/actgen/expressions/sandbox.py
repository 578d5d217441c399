"""The one Jinja environment: what it forbids is forbidden in templates, points and conditions alike.

Source of the dangers: the default environment lets a template run shell commands through `cycler` and `__globals__`,
prints nothing for an unknown name, and without autoescape drops the rest of a paragraph at `<`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

FILTERS = ("capitalize", "e", "escape", "first", "join", "last", "length", "lower", "upper")
TESTS = ("divisibleby", "eq", "equalto", "even", "ge", "gt", "in", "le", "lt", "ne", "odd")

LOOP_WORDS = frozenset(
    {"depth", "depth0", "first", "index", "index0", "last", "length", "nextitem", "previtem", "revindex", "revindex0"}
)
"""What `loop` tells inside `{% for %}`."""

FORBIDDEN: Mapping[type[nodes.Node], str] = {
    nodes.Import: "import",
    nodes.FromImport: "from … import",
    nodes.Include: "include",
    nodes.Extends: "extends",
    nodes.Block: "block",
    nodes.Macro: "macro",
    nodes.CallBlock: "call",
    nodes.FilterBlock: "filter",
    nodes.Call: "вызов «…()»",
    nodes.Slice: "срез «[a:b]»",
    nodes.Dict: "словарь «{…}»",
}
"""What never stands in a template, each with the name under which its author knows it."""


class _Sandbox(ImmutableSandboxedEnvironment):
    """Reads words and nothing else: an attribute is a key of a mapping, never an attribute of an object."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        # Every word of every document passes here: a plain dict is asked first, and a loop only for what it may tell.
        if type(obj) is dict:
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        if isinstance(obj, LoopContext):
            return getattr(obj, attribute) if attribute in LOOP_WORDS else self.undefined(obj=obj, name=attribute)
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: str | Any) -> Any:
        if isinstance(obj, Mapping):
            return obj[argument] if argument in obj else self.undefined(obj=obj, name=str(argument))
        if isinstance(obj, (list, tuple)) and isinstance(argument, int):
            return obj[argument] if -len(obj) <= argument < len(obj) else self.undefined(obj=obj, name=str(argument))
        return self.undefined(obj=obj, name=str(argument))


@lru_cache(maxsize=2)
def sandbox(*, autoescape: bool = False) -> ImmutableSandboxedEnvironment:
    """Return the environment; `autoescape` is on for text that goes into XML, off for points and conditions.

    It holds no data: two documents that are filled at once share it safely.
    """
    environment = _Sandbox(undefined=StrictUndefined, autoescape=autoescape, keep_trailing_newline=True)
    environment.globals.clear()
    environment.filters = {
        **{name: environment.filters[name] for name in FILTERS},
        "с_прописной": upper_first,
        "со_строчной": lower_first,
    }
    environment.tests = {name: environment.tests[name] for name in TESTS}
    return environment


def upper_first(text: str) -> str:
    """Return the text with its first letter raised, the rest as it is."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Return the text with its first letter lowered, unless it begins an abbreviation (МБОУ)."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def forbidden_in(tree: nodes.Node) -> tuple[int, str] | None:
    """Return line and name of the first thing that may not stand in a template, or None."""
    found: Callable[[nodes.Node], str | None] = lambda node: FORBIDDEN.get(type(node))  # noqa: E731
    for node in tree.find_all(tuple(FORBIDDEN)):
        name = found(node)
        if name is not None:
            return node.lineno, name
    for access in tree.find_all((nodes.Getattr, nodes.Name)):
        attribute = access.attr if isinstance(access, nodes.Getattr) else getattr(access, "name", "")
        if attribute.startswith("_"):
            return access.lineno, f"имя «{attribute}»"
    return None
