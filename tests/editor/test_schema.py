"""The schemas of `actgen schema`, as a real language server shows them to a person who types."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from actgen.cli import main
from actgen.workflow.schema import schemas
from tests.editor.language_server import SERVER, LanguageServer
from tests.workspaces import PAIRS, small_workspace

PAIR = """\
пары:
  - наставник: Лебедева Т.Н.
    наставляемые: [Белова Е.Н.]
    форма: учитель — учитель
    вид: традиционное
    с: 01.09.2026
    по: 31.05.2027
    программа: belova
"""

needs_server = pytest.mark.skipif(not SERVER.exists(), reason="yaml-language-server is not installed: .ci/run does it")


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = small_workspace(tmp_path_factory.mktemp("editor") / "школа")
    assert main(["init", str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def server(school: Path) -> Iterator[LanguageServer]:
    with LanguageServer(school) as running:
        yield running


@needs_server
def test_a_person_is_completed_by_name_with_the_full_name_and_position(server: LanguageServer) -> None:
    offered = server.completions("data/pairs.yaml", "пары:\n  - наставник: ")

    assert offered["Лебедева Т.Н."] == "Лебедева Татьяна Николаевна, учитель математики"


@needs_server
def test_people_programs_and_acts_that_are_not_there_are_flagged_in_russian(server: LanguageServer) -> None:
    wrong = PAIR.replace("Лебедева", "Лебидева").replace("[Белова Е.Н.]", "[Белов Е.Н.]").replace("belova", "belov")

    found = server.findings("data/pairs.yaml", wrong)

    assert [line for line, _ in found] == [2, 3, 8]
    assert "сотрудника" in found[0][1]
    assert "сотрудника" in found[1][1]
    assert "программы" in found[2][1]
    entry = server.findings("data/journal.yaml", "журнал:\n  - вид: приказ-о-нет\n    номер: 1\n")
    assert [(line, "вида акта" in message) for line, message in entry] == [(2, True)]


@needs_server
@pytest.mark.parametrize(
    ("wrong", "line"),
    [
        (PAIR + "    наставнег: Белова Е.Н.\n", 9),
        (PAIR.replace("01.09.2026", "{день: 1}"), 6),
        (PAIR + "    основание: договор\n", 9),
        (PAIR + "    соглашение:\n      содержание: [раз]\n      часов: два\n", 11),
    ],
    ids=["an unknown key", "a record for a date", "a word outside a closed list", "a word for a number"],
)
def test_what_is_wrong_is_said_in_russian_only(server: LanguageServer, wrong: str, line: int) -> None:
    found = server.findings("data/pairs.yaml", wrong)

    assert [number for number, _ in found] == [line]
    assert re.search("[А-Яа-я]{4}", found[0][1])
    assert not re.search(r"[A-Za-z]{4,}", found[0][1])


@needs_server
def test_a_right_file_has_no_findings(server: LanguageServer) -> None:
    assert server.findings("data/pairs.yaml", PAIRS) == []
    assert server.findings("data/pairs.yaml", PAIR.replace("Лебедева Т.Н.", "Лебедева Татьяна Николаевна")) == []


def _fields(schema: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict) and isinstance(schema.get("errorMessage"), str):
            yield from schema["properties"].items()
        for value in schema.values():
            yield from _fields(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _fields(value)


def test_every_field_of_every_file_is_described_in_russian(school: Path) -> None:
    for name, schema in schemas(school).items():
        for key, field in _fields(schema):
            assert re.search("[А-Яа-я]{3}", field.get("description", "")), f"{name}: {key}"


def test_a_new_person_is_in_the_schema_at_once(school: Path) -> None:
    assert (
        main(["new", "person", "--name", "Гусь Лев Борисович", "--position", "учитель", "--project", str(school)]) == 0
    )

    pairs = json.loads((school / ".vscode" / "schema" / "pairs.json").read_text(encoding="utf-8"))
    assert "Гусь Л.Б." in pairs["$defs"]["Pair"]["properties"]["наставник"]["enum"]


def test_schemas_are_written_where_asked_and_only_when_they_change(school: Path, tmp_path: Path) -> None:
    line = ["схема", "--папка", str(tmp_path / "schema"), "--project", str(school)]

    assert main(line) == 0
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "schema").iterdir()}
    assert main(line) == 0

    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "schema").iterdir()} == before
