from __future__ import annotations

from types import ModuleType

import pytest

from actgen.rules.catalogue import modules
from tests.rules.mutation import examples, mutants, survives


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.RULE.code)
def test_a_rule_with_a_negated_condition_fails_an_example_of_its_page(module: ModuleType) -> None:
    among = examples(module)

    survivors = [one.what for one in mutants(module, only_conditions=True) if survives(one.module, among)]

    assert survivors == []
