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
EQUIVALENT: Mapping[str, str] = {
    "D122:18: entry.day < head.hired_on -> entry.day <= head.hired_on": "she works on the day she is hired",
    "D129:19: read.day < person.hired_on -> read.day <= person.hired_on": "she works on the day she is hired",
    "S102:29: entry.day.month >= _SCHOOL_YEAR_BEGINS -> entry.day.month < _SCHOOL_YEAR_BEGINS": "the halves keep apart",
    "S110:30: text is not None and offset >= 0 -> text is not None or offset >= 0": "outside a text is the whole value",
    "S110:30: offset >= 0 -> offset > 0": "a word stands after «{{»",
    "W103:39: right < 0 -> right <= 0": "the blank is sought after a sign, never found at 0",
    "W103:26: text.count('«') > text.count('»') -> text.count('«') >= text.count('»')": "the counts differ there",
    "W112:36: number and day is not None -> number or day is not None": "every norm with a number has its day",
    "W114:28: numbered[0].header_mm < LEAST_HEADER_MM -> numbered[0].header_mm <= LEAST_HEADER_MM": (
        "no whole number of twips is 10 mm"
    ),
    "W128:44: value < least[name] - _ROUNDING_MM -> value <= least[name] - _ROUNDING_MM": (
        "no whole number of twips is that length"
    ),
}
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
