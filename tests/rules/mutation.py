"""Mutants of rules: each condition and comparison negated or shifted by one, each `and` and `or` exchanged.

`python -m tools.mutate_rules` tries them all and prints those that no example of their page kills; the tests try the
conditions on which findings hang. An example kills a mutant when its findings are others in any word.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from types import ModuleType

from tests.rules.pages import GOLDEN, Block, found_by, golden_lines

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


def survives(mutant: ModuleType, code: str, blocks: list[Block], golden: Collection[str]) -> bool:
    """Return whether every example of the page still gives the findings of the golden file, word for word."""
    for number, block in enumerate(blocks, start=1):
        try:
            found = golden_lines(code, number, found_by(mutant, block))
        except Exception:  # a mutant may fail in any way
            return False
        if found != [line for line in golden if line.startswith(f"{code}-{number} ")]:
            return False
    return True


def accepted_lines() -> tuple[str, ...]:
    """Return the golden findings of all pages."""
    return tuple(GOLDEN.read_text(encoding="utf-8").splitlines())
