"""Each broken workspace is answered with one message at the right place, and loses nothing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from actgen.cli import main
from actgen.workflow import build_workspace, check_workspace
from tests.workflow.broken import BROKEN, DOUBTFUL, MANY, Broken, break_it
from tests.workspaces import PAIRS, ROOT, listing, small_workspace, write_template


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.name)
def test_one_fault_is_one_message_at_its_place_and_nothing_built_is_touched(
    broken: Broken, built: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(shutil.copytree(built[broken.base], tmp_path / "школа"))
    break_it(broken, folder)
    before = listing(folder)

    code = main(["build", "--project", str(folder), "--format", "json"])

    errors = [d for d in json.loads(capsys.readouterr().out)["diagnostics"] if d["severity"] == "error"]
    assert [(d["code"], d["file"], d["line"], d["column"]) for d in errors] == [(broken.code, *broken.expected)]
    for words in broken.says:
        assert words in f"{errors[0]['message']} {errors[0]['hint']}"
    assert errors[0]["hint"]
    assert code == 1
    assert listing(folder) == before


def test_the_table_has_at_least_forty_five_different_faults() -> None:
    assert len({broken.name for broken in BROKEN}) == len(BROKEN) >= 45
    assert len({(broken.base, broken.changes) for broken in BROKEN}) == len(BROKEN)


TOGETHER = (
    (
        "a misspelt key of the school year",
        "a date that no calendar has",
        "a person written twice",
        "an unknown kind in the journal",
        "an unknown word in a point",
        "a missing key in an annex",
        "an unknown file in data",
    ),
    (
        "a misspelt head",
        "a misspelt key of a mentor",
        "a date where a plan is expected",
        "a kind of act that does not read",
        "an unknown word in a template",
        "a state that does not exist",
    ),
    (
        "a misspelt curator",
        "a misspelt person of a roadmap",
        "a misspelt key of an entry",
        "letters that were encoded twice",
    ),
)


@pytest.mark.parametrize("names", TOGETHER, ids=len)
def test_faults_of_several_files_are_all_reported_in_one_run(
    names: tuple[str, ...], built: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    faults = [MANY[name] for name in names]
    folder = Path(shutil.copytree(built[faults[0].base], tmp_path / "школа"))
    for fault in faults:
        break_it(fault, folder)
    before = listing(folder)

    code = main(["build", "--project", str(folder), "--format", "json"])

    errors = [d for d in json.loads(capsys.readouterr().out)["diagnostics"] if d["severity"] == "error"]
    found = sorted((d["code"], d["file"], d["line"] or 0, d["column"] or 0) for d in errors)
    expected = [(fault.code, *fault.expected) for fault in faults]
    assert found == sorted((code, file, line or 0, column or 0) for code, file, line, column in expected)
    assert code == 1
    assert listing(folder) == before


def test_several_unknown_words_of_one_act_and_of_its_template_are_reported_together(
    built: dict[str, Path], tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(built["small"], tmp_path / "школа"))
    note = folder / "acts" / "note.yaml"
    text = note.read_text(encoding="utf-8").replace("визы: [куратор]", "визы: [кураторр, сторож]")
    text = text.replace("Провести день", "Провести {{ годд.словами }} и {{ пора }} день").replace("винительный", "вин")
    note.write_text(text, encoding="utf-8")
    write_template(folder / "templates" / "leaflet.docx", "{{ наставнк }} {{ директр.фио }}", "{{ директр.должность }}")

    found = [one for one in check_workspace(folder).diagnostics if one.is_error]

    assert [(d.code, d.place.file, d.place.line) for d in found] == [
        ("D045", "acts/note.yaml", 6),
        ("D041", "acts/note.yaml", 11),
        ("D041", "acts/note.yaml", 11),
        ("D041", "acts/note.yaml", 15),
        ("W010", "templates/leaflet.docx", 0),
        ("W010", "templates/leaflet.docx", 0),
    ]


def test_a_fault_of_an_act_that_is_issued_many_times_is_reported_once(built: dict[str, Path], tmp_path: Path) -> None:
    folder = Path(shutil.copytree(built["root"], tmp_path / "школа"))
    act = (ROOT / "acts" / "program.yaml").read_text(encoding="utf-8").replace("{{ пара.с.", "{{ пара.сс.")
    (folder / "acts").mkdir()
    (folder / "acts" / "program.yaml").write_text(act, encoding="utf-8")

    found = [one for one in check_workspace(folder).diagnostics if one.is_error]

    assert [(d.code, d.place.file) for d in found] == [("D041", "acts/program.yaml")]


@pytest.mark.parametrize("doubtful", DOUBTFUL, ids=lambda doubtful: doubtful.name)
def test_what_is_only_doubtful_is_a_warning_at_its_place(
    doubtful: Broken, built: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(shutil.copytree(built["small"], tmp_path / "школа"))
    break_it(doubtful, folder)

    code = main(["check", "--project", str(folder), "--format", "json"])

    found = json.loads(capsys.readouterr().out)["diagnostics"]
    assert [(d["code"], d["severity"], d["file"], d["line"], d["column"]) for d in found] == [
        (doubtful.code, "error" if doubtful.code == "D008" else "warning", *doubtful.expected)
    ]
    # A Latin letter in a word that is printed declined has no right form: it is an error there.
    assert code == (1 if doubtful.code == "D008" else 0)


def test_both_places_of_an_ambiguous_name_are_shown(
    built: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(shutil.copytree(built["small"], tmp_path / "школа"))
    break_it(MANY["a name of two people"], folder)

    main(["check", "--project", str(folder)])

    shown = capsys.readouterr().out
    assert "data/staff.yaml:6:5: здесь Лебедева Татьяна Николаевна" in shown
    assert "data/staff.yaml:8:5: здесь Лебедева Тамара Наумовна" in shown


def test_a_wrong_file_does_not_remove_its_documents_from_out(built: dict[str, Path], tmp_path: Path) -> None:
    folder = Path(shutil.copytree(built["root"], tmp_path / "школа"))
    (folder / "data" / "pairs.yaml").unlink()
    (folder / "data" / "programs" / "zhuk.yaml").write_bytes("цель: а\n".encode("utf-16"))
    before = listing(folder)

    written = build_workspace(folder)

    assert written.has_errors
    assert listing(folder) == before


def test_a_tab_in_the_pairs_blames_no_program(tmp_path: Path) -> None:
    school = small_workspace(tmp_path, {"data/pairs.yaml": PAIRS.replace("    форма:", "\tформа:")})

    assert [found.code for found in check_workspace(school).diagnostics] == ["F007"]
