"""Findings as text."""

from __future__ import annotations

from actgen.diagnostics import Diagnostic, Place, Related, Severity, closest
from actgen.diagnostics.diagnostic import in_order
from actgen.diagnostics.printing import MOST_SHOWN, as_data, concise, full, report, summary

TEXT = "пары:\n  - наставник: Иванова М.П.\n\t  форма: а\n"
FINDING = Diagnostic(
    "D005", Severity.ERROR, "нет сотрудника «Иванова М.П.»", Place("data/pairs.yaml", 2, 16, 12), "добавьте сотрудника"
)


def test_a_finding_is_shown_with_its_line_and_a_mark_under_the_fault() -> None:
    assert full(FINDING, {"data/pairs.yaml": TEXT}).splitlines() == [
        "data/pairs.yaml:2:16: ошибка D005: нет сотрудника «Иванова М.П.»",
        "    2 |   - наставник: Иванова М.П.",
        "      |                ^^^^^^^^^^^^",
        "   подсказка: добавьте сотрудника        подробнее: actgen explain D005",
    ]


def test_a_mark_stands_under_the_fault_behind_a_tab_too_and_never_beyond_the_line() -> None:
    finding = Diagnostic("F007", Severity.WARNING, "а", Place("f", 3, 2, 99))

    lines = full(finding, {"f": TEXT}).splitlines()

    assert lines[2] == "      | \t" + "^" * len("  форма: а")


def test_a_finding_of_a_whole_file_has_no_line() -> None:
    finding = Diagnostic("F041", Severity.ERROR, "нет файла", Place("data/staff.yaml"))

    assert full(finding, {}).splitlines()[0] == "data/staff.yaml: ошибка F041: нет файла"
    assert concise(finding) == "data/staff.yaml: ошибка: нет файла [F041]"
    assert (as_data(finding)["line"], as_data(finding)["column"]) == (None, None)


def test_related_places_are_shown_under_the_finding() -> None:
    finding = Diagnostic("D006", Severity.ERROR, "двое", Place("f", 1, 1), "", (Related(Place("g", 2, 3), "здесь"),))

    assert "   g:2:3: здесь" in full(finding, {}).splitlines()


def test_of_very_many_findings_the_rest_is_counted_by_file() -> None:
    findings = [Diagnostic("D001", Severity.ERROR, "а", Place("f", line, 1)) for line in range(1, MOST_SHOWN + 4)]

    shown = report(findings, {})

    assert shown.count("ошибка D001") == MOST_SHOWN
    assert shown.endswith("и ещё 3: f: 3")
    assert summary(findings) == f"Ошибок: {MOST_SHOWN + 3}, предупреждений: 0."


def test_findings_stand_by_place_and_each_once() -> None:
    late, early = FINDING, Diagnostic("D001", Severity.ERROR, "а", Place("data/pairs.yaml", 1, 1))

    assert in_order([late, early, late]) == (early, late)


def test_the_nearest_name_folds_latin_look_alikes_and_letter_case() -> None:
    assert closest("cтaвкa", ["ставка", "должность"]) == "ставка"
    assert closest("ЁЛКА", ["елка"]) == "елка"
    assert closest("совсем другое", ["ставка"]) is None
    assert closest("", ["ставка"]) is None
