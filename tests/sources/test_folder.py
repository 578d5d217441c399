import os
import sys
from pathlib import Path

import pytest

from actgen.sources import read_folder


def _write(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(path.encode())


def test_files_come_by_relative_path_in_order(tmp_path: Path) -> None:
    _write(tmp_path, "data/staff.yaml", "data/programs/б.yaml", "data/programs/а.yaml", "data/README.md")

    outcome = read_folder(tmp_path, ["data/**/*.yaml"])

    assert list(outcome.value) == ["data/programs/а.yaml", "data/programs/б.yaml", "data/staff.yaml"]
    assert outcome.value["data/staff.yaml"] == b"data/staff.yaml"


def test_one_star_stays_inside_one_folder(tmp_path: Path) -> None:
    _write(tmp_path, "data/staff.yaml", "data/programs/а.yaml")

    assert list(read_folder(tmp_path, ["data/*.yaml"]).value) == ["data/staff.yaml"]


def test_folders_that_no_pattern_names_are_not_walked_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path, "data/programs/а.yaml", "out/docx/б.docx", "data/прочее/в.yaml")
    seen: list[str] = []
    scandir = os.scandir

    def watched(path: str) -> object:
        seen.append(Path(path).relative_to(tmp_path).as_posix())
        return scandir(path)

    monkeypatch.setattr(os, "scandir", watched)

    outcome = read_folder(tmp_path, ["data/*.yaml", "data/programs/*.yaml"])

    assert list(outcome.value) == ["data/programs/а.yaml"]
    assert seen == [".", "data", "data/programs"]


def test_leftovers_of_editors_are_passed_over(tmp_path: Path) -> None:
    _write(
        tmp_path,
        "~$staff.yaml",
        ".~lock.staff.yaml#",
        "staff.yaml.bak",
        "Thumbs.db",
        "desktop.ini",
        ".git/x",
        "staff.yaml~",
    )

    assert read_folder(tmp_path, ["**/*"]).value == {}


def test_conflict_copy_is_given_for_the_caller_to_judge(tmp_path: Path) -> None:
    _write(tmp_path, "staff (1).yaml")

    assert list(read_folder(tmp_path).value) == ["staff (1).yaml"]


def test_names_are_put_together(tmp_path: Path) -> None:
    _write(tmp_path, "И\u0306од.yaml")

    assert list(read_folder(tmp_path).value) == ["Йод.yaml"]


def test_folder_that_is_not_there_holds_no_files(tmp_path: Path) -> None:
    outcome = read_folder(tmp_path / "нет")

    assert (outcome.value, outcome.diagnostics) == ({}, ())


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="rights do not bind this user")
def test_unreadable_file_is_a_finding_and_the_others_are_read(tmp_path: Path) -> None:
    _write(tmp_path, "а.yaml", "б.yaml")
    (tmp_path / "а.yaml").chmod(0)

    outcome = read_folder(tmp_path)

    assert list(outcome.value) == ["б.yaml"]
    assert [(d.code, d.place.file) for d in outcome.diagnostics] == [("F040", "а.yaml")]


def test_file_that_vanishes_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "а.yaml").symlink_to(tmp_path / "нет")

    outcome = read_folder(tmp_path)

    assert [(d.code, d.place.file) for d in outcome.diagnostics] == [("F040", "а.yaml")]


def test_a_file_in_place_of_the_folder_is_a_finding(tmp_path: Path) -> None:
    _write(tmp_path, "data")

    assert [d.code for d in read_folder(tmp_path / "data").diagnostics] == ["F040"]


@pytest.mark.parametrize("name", ["journal.yaml", "order.docx"])
def test_a_folder_in_the_place_of_a_file_is_a_finding_and_any_other_folder_is_passed_over(
    name: str, tmp_path: Path
) -> None:
    _write(tmp_path, "data/staff.yaml", f"data/{name}/а.yaml", "data/архив/б.yaml")

    outcome = read_folder(tmp_path, ["data/*"])

    assert list(outcome.value) == ["data/staff.yaml"]
    assert [(d.code, d.message) for d in outcome.diagnostics] == [
        ("F040", f"не удалось прочитать (на месте файла стоит папка): data/{name}")
    ]
