"""A build that is killed at any moment leaves nothing half there, and the next one is right.

`ACTGEN_KILLS` is how many points are tried, `ACTGEN_KILLS_FROM` the number of the first.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from random import Random

import pytest

from actgen.workflow import build, build_workspace
from actgen.workflow.quick import PROMISED
from tests.workflow.killing import killed
from tests.workspaces import JOURNAL, NOTE, STAFF, with_own_acts

KILLS = int(os.environ.get("ACTGEN_KILLS", "10"))

FIRST = int(os.environ.get("ACTGEN_KILLS_FROM", "0"))

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a child process is forked")

DRAFT = JOURNAL.replace("состояние: подписан", "состояние: проект")
NUMBERED = DRAFT + "  - {вид: приказ-о-дне, номер: 51-а, дата: 02.10.2026}\n"
VARIANTS = (
    {"data/journal.yaml": DRAFT},
    {"data/journal.yaml": DRAFT, "data/staff.yaml": STAFF.replace("математики", "алгебры")},
    {"data/journal.yaml": NUMBERED},
    {
        "data/journal.yaml": DRAFT,
        "acts/note.yaml": NOTE.replace("порядок: 60", "порядок: 60\nнужно: год.первый > 2100"),
    },
    {"data/journal.yaml": NUMBERED, "data/staff.yaml": STAFF.replace("физики", "химии")},
)
"""Changed words, a number that renames a document, a document that is needed no more."""
UNCHANGED = {"data/staff.yaml": STAFF, "acts/note.yaml": NOTE}
KINDS = ("order-on-mentoring", "regulation", "order-on-pairs", "program", "note")
"""Five documents; the others of the set are left out by the kinds that are asked for."""


def _write(school: Path, variant: int) -> None:
    for name, text in {**UNCHANGED, **VARIANTS[variant]}.items():
        (school / name).write_text(text, encoding="utf-8")


def _out(school: Path) -> dict[str, bytes]:
    """Return everything in `out/` and every hidden file of `data/`, the lock file and the former documents left out."""
    paths: Iterable[Path] = (*(school / "out").rglob("*"), *(school / "data").glob(".*"))
    return {
        path.relative_to(school).as_posix(): path.read_bytes()
        for path in paths
        if path.is_file() and path.name != ".actgen.lock" and path.parent.name != "прежние"
    }


def _killed(school: Path, at: int) -> int | None:
    """Build in a child that is killed from the moment on when it knows what to write."""
    return killed(lambda: build_workspace(school, kinds=KINDS), (build, "_to_write"), at)


@pytest.fixture(scope="module")
def unbuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_own_acts(tmp_path_factory.mktemp("unbuilt"))


@pytest.fixture(scope="module")
def clean(unbuilt: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    """Each variant as a build into an empty folder leaves it."""
    found = []
    for number in range(len(VARIANTS)):
        school = Path(shutil.copytree(unbuilt, tmp_path_factory.mktemp("clean") / "школа"))
        _write(school, number)
        assert not build_workspace(school, kinds=KINDS).has_errors
        found.append(_out(school))
    assert len({len(one) for one in found}) > 1
    return found


def test_after_a_kill_nothing_is_half_there_and_the_next_build_is_right(
    unbuilt: Path, clean: list[dict[str, bytes]], tmp_path: Path
) -> None:
    school = Path(shutil.copytree(unbuilt, tmp_path / "школа"))
    whole = {content for variant in clean for name, content in variant.items() if name.endswith(".docx")}
    _write(school, 0)
    build_workspace(school, kinds=KINDS)
    _write(school, 4)
    calls = _killed(school, -1)
    assert calls is not None
    assert _out(school) == clean[4]
    dead = 0
    for number in range(FIRST, FIRST + KILLS):
        random = Random(number)
        _write(school, random.randrange(len(VARIANTS)))
        dead += _killed(school, random.randrange(1, calls + 1)) is None
        documents = {path.name: path.read_bytes() for path in (school / "out" / "docx").glob("*.docx")}
        assert [name for name, content in documents.items() if content not in whole] == [], number

        after = random.randrange(len(VARIANTS))  # she goes on working before she builds again
        _write(school, after)
        written = build_workspace(school, kinds=KINDS)

        assert not written.has_errors
        assert _out(school) == clean[after], number
        assert not (school / "out" / PROMISED).exists()
    assert dead > KILLS / 2
