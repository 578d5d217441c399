"""The examples for a school's repository: every step is run here as its server would run it, but for the server."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from actgen.workflow import build_workspace, sign_act
from tests.docx.validator import needs_soffice
from tests.workspaces import ROOT, with_own_acts

START = ROOT / "src" / "actgen" / "workflow" / "start" / "ci"
GITHUB = START / "github" / "dot.github" / "workflows" / "actgen.yml"
GITLAB = START / "gitlab" / "dot.gitlab-ci.yml"
DOCS = ROOT / "docs" / "ci"

pytestmark = pytest.mark.skipif(shutil.which("git") is None or os.name == "nt", reason="НЕТ git или bash")


def command(school: Path, *line: str, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command in the folder, with this project's actgen and the helpers of `bin/` first on the path."""
    path = os.pathsep.join([str(school.parent / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]])
    own = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "GITHUB_", "CI"))},
        "PATH": path,
        "GIT_CONFIG_GLOBAL": str(school.parent / "gitconfig"),
        **(env or {}),
    }
    return subprocess.run(line, cwd=school, env=own, capture_output=True, text=True, check=False)


def git(school: Path, *line: str) -> str:
    done = command(school, "git", *line)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def school(tmp_path: Path, compiled_once: None) -> Path:
    """A school in git: its main branch, and a branch on which a pair ends a month earlier."""
    folder = with_own_acts(tmp_path / "школа")
    (tmp_path / "bin").mkdir()
    (tmp_path / "gitconfig").write_text("[user]\nname = Секретарь\nemail = s@school.example\n", encoding="utf-8")
    (folder / ".gitignore").write_text("out/\n.plan.md\n", encoding="utf-8")
    git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "начало")
    git(folder, "update-ref", "refs/remotes/origin/main", "HEAD")
    git(folder, "checkout", "--quiet", "-b", "срок")
    replace(folder / "data" / "pairs.yaml", "по: 31.05.2027", "по: 30.04.2027")
    git(folder, "commit", "--quiet", "--all", "--message", "срок")
    return folder


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def helper(school: Path, name: str) -> Path:
    """Put a program on the path that writes down how it was called; return where."""
    called = school.parent / f"{name}.txt"
    program = school.parent / "bin" / name
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >> "{called}"\n', encoding="utf-8")
    program.chmod(0o755)
    return called


# --- GitHub ---------------------------------------------------------------------------------------


def github_steps() -> list[dict[str, Any]]:
    read = yaml.safe_load(GITHUB.read_text(encoding="utf-8"))
    steps: list[dict[str, Any]] = read["jobs"]["acts"]["steps"]
    return steps


def run_github(school: Path, name: str) -> subprocess.CompletedProcess[str]:
    """Run a step as Actions does: its expressions filled in, bash that stops at the first failure."""
    step = next(one for one in github_steps() if one["name"] == name)
    known = {"github.base_ref": "main", "github.token": "t", "github.event.number": "7", "vars.ACTGEN": ""}
    env = {
        key: re.sub(r"\$\{\{ (.+?) \}\}", lambda found: known[found[1]], str(value))
        for key, value in step.get("env", {}).items()
    }
    env |= {"GITHUB_STEP_SUMMARY": str(school.parent / "summary.md"), "GITHUB_ACTIONS": "true"}
    script = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"])
    return command(school, *script, env=env)


def test_the_github_example_installs_nothing_where_actgen_is_there(school: Path) -> None:
    assert run_github(school, "Поставить actgen").returncode == 0


def test_the_github_example_annotates_an_error_and_stops(school: Path) -> None:
    assert run_github(school, "Проверить").returncode == 0
    replace(school / "data" / "pairs.yaml", "форма:", "фарма:")

    done = run_github(school, "Проверить")

    assert done.returncode == 1
    assert re.search(r"^::error file=data/pairs\.yaml,title=D001,line=4", done.stdout, re.MULTILINE)


def test_the_github_example_shows_the_plan_against_the_branch_it_goes_into(school: Path) -> None:
    called = helper(school, "gh")

    plan, comment = run_github(school, "План"), run_github(school, "Показать план в обсуждении")

    assert (plan.returncode, comment.returncode) == (0, 0), plan.stderr + comment.stderr
    summary = (school.parent / "summary.md").read_text(encoding="utf-8")
    assert re.search(r"^\| ~ \| .*закреплении.* \| .*data/pairs\.yaml:7", summary, re.MULTILINE)
    assert summary.startswith("### Документы: изменится ")
    assert "Лебедева" not in summary
    assert called.read_text(encoding="utf-8").split()[:3] == ["pr", "comment", "7"]
    assert ".plan.md" in called.read_text(encoding="utf-8")
    assert git(school, "status", "--porcelain") == ""


@needs_soffice
def test_the_github_example_builds_the_bundle_that_it_uploads(school: Path) -> None:
    built, verified = run_github(school, "Собрать"), run_github(school, "Сверить подписанное")

    assert (built.returncode, verified.returncode) == (0, 0), built.stdout + built.stderr
    upload = github_steps()[-1]["with"]
    assert all((school / path).exists() for path in upload["path"].split())
    assert any(path.suffix == ".pdf" for path in (school / "out" / "print").iterdir())
    assert upload["retention-days"] <= 30


