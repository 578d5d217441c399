"""The four column layouts of roadmaps that schools use can be expressed in `data/roadmap.yaml`."""

from __future__ import annotations

from pathlib import Path

import pytest

from actgen.docx import fill, table_rows
from actgen.workflow import check_workspace
from tests.workspaces import small_workspace

STAGES = """\
этапы:
  - название: Подготовка условий
    мероприятия:
      - название: Приказ и положение
        содержание: Принять локальные акты
        знак: –
        перечень: [приказ, положение]
        срок: сентябрь 2026 г. — октябрь 2026 г.
        ответственные: [Зимин П.Л., куратор]
        результат: Акты приняты
      - название: Дорожная карта
        содержание: Утвердить дорожную карту
        срок: 15.09.2026
        ответственные: директор
        результат: Карта утверждена
  - название: Работа пар
    содержание: Ведение пар
    срок: ежегодно
    ответственные:
      - группа: "Наставники:"
        люди: [Лебедева Т.Н., Белова Е.Н.]
      - педагоги
    результат: Программы выполнены
"""

TERM = "сентябрь 2026\u00a0г.\u00a0— октябрь 2026\u00a0г."


def rows(folder: Path, columns: str) -> list[list[str]]:
    """Return the roadmap's table in a workspace with these columns, blanks made plain."""
    project = small_workspace(folder, {"data/roadmap.yaml": f"колонки: {columns}\n{STAGES}"})
    checked = check_workspace(project)
    assert not checked.has_errors, checked.diagnostics
    document = next(d for d in checked.plan.documents if d.planned.kind.stem == "roadmap")
    docx = fill(checked.templates["roadmap"], document.words)
    tables = [table_rows(docx, number) for number in range(1, 12) if _has(docx, number)]
    table = next(table for table in tables if "№" in table[0][0])
    return [[cell.replace("\u00a0", " ") for cell in row] for row in table]


def _has(docx: bytes, number: int) -> bool:
    try:
        table_rows(docx, number)
    except IndexError:
        return False
    return True


def test_layout_a_has_stage_content_term_and_responsible(tmp_path: Path) -> None:
    table = rows(tmp_path, "A")

    assert table[0] == [
        "№",
        "Наименование этапа",
        "Содержание деятельности и план мероприятий",
        "Срок",
        "Ответственный",
    ]
    assert table[1][0] == "1."
    assert "Принять локальные акты / – приказ / – положение" in table[1][2]
    assert table[1][4] == (
        "Зимин П.Л., заместитель директора по учебно-воспитательной работе, / "
        "заместитель директора по учебно-воспитательной работе"
    )
    assert table[-1][3:] == ["ежегодно", "Наставники: / Лебедева Т.Н. / Белова Е.Н., / педагоги"]


def test_layout_b_adds_the_expected_result(tmp_path: Path) -> None:
    table = rows(tmp_path, "B")

    assert len(table[0]) == 6
    assert [row[-1] for row in table[1:]] == ["Акты приняты", "Карта утверждена", "Программы выполнены"]


def test_layout_c_gives_each_activity_of_a_stage_a_row_of_its_own(tmp_path: Path) -> None:
    table = rows(tmp_path, "C")

    assert table[0][2] == "Мероприятия"
    assert [row[2] for row in table[1:]] == ["Приказ и положение", "Дорожная карта", ""]
    assert [row[4] for row in table[1:]] == ["сентябрь 2026 г. — октябрь 2026 г.", "15.09.2026", "ежегодно"]


def test_layout_d_groups_numbered_activities_under_heads_of_stages(tmp_path: Path) -> None:
    table = rows(tmp_path, "D")

    assert len(table[0]) == 5
    flat = [" ".join(dict.fromkeys(row)) for row in table[1:]]
    assert "Подготовка условий" in flat[0]
    assert flat[1].startswith("1.1.")
    assert flat[2].startswith("1.2.")
    assert "Работа пар" in flat[3]
    assert flat[4].startswith("2.1.")


@pytest.mark.parametrize("columns", ["а", "A", "А"])
def test_a_cyrillic_letter_means_the_same_layout(tmp_path: Path, columns: str) -> None:
    assert len(rows(tmp_path, columns)[0]) == 5
