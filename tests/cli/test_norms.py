"""The command `norms`: what each act cites, and whom the lapse of a norm would touch."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from actgen.cli import main
from tests.mentoring_year import FILES, mentoring_year
from tests.workspaces import ROOT, small_workspace


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(list(arguments)) == 0
    return capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("command", ["norms", "нормы"])
def test_each_citation_is_shown_with_its_place_and_whether_it_is_in_force(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    said = shown(capsys, "--project", str(mentoring_year(tmp_path)), command, "приказ-о-выплатах")

    assert "тк_351_8: статья 351.8 Трудового кодекса Российской Федерации\n     преамбула, строка" in said
    assert ": статьёй 351.8 Трудового кодекса Российской Федерации" in said
    assert "на дату актов действует: 01.09.2026 (документов: 1)" in said
    assert "Видов со ссылками: 1, норм: 1." in said


def test_a_school_of_2023_cites_nothing_of_2025(capsys: pytest.CaptureFixture[str]) -> None:
    said = shown(capsys, "--project", str(ROOT), "norms", "положение")

    assert "действует с 01.03.2025; в документах этого года не названа" in said
    assert "НЕ ДЕЙСТВУЕТ" not in said


def test_the_lapse_of_a_norm_names_documents_of_that_day_and_later_and_every_kind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(mentoring_year(tmp_path))

    said = shown(capsys, "--project", folder, "norms", "--lapsed", "тк_351_8", "--on", "15.01.2027", "--json")

    answer = json.loads(said)
    affected = {document["title"].split(":")[0] for document in answer["affected"]}
    assert "Дополнительное соглашение о работе наставника" in affected
    assert all(document["day"] >= "2027-01-15" for document in answer["affected"])
    assert all(document["day"] < "2027-01-15" for document in answer["earlier"])
    assert {"agreement", "order-on-pairs", "regulation", "order-on-mentoring"} <= {k["kind"] for k in answer["kinds"]}
    assert answer["replacement"] is None


def test_a_norm_with_a_follower_in_the_register_names_it(capsys: pytest.CaptureFixture[str]) -> None:
    said = shown(capsys, "--project", str(ROOT), "norms", "--lapsed", "приказ_582")

    assert "Если нормы нет с 01.03.2025:" in said
    assert "вместо неё: {{ норма.приказ_779 }}: приказ Министерства просвещения" in said


def test_an_act_of_the_schools_own_is_judged_like_any_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = """\
название: О нагрузке
вид_документа: приказ
порядок: 99
подписывает: директор
пункты:
  - {ид: старое, текст: "По {{ норма.приказ_582.дательный }} отчётов не требовать."}
"""
    template = (ROOT / "templates" / "order-on-termination.docx").read_bytes()
    folder = small_workspace(tmp_path, {**FILES, "acts/order-on-load.yaml": own})
    (folder / "templates").mkdir(exist_ok=True)
    (folder / "templates" / "order-on-load.docx").write_bytes(template)

    out = shown(capsys, "--project", str(folder), "norms", "order-on-load")

    assert "Приказ о нагрузке (acts/order-on-load.yaml)" in out
    assert "НЕ ДЕЙСТВУЕТ на 01.09.2026; источник не виден, проверьте" in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--lapsed", "тк_3518"], "в реестре норм нет ключа «тк_3518». Может быть, «тк_351_8»?"),
        (["--lapsed", "тк_351_8"], "укажите --on ДД.ММ.ГГГГ"),
        (["--on", "01.09.2027"], "--on нужен вместе с --lapsed"),
        (["--lapsed", "тк_351_8", "--on", "завтра"], "дата не прочитана: «завтра»"),
        (["приказ-о-пара"], "нет вида акта «приказ-о-пара». Может быть, «приказ-о-парах»?"),
    ],
)
def test_a_wrong_request_is_explained_and_nothing_is_shown(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert main(["--project", str(ROOT), "norms", *arguments]) == 2

    said = capsys.readouterr()
    assert message in said.err
    assert said.out == ""


def test_broken_data_still_show_what_the_acts_cite(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = small_workspace(tmp_path, {**FILES, "data/staff.yaml": "сотрудники: нет\n"})

    assert main(["--project", str(folder), "norms", "соглашение"]) == 1

    said = capsys.readouterr()
    assert "тк_351_8" in said.out
    assert "actgen check" in said.err
