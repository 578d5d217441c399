"""init: a workspace that passes its check, and nothing overwritten."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
from datetime import date
from pathlib import Path

import pytest
import yaml

from actgen.cli import main
from actgen.diagnostics import Diagnostic, Place, Severity
from actgen.diagnostics.printing import concise
from actgen.workflow import build_workspace, check_workspace
from actgen.workflow.starting import school_year_of
from tests.workspaces import listing

Shown = pytest.CaptureFixture[str]


@pytest.fixture
def laid(tmp_path: Path) -> Path:
    assert main(["начать", str(tmp_path / "школа"), "--год", "2027/28"]) == 0
    return tmp_path / "школа"


def test_a_new_workspace_has_warnings_only_for_what_must_be_filled_in(laid: Path) -> None:
    checked = check_workspace(laid)

    assert {found.code for found in checked.diagnostics} == {"D170"}
    left = sum(text.count("ЗАПОЛНИТЕ") for text in (p.read_text("utf-8") for p in (laid / "data").glob("s*.yaml")))
    assert len(checked.diagnostics) == left - 1  # one is in a comment that explains the word
    assert checked.school is not None
    assert str(checked.school.settings.year) == "2027/2028"


def test_what_is_left_to_fill_in_is_never_printed(laid: Path) -> None:
    written = build_workspace(laid)

    assert written.is_refused
    errors = [found for found in written.diagnostics if found.is_error]
    assert {found.code for found in errors} == {"W101"}
    assert all(found.place.file.startswith("data/") for found in errors)
    places = [(found.place.file, found.place.line) for found in written.diagnostics]
    assert len(set(places)) == len(places)
    assert not list((laid / "out").glob("**/*.docx"))


def test_the_examples_in_comments_are_right_when_the_comment_sign_is_taken_off(laid: Path) -> None:
    for name, key in (("pairs", "пары"), ("journal", "журнал")):
        text = (laid / "data" / f"{name}.yaml").read_text(encoding="utf-8")
        example = "\n".join(line[1:] for line in text.splitlines() if re.match(r"#   ( |- )", line) or "# -" in line)
        assert yaml.load(f"{key}:\n{example}\n", Loader=yaml.BaseLoader)[key][0]


def test_nothing_is_ever_overwritten(laid: Path, capsys: Shown) -> None:
    (laid / "data" / "pairs.yaml").write_text("пары:\n", encoding="utf-8")
    (laid / "Акты.cmd").unlink()
    before = listing(laid)

    assert main(["init", str(laid)]) == 0

    after = listing(laid)
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == {"Акты.cmd"}
    assert "= data/pairs.yaml  — уже есть, не тронут" in capsys.readouterr().out


def test_the_editor_gets_schemas_and_a_task_that_finds_our_messages(laid: Path) -> None:
    settings = json.loads((laid / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert all((laid / file).is_file() for file in settings["yaml.schemas"])
    tasks = json.loads((laid / ".vscode" / "tasks.json").read_text(encoding="utf-8"))
    matchers = tasks["tasks"][1]["problemMatcher"]
    for matcher, severity in zip(matchers, (Severity.ERROR, Severity.WARNING), strict=True):
        line = concise(Diagnostic("D005", severity, "нет сотрудника «Гусь [Л.Б.]»", Place("data/pairs.yaml", 3, 7)))
        found = re.match(matcher["pattern"]["regexp"], line)
        assert found is not None
        named = [found[matcher["pattern"][key]] for key in ("file", "line", "column", "message", "code")]
        assert named == ["data/pairs.yaml", "3", "7", "нет сотрудника «Гусь [Л.Б.]»", "D005"]


def test_the_starters_are_laid_and_may_be_run(laid: Path) -> None:
    assert (laid / "акты.sh").stat().st_mode & stat.S_IXUSR
    assert b"@RUN@" not in (laid / "акты.sh").read_bytes()
    assert b"@RUN@" not in (laid / "Акты.cmd").read_bytes()


def test_a_path_of_run_py_is_quoted_as_each_starter_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = tmp_path / "100% d'Acte & Ко" / "run.py"
    run.parent.mkdir()
    run.write_text("print('started')\n", encoding="utf-8")
    monkeypatch.setattr("actgen.workflow.starting._run_py", lambda: run)

    assert main(["init", str(tmp_path / "школа")]) == 0

    assert f'"ACTGEN_RUN={run}"'.replace("%", "%%") in (tmp_path / "школа" / "Акты.cmd").read_text(encoding="utf-8")
    if os.name != "nt":
        done = subprocess.run(["sh", tmp_path / "школа" / "акты.sh"], capture_output=True, text=True, check=True)
        assert done.stdout == "started\n"


@pytest.mark.parametrize(("year", "code"), [("2026", 2), ("2026/2028", 2), ("осень", 2)])
def test_a_year_that_is_none_is_a_wrong_command_line(year: str, code: int, tmp_path: Path, capsys: Shown) -> None:
    assert main(["init", str(tmp_path / "a"), "--year", year]) == code

    assert "напишите так: 2026/2027" in capsys.readouterr().err
    assert not (tmp_path / "a").exists()


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path, capsys: Shown) -> None:
    (tmp_path / "a").write_text("", encoding="utf-8")

    assert main(["init", str(tmp_path / "a")]) == 3

    assert "это файл, а не папка" in capsys.readouterr().err


def test_from_august_on_a_school_prepares_the_next_year() -> None:
    assert str(school_year_of(date(2026, 8, 1))) == "2026/2027"
    assert str(school_year_of(date(2027, 6, 30))) == "2026/2027"


@pytest.mark.parametrize(("server", "file"), [("github", ".github/workflows/actgen.yml"), ("gitlab", ".gitlab-ci.yml")])
def test_an_example_for_a_server_is_laid_when_asked_and_never_over_ones_own(server: str, file: str, laid: Path) -> None:
    assert not (laid / file).exists()

    assert main(["init", str(laid), "--ci", server]) == 0

    assert "actgen" in (laid / file).read_text(encoding="utf-8")
    (laid / file).write_text("# моё\n", encoding="utf-8")
    assert main(["init", str(laid), "--ci", server]) == 0
    assert (laid / file).read_text(encoding="utf-8") == "# моё\n"
