"""Every rule has a page, and every page is true."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest

from actgen.diagnostics import Place, Severity
from actgen.norms import norms
from actgen.rules import PRACTICE, check_school, page, rules
from actgen.rules.catalogue import SCHOOL_RULES
from actgen.school import read_school
from actgen.sources import CODES
from actgen.workflow import known_codes
from tests.workspaces import PAIRS, PROGRAM, ROOT, SCHOOL, STAFF

RULES_FOLDER = ROOT / "src" / "actgen" / "rules"
FILE_BY_KEY = {"пары": "data/pairs.yaml", "сотрудники": "data/staff.yaml", "журнал": "data/journal.yaml"}
MARK = re.compile(r"#\s*ошибка:\s*([DSLWV]\d{3})")


def pages() -> list[Path]:
    return sorted(RULES_FOLDER.rglob("*.md"))


def blocks(text: str, title: str) -> list[str]:
    """Return the YAML blocks under a heading."""
    section = text.split(f"## {title}\n", 1)[1].split("\n## ", 1)[0]
    return re.findall(r"```yaml\n(.*?)```", section, re.DOTALL)


def found_in(block: str) -> list[tuple[str, Place]]:
    """Return the codes that the small workspace gives when a block stands for its file, the block's file alone."""
    file = next((FILE_BY_KEY[key] for key in FILE_BY_KEY if block.startswith(f"{key}:")), "data/school.yaml")
    texts = {
        "data/school.yaml": SCHOOL,
        "data/staff.yaml": STAFF,
        "data/pairs.yaml": PAIRS,
        "data/programs/belova.yaml": PROGRAM,
    }
    school = read_school({**texts, file: block})
    assert school.value is not None
    assert school.diagnostics == ()
    return [(finding.code, finding.place) for finding in check_school(school.value)]


def marked(block: str) -> list[tuple[str, int]]:
    """Return the code and the line of each mark."""
    return [(code, number) for number, line in enumerate(block.splitlines(), start=1) for code in MARK.findall(line)]


CASES = [
    pytest.param(block, id=f"{path.stem} {title} {number}")
    for path in pages()
    for title in ("Неверно", "Верно")
    for number, block in enumerate(blocks(path.read_text(encoding="utf-8"), title), start=1)
]


@pytest.mark.parametrize("block", CASES)
def test_a_block_of_a_page_gives_the_codes_of_its_marks_and_only_there(block: str) -> None:
    assert [(code, place.line) for code, place in found_in(block)] == marked(block)


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.stem)
def test_a_page_has_two_wrong_blocks_with_its_code_and_two_right_ones_without(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    code = path.stem[:4].upper()

    wrong, right = blocks(text, "Неверно"), blocks(text, "Верно")

    assert len(wrong) >= 2
    assert len(right) >= 2
    assert all({code} == {found for found, _ in marked(block)} for block in wrong)
    assert not any(marked(block) for block in right)


@pytest.mark.parametrize("module", SCHOOL_RULES, ids=lambda module: module.RULE.code)
def test_a_rule_has_a_page_of_its_name_with_its_title_basis_and_advice(module: ModuleType) -> None:
    rule = module.RULE

    text = page(rule.code)

    assert text is not None
    assert text.startswith(f"# {rule.code}: {rule.title}\n")
    assert "**Основание:**" in text
    assert "**Что делать:**" in text
    assert module.__name__.rpartition(".")[2].startswith(f"{rule.code.lower()}_")


def test_every_page_belongs_to_a_rule_of_the_catalogue() -> None:
    assert [path.stem for path in pages()] == sorted(m.__name__.rpartition(".")[2] for m in SCHOOL_RULES)


def test_every_rule_module_is_in_the_catalogue() -> None:
    written = {path.stem for path in RULES_FOLDER.rglob("[dslwv][0-9][0-9][0-9]_*.py")}

    assert written == {module.__name__.rpartition(".")[2] for module in SCHOOL_RULES}


def test_the_catalogue_stands_in_code_order_and_its_codes_are_its_own() -> None:
    codes = [rule.code for rule in rules()]

    assert codes == sorted(set(codes))
    assert not set(codes) & set(CODES)
    assert set(codes) <= set(known_codes())


def test_a_rule_rests_on_practice_or_on_a_norm_of_the_register() -> None:
    assert all(rule.basis == PRACTICE or rule.basis in norms() for rule in rules())
    assert all(isinstance(rule.severity, Severity) for rule in rules())


def test_a_code_that_is_no_rules_has_no_page() -> None:
    assert page("F001") is None


def test_a_rule_that_meets_an_absent_field_still_judges_the_other_records() -> None:
    pairs = PAIRS.replace("по: 31.05.2027", "по: 31.02.2027") + (
        "  - наставник: Белова Е.Н.\n    наставляемые: [Белова Е.Н.]\n    форма: а\n    вид: б\n"
        "    с: 01.10.2026\n    по: 30.09.2026\n"
    )
    texts = {"data/school.yaml": SCHOOL, "data/staff.yaml": STAFF, "data/pairs.yaml": pairs}
    school = read_school({**texts, "data/programs/belova.yaml": PROGRAM})
    assert school.value is not None

    found = [(finding.code, finding.place.line) for finding in check_school(school.value)]

    assert [finding.code for finding in school.diagnostics] == ["D004"]
    assert found == [("D101", 10), ("D102", 14)]
