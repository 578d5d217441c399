"""Which words an expression reads, found without running it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from jinja2 import nodes

WordPath: TypeAlias = tuple[str, ...]

ITEM = "[]"
"""The step of a path into each item of a list: `("пары", "[]", "наставник", "фио")`."""

_Scope: TypeAlias = Mapping[str, WordPath]

# What a filter of these gives is read as its list itself, so a loop over it still names the list's words.
_TRANSPARENT_FILTERS = frozenset({"first", "last"})


def used_words(tree: nodes.Node) -> frozenset[WordPath]:
    """Return the path of every word that the parsed template reads.

    Names bound by `{% for %}` and `{% set %}` are followed to the words they stand for; `loop` is no word.
    A list or a group that is only tested or counted gives its own path.

    >>> from actgen.expressions.sandbox import sandbox
    >>> tree = sandbox().parse("{% for п in пары %}{{ п.наставник.фио }}{% endfor %}{{ дата }}")
    >>> sorted(used_words(tree))
    [('дата',), ('пары',), ('пары', '[]', 'наставник', 'фио')]
    """
    return frozenset(path for _, path in _walk(tree, {"loop": ()}))


def used_words_by_line(tree: nodes.Node) -> frozenset[tuple[int, WordPath]]:
    r"""Return what `used_words` returns, each path with the line (from 1) on which it is read.

    >>> from actgen.expressions.sandbox import sandbox
    >>> sorted(used_words_by_line(sandbox().parse("{{ дата }}\n{{ город }}")))
    [(1, ('дата',)), (2, ('город',))]
    """
    return frozenset(_walk(tree, {"loop": ()}))


def _walk(node: nodes.Node, scope: _Scope) -> Iterator[tuple[int, WordPath]]:
    if isinstance(node, nodes.For):
        yield from _walk(node.iter, scope)
        inner = {**scope, **_bind(node.target, _path(node.iter, scope))}
        for part in (node.test, *node.body):
            if part is not None:
                yield from _walk(part, inner)
        for part in node.else_:
            yield from _walk(part, scope)
        return
    if isinstance(node, (nodes.Template, nodes.Scope, nodes.If)) or type(node).__name__ == "Output":
        yield from _walk_block(node, scope)
        return
    path = _path(node, scope)
    if path:
        yield node.lineno, path
        return
    if path == ():
        return
    for child in node.iter_child_nodes():
        yield from _walk(child, scope)


def _walk_block(node: nodes.Node, scope: _Scope) -> Iterator[tuple[int, WordPath]]:
    known = dict(scope)
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Assign) and isinstance(child.target, nodes.Name):
            yield from _walk(child.node, known)
            known[child.target.name] = _path(child.node, known) or ()
        else:
            yield from _walk(child, known)


def _bind(target: nodes.Node, source: WordPath | None) -> dict[str, WordPath]:
    item = (*source, ITEM) if source else ()
    return {name.name: item for name in _names(target)}


def _names(target: nodes.Node) -> Iterator[nodes.Name]:
    if isinstance(target, nodes.Name):
        yield target
    yield from target.find_all(nodes.Name)


def _path(node: nodes.Node, scope: _Scope) -> WordPath | None:
    """Return the word that the node reads, () for a bound name that is no word, None for anything else."""
    if isinstance(node, nodes.Name):
        return scope.get(node.name, (node.name,))
    if isinstance(node, nodes.Getattr):
        return _step(_path(node.node, scope), node.attr)
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return _step(_path(node.node, scope), node.arg.value if isinstance(node.arg.value, str) else ITEM)
    if isinstance(node, nodes.Filter) and node.name in _TRANSPARENT_FILTERS and node.node is not None:
        return _step(_path(node.node, scope), ITEM)
    return None


def _step(base: WordPath | None, name: str) -> WordPath | None:
    return (*base, name) if base else base
