"""Doubtful forms are held back until a person confirms them; printed forms are locked."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from actgen.language import Case, Kind
from actgen.school import read_declension
from actgen.workflow import UnknownForm, build_workspace, check_workspace, confirm_forms, forms_of
from tests.workspaces import ROOT, SCHOOL, STAFF, small_workspace

LOCK = Path("data/declension.lock.yaml")
OVERRIDES = Path("data/declension.yaml")

# The curator's name is printed in the accusative by both orders; two doubts: which word is the surname, which gender.
DOUBTFUL = {
    "data/school.yaml": SCHOOL.replace("Зимин П.Л.", "Пономарь О.И."),
    "data/staff.yaml": STAFF.replace("Зимин Пётр Львович", "Пономарь О.И."),
}


def test_a_doubtful_name_holds_back_the_documents_that_would_print_it_and_no_other(tmp_path: Path) -> None:
    project = small_workspace(tmp_path, DOUBTFUL)

    written = build_workspace(project)

    held = {one.planned.kind.stem for one in written.checked.plan.held}
    built = {state.kind for state in written.states}
    assert held == {"order-on-mentoring", "order-on-pairs"}
    assert "regulation" in built
    assert {d.code for d in written.diagnostics if d.is_error} == {"L101"}
    assert {str(d.place) for d in written.diagnostics if d.is_error} == {"data/staff.yaml:4:10"}
    assert not any("риказ" in path.name for path in written.written)


def test_a_gender_that_is_written_takes_the_doubt_away(tmp_path: Path) -> None:
    project = small_workspace(tmp_path, DOUBTFUL)
    staff = project / "data/staff.yaml"
    staff.write_text(staff.read_text("utf-8").replace("Пономарь О.И.\n", "Пономарь О.И.\n    пол: женский\n"), "utf-8")

    written = build_workspace(project)

    assert not written.has_errors
    assert {state.kind for state in written.states} >= {"order-on-mentoring", "order-on-pairs", "regulation"}


def test_confirming_writes_the_overrides_and_never_the_lock(tmp_path: Path) -> None:
    project = small_workspace(tmp_path, DOUBTFUL)
    build_workspace(project)
    lock = (project / LOCK).read_bytes()

    rows = confirm_forms(project, ["Пономарь О.И."])

    assert [row.text for row in rows] == ["Пономарь О.И."]
    assert "проверено: да" in (project / OVERRIDES).read_text("utf-8")
    assert (project / LOCK).read_bytes() == lock
    assert not build_workspace(project).has_errors


def test_confirming_somebody_unknown_writes_nothing_and_names_the_nearest(tmp_path: Path) -> None:
    project = small_workspace(tmp_path, DOUBTFUL)

    with pytest.raises(UnknownForm) as unknown:
        confirm_forms(project, ["Пономар О.И."])

    assert unknown.value.nearest == "Пономарь О.И."
    assert not (project / OVERRIDES).exists()


def test_a_form_that_a_person_wrote_is_printed(tmp_path: Path) -> None:
    own = 'люди:\n  "Зимин Пётр Львович":\n    винительный: Зимина Петра Львовича-младшего\n'
    project = small_workspace(tmp_path, {str(OVERRIDES): own})

    checked = check_workspace(project)

    order = next(d for d in checked.plan.documents if d.planned.kind.stem == "order-on-mentoring")
    assert "Зимина Петра Львовича-младшего" in str(order.values)


@pytest.mark.parametrize(
    ("entry", "code", "line"),
    [
        ("    не_склонять: да\n    дательный: Зимину Петру Львовичу\n", "L201", 3),
        ("    дательный: Зимину Петру\n", "L201", 3),
        ("    пол: женский\n", "L102", 3),
        ("    проверено: нет\n", "L201", 2),
        ("    дательнй: Зимину Петру Львовичу\n", "D001", 3),
        ("    проверено: наверное\n", "D003", 3),
    ],
)
def test_an_entry_that_cannot_be_meant_is_reported_at_its_line(
    tmp_path: Path, entry: str, code: str, line: int
) -> None:
    project = small_workspace(tmp_path, {str(OVERRIDES): f'люди:\n  "Зимин Пётр Львович":\n{entry}'})

    checked = check_workspace(project)

    assert [(d.code, d.place.file, d.place.line) for d in checked.diagnostics] == [(code, str(OVERRIDES), line)]


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ('слова:\n  "тьюторант":\n    пол: женский\n', "L201"),
        ('слова:\n  "старший тьюторант":\n    пол: мужской\n', "L201"),
    ],
)
def test_a_noun_that_cannot_be_declined_so_is_reported(tmp_path: Path, entry: str, code: str) -> None:
    checked = check_workspace(small_workspace(tmp_path, {str(OVERRIDES): entry}))

    assert [(d.code, d.place.line) for d in checked.diagnostics] == [(code, 2)]


def test_a_taught_noun_is_printed_in_every_title_that_has_it(tmp_path: Path) -> None:
    staff = STAFF.replace("заместитель директора по учебно-воспитательной работе", "старший калькулятор")
    own = 'слова:\n  "Калькулятор":\n    винительный: вычислителя\n'
    checked = check_workspace(small_workspace(tmp_path, {"data/staff.yaml": staff, str(OVERRIDES): own}))

    order = next(d for d in checked.plan.documents if d.planned.kind.stem == "order-on-mentoring")

    assert not checked.has_errors
    assert "старшего вычислителя" in str(order.values)


def test_an_entry_that_no_document_needs_is_a_warning(tmp_path: Path) -> None:
    project = small_workspace(tmp_path, {str(OVERRIDES): "люди:\n  Гусь Ольга Ивановна:\n    проверено: да\n"})

    checked = check_workspace(project)

    assert [(d.code, str(d.place)) for d in checked.diagnostics] == [("L203", "data/declension.yaml:2:3")]
    assert not checked.has_errors


def test_removing_the_lock_and_building_again_gives_the_same_lock(tmp_path: Path) -> None:
    project = small_workspace(tmp_path)
    build_workspace(project)
    first = (project / LOCK).read_bytes()

    (project / LOCK).unlink()
    build_workspace(project)

    assert (project / LOCK).read_bytes() == first


def test_a_form_of_the_lock_is_printed_before_the_grammar_is_asked(tmp_path: Path) -> None:
    project = small_workspace(tmp_path)
    build_workspace(project)
    lock = project / LOCK
    lock.write_text(lock.read_text("utf-8").replace("Зимина Петра Львовича", "Зимина Петра Льва"), "utf-8")

    checked = check_workspace(project)

    assert "Зимина Петра Льва" in str([document.values for document in checked.plan.documents])


def test_locked_build_fails_on_a_missing_form_and_changes_nothing(tmp_path: Path) -> None:
    project = small_workspace(tmp_path)
    build_workspace(project)
    staff = project / "data/staff.yaml"
    staff.write_text(staff.read_text("utf-8").replace("Зимин Пётр Львович", "Зимин Павел Львович"), "utf-8")
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}

    written = build_workspace(project, is_locked=True)

    assert written.is_refused
    assert {d.code for d in written.diagnostics} == {"L204"}
    assert any("Зимина Павла Львовича" in d.message for d in written.diagnostics)
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_locked_build_passes_when_every_form_is_locked(tmp_path: Path) -> None:
    project = small_workspace(tmp_path)
    build_workspace(project)

    assert not build_workspace(project, tmp_path / "other", is_locked=True).has_errors


def test_check_of_a_locked_workspace_loads_no_dictionary(tmp_path: Path) -> None:
    project = small_workspace(tmp_path)
    build_workspace(project)
    program = (
        "import sys; from actgen import check_workspace; "
        f"assert not check_workspace({str(project)!r}).has_errors; "
        "print([m for m in ('pymorphy3', 'pytrovich') if m in sys.modules])"
    )

    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert answer.stdout.strip() == "[]"


def test_check_of_the_whole_year_loads_no_dictionary_of_words(tmp_path: Path) -> None:
    project = tmp_path / "school"
    shutil.copytree(ROOT / "examples" / "school-2026", project, ignore=shutil.ignore_patterns("out"))
    program = (
        "import sys; from actgen import check_workspace; "
        f"assert not check_workspace({str(project)!r}).has_errors; print('pymorphy3' in sys.modules)"
    )

    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert answer.stdout.strip() == "False"


def test_forms_shows_everybody_in_six_cases_the_doubtful_first(tmp_path: Path) -> None:
    project = small_workspace(tmp_path, DOUBTFUL)

    rows = forms_of(project)

    assert rows[0].text == "Пономарь О.И."
    assert rows[0].is_doubtful
    assert all(set(row.forms) == set(Case) for row in rows)
    lebedeva = next(row for row in rows if row.text == "Лебедева Татьяна Николаевна")
    assert lebedeva.kind is Kind.NAME
    assert lebedeva.forms[Case.ACCUSATIVE] == "Лебедеву Татьяну Николаевну"


def test_the_example_of_the_page_for_secretaries_is_read_without_a_fault() -> None:
    page = (ROOT / "docs" / "declension.md").read_text("utf-8")
    example = page.split("```yaml\n")[1].split("```")[0]

    declension = read_declension({str(OVERRIDES): example})

    assert declension.diagnostics == ()
    assert len(declension.value.overrides) == 8
