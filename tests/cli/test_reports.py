from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from actgen.cli.command_line import run
from actgen.cli.options import FORMATS
from tests.rules.test_waiving import LATE
from tests.workspaces import small_workspace


@pytest.fixture
def faulty(tmp_path: Path) -> str:
    return str(small_workspace(tmp_path, {"data/pairs.yaml": LATE}))


@pytest.mark.parametrize("style", [style for style in FORMATS if style not in ("full", "concise", "json")])
def test_formats_for_ci_name_the_record_and_not_the_person(
    faulty: str, style: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "--project", faulty, "--format", style]) == 1

    printed = capsys.readouterr().out
    assert "D107" in printed
    assert "пара 1" in printed
    assert "Лебедева" not in printed


@pytest.mark.parametrize("style", ["github", "gitlab", "sarif", "junit"])
def test_show_names_restores_the_person(faulty: str, style: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "--project", faulty, "--format", style, "--show-names"])

    assert "Лебедева Т.Н." in capsys.readouterr().out


@pytest.mark.parametrize("command", ["check", "plan", "build"])
def test_every_format_is_what_it_says(
    faulty: str, command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    printed = {}
    for style in FORMATS:
        assert run([command, "--project", faulty, "--format", style]) == 1
        printed[style] = capsys.readouterr().out

    assert json.loads(printed["json"])["diagnostics"][0]["code"] == "D107"
    assert json.loads(printed["gitlab"])[0]["check_name"] == "D107"
    assert json.loads(printed["sarif"])["version"] == "2.1.0"
    assert ElementTree.fromstring(printed["junit"].encode()).tag == "testsuites"
    assert printed["github"].startswith("::notice")
    assert "data/pairs.yaml:9:15: ошибка: " in printed["concise"]


def test_github_actions_get_their_format_unless_another_is_asked(
    faulty: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")

    run(["check", "--project", faulty])
    assert capsys.readouterr().out.startswith("::notice")

    run(["check", "--project", faulty, "--format", "full"])
    assert capsys.readouterr().out.startswith("data/pairs.yaml:9:15: ошибка D107")


@pytest.mark.parametrize("command", ["rules", "правила"])
def test_rules_are_listed_with_basis_and_validity(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command]) == 0

    printed = capsys.readouterr().out
    assert "S111  предупреждение" in printed
    assert "основание: статья 351.8 Трудового кодекса Российской Федерации; для актов с 01.03.2025" in printed


def test_rules_for_programs_are_json(capsys: pytest.CaptureFixture[str]) -> None:
    run(["rules", "--json"])

    rules = json.loads(capsys.readouterr().out)
    assert {"code", "severity", "title", "basis", "since", "until"} == set(rules[0])
