"""A line is added where it belongs; everything else stays byte for byte."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from actgen.sources import add_under


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
