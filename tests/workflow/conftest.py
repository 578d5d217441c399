"""Workspaces without fault, built once for all tests of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from actgen.workflow import build_workspace
from tests.workflow.broken import make_base, remember_texts


@pytest.fixture(scope="session", autouse=True)
def _compiled_once(compiled_once: None) -> None:
    pass


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Workspaces without fault, built: the copy of the root and the small one with its own acts."""
    folders = {}
    for base in ("root", "small"):
        folder = make_base(base, tmp_path_factory.mktemp(base) / "школа")
        remember_texts(base, folder)
        written = build_workspace(folder)
        assert not written.has_errors, written.diagnostics
        assert written.written
        folders[base] = folder
    return folders
