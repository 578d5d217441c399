"""The command `match`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from actgen.cli import main
from tests.workspaces import small_workspace
from tests.year_of_work import year_workspace


@pytest.mark.parametrize("command", ["match", "подобрать"])
def test_candidates_are_shown_with_reasons(tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    code = main(["--project", str(year_workspace(tmp_path)), command])

    shown = capsys.readouterr().out
    assert code == 0
    assert "  1. Лебедева Т.Н., учитель математики\n     – отвечает на запрос" in shown
    assert shown.endswith("Это предложения: решает школа, наставник даёт письменное согласие.\n")


def test_a_program_gets_the_same_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--project", str(year_workspace(tmp_path)), "match", "--json"]) == 0

    first = json.loads(capsys.readouterr().out)[0]
    assert first["mentee"] == "Белова Е.Н."
    assert [candidate["mentor"] for candidate in first["candidates"]] == ["Лебедева Т.Н."]


def test_without_a_bank_it_says_where_to_write_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--project", str(small_workspace(tmp_path)), "match"]) == 0

    assert "data/bank.yaml" in capsys.readouterr().out


def test_broken_data_withhold_the_proposals(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = year_workspace(tmp_path, {"data/bank.yaml": "наставляемые:\n  - кто: Никто Н.Н.\n"})

    assert main(["--project", str(folder), "match"]) == 1
    assert "actgen check" in capsys.readouterr().err
