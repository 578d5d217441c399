"""Output survives every console and pipe."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from actgen.cli.console import printable


def run(encoding: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    return subprocess.run(
        [sys.executable, "-m", "actgen", *arguments], capture_output=True, env=environment, check=False, timeout=60
    )


@pytest.mark.parametrize("encoding", ["cp866", "cp1251", "ascii", "utf-8"])
def test_findings_survive_a_pipe_of_every_encoding(encoding: str, broken: Path) -> None:
    done = run(f"{encoding}:strict", "check", "--project", str(broken))

    shown = done.stdout.decode(encoding)
    assert (done.returncode, done.stderr) == (1, b"")
    assert "data/pairs.yaml:2:16" in shown
    assert encoding == "ascii" or "ошибка D005: нет сотрудника" in shown


@pytest.mark.parametrize("encoding", ["cp866", "cp1251"])
@pytest.mark.parametrize("line", [["--help"], ["explain", "D101"], ["bild"], [], ["--version"]], ids=" ".join)
def test_every_command_survives_an_old_console(encoding: str, line: list[str], built: Path) -> None:
    project = [] if line == ["bild"] else ["--project", str(built)]

    done = run(f"{encoding}:strict", *project, *line)

    assert done.returncode == (2 if line == ["bild"] else 0)
    assert b"Traceback" not in done.stderr
    assert (done.stdout + done.stderr).decode(encoding)


def test_json_is_whole_in_an_old_console(broken: Path) -> None:
    done = run("cp866:strict", "check", "--project", str(broken), "--format", "json")

    assert len(json.loads(done.stdout.decode("cp866"))["diagnostics"]) == 2


@pytest.mark.parametrize("encoding", ["cp866", "cp1251", "koi8-r", "ascii", "latin-1"])
def test_what_a_code_page_lacks_is_printed_plainer(encoding: str) -> None:
    text = "«Приказ» — № 45… ≥ 10 %\u00a0🙂"

    shown = printable(text, encoding)

    assert shown.encode(encoding)
    assert len(shown) >= len(text)


def test_a_reader_that_leaves_early_is_no_fault(built: Path) -> None:
    command = f'"{sys.executable}" -m actgen words положение --project "{built}" | head -1'

    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, check=False, timeout=60)

    assert done.stderr == b""
    assert done.stdout.count(b"\n") == 1
