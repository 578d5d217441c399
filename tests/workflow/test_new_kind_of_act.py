"""A new kind of act is a YAML file and a Word file: no Python."""

from __future__ import annotations

from pathlib import Path

import pytest

from actgen.docx import plain_text
from actgen.workflow import build_workspace, check_workspace
from tests.workspaces import PAIRS, STAFF, small_workspace, write_template

SECOND_PAIR = """\
  - наставник: Лебедева Т.Н.
    наставляемые: [Зимин П.Л., Орлова А.П.]
    форма: учитель — учитель
    вид: групповое
    с: 01.10.2026
    по: 31.05.2027
"""
THIRD_PAIR = SECOND_PAIR.replace("наставник: Лебедева Т.Н.", "наставник: Белова Е.Н.").replace("Зимин П.Л., ", "")

ISSUED = {
    "один на школу": ("организация.краткое.именительный", ["МБОУ «Школа № 7»"]),
    "на каждую пару": (
        "пара.наставник.фамилия_инициалы.именительный",
        ["Лебедева Т.Н.", "Лебедева Т.Н.", "Белова Е.Н."],
    ),
    "на каждого наставника": ("наставник.фио.дательный", ["Лебедевой Татьяне Николаевне", "Беловой Елене Николаевне"]),
    "на каждого наставляемого": (
        "наставляемый.фио.винительный",
        ["Белову Елену Николаевну", "Зимина Петра Львовича", "Орлову Анну Павловну", "Орлову Анну Павловну"],
    ),
    "на каждую программу": ("программа.цель", ["Помочь учителю физики войти в должность"]),
    "на каждого человека": (
        "человек.фамилия_инициалы.именительный",
        ["Орлова А.П.", "Зимин П.Л.", "Лебедева Т.Н.", "Белова Е.Н."],
    ),
    "на каждое событие": ("организация.город", []),
}


def act(issued: str, more: str = "") -> str:
    return f"название: Справка\nвид_документа: справка\nкратко: справка\nиздаётся: {issued}\nпорядок: 70\n{more}"


def built_texts(school: Path) -> list[str]:
    written = build_workspace(school, kinds=["reference"])
    assert not written.has_errors, written.diagnostics
    return [plain_text(path.read_bytes()).replace("\u00a0", " ") for path in written.written]


@pytest.mark.parametrize("issued", ISSUED)
def test_a_kind_is_issued_for_everything_that_it_names(issued: str, tmp_path: Path) -> None:
    word, expected = ISSUED[issued]
    pairs = PAIRS + SECOND_PAIR + THIRD_PAIR
    school = small_workspace(tmp_path, {"acts/reference.yaml": act(issued), "data/pairs.yaml": pairs})
    write_template(school / "templates" / "reference.docx", f"{{{{ {word} }}}}")

    texts = built_texts(school)

    assert sorted(text.strip() for text in texts) == sorted(expected)
    assert len(list((school / "out").glob("docx/*.docx"))) == len(expected)


def test_a_kind_is_issued_for_the_people_of_the_list_that_it_names(tmp_path: Path) -> None:
    files = {"acts/reference.yaml": act("на каждого человека", "список: наставляемые\n")}
    school = small_workspace(tmp_path, files)
    write_template(school / "templates" / "reference.docx", "{{ человек.фио.родительный }}")

    assert built_texts(school) == ["Беловой Елены Николаевны"]


def test_documents_of_namesakes_are_told_apart(tmp_path: Path) -> None:
    files = {
        "acts/reference.yaml": act("на каждого человека"),
        "data/staff.yaml": STAFF
        + "  - фио: Белова Евдокия Наумовна\n    должность: повар\n    код: повар\n"
        + "  - фио: Зимина Раиса Фёдоровна\n    должность: врач\n",
        "data/pairs.yaml": PAIRS.replace("Белова Е.Н.", "Белова Елена Николаевна"),
    }
    school = small_workspace(tmp_path, files)
    write_template(school / "templates" / "reference.docx", "{{ человек.фио.именительный }}")

    texts = built_texts(school)

    assert len(texts) == 6
    assert built_texts(school) == []
    subjects = [d.key for d in check_workspace(school).plan.documents if d.key[0] == "reference"]
    assert len(set(subjects)) == 6


def test_a_pair_of_two_terms_has_two_documents_that_stay_as_they_are(tmp_path: Path) -> None:
    earlier = PAIRS.removeprefix("пары:\n").replace("2026", "2025").replace("2027", "2026")
    twice = PAIRS + earlier.replace("    программа: belova\n", "")
    school = small_workspace(tmp_path, {"acts/reference.yaml": act("на каждую пару"), "data/pairs.yaml": twice})
    write_template(school / "templates" / "reference.docx", "{{ пара.с.цифрами }}")

    assert sorted(text.strip() for text in built_texts(school)) == ["01.09.2025", "01.09.2026"]
    assert built_texts(school) == []


def test_a_kind_whose_condition_does_not_hold_has_no_document(tmp_path: Path) -> None:
    school = small_workspace(tmp_path, {"acts/reference.yaml": act("один на школу", "нужно: профсоюз.есть\n")})
    write_template(school / "templates" / "reference.docx", "Есть профсоюз")

    assert built_texts(school) == []


