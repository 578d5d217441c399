"""Mutants of rules: each condition and comparison negated or shifted by one, each `and` and `or` exchanged.

`python -m tools.mutate_rules` tries them all and prints those that no example of their page kills; the tests try the
conditions on which findings hang. An example kills a mutant when its findings are others in any word.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from types import ModuleType

from actgen.diagnostics import Diagnostic
from actgen.rules import page
from tests.rules.pages import GOLDEN, asker, blocks, golden_lines

_NEGATED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_SHIFTED: dict[type[ast.cmpop], type[ast.cmpop]] = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}


@dataclass(frozen=True)
class Mutant:
    """A changed rule; `what` names the line and the change."""

    what: str
    module: ModuleType


def mutants(module: ModuleType, *, only_conditions: bool = False) -> Iterator[Mutant]:
    """Yield the rule with each condition and each comparison changed, one at a time."""
    source = inspect.getsource(module)
    kinds = (ast.If,) if only_conditions else (ast.If, ast.IfExp, ast.Compare, ast.BoolOp, ast.UnaryOp)
    count = sum(isinstance(node, kinds) for node in ast.walk(ast.parse(source)))
    for number in range(count):
        for table in ({},) if only_conditions else ({}, _NEGATED, _SHIFTED):
            tree = ast.parse(source)
            node = [n for n in ast.walk(tree) if isinstance(n, kinds)][number]
            what = _changed(node, table)
            if what is not None:
                yield Mutant(f"{module.RULE.code}:{node.lineno}: {what}", _loaded(tree, module))


def _changed(node: ast.expr | ast.stmt, table: dict[type[ast.cmpop], type[ast.cmpop]]) -> str | None:
    if isinstance(node, ast.If | ast.IfExp) and not table:
        was = ast.unparse(node.test)
        node.test = ast.UnaryOp(ast.Not(), node.test)
        return f"not ({was})"
    if isinstance(node, ast.Compare) and table and type(node.ops[-1]) in table:
        was = ast.unparse(node)
        node.ops[-1] = table[type(node.ops[-1])]()
        return f"{was} -> {ast.unparse(node)}"
    if isinstance(node, ast.BoolOp) and not table:
        was = ast.unparse(node)
        node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        return f"{was} -> {ast.unparse(node)}"
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not) and not table:
        was = ast.unparse(node)
        node.operand = ast.UnaryOp(ast.Not(), node.operand)
        return f"{was} without not"
    return None


def _loaded(tree: ast.Module, module: ModuleType) -> ModuleType:
    changed = ModuleType(module.__name__)
    exec(compile(ast.fix_missing_locations(tree), module.__file__ or "", "exec"), changed.__dict__)
    return changed


Example = tuple[Callable[[ModuleType], list[Diagnostic]], list[str]]
"""What asks a rule in an example of its page, and the golden findings of that example."""


def examples(module: ModuleType) -> list[Example]:
    """Return the examples of a rule's page, each read and built once for all mutants of the rule."""
    code = module.RULE.code
    golden = GOLDEN.read_text(encoding="utf-8").splitlines()
    return [
        (asker(module, block), [line for line in golden if line.startswith(f"{code}-{number} ")])
        for number, block in enumerate(blocks(page(code) or ""), start=1)
    ]


def survives(mutant: ModuleType, among: Sequence[Example]) -> bool:
    """Return whether every example still gives its golden findings, word for word."""
    code = mutant.RULE.code
    for number, (ask, golden) in enumerate(among, start=1):
        try:
            found = golden_lines(code, number, ask(mutant))
        except Exception:  # a mutant may fail in any way
            return False
        if found != golden:
            return False
    return True
