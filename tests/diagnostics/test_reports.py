from __future__ import annotations

import json
from xml.etree import ElementTree

from actgen.diagnostics import Diagnostic, Place, Related, Severity
from actgen.diagnostics.printing import report
from actgen.diagnostics.reports import github, gitlab, junit, sarif, without_names

LATE = Diagnostic(
    "D103",
    Severity.ERROR,
    "ознакомлен(а) 14.09.2026, а акт издан 15.09.2026: Лебедева Т.Н., 100 %",
    Place("data/journal.yaml", 6, 30, 10),
    "исправьте дату",
    (Related(Place("data/journal.yaml", 4, 11), "акт издан здесь"),),
)
WHOLE = Diagnostic("W117", Severity.WARNING, "нет слова", Place("templates/note.docx"))
REMARK = Diagnostic("S115", Severity.INFO, "гриф смешан", Place("data/roadmap.yaml", 9, 10))


def test_github_begins_with_the_total_and_puts_errors_first() -> None:
    lines = github([REMARK, WHOLE, LATE]).splitlines()

    assert lines[0] == "::notice title=actgen::Ошибок: 1, предупреждений: 1."
    assert [line.split(" ")[0] for line in lines[1:]] == ["::error", "::warning", "::notice"]
    assert "file=data/journal.yaml,title=D103,line=6,col=30,endColumn=40::" in lines[1]
    assert "100 %25" in lines[1]


def test_github_escapes_what_would_end_a_property() -> None:
    odd = Diagnostic("D001", Severity.ERROR, "а\nб", Place("data/a:b,c.yaml", 1, 1))

    assert "file=data/a%3Ab%2Cc.yaml" in github([odd])
    assert "а%0Aб" in github([odd])


def test_a_gitlab_fingerprint_outlives_a_shift_of_lines() -> None:
    moved = Diagnostic(LATE.code, LATE.severity, LATE.message, Place("data/journal.yaml", 60, 30, 10), LATE.hint)

    before, after = json.loads(gitlab([LATE])), json.loads(gitlab([moved]))

    assert before[0]["fingerprint"] == after[0]["fingerprint"]
    assert len({one["fingerprint"] for one in json.loads(gitlab([LATE, moved]))}) == 2
    assert before[0]["location"] == {"path": "data/journal.yaml", "lines": {"begin": 6}}


def test_a_whole_file_has_line_1_in_gitlab_and_no_region_in_sarif() -> None:
    assert json.loads(gitlab([WHOLE]))[0]["location"]["lines"] == {"begin": 1}

    (result,) = json.loads(sarif([WHOLE], {}, "1"))["runs"][0]["results"]

    assert result["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "templates/note.docx"}}}]


def test_sarif_names_rules_counts_code_points_and_shows_related_places() -> None:
    (run,) = json.loads(sarif([LATE, WHOLE], {"D103": "ознакомлен раньше"}, "0.1"))["runs"]

    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["rules"][0] == {"id": "D103", "shortDescription": {"text": "ознакомлен раньше"}}
    assert [result["ruleIndex"] for result in run["results"]] == [0, 1]
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"]["endColumn"] == 40
    assert run["results"][0]["relatedLocations"][0]["message"] == {"text": "акт издан здесь"}


def test_junit_has_a_case_for_each_file_and_fails_those_with_errors() -> None:
    root = ElementTree.fromstring(junit([LATE, WHOLE], ["data/journal.yaml", "data/pairs.yaml"]).encode())

    cases = {case.get("name"): case for case in root.iter("testcase")}

    assert set(cases) == {"data/journal.yaml", "data/pairs.yaml", "templates/note.docx"}
    assert cases["data/journal.yaml"].find("failure") is not None
    assert cases["templates/note.docx"].find("failure") is None
    assert root.find("testsuite") is not None
    assert [suite.get("failures") for suite in root.iter("testsuite")] == ["1"]


def test_names_are_masked_and_the_record_is_named() -> None:
    (masked,) = without_names([LATE], lambda text: text.replace("Лебедева Т.Н.", "сотрудник 3"), lambda _: "запись 2")

    assert masked.message.startswith("запись 2: ")
    assert "Лебедева" not in masked.message
    assert masked.place == LATE.place


def test_a_report_shows_twenty_findings_and_counts_the_rest_by_file() -> None:
    many = [Diagnostic("D001", Severity.ERROR, f"нет {n}", Place(f"data/{n % 2}.yaml", n, 1)) for n in range(1, 26)]

    text = report(many, {})

    assert text.count("ошибка D001") == 20
    assert text.endswith("и ещё 5: data/0.yaml: 2, data/1.yaml: 3")


def test_a_report_shows_the_related_place() -> None:
    assert "data/journal.yaml:4:11: акт издан здесь" in report([LATE], {})
