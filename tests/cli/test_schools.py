"""Sixty schools of a municipality, five of them broken in different ways, as its keeper calls them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from actgen.cli import main
from tests.workspaces import small_workspace
from tools.municipality import make_schools

SCHOOLS, BROKEN = 60, 5
DOCUMENTS = 30


@pytest.fixture(scope="module")
def municipality(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty schools on common acts, the last five broken, and the folder `common` that is no school; all built once."""
    folder = tmp_path_factory.mktemp("municipality")
    make_schools(folder, SCHOOLS, BROKEN)
    return folder


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """Two small schools, the second with a misspelt key."""
    small_workspace(tmp_path / "a")
    small_workspace(tmp_path / "b", {"data/journal.yaml": "журнл: []\n"})
    return tmp_path


def test_fifty_five_of_sixty_schools_are_built_and_each_of_five_tells_its_own_fault(
    municipality: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["build", "--project", f"{municipality}/*", "-j", "2", "--format", "json"])

    answer = json.loads(capsys.readouterr().out)
    schools = answer["schools"]
    assert code == 3  # the gravest of all: one has no data folder
    assert [school["school"] for school in schools] == sorted(school["school"] for school in schools)
    written = [school["written"] for school in schools]
    assert written[:-BROKEN] == [DOCUMENTS] * (SCHOOLS - BROKEN)
    assert max(written[-BROKEN:]) < DOCUMENTS  # a fault holds back the documents that read it
    assert [school["exit_code"] for school in schools[-BROKEN:]] == [1, 1, 3, 1, 1]
    codes = [{found["code"] for found in school["diagnostics"] if found["severity"] == "error"} for school in schools]
    assert codes[:-BROKEN] == [set()] * (SCHOOLS - BROKEN)
    assert codes[-5] == {"D001"}
    assert codes[-4] >= {"F007"}
    assert "нет папки data" in schools[-3]["reason"]
    assert codes[-2] == {"D004"}
    assert codes[-1] == {"W001"}
    assert answer["total"] == {
        "schools": SCHOOLS,
        "faulty": 4,
        "unfinished": 1,
        "errors": sum(school["errors"] for school in schools),
        "warnings": 0,
        "written": sum(written),
    }
    for school in schools[:-BROKEN]:
        assert len(list(Path(school["school"], "out/docx").glob("*.docx"))) == DOCUMENTS
        assert len(school["documents"]) == DOCUMENTS

    # Again: what stands there is left alone, and the table has a row for each school.
    assert main(["build", "--project", f"{municipality}/*"]) == 3
    told = capsys.readouterr()
    lines = told.out.splitlines()
    rows = [line for line in lines if line.startswith(f"{municipality}/school-")]
    assert len(rows) == SCHOOLS
    counts = [[int(count) for count in row.split()[1:]] for row in rows[:-BROKEN]]
    assert {(row[0], row[1], row[2], row[3], row[4] + row[5]) for row in counts} == {(0, 0, 30, 0, 30)}
    assert "собрано документов 0" in lines[-1]
    assert "пропущено, нет папки data" in told.err
    assert "Школ готово: 60 из 60" in told.err


def test_faults_are_shown_with_the_folder_of_their_school(two: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--project", str(two / "a"), "--project", str(two / "b")]) == 1

    told = capsys.readouterr().out
    assert f"{two}/b/data/journal.yaml:1:1: ошибка" in told
    assert "Школ: 2, из них с ошибками 1" in told


def test_junit_has_a_suite_for_each_school_and_an_error_for_one_that_was_not_done(
    two: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (two / "c").mkdir()
    projects = [argument for name in "abc" for argument in ("--project", str(two / name))]

    assert main(["check", *projects, "--format", "junit"]) == 3

    suites = ElementTree.fromstring(capsys.readouterr().out).findall("testsuite")
    assert [(Path(one.get("name", "")).name, one.get("failures"), one.get("errors")) for one in suites] == [
        ("a", "0", "0"),
        ("b", "1", "0"),
        ("c", "0", "1"),
    ]
    assert suites[0].findall("testcase")


def test_plan_of_many_tells_by_its_exit_code_that_something_would_change(
    two: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(two / "b")

    assert main(["plan", "--project", f"{two}/*"]) == 0
    assert main(["plan", "--project", f"{two}/*", "--exit-code"]) == 1
    assert not (two / "a" / "out").exists()
    assert "создать" in capsys.readouterr().out


def test_one_folder_for_all_gets_a_folder_for_each_school(two: Path) -> None:
    shutil.rmtree(two / "b")
    small_workspace(two / "b")

    assert main(["build", "--project", f"{two}/[ab]", "--out", str(two / "built"), "-j", "2"]) == 0

    assert [len(list((two / "built" / name / "docx").glob("*.docx"))) > 0 for name in "ab"] == [True, True]
    assert not (two / "a" / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["words", "order-on-pairs"], "берёт одну школу"),
        (["check", "--fix"], "по одной школе"),
        (["build", "-j", "0"], "не меньше одного"),
        (["build", "--executor", "ssh://x"], "непонятный исполнитель"),
    ],
)
def test_what_many_schools_cannot_do_is_a_wrong_command_line(
    two: Path, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "--project", str(two / "a"), "--project", str(two / "b")]) == 2
    assert told in capsys.readouterr().err


def test_a_pattern_that_fits_no_school_is_a_wrong_command_line(two: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--project", f"{two}/x*"]) == 2
    assert "нет ни одной школы" in capsys.readouterr().err


def test_without_dask_a_cluster_is_refused_with_what_to_install(
    two: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "distributed", None)

    assert main(["check", "--project", f"{two}/*", "--executor", "dask://localhost:8786"]) == 3
    assert 'pip install "actgen[dask]"' in capsys.readouterr().err
