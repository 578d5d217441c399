"""What a new profile spares a start of the real LibreOffice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from actgen.bundle.office import build_id
from actgen.bundle.resident import Resident
from tests.bundle.office import needs_office, the_office

pytestmark = needs_office


@pytest.fixture
def user(tmp_path: Path) -> Iterator[Path]:
    """The user's part of the profile of a LibreOffice that has started."""
    resident = Resident(the_office(), tmp_path / "actgen-resident")
    yield tmp_path / "actgen-resident" / "profile" / "user"
    resident.stop()


def test_libreoffice_does_not_try_its_graphics_at_every_start(user: Path) -> None:
    assert (user / "registrymodifications.xcu").is_file()
    assert not (user / "GraphicsRenderTests.log").exists()


def test_the_profile_names_the_build_as_libreoffice_does_so_that_it_does_not_start_twice(user: Path) -> None:
    # LibreOffice writes its own name over another one.
    assert (user / "extensions" / "buildid").read_text("utf-8") == build_id(the_office().soffice) != ""
