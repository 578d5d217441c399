"""Papers of the bank and of the year's end: made when the data ask for them, and what they say."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from actgen.docx import fill, golden_text
from actgen.workflow import Checked, check_workspace
from tests.workspaces import ROOT, small_workspace
from tests.year_of_work import FILES, SCHOOL, YEAR, year_workspace

OF_THE_BANK = {
    "mentor-register",
    "mentee-register",
    "mentor-register-public",
    "mentee-register-public",
    "selection-protocol",
    "questionnaire-mentor",
    "questionnaire-mentee",
    "questionnaire-pair-entry",
    "questionnaire-pair-exit",
    "questionnaire-curator",
}
OF_THE_YEAR = {"training-plan", "founder-letter", "founder-report", "publication-sheet", "school-program"}
OF_RESULTS = {"order-on-results", "monitoring-report"}
ALL = OF_THE_BANK | OF_THE_YEAR | OF_RESULTS
SURNAMES = ("Лебедев", "Бондар", "Седых", "Белов", "Жук", "Гоги", "Цой")


def printed(checked: Checked) -> Mapping[str, str]:
    """Return the text of each document of a workspace by its kind (the last of several)."""
    assert not checked.diagnostics
    return {
        document.planned.kind.stem: golden_text(
            fill(checked.templates[document.planned.kind.stem], document.words)
        ).replace("\N{NO-BREAK SPACE}", " ")
        for document in checked.plan.documents
    }


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    return check_workspace(year_workspace(tmp_path_factory.mktemp("year")))


@pytest.fixture(scope="module")
def texts(checked: Checked) -> Mapping[str, str]:
    return printed(checked)


def kinds_of(folder: Path) -> set[str]:
    return {document.planned.kind.stem for document in check_workspace(folder).plan.documents}


def test_every_paper_is_made_when_the_data_ask_for_it(texts: Mapping[str, str]) -> None:
    assert set(texts) >= ALL


def test_none_is_made_for_a_school_without_bank_and_work_of_the_year(tmp_path: Path) -> None:
    assert not kinds_of(small_workspace(tmp_path)) & ALL
    assert not kinds_of(ROOT) & ALL


def test_the_bank_alone_asks_for_its_own_papers(tmp_path: Path) -> None:
    folder = small_workspace(tmp_path, {name: text for name, text in FILES.items() if name != "data/year.yaml"})

    assert kinds_of(folder) & ALL == OF_THE_BANK | OF_RESULTS


@pytest.mark.parametrize(
    "kind", ["mentor-register-public", "mentee-register-public", "monitoring-report", "founder-report"]
)
def test_what_goes_to_the_site_without_personal_data_names_no_participant(texts: Mapping[str, str], kind: str) -> None:
    assert not [surname for surname in SURNAMES if surname in texts[kind]]


def test_a_public_register_says_no_needs(texts: Mapping[str, str]) -> None:
    assert "общение с родителями" in texts["mentee-register"]
    assert "общение с родителями" not in texts["mentee-register-public"]


def test_a_reward_says_whom_or_to_whom_as_its_verb_asks(texts: Mapping[str, str]) -> None:
    order = texts["order-on-results"]

    assert "объявить благодарность Лебедевой Татьяне Николаевне (учителю математики)" in order
    assert "наградить почётной грамотой Бондарь Ольгу Ивановну (учителя начальных классов)" in order
    assert ".." not in order


def test_the_order_on_results_has_only_the_points_that_the_results_ask_for(tmp_path: Path) -> None:
    pairs = FILES["data/pairs.yaml"].split("  - наставник: Бондарь")[0]
    folder = year_workspace(tmp_path, {"data/pairs.yaml": pairs})
    for unused in ("bondar", "gogia"):
        (folder / "data" / "programs" / f"{unused}.yaml").unlink()

    order = printed(check_workspace(folder))["order-on-results"]

    assert "Признать выполненными" in order
    assert "Продлить" not in order
    assert "прекращёнными" not in order


def test_a_questionnaire_is_a_blank_and_never_a_draft(checked: Checked) -> None:
    names = [d.file_name for d in checked.plan.documents if d.planned.kind.questions]

    assert len(names) == 5
    assert not [name for name in names if "проект" in name]


def test_a_short_scale_has_a_grid_of_five_and_a_long_one_of_ten(texts: Mapping[str, str]) -> None:
    assert "в каждой строке | 1 | 2 | 3 | 4 | 5 |\n" in texts["questionnaire-curator"]
    assert "| 9 | 10 |\n" in texts["questionnaire-mentee"]


def test_the_publication_sheet_lists_what_is_made_and_says_what_stands_on_the_site(texts: Mapping[str, str]) -> None:
    sheet = texts["publication-sheet"]

    assert "принято педсоветом 28.08.2026, протокол № 1" in sheet
    assert "05.09.2026" in sheet
    assert "без персональных данных" in sheet
    assert "закреплении наставнических пар" not in sheet


@pytest.mark.parametrize(
    ("kind", "position", "head"),
    [
        ("дошкольная образовательная организация", "воспитатель", "заведующий"),
        ("организация дополнительного образования", "педагог дополнительного образования", "директор"),
        ("профессиональная образовательная организация", "преподаватель", "директор"),
    ],
)
def test_papers_read_right_for_other_organisations(tmp_path: Path, kind: str, position: str, head: str) -> None:
    school = SCHOOL.replace("  город:", f"  вид: {kind}\n  город:").replace("средняя школа № 7", "Ключик")
    school = school.replace("СШ № 7", "Ключик").replace("общеобразовательное", "образовательное")
    staff = FILES["data/staff.yaml"].replace("должность: директор", f"должность: {head}")
    lines = [f"    должность: {position}" if "должность: учитель" in line else line for line in staff.split("\n")]

    folder = year_workspace(
        tmp_path,
        {
            "data/school.yaml": school.replace("kluchi-school7.ru", "kluchik.ru"),
            "data/staff.yaml": "\n".join(lines),
            "data/year.yaml": YEAR.split("программа_организации")[0].replace("school7", "kluchik"),
            "data/bank.yaml": FILES["data/bank.yaml"].replace("урок", "занятие").replace("«Учитель года»", "года"),
            "data/pairs.yaml": FILES["data/pairs.yaml"].replace("урок", "занятие"),
        },
    )

    texts = printed(check_workspace(folder))

    assert ("school-program" in texts) is (kind != "профессиональная образовательная организация")
    for stem in ALL & set(texts):
        words = texts[stem].casefold()
        assert not [word for word in ("школ", "учител", "учениц", "ученик") if word in words], stem
