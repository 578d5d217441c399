"""Single points of inherited acts: replaced, dropped and added by their ids in data/points.yaml."""

from __future__ import annotations

from pathlib import Path

import pytest

from actgen.cli import main
from actgen.docx import plain_text
from actgen.workflow import build_workspace, check_workspace
from tests.workspaces import NOTE, SCHOOL, SHORT_TEMPLATE, small_workspace, write_template

Shown = pytest.CaptureFixture[str]
PLAIN = (
    NOTE.replace("основания: [приказ-о-парах]\n", "")
    .replace("приложения: [памятка]\n", "")
    .replace(" ({{ приложение.памятка }})", "")
)


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """A school on a common act of its municipality."""
    common = tmp_path / "common"
    (common / "acts").mkdir(parents=True)
    (common / "acts" / "note.yaml").write_text(PLAIN, encoding="utf-8")
    write_template(common / "templates" / "note.docx", *SHORT_TEMPLATE)
    text = SCHOOL.replace("учебный_год", "основа: ../common\nучебный_год")
    return small_workspace(tmp_path / "school", {"data/school.yaml": text})


def points(school: Path, text: str) -> None:
    (school / "data" / "points.yaml").write_text("пункты:\n" + text, encoding="utf-8")


def new(school: Path, *line: str) -> int:
    return main(["new", "point", "--act", "приказ-о-дне", *line, "--project", str(school)])


def printed(school: Path) -> str:
    written = build_workspace(school, kinds=["note"])
    assert [found.message for found in written.diagnostics if found.is_error] == []
    return plain_text(next((school / "out" / "docx").glob("*дне*.docx")).read_bytes())


def test_a_point_is_replaced_dropped_and_added_and_numbers_follow(school: Path, capsys: Shown) -> None:
    assert (
        new(
            school,
            "--replace",
            "провести",
            "--text",
            "Провести неделю наставника в {{ организация.краткое.предложный }}.",
        )
        == 0
    )
    assert new(school, "--убрать", "ответить") == 0
    assert (
        new(
            school,
            "--после",
            "провести",
            "--текст",
            "Отчёт представить к пункту {{ пункт.провести }}.",
            "--ид",
            "отчёт",
        )
        == 0
    )

    text = printed(school)

    assert "1. Провести неделю наставника в МБОУ «Школа № 7»." in text.replace("\u00a0", " ")
    assert "2. Отчёт представить к пункту 1." in text.replace("\u00a0", " ")
    assert "3. Контроль" in text
    assert "Ответственным" not in text
    assert not check_workspace(school).diagnostics
    capsys.readouterr()
    main(["plan", "--project", str(school)])
    assert (
        "акт: основа; пункты школы: провести (заменён), ответить (убран), отчёт (добавлен)" in capsys.readouterr().out
    )
    main(["words", "приказ-о-дне", "--project", str(school)])
    shown = [line.split() for line in capsys.readouterr().out.partition("Пункты")[2].splitlines()[1:]]
    assert [(line[0], line[1], " ".join(line[2:])) for line in shown] == [
        ("1", "провести", "школа, заменён"),
        ("2", "отчёт", "школа, добавлен"),
        ("3", "контроль", "основа"),
        ("—", "ответить", "школа, убран"),
    ]


def test_an_override_whose_original_has_changed_is_reported(school: Path) -> None:
    assert new(school, "--replace", "провести", "--text", "Провести неделю наставника.") == 0
    assert check_workspace(school).diagnostics == ()
    common = school.parent / "common" / "acts" / "note.yaml"

    common.write_text(PLAIN.replace("Контроль за исполнением", "Контроль исполнения"), encoding="utf-8")
    assert check_workspace(school).diagnostics == ()
    common.write_text(PLAIN.replace("Провести день", "Провести два дня"), encoding="utf-8")

    (found,) = check_workspace(school).diagnostics
    assert (found.code, found.place.file, found.is_error) == ("S170", "data/points.yaml", False)
    digest = found.hint.partition("подлинник: ")[2].rstrip("»")
    file = school / "data" / "points.yaml"
    text = file.read_text(encoding="utf-8")
    old = text.partition("подлинник: ")[2].strip().strip('"')
    file.write_text(text.replace(old, digest), encoding="utf-8")
    assert check_workspace(school).diagnostics == ()


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("  - акт: приказ-о-днё\n    убрать: провести\n", "D045", "похожий: «приказ-о-дне»"),
        ("  - акт: note\n    убрать: провисти\n", "D060", "похожий: «провести»"),
        ("  - акт: note\n    текст: Раз.\n", "D060", "неясно, что сделать с пунктом"),
        ("  - акт: note\n    убрать: провести\n    заменить: контроль\n", "D060", "велено сделать разное"),
        ("  - акт: note\n    убрать: контроль\n  - акт: note\n    убрать: контроль\n", "D060", "уже убран"),
        ("  - акт: note\n    заменить: контроль\n", "D043", "нет ни текста"),
        ("  - акт: note\n    после: контроль\n    ид: провести\n    текст: Раз.\n", "D060", "ид пункта повторяется"),
        ("  - акт: note\n    после: контроль\n    текст: Раз {{ слово }}.\n", "D041", "слово"),
    ],
)
def test_what_cannot_be_applied_is_an_error_at_its_place(text: str, code: str, message: str, school: Path) -> None:
    points(school, text)

    errors = [found for found in check_workspace(school).diagnostics if found.is_error]

    assert [(found.code, found.place.file) for found in errors] == [(code, "data/points.yaml")]
    assert message in errors[0].message


def test_a_reference_to_a_dropped_point_is_an_error(school: Path) -> None:
    points(school, "  - акт: note\n    убрать: провести\n")

    found = [d for d in check_workspace(school).diagnostics if d.is_error]

    assert [(d.code, d.place.file) for d in found] == [("D041", "../common/acts/note.yaml")]
