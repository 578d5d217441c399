"""import: what is answered about the columns of a list is asked once, kept in sight, and can be forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from actgen.cli import main
from actgen.school.columns import ColumnMeaning
from actgen.school.staff_list import FIELDS
from tests.tables.books import write_book
from tests.workspaces import listing, small_workspace

Shown = pytest.CaptureFixture[str]

HEADINGS = ("Кто", "Кем работает", "Всего лет", "Приём в школу")
KEPT = """\
# Что вы ответили о столбцах таблиц, которые брали командой import: о таблице с теми же заголовками больше не спросят.
# Сотрите запись — спросят снова; то же делает actgen import ФАЙЛ --forget.
таблицы:
  - заголовки:
      - Кто
      - Кем работает
      - Всего лет
      - Приём в школу
    ответы:
      - столбец: Всего лет
        это: стаж
      - столбец: Приём в школу
        это: принят
"""


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return small_workspace(tmp_path / "school")


def unclear(folder: Path, *people: Sequence[object], headings: Sequence[str] = HEADINGS) -> Path:
    return write_book(folder / "список.xlsx", [headings, *people])


def take(school: Path, file: Path, *more: str) -> int:
    return main(["import", str(file), "--project", str(school), "--yes", *more])


def kept(school: Path) -> str:
    return (school / "data" / "columns.yaml").read_text(encoding="utf-8")


FIRST = ("Гусь Лев Борисович", "учитель", 9, "2019-01-02")
SECOND = ("Заяц Вера Павловна", "завуч", 8, "01.02.2003")
ANSWERS = ("--column", "принят=D", "--столбец", "стаж=Всего лет")


def test_the_second_list_of_the_same_shape_asks_nothing(school: Path, tmp_path: Path, capsys: Shown) -> None:
    assert take(school, unclear(tmp_path, FIRST)) == 2
    assert take(school, unclear(tmp_path, FIRST), *ANSWERS) == 0
    assert kept(school) == KEPT
    assert "Приём в школу  → принят      как вы сказали" in capsys.readouterr().out
    assert main(["check", "--project", str(school)]) == 0

    moved = [SECOND[3], *SECOND[:3]]
    headings = [HEADINGS[3].upper(), *HEADINGS[:3]]
    assert take(school, unclear(tmp_path, moved, headings=headings)) == 0

    shown = capsys.readouterr().out
    assert "A  ПРИЁМ В ШКОЛУ  → принят      как в прошлый раз" in shown
    assert "D  Всего лет      → стаж        как в прошлый раз" in shown
    people = yaml.load((school / "data" / "staff.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert people["сотрудники"][-1] == {
        "фио": "Заяц Вера Павловна",
        "должность": "завуч",
        "стаж": "8",
        "принят": "01.02.2003",
    }
    assert kept(school) == KEPT


def test_a_list_with_other_headings_is_asked_about(school: Path, tmp_path: Path) -> None:
    assert take(school, unclear(tmp_path, FIRST), *ANSWERS) == 0

    assert take(school, unclear(tmp_path, [*SECOND, "да"], headings=[*HEADINGS, "Совместитель"])) == 2


def test_what_is_said_now_wins_over_what_was_answered(school: Path, tmp_path: Path, capsys: Shown) -> None:
    assert take(school, unclear(tmp_path, FIRST), *ANSWERS) == 0

    assert take(school, unclear(tmp_path, SECOND), "--column", "нет=D") == 0

    shown = capsys.readouterr().out
    assert "Приём в школу  → не нужен, как вы сказали" in shown
    assert kept(school) == KEPT.replace("это: принят", "это: нет")
    assert take(school, unclear(tmp_path, SECOND)) == 0
    assert "Приём в школу  → не нужен, как в прошлый раз" in capsys.readouterr().out


def test_answers_are_kept_though_nothing_else_changes(school: Path, tmp_path: Path, capsys: Shown) -> None:
    assert take(school, unclear(tmp_path, FIRST), *ANSWERS) == 0
    (school / "data" / "columns.yaml").unlink()

    assert take(school, unclear(tmp_path, FIRST), *ANSWERS) == 0

    assert "Записано: data/columns.yaml" in capsys.readouterr().out
    assert kept(school) == KEPT


def test_answers_are_forgotten_when_she_says_so_and_when_she_erases_them(school: Path, tmp_path: Path) -> None:
    assert take(school, unclear(tmp_path, FIRST), *ANSWERS) == 0

    assert take(school, unclear(tmp_path, FIRST), "--забыть") == 2
    assert kept(school) == KEPT
    assert take(school, unclear(tmp_path, FIRST), "--forget", "--column", "нет=C,D") == 0
    assert "стаж" not in kept(school).partition("ответы")[2]

    (school / "data" / "columns.yaml").write_text("# пусто\n", encoding="utf-8")
    assert take(school, unclear(tmp_path, FIRST)) == 2


def test_an_undone_import_takes_its_answers_back(school: Path, tmp_path: Path) -> None:
    before = {name: content for name, (content, _) in listing(school).items()}
    assert take(school, unclear(tmp_path, FIRST), *ANSWERS) == 0

    assert main(["import", "--undo", "--project", str(school)]) == 0

    assert {name: content for name, (content, _) in listing(school).items() if "lock" not in name} == before


def test_a_heading_with_commas_is_named_as_it_is(school: Path, tmp_path: Path) -> None:
    headings = ("Кто", "Кем работает", "Всего, лет", "Приём в школу")

    assert take(school, unclear(tmp_path, FIRST, headings=headings), "--column", "стаж=Всего, лет", *ANSWERS[:2]) == 0

    assert "столбец: Всего, лет\n        это: стаж" in kept(school)


def test_columns_of_one_heading_are_not_kept(school: Path, tmp_path: Path) -> None:
    headings = ("Кто", "Кем работает", "Сведения", "Сведения")

    assert take(school, unclear(tmp_path, FIRST, headings=headings), "--column", "стаж=C", "--column", "принят=D") == 0

    assert not (school / "data" / "columns.yaml").exists()


def test_a_word_that_is_no_field_is_reported_by_check_and_by_import(
    school: Path, tmp_path: Path, capsys: Shown
) -> None:
    (school / "data" / "columns.yaml").write_text(KEPT.replace("это: стаж", "это: стажж"), encoding="utf-8")

    assert main(["check", "--project", str(school)]) == 1
    assert "data/columns.yaml:11:14: ошибка" in capsys.readouterr().out
    assert take(school, unclear(tmp_path, FIRST)) == 1
    assert "в data/columns.yaml ошибка, строка 11" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("стаж=C", "стаж=D"), "поле «стаж» названо у двух столбцов"),
        (("возраст=C",), "нет такого поля сотрудника: возраст"),
        (("стаж=F",), "в таблице нет столбца «F»"),
        (("стаж=C", "принят=C"), "столбец указывают так"),
        (("стаж",), "столбец указывают так"),
    ],
)
def test_a_column_that_is_named_wrongly_is_a_wrong_command_line(
    options: Sequence[str], reason: str, school: Path, tmp_path: Path, capsys: Shown
) -> None:
    assert take(school, unclear(tmp_path, FIRST), *(word for one in options for word in ("--column", one))) == 2

    assert reason in capsys.readouterr().err


def test_every_field_of_a_list_of_staff_can_be_said() -> None:
    assert {one.value for one in ColumnMeaning} == {field.key for field in FIELDS if field.key} | {"нет"}


def test_a_person_at_the_terminal_may_say_that_the_guess_is_wrong_and_what_it_is(
    school: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Shown
) -> None:
    table = unclear(tmp_path, FIRST, headings=["Кто", "Кем работает", "Всего лет", "Оформлен"])
    answers = iter(["да", "", "нет", "да", "8", "завтра", "", "lf"])
    monkeypatch.setattr("builtins.input", lambda question: next(answers))
    monkeypatch.setattr("actgen.cli.import_staff.can_ask", lambda: True)
    monkeypatch.setattr("actgen.cli.questions.can_ask", lambda: True)

    assert main(["import", str(table), "--project", str(school)]) == 0

    shown = capsys.readouterr().out
    assert "Наберите «да» или «нет»." in shown
    assert "1  столбец не нужен" in shown
    assert "Нужен номер от 1 до 10." in shown
    assert "Дата не читается" in shown
    assert "столбец: Оформлен\n        это: принят" in kept(school)
