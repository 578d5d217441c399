"""What a person changed in a built file, what is signed, and what became of both."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any

import docx
import pytest

from actgen.cli import main
from actgen.docx import plain_text
from actgen.workflow import State, WriteFault, build, build_workspace, plan_workspace
from tests.workspaces import STAFF, listing, small_workspace

PAIRS = "05 Приказ № 45 О закреплении наставнических пар и групп.docx"
NOTE = "07 Приказ о дне наставника (проект).docx"


@pytest.fixture
def school(built: dict[str, Path], tmp_path: Path) -> Path:
    return Path(shutil.copytree(built["small"], tmp_path / "школа"))


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def by_hand(path: Path, old: str, new: str) -> None:
    """Change a text as a person does in Word."""
    document = docx.Document(str(path))
    paragraph = next(one for one in document.paragraphs if old in one.text)
    paragraph.text = paragraph.text.replace(old, new)
    document.save(str(path))


def state_of(school: Path, name: str) -> State:
    return next(one.state for one in plan_workspace(school).states if Path(one.file).name == name)


# --- diff and take --------------------------------------------------------------------------------


def test_diff_tells_what_the_hand_changed_from_what_the_data_did(
    school: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    note = school / "out" / "docx" / NOTE
    by_hand(note, "Провести день", "Организовать день")
    replace(school / "acts" / "note.yaml", "Контроль за исполнением", "Надзор за исполнением")

    code = main(["сравнить", str(note), "--project", str(school)])

    hand, _, data = capsys.readouterr().out.partition("Изменили данные:")
    assert code == 0
    assert "+ 1. Организовать день" in hand
    assert "Надзор" not in hand
    assert "Надзор за исполнением" in data
    assert "Организовать" not in data


def test_every_build_names_a_file_changed_by_hand_until_it_is_taken(
    school: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    note = school / "out" / "docx" / NOTE
    by_hand(note, "Провести день", "Организовать день")

    def said(command: str, *words: str) -> bool:
        assert main([command, *words, "--project", str(school)]) == 0
        return f"! {NOTE} изменён вручную и остаётся вашим" in capsys.readouterr().out

    assert [said("build"), said("build")] == [True, True]
    said("take", str(note))
    assert not said("build")


def test_diff_of_the_new_file_beside_hers_speaks_of_hers(school: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note = school / "out" / "docx" / NOTE
    by_hand(note, "Провести день", "Организовать день")
    replace(school / "acts" / "note.yaml", "Контроль за исполнением", "Надзор за исполнением")
    build_workspace(school)

    main(["diff", str(note.with_name(f"{note.stem} (новый).docx")), "--project", str(school)])

    assert "Организовать день" in capsys.readouterr().out


def test_take_keeps_hers_says_where_to_change_it_and_lays_nothing_beside(
    school: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    note = school / "out" / "docx" / NOTE
    by_hand(note, "Провести день", "Организовать день")
    hers = note.read_bytes()
    replace(school / "acts" / "note.yaml", "Контроль за исполнением", "Надзор за исполнением")
    build_workspace(school)
    assert note.with_name(f"{note.stem} (новый).docx").exists()

    code = main(["take", str(note), "--project", str(school)])
    shown = capsys.readouterr().out
    again = build_workspace(school)

    assert code == 0
    assert "acts/note.yaml:" in shown
    assert "«Провести» на «Организовать»" in shown
    assert (again.written, again.moved) == ((), ())
    assert note.read_bytes() == hers
    assert not note.with_name(f"{note.stem} (новый).docx").exists()


def test_a_taken_file_gets_a_new_one_beside_it_when_its_data_change(school: Path) -> None:
    note = school / "out" / "docx" / NOTE
    by_hand(note, "Провести день", "Организовать день")
    hers = note.read_bytes()
    assert main(["take", str(note), "--project", str(school)]) == 0
    replace(school / "acts" / "note.yaml", "Контроль за исполнением", "Надзор за исполнением")

    written = build_workspace(school)

    assert [path.name for path in written.written] == [f"{note.stem} (новый).docx"]
    assert note.read_bytes() == hers


def test_what_was_changed_in_the_source_as_well_is_the_same_again(school: Path) -> None:
    note = school / "out" / "docx" / NOTE
    before = note.read_bytes()
    by_hand(note, "Провести день", "Организовать день")
    assert main(["take", str(note), "--project", str(school)]) == 0
    note.write_bytes(before)

    assert state_of(school, NOTE) is State.SAME


BAD = {
    "missing": (2, "нет такого файла"),
    "folder": (2, "это папка"),
    "foreign": (2, "не собранный документ этой школы"),
    "truncated": (1, "не документ Word"),
    "no docx": (1, "не документ Word"),
}


@pytest.mark.parametrize("command", ["diff", "take"])
@pytest.mark.parametrize("bad", BAD)
def test_a_wrong_file_is_one_sentence_and_nothing_changes(
    command: str, bad: str, school: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    note = school / "out" / "docx" / NOTE
    file = {"missing": tmp_path / "нет.docx", "folder": tmp_path, "foreign": tmp_path / "чужой.docx"}.get(bad, note)
    if bad == "foreign":
        shutil.copy(note, file)
    elif bad == "truncated":
        note.write_bytes(note.read_bytes()[:3000])
    elif bad == "no docx":
        note.write_bytes("Просто текст".encode())
    before = listing(school)
    code, sentence = BAD[bad]

    assert main([command, str(file), "--project", str(school)]) == code

    shown = capsys.readouterr().err
    assert sentence in shown
    assert len([line for line in shown.splitlines() if line.startswith("actgen: ")]) == 1
    assert {name: content for name, (content, _) in listing(school).items() if ".lock" not in name} == {
        name: content for name, (content, _) in before.items() if ".lock" not in name
    }


def test_nothing_changed_by_hand_is_nothing_to_take(school: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["take", str(school / "out" / "docx" / NOTE), "--project", str(school)]) == 1

    assert "ничего не изменено" in capsys.readouterr().err


# --- signed ---------------------------------------------------------------------------------------


def sign(school: Path) -> Path:
    """Keep the built order as signed, as `actgen sign` does; return its copy."""
    content = (school / "out" / "docx" / PAIRS).read_bytes()
    copy = school / "signed" / "2026-2027" / "order.docx"
    copy.parent.mkdir(parents=True)
    copy.write_bytes(content)
    replace(
        school / "data" / "journal.yaml",
        "    состояние: подписан\n",
        "    состояние: подписан\n    файлы:\n"
        f"      - {{файл: signed/2026-2027/order.docx, сумма: {sha256(content).hexdigest()}}}\n",
    )
    return copy


@pytest.mark.parametrize("is_recorded", [True, False])
def test_no_build_changes_a_signed_act_and_it_says_what_differs(
    is_recorded: bool, school: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if is_recorded:
        sign(school)
    order = school / "out" / "docx" / PAIRS
    before = order.read_bytes()
    replace(school / "data" / "staff.yaml", "учитель математики", "учитель алгебры")

    for _ in range(2):  # said every time, not once
        code = main(["build", "--project", str(school)])

        shown = capsys.readouterr().out
        assert code == 0
        assert f"# {PAIRS} подписан и не тронут" in shown
        assert "алгебры" in shown
        assert "приказ о внесении изменений" in shown
        assert ("состояние: проект" in shown) is not is_recorded
        assert order.read_bytes() == before
    assert not order.with_name(f"{order.stem} (новый).docx").exists()


def test_another_number_in_front_neither_rebuilds_what_was_signed_nor_what_a_person_changed(school: Path) -> None:
    folder = school / "out" / "docx"
    by_hand(folder / NOTE, "Провести день", "Организовать день")
    mine = {name: (folder / name).read_bytes() for name in (PAIRS, NOTE)}
    replace(school / "data" / "staff.yaml", "учитель математики", "учитель алгебры")
    # A kind that is printed before both: every number in front grows by one.
    (school / "acts" / "poster.yaml").write_text(
        "название: Афиша\nвид_документа: памятка\nкратко: афиша\nпорядок: 0\n", encoding="utf-8"
    )
    shutil.copy(school / "templates" / "leaflet.docx", school / "templates" / "poster.docx")

    for _ in range(2):
        written = build_workspace(school)

        assert not written.has_errors
        states = {state.name: state.state for state in written.states}
        assert states[Path(PAIRS).stem] is State.SIGNED
        assert states[Path(NOTE).stem] is State.EDITED
        assert {name: (folder / name).read_bytes() for name in mine} == mine
        assert "01 Памятка афиша (проект).docx" in listing(folder)


def test_a_file_changed_by_hand_that_gets_another_name_says_where_the_change_is(
    school: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    by_hand(school / "out" / "docx" / NOTE, "Провести день", "Организовать день")
    journal = school / "data" / "journal.yaml"
    entry = "  - {вид: приказ-о-дне, номер: 46, дата: 01.10.2026}\n"
    journal.write_text(journal.read_text(encoding="utf-8").rstrip("\n") + f"\n{entry}", encoding="utf-8")

    main(["build", "--project", str(school)])

    assert "теперь это «07 Приказ № 46 О дне наставника»; ваша правка осталась в этом файле, перенесите её" in (
        capsys.readouterr().out
    )
    (kept,) = (school / "out").rglob(f"прежние/{NOTE}")
    assert "Организовать день" in plain_text(kept.read_bytes())


def test_a_signed_file_that_was_changed_and_is_kept_nowhere_else_is_named_by_every_build(
    school: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order = school / "out" / "docx" / PAIRS
    order.write_bytes(order.read_bytes()[:100])

    for _ in range(2):
        assert main(["build", "--project", str(school)]) == 0

        assert f"! {PAIRS} изменён вручную и остаётся вашим" in capsys.readouterr().out
        assert len(order.read_bytes()) == 100


def test_in_a_fresh_clone_the_signed_bytes_come_from_their_copy(school: Path) -> None:
    copy = sign(school)
    replace(school / "data" / "staff.yaml", "учитель математики", "учитель алгебры")
    shutil.rmtree(school / "out")

    build_workspace(school)

    assert (school / "out" / "docx" / PAIRS).read_bytes() == copy.read_bytes()
    assert state_of(school, PAIRS) is State.SIGNED
    assert build_workspace(school).written == ()


@pytest.mark.parametrize("damage", ["gone", "changed"])
def test_a_signed_copy_that_is_not_as_it_was_holds_the_document_back(
    damage: str, school: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = sign(school)
    if damage == "gone":
        copy.unlink()
    else:
        copy.write_bytes(b"other")
    before = (school / "out" / "docx" / PAIRS).read_bytes()

    assert main(["build", "--project", str(school)]) == 1

    assert "F045" in capsys.readouterr().out
    assert (school / "out" / "docx" / PAIRS).read_bytes() == before


@pytest.mark.parametrize("damage", ["gone", "changed"])
def test_a_build_of_unchanged_data_looks_at_what_was_signed(
    damage: str, school: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = sign(school)
    assert main(["build", "--project", str(school)]) == 0
    assert main(["build", "--project", str(school)]) == 0
    assert "все свежие" in capsys.readouterr().out
    if damage == "gone":
        copy.unlink()
    else:
        copy.write_bytes(b"other")

    assert main(["build", "--project", str(school)]) == 1

    assert "F045" in capsys.readouterr().out


def test_a_signed_act_without_a_kept_file_is_said_to_have_none(
    school: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["plan", "--project", str(school)])

    line = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("# "))
    assert "файл не сохранён, сохранит actgen sign" in line


# --- what cannot be read, who is named ------------------------------------------------------------


@pytest.mark.parametrize("command", ["check", "plan", "build"])
def test_a_file_that_cannot_be_read_is_a_fault_of_the_machine(command: str, school: Path) -> None:
    program = school / "data" / "programs" / "belova.yaml"
    program.unlink()
    program.symlink_to(school / "нет")

    assert main([command, "--project", str(school)]) == 3


def test_another_curator_is_the_cause_at_the_place_where_she_is_named(school: Path) -> None:
    replace(school / "data" / "school.yaml", "куратор: Зимин П.Л.", "куратор: Лебедева Т.Н.")

    states = [one for one in plan_workspace(school).states if one.will_change]

    assert states
    assert all("data/school.yaml" in {place.file for place in one.because} for one in states)


# --- names that pass from one document to another -------------------------------------------------

NAMESAKES = f"""{STAFF}\
  - фио: Заяц Виталий Петрович
    код: vitaly
    должность: учитель химии
    согласия: [{{вид: обработка}}]
  - фио: Заяц Вера Павловна
    код: vera
    должность: учитель истории
    согласия: [{{вид: обработка}}]
