"""Numbers of points, and the days on which they hold."""

from __future__ import annotations

from datetime import date

import pytest

from actgen.acts import Point, left_out, number_by_code, numbered, numbered_without, read_kinds
from actgen.acts.points import Outlines, every_point
from actgen.expressions import parse_text


def point(code: str, *below: Point, since: date | None = None, until: date | None = None) -> Point:
    return Point(code=code, wording=parse_text(code), since=since, until=until, points=below)


TREE = (
    point("а"),
    point("б", point("в"), point("г", until=date(2025, 2, 28)), point("д", point("е")), since=date(2024, 1, 1)),
    point("ж"),
)


def numbers(day: date) -> dict[str, str]:
    return dict(number_by_code(numbered(TREE, day)))


def test_points_are_numbered_through_the_tree_without_gaps() -> None:
    assert numbers(date(2024, 9, 1)) == {
        "а": "1",
        "б": "2",
        "в": "2.1",
        "г": "2.2",
        "д": "2.3",
        "е": "2.3.1",
        "ж": "3",
    }


def test_a_point_that_does_not_hold_leaves_no_gap() -> None:
    assert numbers(date(2025, 3, 1)) == {"а": "1", "б": "2", "в": "2.1", "д": "2.2", "е": "2.2.1", "ж": "3"}


def test_a_point_that_does_not_hold_takes_its_own_points_with_it() -> None:
    assert numbers(date(2023, 9, 1)) == {"а": "1", "ж": "2"}


@pytest.mark.parametrize(("day", "holds"), [(date(2025, 2, 28), True), (date(2025, 3, 1), False)])
def test_the_last_day_of_a_point_is_its_own(day: date, holds: bool) -> None:
    assert point("г", until=date(2025, 2, 28)).holds_on(day) is holds


def test_a_point_that_is_not_needed_is_left_out() -> None:
    points = tuple(numbered(TREE, date(2024, 9, 1)))

    found = numbered_without(points, left_out(points, lambda one: one.code != "б"))

    assert [(one.number, one.point.code) for one in found] == [("1", "а"), ("2", "ж")]


def test_points_left_out_anywhere_leave_no_gap_below_or_beside() -> None:
    points = tuple(numbered(TREE, date(2024, 9, 1)))

    found = numbered_without(points, left_out(points, lambda one: one.code not in ("а", "в")))

    assert number_by_code(found) == {"б": "1", "г": "1.1", "д": "1.2", "е": "1.2.1", "ж": "2"}


def test_nobody_is_asked_whether_a_point_below_one_left_out_is_needed() -> None:
    asked: list[str | None] = []

    def is_needed(one: Point) -> bool:
        asked.append(one.code)
        return one.code != "б"

    left_out(tuple(numbered(TREE, date(2024, 9, 1))), is_needed)

    assert asked == ["а", "б", "ж"]


DAYS = [date(2023, 12, 31), date(2024, 1, 1), date(2025, 2, 28), date(2025, 3, 1), date(2030, 1, 1)]


@pytest.mark.parametrize("day", DAYS)
def test_an_outline_has_the_points_of_its_day(day: date) -> None:
    outlines = Outlines(TREE)
    for other in DAYS:
        outlines.on(other)

    assert outlines.on(day).points == tuple(numbered(TREE, day))


def test_days_that_see_the_same_points_share_an_outline() -> None:
    outlines = Outlines(TREE)

    assert outlines.on(date(2024, 1, 1)) is outlines.on(date(2025, 2, 28))
    assert outlines.on(date(2025, 2, 28)) is not outlines.on(date(2025, 3, 1))


def test_every_point_of_the_tree_is_seen_whatever_its_dates() -> None:
    assert "".join(one.code or "" for one in every_point(TREE)) == "абвгдеж"


ACT = "название: {0}\nвид_документа: приказ\nкратко: {1}\nпорядок: {2}\n"


def test_kinds_stand_in_the_order_that_they_name() -> None:
    texts = {stem: (f"acts/{stem}.yaml", ACT.format(stem, stem, order)) for stem, order in (("a", 20), ("b", 10))}

    kinds = read_kinds(texts)

    assert kinds.diagnostics == ()
    assert [kind.stem for kind in kinds.value] == ["b", "a"]


@pytest.mark.parametrize("name", ["order-on-x", "приказ-об-икс", "Приказ об икс", "приказ_об_икс", " приказ-об-икс "])
def test_a_kind_is_found_by_its_file_and_by_its_short_name(name: str) -> None:
    kinds = read_kinds({"order-on-x": ("acts/order-on-x.yaml", ACT.format("Об икс", "приказ-об-икс", 1))}).value

    found = kinds.named(name)

    assert found is not None
    assert (found.stem, found.word) == ("order-on-x", "приказ_об_икс")


def test_a_kind_that_is_an_annex_knows_its_act() -> None:
    texts = {
        "a": ("acts/a.yaml", ACT.format("А", "а", 1) + "приложения: [б]\n"),
        "b": ("acts/b.yaml", ACT.format("Б", "б", 2)),
    }

    act, annex = read_kinds(texts).value

    kinds = read_kinds(texts).value
    assert kinds.parent_of(next(kind for kind in kinds if kind.stem == "b")) == act
    assert kinds.parent_of(act) is None
    assert annex.stem == "b"