# --- GitLab ---------------------------------------------------------------------------------------


def gitlab() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))
    return read


def run_gitlab(school: Path, job: str, **env: str) -> subprocess.CompletedProcess[str]:
    lines = [*gitlab()["default"]["before_script"], *gitlab()[job]["script"]]
    base = git(school, "rev-parse", "main").strip()
    own = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base, "CI_API_V4_URL": "https://gitlab.example/api/v4", **env}
    own |= {"CI_PROJECT_ID": "3", "CI_MERGE_REQUEST_IID": "7"}
    return command(school, "bash", "-eo", "pipefail", "-c", "\n".join(lines), env=own)


def test_the_gitlab_example_reports_an_error_as_code_quality(school: Path) -> None:
    replace(school / "data" / "pairs.yaml", "форма:", "фарма:")

    done = run_gitlab(school, "проверить")

    assert done.returncode == 1
    found = json.loads((school / "gl-code-quality.json").read_text(encoding="utf-8"))
    assert [(one["check_name"], one["location"]["path"]) for one in found] == [("D001", "data/pairs.yaml")]


@pytest.mark.parametrize(
    ("notes", "way", "address"),
    [
        ([{"id": 4, "body": "Хорошо"}], "POST", "/merge_requests/7/notes"),
        ([{"id": 4, "body": "Хорошо"}, {"id": 9, "body": "<!-- actgen: план -->"}], "PUT", "/merge_requests/7/notes/9"),
    ],
    ids=["first time", "again"],
)
def test_the_gitlab_example_keeps_one_plan_in_the_discussion(
    school: Path, notes: list[dict[str, Any]], way: str, address: str
) -> None:
    called = helper(school, "curl")
    with (school.parent / "bin" / "curl").open("a", encoding="utf-8") as program:
        program.write(f"cat <<'END'\n{json.dumps(notes, ensure_ascii=False)}\nEND\n")

    silent = run_gitlab(school, "план")
    assert (silent.returncode, called.exists()) == (0, False), silent.stderr
    done = run_gitlab(school, "план", ACTGEN_TOKEN="t")

    assert done.returncode == 0, done.stderr
    assert re.search(r"^\| ~ \| .*закреплении.* \| .*data/pairs\.yaml:7", done.stdout, re.MULTILINE)
    said = called.read_text(encoding="utf-8").splitlines()
    assert said[said.index("--request") + 1] == way
    assert said[-1] == f"https://gitlab.example/api/v4/projects/3{address}"
    assert (school / ".note.md").read_text(encoding="utf-8").startswith("<!-- actgen: план -->\n\n")


@needs_soffice
def test_the_gitlab_example_builds_the_bundle_that_it_keeps(school: Path) -> None:
    done = run_gitlab(school, "собрать")

    assert done.returncode == 0, done.stdout + done.stderr
    assert all((school / path).exists() for path in gitlab()["собрать"]["artifacts"]["paths"])


# --- both -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [GITHUB, GITLAB], ids=["GitHub", "GitLab"])
def test_an_example_says_what_a_repository_with_staff_data_needs(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    for needed in ("данные сотрудников", "закрытый", "runner свой", "столько дней", "--show-names"):
        assert needed in text, needed
    assert not re.search(r"--show-names(?!\.$)", re.sub(r"^#.*", "", text, flags=re.MULTILINE))


# --- git ------------------------------------------------------------------------------------------


def test_git_shows_a_changed_docx_as_text(school: Path) -> None:
    shutil.copy(DOCS / "gitattributes", school / ".gitattributes")
    git(school, "config", "diff.docx.textconv", "actgen text")
    build_workspace(school)
    signed = school / sign_act(school, "приказ-о-парах").files[0].file
    git(school, "add", "--all")
    git(school, "commit", "--quiet", "--message", "подписан")
    replace(school / "data" / "journal.yaml", "номер: 45", "номер: 46")
    shutil.copy(next((school / "out" / "docx").glob("*45*")), signed)
    import docx

    document = docx.Document(str(signed))
    document.paragraphs[-1].insert_paragraph_before("9. Выплатить премию.")
    document.save(str(signed))

    shown = git(school, "diff", "--", "signed")

    assert [line for line in shown.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")] == [
        "+9. Выплатить премию."
    ]


def test_the_hook_keeps_an_error_out_of_git(school: Path) -> None:
    (school / "hooks").mkdir()
    shutil.copy(DOCS / "pre-commit", school / "hooks" / "pre-commit")
    git(school, "config", "core.hooksPath", "hooks")
    replace(school / "data" / "pairs.yaml", "форма:", "фарма:")

    refused = command(school, "git", "commit", "--all", "--message", "с ошибкой")
    assert refused.returncode == 1
    assert "D001" in refused.stdout + refused.stderr

    replace(school / "data" / "pairs.yaml", "фарма:", "форма:")
    replace(school / "data" / "pairs.yaml", "по: 30.04.2027", "по: 31.05.2027")
    git(school, "commit", "--all", "--message", "верно")


def test_the_hook_is_silent_where_no_data_change(school: Path) -> None:
    shutil.copy(DOCS / "pre-commit", school / "hook")
    replace(school / "data" / "pairs.yaml", "форма:", "фарма:")  # wrong, but not of this commit

    assert command(school, "sh", "./hook").returncode == 0
