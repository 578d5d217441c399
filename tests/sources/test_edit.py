"""A line is added where it belongs; everything else stays byte for byte."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from actgen.sources import add_item, add_under, remove_items, scalar, set_keys


def test_a_line_goes_to_the_end_of_an_entry_before_the_comments_that_follow() -> None:
    text = "# голова\nлюди:\n  Гусь О.И.:   # моя\n    пол: женский\n\n# хвост\nдолжности:\n"

    changed = add_under(text, ["люди", "Гусь О.И."], "проверено: да")

    assert (
        changed == "# голова\nлюди:\n  Гусь О.И.:   # моя\n    пол: женский\n    проверено: да\n\n# хвост\nдолжности:\n"
    )


def test_windows_line_ends_stay_and_are_used() -> None:
    changed = add_under("люди:\r\n  А:\r\n    пол: женский\r\n", ["люди", "Б"], "пол: мужской")

    assert changed == 'люди:\r\n  А:\r\n    пол: женский\r\n  "Б":\r\n    пол: мужской\r\n'


def test_an_empty_section_gets_its_first_entry() -> None:
    assert add_under("люди:\nимена:\n", ["люди", "А"], "пол: женский") == 'люди:\n  "А":\n    пол: женский\nимена:\n'


def test_a_file_without_a_last_line_end_gets_one() -> None:
    assert add_under("люди:\n  А:\n    пол: женский", ["люди", "А"], "проверено: да").endswith(
        "    пол: женский\n    проверено: да\n"
    )


def test_another_style_is_refused() -> None:
    with pytest.raises(ValueError, match="block style"):
        add_under("люди: {А: {пол: женский}}\n", ["люди", "Б"], "пол: мужской")


WORDS = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1).filter(lambda t: t.isprintable())


@given(st.lists(WORDS, unique=True, max_size=6), WORDS)
def test_what_was_added_is_read_back_and_nothing_else_changes(before: list[str], name: str) -> None:
    text = ""
    for other in before:
        text = add_under(text, ["люди", other], "пол: женский")

    changed = add_under(text, ["люди", name], "проверено: да")

    data = yaml.load(changed, yaml.BaseLoader)
    assert data["люди"][name]["проверено"] == "да"
    assert [data["люди"][other]["пол"] for other in before] == ["женский"] * len(before)


# --- items and keys -------------------------------------------------------------------------------


def test_the_first_item_stands_under_a_key_that_was_not_there_or_was_empty() -> None:
    for text in ("", "журнал:\n", "журнал: []\n"):
        changed = add_item(text, ["журнал"], ["вид: приказ", "номер: 2"])

        assert changed == "журнал:\n  - вид: приказ\n    номер: 2\n"


def test_an_item_goes_before_the_comments_after_the_list() -> None:
    text = "журнал:\n- {вид: план}  # свой\n\n# дальше\nещё: да\n"

    assert add_item(text, ["журнал"], ["вид: а"]) == "журнал:\n- {вид: план}  # свой\n- вид: а\n\n# дальше\nещё: да\n"


def test_a_key_in_the_middle_is_replaced_and_its_comment_stays() -> None:
    text = "журнал:\n  - вид: план  # 1\n    номер: 5    # исправлено\n    дата: 01.09.2026\n"

    changed = set_keys(text, ["журнал", 0], {"номер": "6", "дата": "02.09.2026", "состояние": "подписан"})

    assert changed == (
        "журнал:\n  - вид: план  # 1\n    номер: 6    # исправлено\n    дата: 02.09.2026\n    состояние: подписан\n"
    )


def test_an_empty_key_gets_its_value() -> None:
    assert set_keys("журнал:\n  - вид: а\n    номер:\n    дата:  # потом\n", ["журнал", 0], {"номер": "6"}) == (
        "журнал:\n  - вид: а\n    номер: 6\n    дата:  # потом\n"
    )


def test_windows_line_ends_stay_when_keys_and_items_are_added() -> None:
    text = "журнал:\r\n  - вид: а\r\n"

    assert set_keys(text, ["журнал", 0], {"номер": "6"}) == "журнал:\r\n  - вид: а\r\n    номер: 6\r\n"
    assert add_item(text, ["журнал"], ["вид: б", "номер: 1"]) == (
        "журнал:\r\n  - вид: а\r\n  - вид: б\r\n    номер: 1\r\n"
    )


def test_a_list_that_loses_every_item_is_left_empty() -> None:
    text = "# голова\nпары:   # все\n  - форма: а\n    вид: б\n# хвост\n"

    assert remove_items(text, ["пары"], [0]) == "# голова\nпары: []   # все\n# хвост\n"


@pytest.mark.parametrize("text", ["журнал: [{вид: а}]\n", "журнал: да\n", "- а\n", "{\n"])
def test_a_list_in_another_style_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        add_item(text, ["журнал"], ["вид: б"])


@given(st.lists(WORDS, min_size=1, max_size=6), st.data())
def test_a_key_that_was_set_is_read_back_and_nothing_else_changes(values: list[str], data: st.DataObject) -> None:
    text = ""
    for value in values:
        text = add_item(text, ["журнал"], [f"номер: {scalar(value)}"])
    position = data.draw(st.integers(0, len(values) - 1))
    new = data.draw(WORDS)

    changed = set_keys(text, ["журнал", position], {"номер": scalar(new), "дата": scalar(new)})

    read = yaml.load(changed, yaml.BaseLoader)["журнал"]
    assert read[position] == {"номер": new, "дата": new}
    assert [item["номер"] for number, item in enumerate(read) if number != position] == [
        value for number, value in enumerate(values) if number != position
    ]
