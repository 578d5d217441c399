"""The cache folder: whatever becomes of its files, they only cost time."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from actgen.workflow import build_workspace, check_workspace
from actgen.workflow.cache import KEPT_SECONDS, put_in_cache
from tests.workspaces import SCHOOL, copy_of_root, small_workspace

DIGEST = "0123456789abcdef" * 4


@pytest.fixture
def empty_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    cache = tmp_path_factory.mktemp("empty-cache")
    cache.chmod(0o700)
    monkeypatch.setenv("ACTGEN_CACHE", str(cache))
    return cache


def put_long_ago(path: Path, *, read_long_ago: bool = True) -> Path:
    path.touch()
    then = time.time() - KEPT_SECONDS - 60
    os.utime(path, (then if read_long_ago else time.time(), then))
    return path


def test_files_of_the_cache_that_were_cut_short_are_made_again(tmp_path: Path, empty_cache: Path) -> None:
    small_workspace(tmp_path, {"data/school.yaml": SCHOOL + "оформление:\n  кегль: 12\n"})
    assert not check_workspace(tmp_path).diagnostics
    whole = {path: path.read_bytes() for path in empty_cache.iterdir()}
    for path, content in whole.items():
        path.write_bytes(content[: len(content) // 2])

    assert not check_workspace(tmp_path).diagnostics

    laid_out = [path for path in whole if path.suffix == ".layout"]
    assert laid_out
    assert [path.read_bytes() for path in laid_out] == [whole[path] for path in laid_out]


def test_what_nobody_has_used_for_sixty_days_goes_when_something_is_put(empty_cache: Path) -> None:
    unused = [put_long_ago(empty_cache / f"{DIGEST}.{ending}") for ending in ("template", "kinds", "known.7-7.new")]
    read = put_long_ago(empty_cache / f"{DIGEST}.readings", read_long_ago=False)

    put_in_cache(f"{DIGEST}.silent", b"1")

    assert [path for path in unused if path.exists()] == []
    assert read.exists()
    assert (empty_cache / f"{DIGEST}.silent").exists()


def test_the_cache_is_looked_through_once_a_day(empty_cache: Path) -> None:
    put_in_cache(f"{DIGEST}.silent", b"1")
    unused = put_long_ago(empty_cache / f"{DIGEST}.template")

    put_in_cache(f"{DIGEST}.silent", b"2")
    assert unused.exists()

    yesterday = time.time() - 25 * 3600
    os.utime(empty_cache / "pruned", (yesterday, yesterday))
    put_in_cache(f"{DIGEST}.silent", b"3")
    assert not unused.exists()


@pytest.mark.parametrize("name", ["письмо.docx", f"{DIGEST}.docx", f"{DIGEST}", "сводка.known", "G" * 64 + ".known"])
def test_a_file_that_is_not_of_the_cache_stays(empty_cache: Path, name: str) -> None:
    foreign = put_long_ago(empty_cache / name)
    folder = empty_cache / f"{DIGEST}.kinds"
    folder.mkdir()
    os.utime(folder, (0, 0))

    put_in_cache(f"{DIGEST}.silent", b"1")

    assert foreign.exists()
    assert folder.exists()


def test_every_file_that_a_build_keeps_goes_once_nobody_uses_it(tmp_path: Path, empty_cache: Path) -> None:
    school = copy_of_root(tmp_path)
    data = school / "data" / "school.yaml"
    data.write_text(data.read_text(encoding="utf-8") + "оформление:\n  кегль: 12\n", encoding="utf-8")
    build_workspace(school)
    for path in empty_cache.iterdir():
        put_long_ago(path)

    put_in_cache(f"{DIGEST}.silent", b"1")

    assert {path.name for path in empty_cache.iterdir()} == {"pruned", f"{DIGEST}.silent"}


def test_a_cache_that_cannot_be_looked_through_stops_nobody(empty_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: object) -> None:
        raise PermissionError(folder)

    monkeypatch.setattr("actgen.workflow.cache.os.scandir", refuse)

    put_in_cache(f"{DIGEST}.silent", b"1")

    assert (empty_cache / f"{DIGEST}.silent").read_bytes() == b"1"
