"""One built school for all tests of the command line, and a broken one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from actgen.workflow import build_workspace
from tests.workspaces import with_own_acts


@pytest.fixture(scope="session", autouse=True)
def _compiled_once(compiled_once: None) -> None:
    pass


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small workspace with its own acts, built; never changed by a test."""
    folder = with_own_acts(tmp_path_factory.mktemp("cli") / "школа")
    written = build_workspace(folder)
    assert not written.has_errors, written.diagnostics
    return folder


@pytest.fixture(scope="session")
def broken(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with a misspelt key on line 3 of `data/pairs.yaml` and a mentor who is nobody's name on line 2."""
    folder = Path(shutil.copytree(built, tmp_path_factory.mktemp("broken") / "школа"))
    pairs = folder / "data" / "pairs.yaml"
    text = pairs.read_text(encoding="utf-8").replace("Лебедева Т.Н.", "Лебедина Т.Н.").replace("форма:", "фарма:")
    pairs.write_text(text, encoding="utf-8")
    return folder