"""


def test_a_name_that_is_free_goes_to_the_namesake_and_nobody_is_said_to_have_edited_it(tmp_path: Path) -> None:
    school = small_workspace(tmp_path, {"data/staff.yaml": NAMESAKES})
    build_workspace(school)
    free = min((school / "out" / "docx").glob("*Заяц*"), key=lambda path: len(path.name))
    assert "Виталий Петрович" in plain_text(free.read_bytes())
    replace(school / "data" / "staff.yaml", "учитель химии\n    согласия: [{вид: обработка}]", "учитель химии")

    build_workspace(school)

    former = [plain_text(path.read_bytes()) for path in (school / "out" / "прежние").glob("*Заяц*")]
    assert list((school / "out" / "docx").glob("*Заяц*")) == [free]
    assert "Вера Павловна" in plain_text(free.read_bytes())
    assert ["Виталий Петрович" in text for text in sorted(former)] == [False, True]
    assert {state.state for state in plan_workspace(school).states} == {State.SAME}


def test_a_mark_that_word_lays_beside_an_open_document_is_not_read(
    school: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = school / "out" / "docx" / f"~${NOTE[2:]}"
    mark.write_bytes(b"")
    read = Path.read_bytes

    def held_by_word(path: Path) -> bytes:
        if path == mark:
            raise PermissionError(13, "sharing violation", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", held_by_word)

    assert State.EDITED not in {state.state for state in plan_workspace(school).states}


def test_what_a_person_saves_while_a_build_goes_on_is_never_lost(school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note = school / "out" / "docx" / NOTE
    replace(school / "acts" / "note.yaml", "Провести день", "Организовать день")
    put_in_place = build._write

    def after_she_saved(*arguments: Any) -> None:
        by_hand(note, "Провести день", "Отменить день")
        put_in_place(*arguments)

    monkeypatch.setattr(build, "_write", after_she_saved)
    with pytest.raises(WriteFault, match="пока шла сборка"):
        build_workspace(school)

    assert "Отменить день" in plain_text(note.read_bytes())
    monkeypatch.undo()
    build_workspace(school)
    assert "Отменить день" in plain_text(note.read_bytes())
    assert "Организовать день" in plain_text(note.with_name(f"{note.stem} (новый).docx").read_bytes())
