from __future__ import annotations

from pathlib import Path

import pytest

from actgen.diagnostics import Severity
from actgen.workflow import build_workspace, check_workspace
from tests.workspaces import ROOT, STAFF, copy_of_root, small_workspace

LATE = """\
пары:
  - наставник: Лебедева Т.Н.
    наставляемые: [Белова Е.Н.]
    форма: учитель — учитель
    вид: традиционное
    с: 01.09.2026
    по: 31.05.2027
    программа: belova
    согласие: 02.09.2026
"""


def waiver(code: str = "D107", where: str = "пара 1", until: str = "31.08.2027") -> str:
    return f"отступления:\n  - код: {code}\n    где: {where}\n    причина: договор подписан заново\n    до: {until}\n"


def found(folder: Path, waivers: str, pairs: str = LATE) -> list[tuple[str, Severity]]:
    small_workspace(folder, {"data/pairs.yaml": pairs, "data/waivers.yaml": waivers})
    return [(d.code, d.severity) for d in check_workspace(folder).diagnostics]


@pytest.mark.parametrize("where", ["data/pairs.yaml", "пара 1", "data/pairs.yaml, пара 1", "Лебедева Т.Н."])
def test_a_waived_finding_becomes_a_remark(tmp_path: Path, where: str) -> None:
    assert found(tmp_path, waiver(where=where)) == [("D107", Severity.INFO)]


def test_a_remark_tells_reason_and_last_day_and_shows_the_waiver(tmp_path: Path) -> None:
    small_workspace(tmp_path, {"data/pairs.yaml": LATE, "data/waivers.yaml": waiver()})

    (remark,) = check_workspace(tmp_path).diagnostics

    assert remark.hint == "отступление до 31.08.2027: договор подписан заново"
    assert [related.place.file for related in remark.related] == ["data/pairs.yaml", "data/waivers.yaml"]


def test_another_record_is_not_waived(tmp_path: Path) -> None:
    pairs = LATE + LATE.replace("пары:\n", "").replace("согласие: 02.09.2026", "согласие: 28.08.2026")

    codes = found(tmp_path, waiver(where="пара 2"), pairs)

    assert {("D107", Severity.ERROR), ("D191", Severity.WARNING)} <= set(codes)


@pytest.mark.parametrize("where", ["я", "Лебедев", "ебедева Т.Н.", "пара", "пара 2", "data/pair.yaml", "раньше"])
def test_a_waiver_of_what_is_not_there_waives_nothing_and_is_reported_once(tmp_path: Path, where: str) -> None:
    assert found(tmp_path, waiver(where=where)) == [("D107", Severity.ERROR), ("D194", Severity.ERROR)]


def test_a_waiver_of_one_person_does_not_cover_another_whose_name_ends_alike(tmp_path: Path) -> None:
    staff = STAFF.replace("Лебедева Татьяна Николаевна", "Аким Алина Олеговна")
    staff += "  - фио: Ким Анна Олеговна\n    должность: учитель химии\n"
    small_workspace(
        tmp_path,
        {
            "data/staff.yaml": staff,
            "data/pairs.yaml": LATE.replace("Лебедева Т.Н.", "Аким А.О."),
            "data/waivers.yaml": waiver(where="Ким А.О."),
        },
    )

    codes = [(d.code, d.severity) for d in check_workspace(tmp_path).diagnostics]

    assert codes == [("D107", Severity.ERROR), ("D191", Severity.WARNING)]


def test_a_waiver_may_name_the_person_in_full(tmp_path: Path) -> None:
    assert found(tmp_path, waiver(where="Лебедева Татьяна Николаевна")) == [("D107", Severity.INFO)]


def test_a_waiver_of_a_shipped_template_names_a_file(tmp_path: Path) -> None:
    codes = found(tmp_path, waiver(code="W114", where="actgen/templates/order-on-pairs.docx"))

    assert ("D194", Severity.ERROR) not in codes


@pytest.mark.parametrize("code", ["W114", "D107"])
def test_a_build_reports_a_waiver_of_a_misspelt_template_once(tmp_path: Path, code: str) -> None:
    small_workspace(tmp_path, {"data/waivers.yaml": waiver(code=code, where="templates/order-on-pais.docx")})

    assert [d.code for d in build_workspace(tmp_path).diagnostics] == ["D194"]


def test_a_misspelt_name_in_a_waiver_is_answered_with_the_nearest(tmp_path: Path) -> None:
    small_workspace(tmp_path, {"data/pairs.yaml": LATE, "data/waivers.yaml": waiver(where="Лебедева Т.М.")})

    (reported,) = [d for d in check_workspace(tmp_path).diagnostics if d.code == "D194"]

    assert reported.message.endswith("похожее: «Лебедева Т.Н.»")


def test_a_waiver_of_a_past_school_year_no_longer_waives(tmp_path: Path) -> None:
    assert found(tmp_path, waiver(until="31.08.2026")) == [("D107", Severity.ERROR), ("D190", Severity.WARNING)]


def test_a_waiver_holds_on_the_first_day_of_the_school_year(tmp_path: Path) -> None:
    assert found(tmp_path, waiver(until="01.09.2026")) == [("D107", Severity.INFO)]


def test_a_waiver_without_need_is_reported(tmp_path: Path) -> None:
    assert found(tmp_path, waiver(), LATE.replace("02.09.2026", "28.08.2026")) == [("D191", Severity.WARNING)]


def test_a_waiver_of_no_rule_is_an_error(tmp_path: Path) -> None:
    codes = found(tmp_path, waiver(code="D01"))

    assert ("D192", Severity.ERROR) in codes
    assert ("D107", Severity.ERROR) in codes


def test_a_fault_of_writing_cannot_be_waived(tmp_path: Path) -> None:
    pairs = LATE.replace("Белова Е.Н.", "Беолва Е.Н.")

    assert ("D005", Severity.ERROR) in found(tmp_path, waiver(code="D005", where="пара 1"), pairs)


def test_a_waiver_for_ever_is_reported(tmp_path: Path) -> None:
    assert found(tmp_path, waiver(until="31.12.2099")) == [("D107", Severity.INFO), ("D193", Severity.WARNING)]


def test_a_waiver_holds_for_two_school_years_and_not_a_day_longer(tmp_path: Path) -> None:
    assert found(tmp_path, waiver(until="31.08.2028")) == [("D107", Severity.INFO)]
    assert found(tmp_path, waiver(until="01.09.2028")) == [("D107", Severity.INFO), ("D193", Severity.WARNING)]


def test_a_waiver_without_reason_does_not_waive(tmp_path: Path) -> None:
    text = waiver().replace("    причина: договор подписан заново\n", "")

    assert ("D107", Severity.ERROR) in found(tmp_path, text)


def test_the_root_has_no_errors_no_warnings_and_exactly_the_three_waivers_of_the_seed() -> None:
    diagnostics = check_workspace(ROOT).diagnostics

    assert {(d.code, d.severity) for d in diagnostics} == {
        ("D112", Severity.INFO),
        ("D125", Severity.INFO),
        ("S115", Severity.INFO),
    }


def test_the_waivers_of_the_root_do_not_outlive_its_year(tmp_path: Path) -> None:
    copy_of_root(tmp_path)
    school = tmp_path / "data" / "school.yaml"
    school.write_text(school.read_text(encoding="utf-8").replace("2023/2024", "2024/2025"), encoding="utf-8")

    codes = [d.code for d in check_workspace(tmp_path).diagnostics if d.code == "D190"]

    assert codes == ["D190"] * 3
