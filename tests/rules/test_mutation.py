from __future__ import annotations

from types import ModuleType

import pytest

from actgen.rules import page
from actgen.rules.catalogue import modules
from tests.rules.mutation import accepted_lines, mutants, survives
from tests.rules.pages import blocks


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.RULE.code)
def test_a_rule_with_a_negated_condition_fails_an_example_of_its_page(module: ModuleType) -> None:
    examples = blocks(page(module.RULE.code) or "")

    golden, code = accepted_lines(), module.RULE.code
    changed = mutants(module, only_conditions=True)
    survivors = [one.what for one in changed if survives(one.module, code, examples, golden)]

    assert survivors == []
