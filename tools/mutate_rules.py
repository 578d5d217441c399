"""Change every rule a little, in many ways, and list the changes that no example of its page notices.

`python -m tools.mutate_rules [CODE…]`; two processes, some minutes for all. Exit code 1 while a mutant survives that is
not in `EQUIVALENT`.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor

from actgen.rules.catalogue import modules
from tests.rules.mutation import examples, mutants, survives

PROCESSES = 2
EQUIVALENT: Mapping[str, str] = {}
"""Mutants that say the same as the rule, by the text that this script prints, each with the reason."""


def main(codes: list[str]) -> int:
    """Print every survivor and the count."""
    wanted = [module.RULE.code for module in modules() if not codes or module.RULE.code in codes]
    total, survivors = 0, list[str]()
    with ProcessPoolExecutor(PROCESSES) as pool:
        for count, alive in pool.map(_tried, wanted):
            total += count
            survivors += alive
            for what in alive:
                print(f"{what}{' — равносилен' if what in EQUIVALENT else ''}", flush=True)
    alive = [what for what in survivors if what not in EQUIVALENT]
    print(f"mutants: {total}, killed: {total - len(survivors)}, not equivalent and alive: {len(alive)}")
    return 1 if alive else 0


def _tried(code: str) -> tuple[int, list[str]]:
    """Return how many mutants a rule has, and which of them survive."""
    module = next(one for one in modules() if one.RULE.code == code)
    among = examples(module)
    tried = [(mutant.what, survives(mutant.module, among)) for mutant in mutants(module)]
    return len(tried), [what for what, is_alive in tried if is_alive]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
