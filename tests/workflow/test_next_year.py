"""year: the next year opens with what goes on, and the one before can be brought back byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from actgen.workflow import (
    Refused,
    build_workspace,
    check_workspace,
    open_next_year,
    plan_next_year,
    sign_act,
    undo,
)
from tests.workspaces import ROOT, copy_of_root, listing, with_own_acts

EXAMPLES = ["", *(f"examples/{path.name}" for path in sorted((ROOT / "examples").iterdir()) if path.is_dir())]


@pytest.fixture(autouse=True)
def _compiled_once(compiled_once: None) -> None:
    pass


def contents(folder: Path) -> dict[str, bytes]:
    return {name: content for name, (content, _) in listing(folder).items() if not name.startswith("out/")}


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_next_year_passes_the_check_and_can_be_taken_back(example: str, tmp_path: Path) -> None:
    import shutil

    school = tmp_path / "школа"
    shutil.copytree(ROOT / example / "data", school / "data")
    for name in ("acts", "templates"):
        if example and (ROOT / example / name).is_dir():
            shutil.copytree(ROOT / example / name, school / name)
    before = contents(school)
    read = check_workspace(school).school
    assert read is not None
    year = read.settings.year

    planned = plan_next_year(school, f"{year.first + 1}/{year.second + 1}")
    assert contents(school) == before
    open_next_year(school, planned)

    after = check_workspace(school)
    assert not after.has_errors
    assert after.school is not None
    assert after.school.settings.year == planned.new
    assert after.school.staff == read.staff
    assert len(after.school.former) == len(read.journal) + len(read.former) - len(after.school.journal)
    assert {name: one for name, one in before.items() if name.removeprefix("data/") != name} == {
        name: contents(school).get(name.replace("data/", f"{planned.archive}/", 1), contents(school).get(name))
        for name in before
    }

    undo(school, "year")

    assert contents(school) == before


def test_signed_acts_that_are_kept_nowhere_are_named(tmp_path: Path) -> None:
    school = copy_of_root(tmp_path)
    assert not build_workspace(school).has_errors
    before = plan_next_year(school, "2024/2025").unkept

    sign_act(school, "приказ-о-парах")

    (title,) = set(before) - set(plan_next_year(school, "2024/2025").unkept)
    assert title == "О закреплении наставнических пар и групп"
    assert title not in plan_next_year(school, "2024/2025", ["приказ-о-парах"]).unkept


def test_acts_that_stay_in_force_are_acts_of_the_new_year(tmp_path: Path) -> None:
    school = copy_of_root(tmp_path)

    open_next_year(school, plan_next_year(school, "2024/2025", ["приказ-о-наставничестве", "положение"]))

    after = check_workspace(school).school
    assert after is not None
    assert [entry.kind for entry in after.journal] == ["order-on-mentoring", "regulation"]
    assert [entry.number for entry in after.former] == [None, "92/8", "1", "2", "3"]


def test_a_pair_that_goes_on_keeps_its_program_and_its_entries(tmp_path: Path) -> None:
    school = with_own_acts(tmp_path)
    pairs = school / "data" / "pairs.yaml"
    pairs.write_bytes(pairs.read_bytes().replace("по: 31.05.2027".encode(), "по: 31.05.2028".encode()))

    open_next_year(school, plan_next_year(school, "2027/2028"))

    after = check_workspace(school).school
    assert after is not None
    assert [pair.title for pair in after.pairs] == ["Лебедева Т.Н. — Белова Е.Н."]
    assert (school / "data" / "programs" / "belova.yaml").exists()


def test_what_was_changed_since_is_not_taken_back(tmp_path: Path) -> None:
    school = copy_of_root(tmp_path)
    open_next_year(school, plan_next_year(school, "2024/2025"))
    journal = school / "data" / "journal.yaml"
    journal.write_bytes(journal.read_bytes() + b"# mine\n")
    before = contents(school)

    with pytest.raises(Refused, match=r"отмена стёрла бы правки: data/journal\.yaml"):
        undo(school, "year")

    assert contents(school) == before


@pytest.mark.parametrize("year", ["2025/2026", "2023/2024", "завтра", "2024/2026"])
def test_another_year_than_the_next_is_refused(year: str, tmp_path: Path) -> None:
    school = copy_of_root(tmp_path)

    with pytest.raises(Refused, match="после 2023/2024 идёт 2024/2025") as refused:
        plan_next_year(school, year)

    assert refused.value.is_wrong_line


def test_data_with_an_error_open_no_year(tmp_path: Path) -> None:
    school = copy_of_root(tmp_path)
    (school / "data" / "pairs.yaml").write_text("пары: [а\n", encoding="utf-8")

    with pytest.raises(Refused, match="сначала исправьте ошибки"):
        plan_next_year(school, "2024/2025")


def test_a_year_that_nobody_opened_is_not_taken_back(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="отменять нечего"):
        undo(copy_of_root(tmp_path), "year")
