"""Change every rule a little, in many ways, and list the changes that no example of its page notices.

`python -m tools.mutate_rules [CODE…]`; about a minute for all. Exit code 1 while a mutant survives that is not in
`EQUIVALENT`.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping

from actgen.rules import page
from actgen.rules.catalogue import modules
from tests.rules.mutation import accepted_lines, mutants, survives
from tests.rules.pages import blocks

EQUIVALENT: Mapping[str, str] = {}
"""Mutants that say the same as the rule, by the text that this script prints, each with the reason."""


def main(codes: list[str]) -> int:
    """Print every survivor and the count."""
    golden = accepted_lines()
    total = 0
    survivors = []
    for module in modules():
        code = module.RULE.code
        if codes and code not in codes:
            continue
        examples = blocks(page(code) or "")
        for mutant in mutants(module):
            total += 1
            if survives(mutant.module, code, examples, golden):
                survivors.append(mutant.what)
    for what in survivors:
        sys.stdout.write(f"{what}{' — равносилен' if what in EQUIVALENT else ''}\n")
    alive = [what for what in survivors if what not in EQUIVALENT]
    sys.stdout.write(f"mutants: {total}, killed: {total - len(survivors)}, not equivalent and alive: {len(alive)}\n")
    return 1 if alive else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
