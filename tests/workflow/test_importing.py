"""import: lists of staff of every shape become people of data/staff.yaml; a merge, never a paste."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from actgen.cli import main
from actgen.workflow import Refused, preview_staff, read_tables, write_staff
from tests.tables.books import nasty_list, tariff_list, write_book
from tests.workspaces import listing, small_workspace

Shown = pytest.CaptureFixture[str]
SAMPLES = Path(__file__).parents[1] / "tables" / "samples"

STAFF = """\
# Люди школы.
сотрудники:
  - фио: Орлова Анна Павловна   # с нами с начала
    должность: директор
  - фио: Зимин П.Л.
    пол: мужской
    должность: завуч

  # Молодые специалисты.
  - фио: Лебедева Татьяна Николаевна
    должность: учитель математики
    телефон: +7 916 333-44-55
  - фио: Белова Елена Николаевна
    должность: учитель физики
# конец списка
"""


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return small_workspace(tmp_path / "school", {"data/staff.yaml": STAFF})


@pytest.fixture
def new_school(tmp_path: Path) -> Path:
    assert main(["init", str(tmp_path / "new"), "--year", "2026/2027"]) == 0
    return tmp_path / "new"


def take(school: Path, file: Path, *more: str) -> int:
    return main(["import", str(file), "--project", str(school), *more])


def people(school: Path) -> list[dict[str, str]]:
    text = (school / "data" / "staff.yaml").read_text(encoding="utf-8")
    found: list[dict[str, str]] = yaml.load(text, Loader=yaml.BaseLoader)["сотрудники"]
    return found


def book(folder: Path, *rows: Sequence[Any]) -> Path:
    return write_book(folder / "список.xlsx", [["ФИО", "Должность", "Телефон"], *rows])


def test_a_nasty_list_gives_every_person_with_clean_values(new_school: Path, tmp_path: Path, capsys: Shown) -> None:
    assert take(new_school, nasty_list(tmp_path / "Список педагогов.xlsx"), "--yes", "--curator", "Зимин П.Л.") == 0

    shown = capsys.readouterr().out
    assert "лист «Педагоги 2026-27», заголовки в строке 4" in shown
    assert "строка 8 — Совместители" in shown
    assert "без отчества или с инициалами: впишите имя полностью или «пол:»: Ким Ольга." in shown
    assert [person["фио"] for person in people(new_school)] == [
        "Орлова Татьяна Викторовна",
        "Петров Иван Сергеевич",
        "Лебедева Татьяна Николаевна",
        "Ким Ольга",
        "Зимин Пётр Львович",
    ]
    assert people(new_school)[1] == {
        "фио": "Петров Иван Сергеевич",
        "должность": "учитель математики",
        "стаж": "3",
        "принят": "01.09.2023",
        "телефон": "+7 916 222-33-44",
    }
    settings = (new_school / "data" / "school.yaml").read_text(encoding="utf-8")
    assert "руководитель: Орлова Т.В. " in settings
    assert "куратор: Зимин П.Л. " in settings


def test_a_list_of_the_teaching_load_gives_each_person_once_without_notes(
    new_school: Path, tmp_path: Path, capsys: Shown
) -> None:
    assert take(new_school, tariff_list(tmp_path / "Тарификация.xlsx"), "--yes") == 0

    shown = capsys.readouterr().out
    assert "лист «Педсостав», заголовки в строке 3" in shown
    assert "В книге есть и другие листы: «Обложка», «5а». Взять другой лист: --sheet ИМЯ" in shown
    assert "строка 12: Гусь Лев Борисович — снова, как в строке 11; осталось только в таблице: должность" in shown
    assert [(p["фио"], p["стаж"], p["принят"], p.get("категория")) for p in people(new_school)[1:]] == [
        ("Орлова Татьяна Викторовна", "29", "15.08.2011", "высшая"),
        ("Лебедева Татьяна Николаевна", "22", "01.09.2003", "соответствие занимаемой должности"),
        ("Петров Иван Сергеевич", "2", "01.09.2023", None),
        ("Гусь Лев Борисович", "40", "01.09.1990", "высшая"),
    ]


def test_another_sheet_is_taken_when_it_is_named(new_school: Path, tmp_path: Path, capsys: Shown) -> None:
    table = tariff_list(tmp_path / "Тарификация.xlsx")

    assert take(new_school, table, "--yes", "--лист", "5А") == 0
    assert take(new_school, table, "--yes", "--sheet", "5б") == 2

    assert [person["фио"] for person in people(new_school)][1:] == ["Лисова Анна Львовна"]
    assert "в таблице нет листа «5б»" in capsys.readouterr().err


def test_the_first_person_is_no_part_of_a_heading_though_her_telephone_is_none(
    new_school: Path, tmp_path: Path, capsys: Shown
) -> None:
    rows: list[list[object]] = [
        ["Гусь Лев Борисович", "учитель", "у директора"],
        ["Заяц Вера Павловна", "завуч", 89161112233],
    ]

    assert take(new_school, book(tmp_path, *rows), "--yes") == 0

    assert [person["фио"] for person in people(new_school)][1:] == ["Гусь Лев Борисович", "Заяц Вера Павловна"]
    assert "строка 2: телефон: «у директора» не прочитано и пропущено" in capsys.readouterr().out


def test_names_in_three_columns_of_an_old_workbook_are_joined(new_school: Path) -> None:
    assert take(new_school, SAMPLES / "old.xls", "--yes") == 0

    assert people(new_school)[1:] == [
        {"фио": "Гусь Лев Борисович", "должность": "учитель начальных классов", "принят": "01.09.2009"},
        {"фио": "Заяц Вера Павловна", "должность": "учитель математики", "принят": "01.09.2003"},
        {"фио": "Воронцова-Вельская Анна Юрьевна", "должность": "учитель-логопед", "принят": "01.09.2006"},
    ]


def test_a_csv_of_an_accounting_program_is_read(new_school: Path, tmp_path: Path) -> None:
    path = tmp_path / "1С.csv"
    text = (
        "Таб. №;Сотрудник;Должность;Принят;Вид занятости\r\n"
        "0001;Гусь Лев Борисович;Учитель;01.09.09;Основное\r\n"
        "0002;Ли А.О.;Методист;;Совместительство\r\n"
    )
    path.write_bytes(text.encode("cp1251"))

    assert take(new_school, path, "--yes") == 0

    assert people(new_school)[1:] == [
        {"фио": "Гусь Лев Борисович", "должность": "учитель", "принят": "01.09.2009"},
        {"фио": "Ли А.О.", "должность": "методист"},
    ]


def test_a_list_without_headings_is_understood_by_how_its_cells_look(new_school: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("1\tГусь Лев Борисович\tучитель\n2\tЗаяц Вера Павловна\tметодист\n", encoding="utf-8")

    assert take(new_school, path, "--yes") == 0

    assert people(new_school)[1:] == [
        {"фио": "Гусь Лев Борисович", "должность": "учитель"},
        {"фио": "Заяц Вера Павловна", "должность": "методист"},
    ]


def test_new_left_changed_and_renamed_people_are_shown_and_nobody_is_removed(
    school: Path, tmp_path: Path, capsys: Shown
) -> None:
    table = book(
        tmp_path,
        ["Орлова Анна Павловна", "директор", None],
        ["Зимин Пётр Львович", "заместитель директора", None],
        ["Соколова Татьяна Николаевна", "учитель математики", "8 916 333 44 55"],
        ["Гусь Лев Борисович", "учитель: химия", None],
    )

    assert take(school, table, "--yes", "--переименовать") == 0

    shown = capsys.readouterr().out
    assert "+ Гусь Лев Борисович, учитель: химия" in shown
    assert "~ Зимин П.Л.: фио: «Зимин П.Л.» → Зимин Пётр Львович; должность: «завуч» → заместитель директора" in shown
    assert "~ Лебедева Татьяна Николаевна → Соколова Татьяна Николаевна: сменилась фамилия?" in shown
    assert "- Белова Елена Николаевна: нет в списке; запись остаётся (упоминается в data/pairs.yaml:2)" in shown
    assert (
        (school / "data" / "staff.yaml").read_text(encoding="utf-8")
        == """\
