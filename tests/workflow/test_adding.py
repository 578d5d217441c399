"""new: people, pairs, programs, acts and points, written by marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from actgen.cli import main
from actgen.docx import plain_text
from actgen.workflow import build_workspace, check_workspace
from tests.workspaces import PAIRS, STAFF, listing, small_workspace

Shown = pytest.CaptureFixture[str]


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return small_workspace(tmp_path / "school", {"data/staff.yaml": STAFF + "# конец\n"})


def new(school: Path, *line: str) -> int:
    return main(["new", *line, "--project", str(school)])


def text(school: Path, file: str) -> str:
    return (school / file).read_text(encoding="utf-8")


def test_a_person_is_written_before_the_comments_at_the_end(school: Path) -> None:
    assert new(school, "person", "--name", "ГУСЬ Лев Борисович", "--position", "учитель: химия", "--стаж", "9") == 0

    added = '  - фио: Гусь Лев Борисович\n    должность: "учитель: химия"\n    стаж: 9\n'
    assert text(school, "data/staff.yaml") == STAFF + added + "# конец\n"


def test_a_pair_is_written_of_people_of_the_staff_and_passes_the_check(school: Path, capsys: Shown) -> None:
    assert new(school, "пара", "--наставник", "Зимин П.Л.", "--наставляемый", "Белова Елена Николаевна") == 0

    assert text(school, "data/pairs.yaml") == PAIRS + (
        "  - наставник: Зимин П.Л.\n    наставляемые:\n      - Белова Е.Н.\n    форма: учитель — учитель\n"
        "    вид: традиционное\n    с: 01.09.2026\n    по: 31.05.2027\n"
    )
    assert "Замечаний к этим файлам нет" in capsys.readouterr().out
    assert not check_workspace(school).has_errors


def test_a_program_is_laid_for_a_pair_and_says_what_remains(school: Path, capsys: Shown) -> None:
    assert new(school, "pair", "--mentor", "Зимин П.Л.", "--mentee", "Орлова А.П.") == 0
    assert new(school, "program", "--pair", "2") == 0

    assert "    программа: orlova\n" in text(school, "data/pairs.yaml")
    assert "data/programs/orlova.yaml:2:8: предупреждение: не заполнено" in capsys.readouterr().out
    checked = check_workspace(school)
    assert not checked.has_errors
    assert {found.code for found in checked.diagnostics} == {"D170"}


def test_a_program_that_its_pair_names_already_is_laid_under_that_name(school: Path) -> None:
    line = ("--mentor", "Зимин П.Л.", "--mentee", "Орлова А.П.", "--program", "skripka")
    assert new(school, "pair", *line) == 0
    assert new(school, "program", "--pair", "2") == 0

    assert (school / "data" / "programs" / "skripka.yaml").exists()
    assert not check_workspace(school).has_errors


def test_a_name_of_three_people_is_refused_and_all_are_shown(school: Path, capsys: Shown) -> None:
    for name in ("Зимин Павел Львович", "Зимин Платон Лукич"):
        assert new(school, "person", "--name", name, "--position", "учитель") == 0
    capsys.readouterr()

    assert new(school, "pair", "--mentor", "Зимин П.Л.", "--mentee", "Белова Е.Н.") == 1

    assert (
        "под именем «Зимин П.Л.» несколько человек: Зимин Пётр Львович, Зимин Павел Львович и Зимин Платон Лукич"
        in capsys.readouterr().err
    )


@pytest.mark.parametrize(("document", "phrase"), [("приказ", "ПРИКАЗЫВАЮ:"), ("порядок", "ПОРЯДОК")])
def test_an_act_of_the_school_is_built_once_its_text_is_written(document: str, phrase: str, school: Path) -> None:
    assert new(school, "act", "--title", "О дне наставника", "--short", "день", "--документ", document) == 0
    unwritten = build_workspace(school, kinds=["den"])
    assert (unwritten.has_errors, unwritten.written) == (True, ())

    path = school / "acts" / "den.yaml"
    path.write_text(text(school, "acts/den.yaml").replace("ЗАПОЛНИТЕ текст пункта", "Провести день"), encoding="utf-8")
    written = build_workspace(school, kinds=["den"])

    assert [found.message for found in written.diagnostics if found.is_error] == []
    printed = plain_text(written.written[0].read_bytes())
    assert phrase in printed
    assert "Провести день." in printed


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (["person", "--name", "стол", "--position", "учитель"], "это не имя"),
        (["person", "--name", "Орлова Анна Павловна", "--position", "учитель"], "сотрудник уже записан"),
        (["pair", "--mentor", "Зимен П.Л.", "--mentee", "Белова Е.Н."], "похожий: «Зимин П.Л.»"),
        (["pair", "--mentor", "Зимин П.Л.", "--mentee", "Зимин П.Л."], "один и тот же человек"),
        (["program", "--pair", "1"], "у пары уже есть программа"),
        (["program", "--pair", "7"], "нет пары № 7"),
        (["act", "--title", "О парах", "--short", "приказ-о-парах"], "такой вид акта уже есть"),
        (["point", "--act", "приказ-о-порах", "--drop", "контроль"], "похожий: «приказ-о-парах»"),
        (["point", "--act", "приказ-о-парах", "--drop", "контроол"], "похожий: «контроль»"),
    ],
)
def test_what_cannot_be_written_is_refused_and_nothing_changed(
    line: list[str], reason: str, school: Path, capsys: Shown
) -> None:
    before = listing(school)

    assert new(school, *line) == 1

    said = capsys.readouterr().err
    assert reason in said
    assert [line.partition(":")[0] for line in said.splitlines()] == ["actgen", "   подсказка", "Ничего не записано."]
    assert listing(school) == before


@pytest.mark.parametrize("line", [["person"], ["pair"], ["program"], ["act"], ["point"], []])
def test_without_a_terminal_a_missing_option_is_named(line: list[str], school: Path, capsys: Shown) -> None:
    assert new(school, *line) == 2

    assert "не хватает" in capsys.readouterr().err


def test_a_list_in_brackets_is_not_torn_apart(school: Path, capsys: Shown) -> None:
    (school / "data" / "pairs.yaml").write_text("пары: [{наставник: Зимин П.Л.}]\n", encoding="utf-8")
    before = listing(school)

    assert new(school, "pair", "--mentor", "Зимин П.Л.", "--mentee", "Белова Е.Н.") == 1

    assert "не построчно" in capsys.readouterr().err
    assert listing(school) == before
