from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from actgen.workflow import build_workspace, check_workspace
from tests.faults.corpus import Fault, base_texts, corpus
from tests.faults.finding import found_in, found_of
from tests.workspaces import ROOT, small_workspace, with_own_acts

FAULTS = corpus()
SOME = list({fault.code: fault for fault in FAULTS}.values())[::9]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_found_with_its_code_at_its_place(fault: Fault) -> None:
    found = found_of(fault)

    serious = [(d.code, (d.place.file, d.place.line, d.place.column)) for d in found if d.severity.value != "info"]
    assert (fault.code, fault.place) in serious
    assert {code for code, _ in serious} <= {fault.code, *fault.also}


def test_the_corpus_is_as_large_and_as_varied_as_promised() -> None:
    assert len(FAULTS) >= 300
    assert len({fault.group for fault in FAULTS}) >= 25
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)


@pytest.mark.parametrize("fault", SOME, ids=lambda fault: fault.code)
def test_a_build_of_all_or_nothing_with_an_error_writes_no_file(fault: Fault, tmp_path: Path) -> None:
    for name, text in fault.texts.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    built = build_workspace(tmp_path, all_or_nothing=True)

    assert fault.code in {d.code for d in built.diagnostics}
    if built.has_errors:
        assert not list(tmp_path.glob("out/**/*.docx"))
        assert built.written == ()


def test_the_untouched_root_gives_no_error_and_no_warning() -> None:
    assert [d for d in found_in(base_texts(), with_text=True) if d.severity.value != "info"] == []


def test_the_shipped_build_of_the_root_gives_no_error_and_no_warning(tmp_path: Path) -> None:
    built = build_workspace(ROOT, tmp_path)

    assert [d for d in built.diagnostics if d.severity.value != "info"] == []


def test_small_workspaces_give_no_error_and_no_warning(tmp_path: Path) -> None:
    assert check_workspace(small_workspace(tmp_path)).diagnostics == ()


def test_own_acts_of_a_small_workspace_give_no_error(tmp_path: Path) -> None:
    assert not check_workspace(with_own_acts(tmp_path)).has_errors


@pytest.mark.parametrize("hand", ["boarding", "lyceum", "rural"])
def test_a_school_written_by_another_hand_is_built_without_error_or_warning(hand: str, tmp_path: Path) -> None:
    shutil.copytree(Path(__file__).parent / "other_hands" / hand, tmp_path / hand)

    built = build_workspace(tmp_path / hand)

    assert built.written
    assert [d for d in built.diagnostics if d.severity.value != "info"] == []