# Люди школы.
сотрудники:
  - фио: Орлова Анна Павловна   # с нами с начала
    должность: директор
  - фио: Зимин Пётр Львович
    пол: мужской
    должность: заместитель директора

  # Молодые специалисты.
  - фио: Соколова Татьяна Николаевна
    должность: учитель математики
    телефон: +7 916 333-44-55
    прежние:
      - Лебедева Татьяна Николаевна
  - фио: Белова Елена Николаевна
    должность: учитель физики
  - фио: Гусь Лев Борисович
    должность: "учитель: химия"
# конец списка
"""
    )
    assert main(["check", "--project", str(school)]) == 0


def test_a_new_surname_is_only_guessed_and_not_written_without_a_question(
    school: Path, tmp_path: Path, capsys: Shown
) -> None:
    hired = STAFF.replace("должность: учитель физики", "должность: учитель физики\n    принят: 01.09.2025")
    (school / "data" / "staff.yaml").write_text(hired, encoding="utf-8")
    rows: list[list[object]] = [
        ["ФИО", "Должность", "Принят"],
        ["Орлова Анна Павловна", "директор", None],
        ["Зимин П.Л.", "завуч", None],
        ["Лебедева Татьяна Николаевна", "учитель математики", None],
        ["Гусь Елена Николаевна", "логопед", "01.09.2025"],
    ]
    table = write_book(tmp_path / "a.xlsx", rows)
    before = listing(school / "data")

    assert take(school, table, "--yes", "--dismissed", "31.08.2026") == 0

    shown = capsys.readouterr().out
    assert "? Белова Елена Николаевна → Гусь Елена Николаевна: сменилась фамилия? Не тронут никто" in shown
    assert "Сменилась — повторите с --rename" in shown
    assert "Остальное уже так и записано" in shown
    assert listing(school / "data") == before


def test_the_second_import_changes_nothing(school: Path, tmp_path: Path, capsys: Shown) -> None:
    table = book(tmp_path, ["Гусь Лев Борисович", "Учитель", "89161112233"])
    assert take(school, table, "--yes") == 0
    before = listing(school / "data")

    assert take(school, table, "--yes") == 0

    assert "менять нечего" in capsys.readouterr().out
    assert listing(school / "data") == before


def test_who_is_not_in_the_list_is_marked_as_dismissed_only_when_asked(school: Path, tmp_path: Path) -> None:
    table = book(tmp_path, ["Орлова Анна Павловна", "директор", None], ["Зимин П.Л.", "завуч", None])

    assert take(school, table, "--yes", "--уволены", "31.08.2026") == 0

    assert [person.get("уволен") for person in people(school)] == [None, None, "31.08.2026", "31.08.2026"]


def test_an_import_is_undone_by_one_command_but_not_over_later_edits(
    school: Path, tmp_path: Path, capsys: Shown
) -> None:
    path = school / "data" / "staff.yaml"
    table = book(tmp_path, ["Гусь Лев Борисович", "учитель", None])
    assert take(school, table, "--yes") == 0
    path.write_text(path.read_text(encoding="utf-8") + "# моя правка\n", encoding="utf-8")

    assert main(["import", "--undo", "--project", str(school)]) == 1
    assert "отмена стёрла бы правки: data/staff.yaml" in capsys.readouterr().err

    path.write_text(path.read_text(encoding="utf-8").removesuffix("# моя правка\n"), encoding="utf-8")
    assert main(["взять", "--отменить", "--project", str(school)]) == 0
    assert path.read_text(encoding="utf-8") == STAFF
    assert main(["import", "--undo", "--project", str(school)]) == 1


def test_an_unclear_column_is_asked_about_and_never_assumed(school: Path, tmp_path: Path, capsys: Shown) -> None:
    rows: list[list[object]] = [
        ["Кто", "Кем работает", "Всего лет", "Приём в школу"],
        ["Гусь Лев Борисович", "учитель", 9, "2019-01-02"],
        ["Заяц Вера Павловна", "завуч", 8, "01.02.2003"],
    ]
    table = write_book(tmp_path / "a.xlsx", rows)
    before = listing(school)

    assert take(school, table, "--yes") == 2

    assert "столбец D «Приём в школу»: неясно, «принят» ли это" in capsys.readouterr().err
    assert listing(school) == before
    assert take(school, table, "--yes", "--column", "принят=D", "--столбец", "стаж=C") == 0
    assert people(school)[-1] == {
        "фио": "Заяц Вера Павловна",
        "должность": "завуч",
        "стаж": "8",
        "принят": "01.02.2003",
    }


def test_latin_letters_in_a_name_are_corrected_and_shown(school: Path, tmp_path: Path, capsys: Shown) -> None:
    assert take(school, book(tmp_path, ["Cедых Дарья Pомановна", "учитель", None]), "--yes") == 0

    assert people(school)[-1]["фио"] == "Седых Дарья Романовна"
    assert "«Cедых Дарья Pомановна» → «Седых Дарья Романовна» (были латинские буквы)" in capsys.readouterr().out


def test_a_curator_who_shares_her_initials_is_named_in_full(new_school: Path, tmp_path: Path) -> None:
    rows = [["Гусь Лев Борисович", "учитель", None], ["Гусь Леонид Богданович", "методист", None]]

    assert take(new_school, book(tmp_path, *rows), "--yes", "--curator", "Гусь Лев Борисович") == 0

    assert "куратор: Гусь Лев Борисович" in (new_school / "data" / "school.yaml").read_text(encoding="utf-8")


TWO = """\
сотрудники:
  - фио: Гусь Лев Борисович
    код: старший
    должность: учитель физики
    телефон: +7 916 333-44-55
  - фио: Гусь Лев Борисович
    код: младший
    должность: учитель химии
  - фио: Орлова Анна Павловна
    должность: директор
