"""What every test shares: a cache folder of its own, never the user's."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what is compiled in a folder that goes with the run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("CI", raising=False)  # it makes a build all or nothing
        folder = tmp_path_factory.mktemp("cache")
        folder.chmod(0o700)
        patch.setenv("ACTGEN_CACHE", str(folder))
        yield


@pytest.fixture(scope="session")
def compiled_once(own_cache: None) -> None:
    """Templates are compiled once in a run: they are kept in the cache folder of the run."""
