"""Indicators are counted from the data."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from actgen.acts import ActKinds, read_kinds
from actgen.plan.indicators import Indicator, indicator_groups, wave_means
from actgen.school import School, read_school
from tests.plan.test_matching import school
from tests.workspaces import PAIRS, ROOT, SCHOOL, STAFF
from tests.year_of_work import FILES


def indicators(**files: str) -> dict[str, Indicator]:
    """Return the indicators of the year by title, some files of the data replaced."""
    return by_title(school(**files))


def by_title(given: School) -> dict[str, Indicator]:
    """Return the indicators of a school by title, non-breaking blanks made plain."""
    groups = indicator_groups(given)
    return {one.title.replace("\N{NO-BREAK SPACE}", " "): one for group in groups for one in group.indicators}


def shipped_kinds() -> ActKinds:
    texts = {path.stem: (path.name, path.read_text(encoding="utf-8")) for path in Path(ROOT / "acts").glob("*.yaml")}
    return read_kinds(texts).value


def test_coverage_counts_those_whose_experience_is_not_above_the_rule() -> None:
    found = indicators()

    assert found["Педагогические работники со стажем не более 3 лет"].actual == "4"
    assert found["Доля охваченных среди работников со стажем не более 3 лет"].actual == "100"


def test_coverage_leaves_out_who_was_dismissed_before_the_year() -> None:
    staff = (
        FILES["data/staff.yaml"] + "  - {фио: Юрьев Юрий Юрьевич, должность: учитель, стаж: 1, уволен: 01.06.2026}\n"
    )

    assert indicators(staff=staff)["Педагогические работники со стажем не более 3 лет"].actual == "4"


def test_a_share_of_nobody_is_said_to_be_unknown() -> None:
    staff = STAFF.replace("    должность: учитель физики", "    должность: учитель физики\n    стаж: 9")
    texts = {**FILES, "data/school.yaml": SCHOOL, "data/staff.yaml": staff, "data/pairs.yaml": PAIRS}
    outcome = read_school({name: text for name, text in texts.items() if "bank" not in name and "year" not in name})

    assert outcome.value is not None
    assert by_title(outcome.value)["Доля охваченных среди работников со стажем не более 3 лет"].actual == "нет данных"


def test_load_is_the_mean_and_the_greatest_against_the_limit() -> None:
    found = indicators()

    assert found["Наставляемых на одного наставника в среднем"].actual == "1,3"
    assert found["Наибольшее число наставляемых у одного наставника"].actual == "2"
    assert found["Наибольшее число наставляемых у одного наставника"].planned == "не более 3"


def test_programs_are_counted_by_what_became_of_them() -> None:
    found = indicators()

    assert [found[title].actual for title in ("Выполнены", "Продлены", "Прекращены досрочно")] == ["1", "1", "1"]
    assert found["Доля выполненных программ"].actual == "33,3"
    assert "Итог ещё не подведён" not in found


def test_a_plan_of_a_computed_indicator_stands_beside_its_fact() -> None:
    found = indicators()

    assert (found["Наставники"].planned, found["Наставники"].actual) == ("4", "3")
    assert found["Открытые занятия наставляемых"].share == 90


def test_change_is_the_last_wave_less_the_first() -> None:
    means = {found.question.code: found for found in wave_means(school(), shipped_kinds())}

    assert sorted(means) == ["комфорт", "польза", "приёмы", "уверенность"]
    confidence = means["уверенность"]
    assert [str(value) for value in (confidence.first, confidence.last, confidence.change)] == ["5.5", "7.0", "1.5"]
    assert (confidence.first_answers, confidence.last_answers) == (2, 1)


def test_both_waves_ask_the_same_scales() -> None:
    kinds = shipped_kinds()
    waves = [kinds.named(name) for name in ("анкета-входная", "анкета-выходная")]

    scales = [{q.code: (q.text, q.marks) for q in kind.questions if q.kind.value == "шкала"} for kind in waves if kind]

    assert len(scales) == 2
    assert scales[0] == scales[1]


REPLACED = (
    FILES["data/pairs.yaml"].split("  - наставник: Бондарь")[0]
    + """\
    события:
      - {вид: отказ наставника, ид: otkaz, дата: 11.01.2027, с: 18.01.2027}
      - {вид: замена наставника, ид: zamena, с: 18.01.2027, новый_наставник: Бондарь О.И.}
"""
)


def test_a_replacement_counts_both_mentors_and_itself() -> None:
    found = indicators(pairs=REPLACED)

    assert found["Наставники"].actual == "2"
    assert found["Замены наставника"].actual == "1"
    assert found["Отказы наставников и отмены поручения"].actual == "1"
    assert "Прекращена работа пар и групп" not in found


def test_the_mentor_of_a_pair_is_who_replaced_the_former_one_from_that_day() -> None:
    pair = school(pairs=REPLACED).pairs[0]

    names = [pair.mentor_on(day).short_name for day in (date(2027, 1, 17), date(2027, 1, 18), None)]

    assert names == ["Лебедева Т.Н.", "Бондарь О.И.", "Бондарь О.И."]
    assert pair.stopped_on is None