POINTS = """\
пункты:
  - ид: старое
    по: 28.02.2025
    текст: По-старому.
  - ид: новое
    с: 01.03.2025
    текст: По-новому.
  - ид: итог
    текст: Исполнить пункт {{ пункт.новое }}.
"""


@pytest.mark.parametrize(
    ("day", "expected"),
    [("28.02.2025", ["1.", "По-старому."]), ("01.03.2025", ["1.", "По-новому."]), (None, ["1.", "По-новому."])],
)
def test_points_are_those_that_hold_on_the_day_of_the_act(day: str | None, expected: list[str], tmp_path: Path) -> None:
    points = POINTS.replace("{{ пункт.новое }}", "второй")
    journal = "журнал: []\n" if day is None else f"журнал:\n  - {{вид: справка, номер: 1, дата: {day}}}\n"
    files = {"acts/reference.yaml": act("один на школу", points), "data/journal.yaml": journal}
    school = small_workspace(tmp_path, files)
    write_template(
        school / "templates" / "reference.docx", "{% for п in пункты %}{{ п.номер }} {{ п.текст }} {% endfor %}"
    )

    text = built_texts(school)[0]

    assert text.split()[:2] == expected
    assert text.split()[2] == "2."


def test_the_day_of_an_act_without_a_number_is_the_one_that_the_act_names(tmp_path: Path) -> None:
    points = "на_дату: 01.02.2025\n" + POINTS.replace("{{ пункт.новое }}", "второй")
    school = small_workspace(tmp_path, {"acts/reference.yaml": act("один на школу", points)})
    write_template(school / "templates" / "reference.docx", "{% for п in пункты %}{{ п.текст }}{% endfor %}")

    assert "По-старому." in built_texts(school)[0]


def test_a_reference_to_a_point_that_does_not_hold_on_the_day_fails_at_its_place(tmp_path: Path) -> None:
    journal = "журнал:\n  - {вид: справка, номер: 1, дата: 01.02.2025}\n"
    files = {"acts/reference.yaml": act("один на школу", POINTS), "data/journal.yaml": journal}
    school = small_workspace(tmp_path, files)
    write_template(school / "templates" / "reference.docx", "{% for п in пункты %}{{ п.текст }}{% endfor %}")

    found = [one for one in check_workspace(school).diagnostics if one.is_error]

    assert [(d.code, d.place.file, d.place.line) for d in found] == [("D041", "acts/reference.yaml", 14)]


def test_a_draft_prints_rules_for_number_and_date_and_says_so_in_its_name(tmp_path: Path) -> None:
    school = small_workspace(tmp_path, {"acts/reference.yaml": act("один на школу")})
    write_template(school / "templates" / "reference.docx", "{{ документ.дата.цифрами }} № {{ документ.номер }}")

    text = built_texts(school)[0]

    assert text.strip() == "____________ № ______"
    assert [path.stem.endswith(" (проект)") for path in (school / "out" / "docx").iterdir()] == [True]


def test_number_and_date_of_the_journal_appear_wherever_the_act_is_named(tmp_path: Path) -> None:
    mention = "пункты:\n  - текст: Утвердить памятку ({{ приложение.памятка }}).\n"
    order = act("один на школу", f"приложения: [памятка]\n{mention}")
    leaflet = """\
название: Памятка
вид_документа: памятка
кратко: памятка
порядок: 71
основания: [справка]
грифы:
  - {действие: утвердить, чем: справка}
пункты:
  - текст: Издано {{ документы.справка.ссылка.творительный }}.
"""
    files = {
        "acts/reference.yaml": order,
        "acts/leaflet.yaml": leaflet,
        "data/journal.yaml": "журнал:\n  - {вид: справка, номер: 7/б, дата: 2 октября 2026 г., состояние: подписан}\n",
    }
    school = small_workspace(tmp_path, files)
    write_template(school / "templates" / "reference.docx", "{{ документ.дата.словами }} № {{ документ.номер }}")
    write_template(
        school / "templates" / "leaflet.docx",
        "{% for с in отметка.строки %}{{ с }}; {% endfor %}",
        "{% for г in грифы.справа %}{{ г.слово }}: {% for с in г.строки %}{{ с }}; {% endfor %}{% endfor %}",
        "{% for п in пункты %}{{ п.текст }}{% endfor %}",
    )

    written = build_workspace(school, kinds=["reference", "leaflet"])

    texts = {path.name: plain_text(path.read_bytes()).replace("\u00a0", " ") for path in written.written}
    header = next(text for name, text in texts.items() if "справка" in name.casefold())
    mark, grif, point = next(text for name, text in texts.items() if "амятка" in name).splitlines()[:3]
    assert header.strip() == "2 октября 2026 г. № 7/б"
    assert "Приложение" in mark
    assert "от 02.10.2026 № 7/б" in mark
    assert grif.startswith("УТВЕРЖД")
    assert "от 02.10.2026 № 7/б" in grif
    assert point == "Издано справкой от 02.10.2026 № 7/б «Справка»."
