"""Every rule has a page, and every page is true."""

from __future__ import annotations

from types import ModuleType

import pytest

from actgen.norms import norms
from actgen.rules import PRACTICE, page
from actgen.rules.catalogue import modules
from tests.rules.pages import GOLDEN, RIGHT, WRONG, Block, blocks, found_by, golden_lines
from tests.test_golden import IS_ACCEPTING

PAGES = {module.RULE.code: blocks(page(module.RULE.code) or "") for module in modules()}
EXAMPLES = [
    pytest.param(module, block, id=f"{module.RULE.code}-{number}")
    for module in modules()
    for number, block in enumerate(PAGES[module.RULE.code], start=1)
]


@pytest.mark.parametrize(("module", "block"), EXAMPLES)
def test_an_example_of_a_page_gives_the_code_where_it_is_marked_and_only_there(
    module: ModuleType, block: Block
) -> None:
    found = frozenset((d.code, d.place.file, d.place.line) for d in found_by(module, block))

    assert found == block.expected


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.RULE.code)
def test_a_page_shows_two_wrong_examples_and_two_right_ones(module: ModuleType) -> None:
    headings = [block.heading for block in PAGES[module.RULE.code]]

    assert headings.count(WRONG) >= 2
    assert headings.count(RIGHT) >= 2
    assert all(bool(block.expected) == (block.heading == WRONG) for block in PAGES[module.RULE.code])


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.RULE.code)
def test_a_page_bears_the_title_of_its_rule_and_names_its_basis(module: ModuleType) -> None:
    rule = module.RULE

    text = page(rule.code) or ""

    assert text.startswith(f"# {rule.code}: {rule.title}\n")
    assert "**Основание:**" in text
    assert "**Что делать:**" in text
    assert rule.basis == PRACTICE or rule.basis in norms()
    assert module.__name__.rpartition(".")[2].startswith(rule.code.lower() + "_")


def test_codes_stand_in_order_and_each_once() -> None:
    codes = [module.RULE.code for module in modules()]

    assert codes == sorted(codes, key=lambda code: ("DSWV".index(code[0]), code))
    assert len(codes) == len(set(codes))


def test_every_word_of_every_finding_of_the_pages_is_the_one_that_was_accepted() -> None:
    """Messages, columns, weights and hints too: `run.py test --accept` rewrites the file, its diff is read."""
    lines = [
        line
        for module in modules()
        for number, block in enumerate(PAGES[module.RULE.code], start=1)
        for line in golden_lines(module.RULE.code, number, found_by(module, block))
    ]
    if IS_ACCEPTING:
        GOLDEN.write_bytes("".join(f"{line}\n" for line in lines).encode())

    assert lines == GOLDEN.read_text(encoding="utf-8").splitlines()
