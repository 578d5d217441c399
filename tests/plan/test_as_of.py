"""An act knows what its day knows: who is the mentor then, who works here then, which results there are."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from actgen.plan.as_of import begun, changes_by, current, school_on, spells
from actgen.plan.document import Subject
from actgen.plan.roles import role_people
from actgen.school import School, read_school
from tests.mentoring_year import FILES
from tests.plan.test_documents_of_the_year import changed, printed

BEFORE, AFTER, MAY = date(2027, 1, 17), date(2027, 1, 18), date(2027, 5, 31)


def school(old: str = "", new: str = "") -> School:
    """Return the school of the year, one text of its files replaced."""
    outcome = read_school({name: text.replace(old, new) if old else text for name, text in FILES.items()})
    assert outcome.value is not None
    return outcome.value


def named(role: str, given: School, day: date) -> list[str]:
    return [person.short_name for person in role_people(role, given, Subject(), day) or ()]


def test_the_mentor_is_who_it_is_on_the_day_of_the_act() -> None:
    given = school()

    assert named("наставники", given, BEFORE)[0] == "Заяц В.П."
    assert named("наставники", given, AFTER)[0] == "Седых В.И."


def test_who_is_dismissed_before_the_act_or_hired_after_it_is_on_no_sheet() -> None:
    given = school("должность: учитель физики\n", "должность: учитель физики\n    уволен: 01.03.2027\n")

    assert "Гусь Л.Б." in named("наставники", given, date(2027, 3, 1))
    assert "Гусь Л.Б." not in named("наставники", given, date(2027, 3, 2))
    assert "Белых И.Н." not in named("сотрудники", given, date(2026, 10, 11))
    assert "Белых И.Н." in named("сотрудники", given, date(2026, 10, 12))


def test_a_newcomer_is_who_is_hired_after_the_regulation() -> None:
    late = "  - {вид: regulation, дата: 20.10.2026, состояние: подписан}\n"
    outcome = read_school({**FILES, "data/journal.yaml": "журнал:\n" + late})
    assert outcome.value is not None

    assert named("новые сотрудники", school(), MAY) == ["Белых И.Н."]
    assert named("новые сотрудники", outcome.value, MAY) == []


def test_each_mentor_of_a_pair_has_a_term_of_her_own() -> None:
    pair = school().pairs[0]

    assert [(one.mentor.short_name, one.starts_on, one.ends_on) for one in spells(pair)] == [
        ("Заяц В.П.", date(2026, 9, 14), BEFORE),
        ("Седых В.И.", AFTER, MAY),
    ]


def test_a_pair_that_was_stopped_ends_on_the_eve() -> None:
    stopped = school().pairs[2]

    assert current(stopped).ends_on == date(2026, 11, 15)


@pytest.mark.parametrize(("day", "count"), [(date(2026, 9, 13), 0), (date(2026, 9, 14), 2), (date(2026, 10, 14), 3)])
def test_a_pair_that_begins_later_is_not_begun(day: date, count: int) -> None:
    assert len(begun(school(), day).pairs) == count


def test_days_between_which_nothing_happens_see_the_same_school() -> None:
    given = school()

    assert changes_by(given, date(2026, 10, 14)) == changes_by(given, date(2026, 11, 15))
    assert changes_by(given, BEFORE) < changes_by(given, AFTER)
    assert school_on(given, MAY) is given


def test_the_order_on_results_names_and_acquaints_the_last_mentor_only(tmp_path: Path) -> None:
    result = "    итог: {дата: 28.05.2027, программа: выполнена, поощрение: объявить благодарность}\n    события:\n"
    order = printed(changed(tmp_path, ("pairs", "    события:\n      - вид: замена", result + "      - вид: замена")))[
        "order-on-results", ""
    ]

    assert "Седых В.И. — Ковальчук Д.М." in order
    assert "с 18.01.2027 по 31.05.2027" in order
    assert "Заяц" not in order
