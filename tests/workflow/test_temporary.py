"""The folder of a killed run is taken away by the next, that of a living one is not."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from actgen.workflow.temporary import temporary_folder

PREFIX = "actgen-test-"
KILLED = f"""
import os
from actgen.workflow.temporary import temporary_folder
with temporary_folder({PREFIX!r}) as folder:
    (folder / "profile").mkdir()
    (folder / "profile" / "file").write_text("text")
    os.kill(os.getpid(), {int(getattr(signal, "SIGKILL", 0))})
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders are made."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return tmp_path


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_a_folder_whose_process_was_killed_is_taken_away_by_the_next_run(place: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED], check=False)
    assert [len(list(folder.iterdir())) for folder in place.iterdir()] == [2]

    with temporary_folder(PREFIX) as folder:
        assert list(place.iterdir()) == [folder]

    assert list(place.iterdir()) == []


def test_a_folder_of_a_living_run_is_left_alone(place: Path) -> None:
    with temporary_folder(PREFIX) as alive, temporary_folder(PREFIX) as own:
        assert sorted(place.iterdir()) == sorted([alive, own])


def test_a_folder_of_the_same_name_that_is_not_ours_is_left_alone(place: Path) -> None:
    foreign = place / f"{PREFIX}чужая"
    foreign.mkdir()
    (foreign / "важное.txt").write_text("текст", encoding="utf-8")

    with temporary_folder(PREFIX):
        pass

    assert (foreign / "важное.txt").is_file()
