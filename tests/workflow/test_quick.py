"""An unchanged workspace runs no stage again; whatever changes, everything runs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from actgen.cli import main
from actgen.diagnostics import Outcome
from actgen.workflow import build_workspace, check, check_workspace, is_built, known_workspace
from actgen.workflow.workspace import Snapshot, read_workspace
from tests.workspaces import LEAFLET, small_workspace, write_template

HEAVY = ("pydantic", "yaml", "jinja2", "lxml", "docx", "docxtpl", "pymorphy3", "pytrovich")


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Return a small workspace that was built and checked, so that it is known."""
    project = small_workspace(tmp_path)
    build_workspace(project)
    assert not check_workspace(project).diagnostics
    return project


def test_a_workspace_in_which_nothing_is_wrong_is_known_until_it_changes(built: Path) -> None:
    assert known_workspace(built) is not None

    staff = built / "data/staff.yaml"
    staff.write_text(staff.read_text("utf-8") + "# заметка\n", "utf-8")

    assert known_workspace(built) is None


def test_an_act_of_its_own_makes_the_workspace_unknown(built: Path) -> None:
    (built / "acts").mkdir()
    (built / "acts/note.yaml").write_text("название: Справка\n", "utf-8")

    assert known_workspace(built) is None


def test_a_workspace_with_a_fault_is_never_known(tmp_path: Path) -> None:
    project = small_workspace(tmp_path, {"data/journal.yaml": "журнл: []\n"})

    check_workspace(project)

    assert known_workspace(project) is None


def test_an_act_that_is_broken_while_it_is_checked_leaves_the_workspace_unknown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = small_workspace(tmp_path, {"acts/leaflet.yaml": LEAFLET})
    write_template(project / "templates" / "leaflet.docx", "{{ документ.название }}")

    def read_and_break(folder: Path) -> Outcome[Snapshot]:
        read = read_workspace(folder)
        (project / "acts" / "leaflet.yaml").write_text(LEAFLET.replace("порядок", "парядок"), encoding="utf-8")
        return read

    monkeypatch.setattr(check, "read_workspace", read_and_break)
    assert not check_workspace(project).diagnostics

    assert known_workspace(project) is None


def test_what_was_built_is_recognised_until_a_file_or_the_lock_is_touched(built: Path) -> None:
    known = known_workspace(built)
    assert known is not None
    assert is_built(built, built / "out", known)

    document = next((built / "out/docx").glob("*.docx"))
    content = document.read_bytes()
    document.write_bytes(content + b" ")
    assert not is_built(built, built / "out", known)

    document.write_bytes(content)
    (built / "data/declension.lock.yaml").unlink()
    assert not is_built(built, built / "out", known)


@pytest.mark.parametrize("command", ["check", "build"])
def test_unchanged_files_load_no_heavy_package(built: Path, command: str) -> None:
    program = (
        "import sys; from actgen.cli import main; "
        f"assert main(['{command}', '--project', {str(built)!r}]) == 0; "
        f"print('loaded:', [m for m in {HEAVY} if m in sys.modules])"
    )

    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert answer.stdout.splitlines()[-1] == "loaded: []"


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_version_and_help_load_no_heavy_package(argument: str) -> None:
    program = (
        f"import sys; from actgen.cli import main; main(['{argument}']); "
        f"print('loaded:', [m for m in {HEAVY} if m in sys.modules])"
    )

    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert answer.stdout.splitlines()[-1] == "loaded: []"


def test_a_warning_about_a_finished_text_is_said_by_every_build(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = small_workspace(tmp_path, {"acts/leaflet.yaml": LEAFLET.replace("название: ", "название: о о ")})
    write_template(project / "templates" / "leaflet.docx", "{{ документ.название }}")
    said = []
    for _ in range(3):
        assert main(["build", "--project", str(project)]) == 0
        said.append("W116" in capsys.readouterr().out)

    assert said == [True, True, True]
