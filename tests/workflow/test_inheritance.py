"""Acts and templates are inherited file by file: school, its base, the package."""

from __future__ import annotations

import ntpath
from pathlib import Path

import pytest

from actgen.cli import main
from actgen.diagnostics import Severity
from actgen.docx import plain_text
from actgen.workflow import build_workspace, check_workspace, workspace
from tests.workspaces import SCHOOL, small_workspace, write_template


def act(title: str, order: int) -> str:
    return f"название: {title}\nвид_документа: справка\nпорядок: {order}\n"


def layer(folder: Path, **titles: str) -> Path:
    """Return a folder with acts and templates whose first word tells the folder."""
    for order, (stem, title) in enumerate(titles.items(), start=1):
        path = folder / "acts" / f"{stem}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(act(title, order), encoding="utf-8")
        write_template(folder / "templates" / f"{stem}.docx", f"{folder.name}: {{{{ документ.название }}}}")
    return folder


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A school with one act of its own, a base with two, a package with three."""
    package = layer(tmp_path / "package", one="Первый", two="Второй", three="Третий")
    monkeypatch.setattr(workspace, "package_folder", lambda: package)
    layer(tmp_path / "common", one="Первый", two="Второй")
    text = SCHOOL.replace("учебный_год", "основа: ../common\nучебный_год")
    return layer(small_workspace(tmp_path / "school", {"data/school.yaml": text}), one="Первый")


def test_the_nearest_layer_that_has_a_file_gives_it(school: Path) -> None:
    written = build_workspace(school)

    texts = [plain_text(path.read_bytes()).strip() for path in written.written]
    assert texts == ["school: Первый", "common: Второй", "package: Третий"]


def test_an_act_and_its_template_may_come_from_different_layers(school: Path) -> None:
    (school / "templates" / "one.docx").unlink()
    write_template(school / "templates" / "three.docx", "school: {{ документ.название }}")

    written = build_workspace(school)

    texts = [plain_text(path.read_bytes()).strip() for path in written.written]
    assert texts == ["common: Первый", "common: Второй", "school: Третий"]


def test_the_plan_names_the_layer_of_each_act(school: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check_workspace(school).layers == {"one": "школа", "two": "основа", "three": "actgen"}

    main(["plan", "--project", str(school)])

    own, common, package = capsys.readouterr().out.splitlines()[:3]
    assert "акт:" not in own
    assert "акт: основа" in common
    assert "акт: actgen" in package


def test_a_fault_of_an_inherited_act_names_its_file_from_the_school(school: Path) -> None:
    act_file = school.parent / "common" / "acts" / "two.yaml"
    act_file.write_text(act_file.read_text(encoding="utf-8").replace("порядок", "парядок"), encoding="utf-8")

    found = check_workspace(school).diagnostics

    assert [(d.code, str(d.place)) for d in found] == [("D001", "../common/acts/two.yaml:3:1")]


def test_a_base_on_another_drive_of_windows_is_named_by_its_whole_path(
    school: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workspace, "relpath", lambda path, start: ntpath.relpath(f"D:{path}", f"C:{start}"))
    act_file = school.parent / "common" / "acts" / "two.yaml"
    act_file.write_text(act_file.read_text(encoding="utf-8").replace("порядок", "парядок"), encoding="utf-8")

    found = check_workspace(school).diagnostics

    assert [(d.code, d.place.file) for d in found] == [("D001", act_file.resolve().as_posix())]


def test_without_a_base_the_package_is_next(school: Path) -> None:
    (school / "data" / "school.yaml").write_text(SCHOOL, encoding="utf-8")

    assert set(check_workspace(school).layers.values()) == {"школа", "actgen"}


def test_a_school_inherits_the_acts_of_the_package_as_they_are() -> None:
    folder = workspace.package_folder()

    assert (folder / "acts" / "order-on-pairs.yaml").is_file()
    assert (folder / "templates" / "order-on-pairs.docx").is_file()


@pytest.mark.parametrize(
    ("stray", "meant"),
    [
        ("templates/one.docx.docx", "templates/one.docx"),
        ("templates/oen.docx", "templates/one.docx"),
        ("acts/one.yaml.txt", "acts/one.yaml"),
        ("acts/three.yml", "acts/three.yaml"),
    ],
)
def test_a_file_that_is_never_read_for_its_name_is_named_with_the_right_one(
    school: Path, stray: str, meant: str
) -> None:
    (school / stray).write_bytes(b"")
    (school / "acts" / "README.md").write_bytes(b"")

    found = check_workspace(school).diagnostics

    assert [(d.code, d.place.file, d.severity) for d in found] == [("F044", stray, Severity.WARNING)]
    assert found[0].message.endswith(f"похожий: {meant}")


def test_a_journal_to_which_notepad_gave_an_ending_is_not_passed_over(school: Path) -> None:
    (school / "data" / "journal.yaml.txt").write_bytes(b"")

    found = check_workspace(school).diagnostics

    assert [(d.code, d.place.file) for d in found] == [("F042", "data/journal.yaml.txt")]


def test_a_stray_file_is_seen_also_where_all_was_right_a_moment_ago(
    school: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--project", str(school)]) == 0
    (school / "templates" / "one (копия).docx").write_bytes(b"")
    capsys.readouterr()

    main(["check", "--project", str(school)])

    assert "F044" in capsys.readouterr().out
