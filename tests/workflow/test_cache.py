"""The cache folder: whatever becomes of its files, they only cost time."""

from __future__ import annotations

from pathlib import Path

import pytest

from actgen.workflow import check_workspace
from tests.workspaces import SCHOOL, small_workspace


def test_files_of_the_cache_that_were_cut_short_are_made_again(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path_factory.mktemp("own-cache")
    cache.chmod(0o700)
    monkeypatch.setenv("ACTGEN_CACHE", str(cache))
    small_workspace(tmp_path, {"data/school.yaml": SCHOOL + "оформление:\n  кегль: 12\n"})
    assert not check_workspace(tmp_path).diagnostics
    whole = {path: path.read_bytes() for path in cache.iterdir()}
    for path, content in whole.items():
        path.write_bytes(content[: len(content) // 2])

    assert not check_workspace(tmp_path).diagnostics

    laid_out = [path for path in whole if path.suffix == ".layout"]
    assert laid_out
    assert [path.read_bytes() for path in laid_out] == [whole[path] for path in laid_out]