"""


@pytest.mark.parametrize(
    ("rows", "telephones", "said"),
    [
        ([["Гусь Лев Борисович", "учитель химии", "89161112233"]], [True, True], "~ Гусь Л.Б.: телефон: не было"),
        (
            [["Гусь Лев Борисович", "методист", "89163334455"]],
            [True, False],
            "~ Гусь Л.Б.: должность: «учитель физики»",
        ),
        ([["Гусь Лев Борисович", "методист", "89161112233"]], [True, False], "? строка 2, Гусь Лев Борисович: это"),
        ([["Гусь Л.Б.", "методист", "89161112233"]], [True, False], "? строка 2, Гусь Л.Б.: это"),
        (
            [["Гусь Лев Борисович", "учитель химии", "89161112233"], ["Гусь Лев Борисович", "учитель физики", None]],
            [True, True],
            "~ Гусь Л.Б.: телефон: не было",
        ),
    ],
)
def test_people_of_one_name_are_told_apart_or_left_as_they_are_and_never_taken_for_a_third(
    rows: list[list[object]], telephones: list[bool], said: str, *, school: Path, tmp_path: Path, capsys: Shown
) -> None:
    (school / "data" / "staff.yaml").write_text(TWO, encoding="utf-8")

    assert take(school, book(tmp_path, *rows, ["Орлова Анна Павловна", "директор", None]), "--yes") == 0

    shown = capsys.readouterr().out
    assert said in shown
    assert "нет в списке" not in shown or "старший" not in shown
    assert ["телефон" in person for person in people(school)] == [*telephones, False]


@pytest.mark.parametrize(
    ("telling", "called"),
    [("старший", "старший"), ("младший", "младший"), ("Гусь Лев Борисович", None), ("Гусь Л.Б.", None)],
)
def test_a_curator_who_has_a_namesake_is_named_by_the_code(
    telling: str, called: str | None, new_school: Path, tmp_path: Path
) -> None:
    first = (new_school / "data" / "staff.yaml").read_text(encoding="utf-8")
    two = TWO.removeprefix("сотрудники:\n").partition("  - фио: Орлова")[0]
    (new_school / "data" / "staff.yaml").write_text(f"{first.rstrip()}\n{two}", encoding="utf-8")
    rows = [["Гусь Лев Борисович", "учитель физики", None], ["Гусь Лев Борисович", "учитель химии", None]]
    table = book(tmp_path, *rows, ["Орлова Анна Павловна", "директор", None])

    assert take(new_school, table, "--yes", "--curator", telling) == (0 if called else 2)

    written = (new_school / "data" / "school.yaml").read_text(encoding="utf-8")
    assert (f"куратор: {called}" in written) == (called is not None)
    assert main(["check", "--project", str(new_school)]) == 0


def test_a_head_whom_nothing_tells_from_a_namesake_is_left_to_be_filled_in(new_school: Path, tmp_path: Path) -> None:
    staff = new_school / "data" / "staff.yaml"
    two = "  - фио: Орлова Анна Павловна\n    должность: {}\n    код: {}\n"
    added = two.format("директор", "первая").replace("    код: первая\n", "") + two.format("повар", "вторая")
    staff.write_text(f"{staff.read_text(encoding='utf-8').rstrip()}\n{added}", encoding="utf-8")

    assert take(new_school, book(tmp_path, ["Орлова Анна Павловна", "директор", "89161112233"]), "--yes") == 0

    assert "руководитель: ЗАПОЛНИТЕ" in (new_school / "data" / "school.yaml").read_text(encoding="utf-8")
    assert "телефон" in people(new_school)[1]


def test_who_stays_of_two_of_one_name_is_meant_when_the_other_was_dismissed(school: Path, tmp_path: Path) -> None:
    gone = TWO.replace("код: старший", "код: старший\n    уволен: 31.08.2025")
    (school / "data" / "staff.yaml").write_text(gone, encoding="utf-8")

    assert take(school, book(tmp_path, ["Гусь Лев Борисович", "методист", None]), "--yes") == 0

    assert [person["должность"] for person in people(school)] == ["учитель физики", "методист", "директор"]


def test_a_row_with_initials_of_somebody_who_has_a_row_is_unclear(school: Path, tmp_path: Path, capsys: Shown) -> None:
    rows = [["Белова Елена Николаевна", "учитель физики", None], ["Белова Е.Н.", "методист", None]]

    assert take(school, book(tmp_path, *rows), "--yes") == 0

    assert "? строка 3, Белова Е.Н.: это Белова Елена Николаевна? Не тронут никто" in capsys.readouterr().out
    assert len(people(school)) == 4


def test_a_dot_that_belongs_to_a_short_form_stays(school: Path, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Гусь Лев Борисович", "Учитель нач. кл.", None],
        ["Заяц Вера Павловна", "учитель химии.", None],
    ]

    assert take(school, book(tmp_path, *rows), "--yes") == 0

    assert [person["должность"] for person in people(school)[-2:]] == ["учитель нач. кл.", "учитель химии"]


def test_line_ends_of_windows_stay(school: Path, tmp_path: Path) -> None:
    path = school / "data" / "staff.yaml"
    path.write_bytes(STAFF.replace("\n", "\r\n").encode("utf-8-sig"))

    assert take(school, book(tmp_path, ["Гусь Лев Борисович", "учитель", None]), "--yes") == 0

    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n") == STAFF.count("\n") + 2


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([["Товар", "Цена"], ["мел", 12], ["тряпка", 30]], "это не список сотрудников"),
        ([["ФИО", "Должность"], ["вакансия", "учитель"]], "в таблице нет ни одного человека"),
        ([[]], "таблица пуста"),
        (
            [["ФИО", "Должность"], ["Гусь Лев Борисович", "учитель"], ["Гусь Лев Борисович", "методист"]],
            "в списке двое с одним именем: Гусь Лев Борисович, строки 2 и 3",
        ),
    ],
)
def test_a_table_that_lists_nobody_surely_is_refused_with_its_cause_and_the_next_step(
    rows: Sequence[Sequence[Any]], reason: str, school: Path, tmp_path: Path, capsys: Shown
) -> None:
    before = listing(school)

    assert take(school, write_book(tmp_path / "a.xlsx", rows), "--yes") == 1

    said = capsys.readouterr().err
    assert said.startswith(f"actgen: {reason}")
    assert [line.partition(":")[0] for line in said.splitlines()] == ["actgen", "   подсказка", "Ничего не записано."]
    assert listing(school) == before


@pytest.mark.parametrize("file", ["with-password.xlsx", "cut-short.xlsx", "page.xls", "picture.png"])
def test_a_file_that_is_no_table_is_refused_with_its_cause_and_the_next_step(
    file: str, school: Path, capsys: Shown
) -> None:
    before = listing(school)

    assert take(school, SAMPLES / file, "--yes") == 1

    said = capsys.readouterr().err
    assert file in said
    assert [line.partition(":")[0] for line in said.splitlines()] == ["actgen", "   подсказка", "Ничего не записано."]
    assert listing(school) == before


@pytest.mark.parametrize(("file", "reason"), [("нет такого.xlsx", "нет такого файла"), ("", "это папка, а не таблица")])
def test_a_file_that_is_not_there_is_a_wrong_command_line(file: str, reason: str, school: Path, capsys: Shown) -> None:
    assert take(school, SAMPLES / file, "--yes") == 2

    assert capsys.readouterr().err.startswith(f"actgen: {reason}: {SAMPLES / file}")


def test_broken_data_are_not_imported_into(school: Path, tmp_path: Path, capsys: Shown) -> None:
    path = school / "data" / "staff.yaml"
    path.write_text(STAFF.replace("    должность: завуч\n", "   \tдолжность: завуч\n"), encoding="utf-8")

    assert take(school, book(tmp_path, ["Гусь Лев Борисович", "учитель", None]), "--yes") == 1

    assert "data/staff.yaml" in capsys.readouterr().err


def test_on_a_read_only_disk_nothing_is_changed(
    school: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Shown
) -> None:
    def read_only(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system", str(school / "data" / "staff.yaml"))

    monkeypatch.setattr("tempfile.mkstemp", read_only)
    monkeypatch.setattr(Path, "mkdir", read_only)
    before = listing(school)

    assert take(school, book(tmp_path, ["Гусь Лев Борисович", "учитель", None]), "--yes") == 3
    assert (
        main(["new", "person", "--name", "Гусь Лев Борисович", "--position", "учитель", "--project", str(school)]) == 3
    )
    assert main(["init", str(tmp_path / "new")]) == 3

    assert capsys.readouterr().err.count("диск только для чтения") == 3
    assert listing(school) == before
    assert not (tmp_path / "new" / "data" / "school.yaml").exists()


def test_answers_of_a_form_go_to_the_bank_and_who_did_not_consent_is_named(
    school: Path, tmp_path: Path, capsys: Shown
) -> None:
    path = tmp_path / "анкеты.csv"
    questions = ["Планировать занятия и рабочую программу", "Проводить и анализировать занятие"]
    several = "Какая помощь Вам удобнее?"
    more = ["Удерживать внимание и порядок на занятии", "Оценивать результаты и сообщать о них"]
    more += [
        "Применять цифровые средства",
        "Вести воспитательную работу",
        "Общаться с родителями (законными представителями)",
    ]
    heads = [
        "Отметка времени",
        "Фамилия, имя, отчество",
        "Согласие на обработку персональных данных",
        *questions,
        several,
        *more,
    ]
    help_ = '"Готовить занятия вместе, Занятия в группе"'
    marks = ",7,8,5,5,5"
    path.write_text(
        ",".join(f'"{head}"' for head in heads) + "\n"
        f"2026/09/05 10:00:00,Белова Елена Николаевна,Да,6,4,{help_}{marks}\n"
        f"05.09.2026 11:00:00,Белова Е.Н.,Да,6,5,{help_}{marks}\n"
        f"05.09.2026 12:00:00,Зимин П.Л.,Нет,6,5,{help_}{marks}\n"
        f"05.09.2026 13:00:00,Чужой Павел Павлович,Да,6,5,{help_}{marks}\n",
        encoding="utf-8",
    )

    assert take(school, path, "--yes") == 0

    shown = capsys.readouterr().out
    assert "ответы на анкету «Анкета о профессиональных запросах наставляемого»" in shown
    assert "без согласия, не записан: Зимин П.Л." in shown
    assert "нет среди сотрудников: Чужой Павел Павлович" in shown
    assert "Белова Е.Н. (взяты последние ответы, строка 3)" in shown
    bank = yaml.load((school / "data" / "bank.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert [(sheet["анкета"], sheet["кто"], sheet["дата"]) for sheet in bank["анкеты"]] == [
        ("анкета-наставляемого", "Белова Е.Н.", "05.09.2026")
    ]
    assert bank["анкеты"][0]["ответы"]["анализ"] == "5"
    assert bank["анкеты"][0]["ответы"]["вид_помощи"] == "готовить занятия вместе; занятия в группе"
    assert main(["check", "--project", str(school)]) == 0
    assert take(school, path, "--yes") == 0
    assert "Менять нечего." in capsys.readouterr().out


def test_without_the_reader_of_workbooks_a_csv_can_still_be_taken(
    school: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Shown
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "python_calamine", None)
    table = book(tmp_path, ["Гусь Лев Борисович", "учитель", None])

    assert take(school, table, "--yes") == 3

    assert "actgen[excel]" in capsys.readouterr().err
    shutil.rmtree(school)


def test_who_was_written_while_the_question_waited_stays_as_she_is(school: Path, tmp_path: Path) -> None:
    rows = (("ФИО", "Должность"), ("Белова Елена Николаевна", "учитель астрономии"))
    preview = preview_staff(school, read_tables(book(tmp_path, *rows)), {})
    staff = school / "data" / "staff.yaml"
    saved = STAFF.replace("сотрудники:\n", "сотрудники:\n  - фио: Гусь Лев Ильич\n    должность: тьютор\n")
    staff.write_text(saved, encoding="utf-8")

    with pytest.raises(Refused):
        write_staff(school, preview)

    assert staff.read_text(encoding="utf-8") == saved
