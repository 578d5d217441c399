"""Mutants of rules: each condition negated, each comparison turned round or shifted by one.

`python -m tests.rules.mutation` tries them all (half a minute) and prints those that no example of their page kills;
the tests try the conditions on which findings hang.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType

from actgen.rules import page
from actgen.rules.catalogue import modules
from tests.rules.pages import Block, blocks, found_by

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
    kinds = (ast.If,) if only_conditions else (ast.If, ast.IfExp, ast.Compare)
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
    if isinstance(node, ast.Compare) and table and type(node.ops[0]) in table:
        was = ast.unparse(node)
        node.ops[0] = table[type(node.ops[0])]()
        return f"{was} -> {ast.unparse(node)}"
    return None


def _loaded(tree: ast.Module, module: ModuleType) -> ModuleType:
    changed = ModuleType(module.__name__)
    exec(compile(ast.fix_missing_locations(tree), module.__file__ or "", "exec"), changed.__dict__)
    return changed


def survives(mutant: ModuleType, blocks: list[Block]) -> bool:
    """Return whether every example of the page still gives what it says."""
    for block in blocks:
        try:
            found = frozenset((d.code, d.place.file, d.place.line) for d in found_by(mutant, block))
        except Exception:  # a mutant may fail in any way
            return False
        if found != block.expected:
            return False
    return True


def main() -> None:
    """Print every mutant that survives, and how many there were."""
    total = 0
    for module in modules():
        examples = blocks(page(module.RULE.code) or "")
        for mutant in mutants(module):
            total += 1
            if survives(mutant.module, examples):
                sys.stdout.write(f"{mutant.what}\n")
    sys.stdout.write(f"mutants: {total}\n")


if __name__ == "__main__":
    main()
