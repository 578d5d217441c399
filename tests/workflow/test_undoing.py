"""Files replaced together and brought back by --undo: all or nothing, also when the process is killed at any moment.

`ACTGEN_KILLS` is how many points are tried of each kind.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from actgen.workflow import Refused, WriteFault, check_workspace, edited_files, open_next_year, plan_next_year, undo
from actgen.workflow.edited_files import EditedFiles
from actgen.workflow.files import only_writer
from tests.workflow.killing import killed
from tests.workspaces import copy_of_root

KILLS = int(os.environ.get("ACTGEN_KILLS", "10"))

Files = dict[str, bytes]


def contents(folder: Path) -> Files:
    """Return every file but the lock, hidden ones too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".actgen.lock"
    }


def change(school: Path) -> None:
    """Change a file, make two, take one away, as a command that can be undone."""
    files = EditedFiles(school)
    files.edit("data/staff.yaml", lambda text: text + "# новое\n")
    files.put("data/columns.yaml", b"")
    files.put("signed/2023-2024/data/waivers.yaml", files.content("data/waivers.yaml"))
    files.put("data/waivers.yaml", None)
    files.write(undone_by="import")


def open_year(school: Path) -> None:
    open_next_year(school, plan_next_year(school, "2024/2025"))


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return copy_of_root(tmp_path / "школа")


def test_what_a_command_changed_made_and_took_away_comes_back_by_its_undo(school: Path) -> None:
    before = contents(school)
    change(school)
    assert set(contents(school)) - set(before) == {
        ".actgen/undo-import.json",
        "data/columns.yaml",
        "signed/2023-2024/data/waivers.yaml",
    }

    assert set(undo(school, "import")) == {
        "data/columns.yaml",
        "data/staff.yaml",
        "data/waivers.yaml",
        "signed/2023-2024/data/waivers.yaml",
    }

    assert contents(school) == before
    with pytest.raises(Refused, match="отменять нечего"):
        undo(school, "import")


def test_each_command_brings_back_its_own_change(school: Path) -> None:
    open_year(school)
    opened = contents(school)
    files = EditedFiles(school)
    files.edit("data/staff.yaml", lambda text: text + "# новое\n")
    files.write(undone_by="import")

    with pytest.raises(Refused, match="отменять нечего"):
        undo(school, "new")
    undo(school, "import")

    assert contents(school) == opened


def test_a_file_that_was_saved_after_it_was_read_is_not_written_over(school: Path) -> None:
    files = EditedFiles(school)
    files.edit("data/staff.yaml", lambda text: text + "# новое\n")
    files.put("data/columns.yaml", b"")
    staff = school / "data" / "staff.yaml"
    staff.write_bytes(staff.read_bytes() + b"# mine\n")
    before = contents(school)

    with pytest.raises(Refused, match=r"файл тем временем изменился: data/staff\.yaml"):
        files.write()

    assert contents(school) == before


def test_a_file_that_cannot_be_taken_away_leaves_the_others_as_they_were(
    school: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(school)
    unlink = Path.unlink

    def held(path: Path, missing_ok: bool = False) -> None:
        if path.name == "waivers.yaml" and path.parent.name == "data" and path.parent.parent == school:
            raise PermissionError(13, "занят", str(path))
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", held)

    with pytest.raises(WriteFault, match="нет права"):
        change(school)

    assert contents(school) == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a child process is forked")
@pytest.mark.parametrize(
    ("first", "work"),
    [
        pytest.param(None, change, id="change"),
        pytest.param(change, lambda school: undo(school, "import"), id="undo of a change"),
        pytest.param(None, open_year, id="year"),
        pytest.param(open_year, lambda school: undo(school, "year"), id="undo of a year"),
    ],
)
def test_after_a_kill_everything_is_as_before_or_as_after(
    first: Callable[[Path], None] | None, work: Callable[[Path], object], school: Path, tmp_path: Path
) -> None:
    if first is not None:
        first(school)
    before = contents(school)
    done = Path(shutil.copytree(school, tmp_path / "done"))
    begins = (edited_files, "replace_files")
    calls = killed(lambda: work(done), begins, -1)
    assert calls is not None
    after = contents(done)
    dead = 0
    for number in range(KILLS):
        at = Random(number).randrange(1, calls + 1)
        struck = Path(shutil.copytree(school, tmp_path / f"struck{number}"))
        dead += killed(lambda folder=struck: work(folder), begins, at) is None  # type: ignore[misc]

        check_workspace(struck)

        # What was laid aside before anything changed is cleared by the next write.
        left = {name: content for name, content in contents(struck).items() if not name.startswith(".actgen/.actgen-")}
        assert left in (before, after), at
        if left == before:
            work(struck)
        assert contents(struck) == after
        shutil.rmtree(struck)
    assert dead > KILLS / 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a child process is forked")
def test_what_a_killed_process_left_is_not_put_over_what_was_saved_since_nor_under_a_writer(school: Path) -> None:
    calls = killed(lambda: change(school), (edited_files, "replace_files"), -1)
    assert calls is not None
    undo(school, "import")
    assert killed(lambda: change(school), (edited_files, "replace_files"), calls - 60) is None
    assert (school / ".actgen" / "unfinished.json").exists()

    with only_writer(school / "out"):
        check_workspace(school)
        assert (school / ".actgen" / "unfinished.json").exists()

    (school / "data" / "staff.yaml").write_bytes(b"# mine\n")
    check_workspace(school)

    assert (school / "data" / "staff.yaml").read_bytes() == b"# mine\n"
    assert not (school / ".actgen" / "unfinished.json").exists()


def test_a_folder_in_the_place_of_a_file_is_said_to_be_one(school: Path) -> None:
    (school / "data" / "columns.yaml").mkdir()

    with pytest.raises(WriteFault, match="на месте файла стоит папка"):
        EditedFiles(school).content("data/columns.yaml")
