"""The example workspaces: whole, without a warning, and each with the documents that it was written to show."""

from __future__ import annotations

from pathlib import Path

import pytest

from actgen.workflow import check_workspace
from tests.workspaces import ROOT
from tools.write_documents_table import shipped_kinds

EXAMPLES = ROOT / "examples"
ALL = ("school-2026", "kindergarten-2026", "extra-education-2025", "college-2026")
PAIRS = {"school-2026": 12, "kindergarten-2026": 3, "extra-education-2025": 3, "college-2026": 4}
COLUMNS = {"school-2026": "B", "kindergarten-2026": "D", "extra-education-2025": "C", "college-2026": "A"}


def kinds_printed(name: str) -> set[str]:
    return {document.key[0] for document in check_workspace(EXAMPLES / name).plan.documents}


def test_the_examples_are_these_four_and_hold_only_data() -> None:
    assert {folder.name for folder in EXAMPLES.iterdir() if folder.is_dir()} == set(ALL)
    for name in ALL:
        assert {path.name for path in (EXAMPLES / name).iterdir()} <= {"data", "out"}


@pytest.mark.parametrize("name", ALL)
def test_an_example_has_no_error_and_no_warning(name: str) -> None:
    checked = check_workspace(EXAMPLES / name)

    assert [(d.code, d.message) for d in checked.diagnostics if d.severity.name != "INFO"] == []
    assert not checked.plan.held


@pytest.mark.parametrize("name", ALL)
def test_an_example_has_its_pairs_and_its_columns_of_the_roadmap(name: str) -> None:
    school = check_workspace(EXAMPLES / name).school

    assert school is not None
    assert len(school.pairs) == PAIRS[name]
    assert school.roadmap is not None
    assert school.roadmap.columns.value == COLUMNS[name]


def test_the_school_prints_every_kind_of_document() -> None:
    assert {kind.stem for kind in shipped_kinds()} - kinds_printed("school-2026") == set()


@pytest.mark.parametrize("name", ["kindergarten-2026", "extra-education-2025"])
def test_kindergartens_and_extra_education_keep_a_program_of_their_own(name: str) -> None:
    assert "school-program" in kinds_printed(name)


@pytest.mark.parametrize("name", ALL)
def test_every_file_of_an_example_says_that_its_facts_are_invented(name: str) -> None:
    for path in written(EXAMPLES / name):
        head = [line for line in path.read_text(encoding="utf-8").splitlines()[:4] if line.startswith("#")]
        assert "вымышлен" in " ".join(head).casefold(), path


@pytest.mark.parametrize("name", ALL)
def test_the_committed_lock_holds_the_forms_that_are_printed(name: str) -> None:
    assert (EXAMPLES / name / "data" / "declension.lock.yaml").is_file()


@pytest.mark.parametrize("name", ALL)
def test_consent_and_agreement_stand_before_the_order_that_rests_on_them(name: str) -> None:
    checked = check_workspace(EXAMPLES / name)
    assert checked.school is not None
    order = next(one.planned.requisites.day for one in checked.plan.documents if one.key[0] == "order-on-pairs")
    assert order is not None

    for pair in checked.school.pairs:
        assert pair.mentor_consent_on is not None
        assert pair.mentees_consent_on is not None
        signed_on = pair.agreement.day if pair.agreement is not None else pair.mentor_consent_on
        assert signed_on is not None
        assert pair.mentor_consent_on <= signed_on <= order <= pair.starts_on, pair.title
        assert pair.mentees_consent_on <= order, pair.title


def written(folder: Path) -> list[Path]:
    """Return the files of the data that a person wrote."""
    return [path for path in sorted((folder / "data").rglob("*.yaml")) if path.name != "declension.lock.yaml"]


def test_the_first_example_of_the_readme_stands_in_the_school_of_2026() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    example = readme.partition("```yaml\n")[2].partition("```")[0].splitlines()
    pairs = (EXAMPLES / "school-2026" / "data" / "pairs.yaml").read_text(encoding="utf-8")

    assert "\n".join(example[1:]) in pairs
