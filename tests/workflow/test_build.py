"""What a build writes, keeps, moves and leaves alone."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from actgen.cli import main
from actgen.docx import plain_text
from actgen.workflow import State, WriteFault, build_workspace, files, plan_workspace
from tests.workspaces import listing

NOTE = "07 Приказ о дне наставника (проект).docx"
PAIRS = "05 Приказ № 45 О закреплении наставнических пар и групп.docx"


@pytest.fixture
def school(built: dict[str, Path], tmp_path: Path) -> Path:
    """A copy of the small workspace, built, in which nothing is signed yet."""
    folder = Path(shutil.copytree(built["small"], tmp_path / "школа"))
    replace(folder / "data" / "journal.yaml", "состояние: подписан", "состояние: проект")
    return folder


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()


def states(school: Path) -> dict[str, State]:
    return {Path(state.file).name: state.state for state in plan_workspace(school).states}


# --- what is the same stays the same --------------------------------------------------------------


def test_two_builds_in_different_folders_give_the_same_bytes(school: Path, tmp_path: Path) -> None:
    build_workspace(school, tmp_path / "одна")
    build_workspace(school, tmp_path / "другая")

    one, other = listing(tmp_path / "одна"), listing(tmp_path / "другая")
    assert one.keys() == other.keys()
    assert [name for name in one if one[name][0] != other[name][0]] == []


def test_the_bytes_depend_on_no_hash_seed_time_zone_or_locale(school: Path, tmp_path: Path) -> None:
    for seed, zone in (("1", "Asia/Kamchatka"), ("2", "UTC")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
        line = [sys.executable, "-m", "actgen", "build", "--project", str(school), "--out", str(tmp_path / seed)]
        subprocess.run(line, env=environment, check=True, capture_output=True, timeout=120)

    build_workspace(school, tmp_path / "0")
    here, one, other = (
        {name: content for name, (content, _) in listing(tmp_path / folder).items()} for folder in ("0", "1", "2")
    )
    assert here == one == other


def test_a_build_without_changes_writes_nothing(school: Path) -> None:
    before = listing(school)

    written = build_workspace(school)

    assert (written.written, written.moved) == ((), ())
    assert listing(school) == before


def test_a_plan_and_a_check_write_nothing(school: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace(school / "data" / "staff.yaml", "учитель физики", "учитель химии")
    before = listing(school)

    assert main(["plan", "--project", str(school)]) == 0
    assert main(["check", "--project", str(school)]) == 0

    capsys.readouterr()
    assert listing(school) == before


def test_a_change_builds_only_the_documents_that_print_it_and_names_its_place(school: Path) -> None:
    replace(school / "data" / "programs" / "belova.yaml", "Открытый урок", "Открытое занятие")
    before = listing(school / "out" / "docx")

    changed = [s for s in plan_workspace(school).states if s.state is State.CHANGED]
    written = build_workspace(school)

    assert [(place.file, place.line) for s in changed for place in s.because] == [("data/programs/belova.yaml", 10)]
    assert [path.name for path in written.written] == [Path(s.file).name for s in changed]
    after = listing(school / "out" / "docx")
    assert [name for name in after if after[name] != before[name]] == [written.written[0].name]


def test_only_the_kinds_that_are_asked_for_are_built(school: Path) -> None:
    replace(school / "data" / "staff.yaml", "учитель математики", "учитель алгебры")
    before = listing(school / "out" / "docx")

    build_workspace(school, kinds=["order-on-pairs"])

    after = listing(school / "out" / "docx")
    assert [name for name in after if after[name] != before[name]] == [PAIRS]
    assert State.CHANGED in states(school).values()


# --- nothing of hers is lost ----------------------------------------------------------------------


def test_a_file_edited_by_hand_is_kept_and_the_new_one_laid_beside(school: Path) -> None:
    own = school / "out" / "docx" / NOTE
    own.write_bytes(b"edited by hand")
    replace(school / "acts" / "note.yaml", "Провести день", "Провести неделю")

    build_workspace(school)

    assert own.read_bytes() == b"edited by hand"
    beside = own.with_name("07 Приказ о дне наставника (проект) (новый).docx")
    assert "Провести неделю" in plain_text(beside.read_bytes())


def test_a_file_edited_by_hand_is_left_alone_while_its_data_stay(school: Path) -> None:
    (school / "out" / "docx" / NOTE).write_bytes(b"edited by hand")
    before = listing(school / "out")

    build_workspace(school)

    assert listing(school / "out") == before


def test_a_new_file_laid_beside_is_kept_when_a_still_newer_one_comes(school: Path) -> None:
    own = school / "out" / "docx" / NOTE
    own.write_bytes(b"edited by hand")
    replace(school / "acts" / "note.yaml", "Провести день", "Провести неделю")
    build_workspace(school)
    beside = own.with_name("07 Приказ о дне наставника (проект) (новый).docx")
    beside.write_bytes(b"edited as well")
    replace(school / "acts" / "note.yaml", "Провести неделю", "Провести месяц")

    build_workspace(school)

    assert own.read_bytes() == b"edited by hand"
    assert "Провести месяц" in plain_text(beside.read_bytes())
    assert (school / "out" / "прежние" / beside.name).read_bytes() == b"edited as well"


def test_a_document_planned_no_more_moves_to_the_former_ones(school: Path) -> None:
    content = (school / "out" / "docx" / NOTE).read_bytes()
    replace(school / "acts" / "note.yaml", "порядок: 60", "порядок: 60\nнужно: год.первый > 2100")

    assert states(school)[NOTE] is State.EXTRA
    build_workspace(school)

    assert NOTE not in names(school / "out" / "docx")
    assert (school / "out" / "прежние" / NOTE).read_bytes() == content
    assert NOTE not in states(school)


def test_a_former_document_does_not_overwrite_an_earlier_one_of_its_name(school: Path) -> None:
    former = school / "out" / "прежние" / NOTE
    former.parent.mkdir()
    former.write_bytes(b"earlier")
    replace(school / "acts" / "note.yaml", "порядок: 60", "порядок: 60\nнужно: год.первый > 2100")

    build_workspace(school)

    assert former.read_bytes() == b"earlier"
    assert (school / "out" / "прежние" / "07 Приказ о дне наставника (проект) (2).docx").exists()


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"format": 99, "files": []}', '{"format": 1, "files": [{}]}'])
def test_without_a_manifest_a_document_that_is_not_as_built_counts_as_edited(school: Path, damage: str) -> None:
    manifest = school / "out" / "manifest.json"
    manifest.unlink()
    if damage:
        manifest.write_text(damage, encoding="utf-8")
    (school / "out" / "docx" / NOTE).write_bytes(b"edited by hand")
    before = {name: content for name, (content, _) in listing(school / "out" / "docx").items()}

    assert states(school).pop(NOTE) is State.EDITED
    build_workspace(school)

    after = {name: content for name, (content, _) in listing(school / "out" / "docx").items()}
    assert {name: after[name] for name in before} == before
    assert after.keys() - before.keys() == {"07 Приказ о дне наставника (проект) (новый).docx"}


def test_a_file_of_hers_in_the_folder_is_left_alone(school: Path) -> None:
    own = school / "out" / "docx" / "Моё.docx"
    own.write_bytes(b"mine")
    (school / "out" / "заметки.txt").write_bytes(b"mine")

    build_workspace(school)

    assert own.read_bytes() == b"mine"
    assert (school / "out" / "заметки.txt").read_bytes() == b"mine"


def test_a_document_that_was_deleted_is_built_again(school: Path) -> None:
    content = (school / "out" / "docx" / NOTE).read_bytes()
    (school / "out" / "docx" / NOTE).unlink()

    assert states(school)[NOTE] is State.NEW
    build_workspace(school)

    assert (school / "out" / "docx" / NOTE).read_bytes() == content


# --- numbers --------------------------------------------------------------------------------------


def test_a_number_given_later_renames_the_draft_and_keeps_the_draft_among_the_former(school: Path) -> None:
    draft = (school / "out" / "docx" / NOTE).read_bytes()
    replace(
        school / "data" / "journal.yaml",
        "журнал:\n",
        "журнал:\n  - {вид: приказ-о-дне, номер: 51-а, дата: 02.10.2026, состояние: подписан}\n",
    )

    build_workspace(school)

    found = names(school / "out" / "docx")
    assert NOTE not in found
    assert any("51-а" in name and "проект" not in name for name in found)
    assert (school / "out" / "прежние" / NOTE).read_bytes() == draft


def test_numbers_of_the_journal_appear_in_the_header_and_in_references(school: Path) -> None:
    folder = school / "out" / "docx"

    order = plain_text((folder / PAIRS).read_bytes())

    assert "31.08.2026" in order
    assert "№ 45" in order.replace("\u00a0", " ")


# --- the environment ------------------------------------------------------------------------------


def run(*arguments: str) -> int:
    return main(list(arguments))


@pytest.mark.parametrize("mark", ["~$", "~$ whole", ".~lock"])
def test_a_file_open_in_word_ends_with_its_name_and_everything_else_as_it_was(
    school: Path, mark: str, capsys: pytest.CaptureFixture[str]
) -> None:
    marks = {"~$": f"~${PAIRS[2:]}", "~$ whole": f"~${PAIRS}", ".~lock": f".~lock.{PAIRS}#"}
    (school / "out" / "docx" / marks[mark]).write_bytes(b"owner")
    replace(school / "data" / "staff.yaml", "учитель математики", "учитель алгебры")
    before = listing(school)

    code = run("build", "--project", str(school))

    shown = capsys.readouterr().err
    assert code == 3
    assert PAIRS in shown
    assert "Word" in shown
    assert listing(school) == before


def test_a_file_open_in_word_that_needs_no_change_hinders_nothing(school: Path) -> None:
    (school / "out" / "docx" / f"~${PAIRS[2:]}").write_bytes(b"owner")

    assert build_workspace(school).written == ()


def _full_disk(patch: pytest.MonkeyPatch, owner: object, name: str, fails_at: int, code: int) -> None:
    """Let the call with that number of a function fail as a disk does; what only the cache keeps does not count."""
    real: Callable[..., object] = getattr(owner, name)
    calls = 0

    def failing(*arguments: object, **options: object) -> object:
        nonlocal calls
        where = str(arguments[0] if arguments else options["dir"])
        calls += not where.startswith(os.environ["ACTGEN_CACHE"])
        if calls == fails_at:
            raise OSError(code, os.strerror(code), where)
        return real(*arguments, **options)

    patch.setattr(owner, name, failing)


@pytest.mark.parametrize(
    ("owner", "name"), [(Path, "replace"), (os, "fsync"), (tempfile, "mkstemp")], ids=["put", "write", "make"]
)
@pytest.mark.parametrize("fails_at", [1, 2])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES], ids=errno.errorcode.get)
def test_a_disk_that_fails_leaves_every_file_as_it_was(
    *,
    school: Path,
    owner: object,
    name: str,
    fails_at: int,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    replace(school / "data" / "staff.yaml", "учитель математики", "учитель алгебры")
    replace(school / "acts" / "note.yaml", "порядок: 60", "порядок: 60\nнужно: год.первый > 2100")
    before = {path: content for path, (content, _) in listing(school).items()}

    with monkeypatch.context() as patch:
        _full_disk(patch, owner, name, fails_at, code)
        failed = run("build", "--project", str(school))

    shown = capsys.readouterr().err
    assert failed == 3
    assert "подсказка: " in shown
    assert ".docx" in shown
    assert ".actgen" not in shown
    assert {path: content for path, (content, _) in listing(school).items()} == before
    assert run("build", "--project", str(school)) == 0


def test_a_disk_that_is_full_when_a_file_is_put_in_place_names_that_file(
    school: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace(school / "data" / "programs" / "belova.yaml", "Открытый урок", "Открытое занятие")

    with monkeypatch.context() as patch, pytest.raises(WriteFault) as fault:
        _full_disk(patch, Path, "replace", 1, errno.ENOSPC)
        build_workspace(school)

    assert fault.value.reason == "на диске кончилось место"
    assert fault.value.path.suffix == ".docx"
    assert not fault.value.path.name.startswith(".actgen")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_right_to_write_ends_with_its_name(school: Path) -> None:
    replace(school / "data" / "staff.yaml", "учитель физики", "учитель химии")
    (school / "out" / "docx").chmod(0o500)

    with pytest.raises(WriteFault, match="нет права записи"):
        build_workspace(school)

    (school / "out" / "docx").chmod(0o700)


def test_a_file_in_place_of_the_folder_out_ends_with_its_name(
    school: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "занято").write_bytes(b"mine")

    code = run("build", "--project", str(school), "--out", str(tmp_path / "занято"))

    assert code == 3
    assert "занято" in capsys.readouterr().err
    assert (tmp_path / "занято").read_bytes() == b"mine"


def test_a_document_that_another_program_holds_ends_with_its_name(
    school: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = Path.read_bytes

    def held(path: Path) -> bytes:
        if path.name == PAIRS:
            raise PermissionError(errno.EACCES, "sharing violation", str(path))
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", held)

    assert run("plan", "--project", str(school)) == 3
    assert run("build", "--project", str(school)) == 3
    assert capsys.readouterr().err.count(PAIRS) == 2


def test_of_two_builds_at_once_the_second_ends_and_changes_nothing(school: Path) -> None:
    replace(school / "data" / "staff.yaml", "учитель физики", "учитель химии")
    before = listing(school)

    with files.only_writer(school / "out"), pytest.raises(WriteFault, match="другой запуск"):
        build_workspace(school)

    assert listing(school) == before
    assert build_workspace(school).written


def test_no_temporary_file_is_left_anywhere(school: Path) -> None:
    replace(school / "data" / "staff.yaml", "учитель физики", "учитель химии")

    build_workspace(school)

    assert [path for path in listing(school) if ".tmp" in path or ".actgen-" in path] == []


# --- the manifest ---------------------------------------------------------------------------------


def test_the_manifest_names_every_built_file_with_number_and_date(school: Path) -> None:
    written = json.loads((school / "out" / "manifest.json").read_text(encoding="utf-8"))

    assert {Path(file["file"]).name for file in written["files"]} == names(school / "out" / "docx")
    order = next(file for file in written["files"] if file["kind"] == "order-on-pairs")
    assert (order["number"], order["date"], order["subject"]) == ("45", "2026-08-31", "")
    assert len(order["sha256"]) == len(order["fingerprint"]) == 64
    assert order["words"]
