"""watch, plan --against, and two builds at once."""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from actgen.cli import main
from actgen.cli import watch as watch_command
from actgen.workflow import watch
from actgen.workflow.watch import Look, look_at, looks_at, saved_files
from tests.workspaces import listing

CHANGED = "02 Положение о системе наставничества педагогических работников"


@pytest.fixture
def school(built: dict[str, Path], tmp_path: Path) -> Path:
    return Path(shutil.copytree(built["small"], tmp_path / "школа"))


def change_staff(school: Path) -> None:
    staff = school / "data" / "staff.yaml"
    staff.write_text(staff.read_text("utf-8").replace("учитель математики", "учитель алгебры"), "utf-8")


# --- watch ----------------------------------------------------------------------------------------


def test_a_file_counts_as_saved_when_it_is_still_twice_in_a_row() -> None:
    first: Look = {"data/staff.yaml": (10, 1)}
    half: Look = {"data/staff.yaml": (5, 2)}
    whole: Look = {"data/staff.yaml": (12, 3), "data/bank.yaml": (1, 3)}

    assert list(saved_files([first, first, half, whole, whole, whole])) == [("data/bank.yaml", "data/staff.yaml")]
    assert list(saved_files([first, half, first, first])) == []


def test_what_an_editor_leaves_beside_is_not_looked_at(school: Path) -> None:
    before = look_at(school)
    (school / "data" / ".staff.yaml.swp").write_bytes(b"x")
    (school / "templates" / "~$note.docx").write_bytes(b"x")
    (school / "out" / "docx" / "Моё.docx").write_bytes(b"x")

    assert look_at(school) == before
    assert "data/programs/belova.yaml" in before


def test_watch_builds_after_a_saving_in_one_line_and_ends_cleanly(
    school: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    waits = iter(range(10))

    def wait() -> None:
        number = next(waits)
        if number == 1:
            change_staff(school)
        if number == 5:
            raise KeyboardInterrupt

    def looks(project: Path) -> Iterator[Look]:
        return looks_at(project, wait)

    monkeypatch.setattr(watch, "looks_at", looks)

    code = main(["следить", "--project", str(school)])

    lines = capsys.readouterr().out.splitlines()
    assert code == 0
    assert len(lines) == 4
    assert "первая сборка: документы не изменились" in lines[1]
    assert "data/staff.yaml: собрано 4: " in lines[2]
    assert lines[-1] == "Слежение закончено."


def test_what_is_saved_during_the_first_build_is_built_too(
    school: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    waits = iter(range(10))
    build = watch_command._line

    def build_and_save(files: tuple[str, ...], request: argparse.Namespace) -> str:
        line = build(files, request)
        if not files:
            change_staff(school)
        return line

    def wait() -> None:
        if next(waits) == 4:
            raise KeyboardInterrupt

    monkeypatch.setattr(watch_command, "_line", build_and_save)
    monkeypatch.setattr(watch, "looks_at", lambda project: looks_at(project, wait))

    main(["watch", "--project", str(school)])

    assert "data/staff.yaml: собрано 4: " in capsys.readouterr().out


def test_watch_says_what_it_cannot_do_where_errors_are_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["watch", "--project", str(tmp_path)]) == 2

    shown = capsys.readouterr()
    assert (shown.out, "нет папки data" in shown.err) == ("", True)


def test_watch_goes_on_after_a_fault_and_names_it(school: Path) -> None:
    (school / "data" / "journal.yaml").write_text("журнал: [\n", "utf-8")

    line = watch_command._line(("data/journal.yaml",), argparse.Namespace(project=school, out=None))

    assert "data/journal.yaml: документы не изменились" in line
    assert "ошибок 1: data/journal.yaml:1:" in line


# --- plan --against -------------------------------------------------------------------------------


def git(folder: Path, *words: str) -> None:
    own = {"GIT_AUTHOR_NAME": "т", "GIT_AUTHOR_EMAIL": "t@example.org"}
    own |= {"GIT_COMMITTER_NAME": "т", "GIT_COMMITTER_EMAIL": "t@example.org"}
    subprocess.run(["git", *words], cwd=folder, env={**os.environ, **own}, check=True, capture_output=True)


@pytest.fixture
def repository(school: Path) -> Path:
    """The school in a folder of a repository, its first state committed, `out/` left out."""
    top = school.parent
    (top / ".gitignore").write_text("out/\n", "utf-8")
    git(top, "init", "-q")
    git(top, "add", ".")
    git(top, "commit", "-qm", "first")
    return school


@pytest.mark.parametrize("against", ["HEAD", "folder"])
def test_the_plan_against_a_revision_or_a_folder_tells_what_this_change_does(
    against: str, repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = shutil.copytree(repository, tmp_path / "прежняя")
    change_staff(repository)
    shutil.rmtree(repository / "out")
    before = listing(repository.parent)
    named = "HEAD" if against == "HEAD" else str(other)

    code = main(["plan", "--project", str(repository), "--against", named, "--diff", "--exit-code"])

    lines = capsys.readouterr().out.splitlines()
    changed = next(line for line in lines if line.startswith(f"~ {CHANGED}"))
    assert code == 1
    assert "из-за data/staff.yaml:7" in changed
    assert "      + 3 | Учитель алгебры | Лебедева Т.Н. | |" in lines
    assert lines[-1] == "Итого: изменить 5, без изменений 3."
    assert listing(repository.parent) == before


def test_against_an_unknown_revision_is_a_wrong_command_line(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["plan", "--project", str(repository), "--against", "no-such"]) == 2

    assert "нет ни папки, ни версии git: no-such" in capsys.readouterr().err


def test_the_table_for_a_merge_request_names_no_person_unless_asked(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change_staff(repository)
    line = ["plan", "--project", str(repository), "--against", "HEAD", "--format", "markdown", "--diff"]

    assert main(line) == 0
    masked = capsys.readouterr().out
    assert main([*line, "--show-names"]) == 0
    named = capsys.readouterr().out

    assert masked.startswith("### Документы: изменится 5 из 8\n")
    assert "Лебедев" not in masked
    assert "+ 3 | Учитель алгебры | Лебедева Т.Н. | |" in named


def test_in_github_actions_the_table_goes_to_the_summary_of_the_step(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    change_staff(repository)

    main(["plan", "--project", str(repository), "--against", "HEAD", "--format", "github"])

    assert capsys.readouterr().out.startswith("::notice title=actgen::")
    assert summary.read_text("utf-8").startswith("### Документы: изменится 5 из 8\n")


# --- two builds at once ---------------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_the_lock_of_another_process_holds_and_dies_with_it(school: Path) -> None:
    change_staff(school)
    before = listing(school / "out" / "docx")
    program = (
        "import sys; from pathlib import Path; from actgen.workflow.files import only_writer\n"
        f"with only_writer(Path({str(school / 'out')!r})): print('held', flush=True); sys.stdin.read()"
    )
    build = [sys.executable, "-m", "actgen", "build", "--project", str(school)]
    with subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"

        refused = subprocess.run(build, capture_output=True, text=True, check=False)
        assert refused.returncode == 3
        assert "сейчас собирает другой запуск" in refused.stderr
        assert listing(school / "out" / "docx") == before

        other.send_signal(signal.SIGKILL)
        other.wait()
    assert subprocess.run(build, capture_output=True, check=False).returncode == 0
    assert listing(school / "out" / "docx") != before
