"""Records are changed by marks: what was not meant stays byte for byte, or nothing is changed."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from actgen.sources import NotWritten, add_items, remove_items, scalar, set_value, set_values

LIST = """\
# люди
люди:
  - фио: Гусь  # первый
    стаж: 3

  # вторая
  - фио: >-
      Заяц
      Вера
    дела:
      - раз
# хвост
"""


def read(text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader)


@given(st.text(alphabet="Аб в:#-[]{}'\"\\,&*!|>%@`0.1?=\u00a0«»№", min_size=1, max_size=20))
def test_any_text_in_one_line_is_read_back_as_it_was(text: str) -> None:
    flat = " ".join(text.split())

    assert read(f"к: {scalar(text)}\n") == {"к": flat}
    assert read(f"- {scalar(text)}\n") == [flat]


@given(st.text(alphabet="Аб:#- 1", min_size=1, max_size=12).filter(lambda t: t.strip()), st.integers(0, 1))
def test_a_value_is_set_and_every_other_line_stays(value: str, position: int) -> None:
    changed = set_value(LIST, ["люди", position, "должность"], value)

    kept = [line for line in changed.splitlines() if line not in LIST.splitlines()]
    assert len(kept) == 1
    assert [line for line in changed.splitlines() if line != kept[0]] == LIST.splitlines()


def test_a_folded_value_is_replaced_as_a_whole() -> None:
    changed = set_value(LIST, ["люди", 1, "фио"], "Белова")

    assert changed == LIST.replace("  - фио: >-\n      Заяц\n      Вера\n", "  - фио: Белова\n")


def test_a_list_in_a_record_is_replaced_as_a_whole() -> None:
    changed = set_value(LIST, ["люди", 1, "дела"], ["два", "три: четыре"])

    assert changed == LIST.replace("      - раз\n", '      - два\n      - "три: четыре"\n')


@pytest.mark.parametrize("empty", ["люди:\n", "люди: []\n", "люди: # никого\n", "", "другое: 1\n"])
def test_the_first_record_of_a_list_is_written(empty: str) -> None:
    changed = add_items(empty, "люди", [{"фио": "Гусь", "дела": ["раз"], "итог": {"балл": "5"}}])

    assert read(changed)["люди"] == [{"фио": "Гусь", "дела": ["раз"], "итог": {"балл": "5"}}]


def test_a_record_goes_and_comments_stay() -> None:
    assert remove_items(LIST, "люди", [0]) == LIST.replace("  - фио: Гусь  # первый\n    стаж: 3\n", "")


@pytest.mark.parametrize(
    "text", ["люди: [{фио: Гусь}]\n", "люди: текст\n", "люди: {фио: Гусь}\n", "люди: [\n", "- фио: Гусь\n"]
)
def test_what_is_not_written_line_by_line_is_refused(text: str) -> None:
    with pytest.raises(NotWritten):
        add_items(text, "люди", [{"фио": "Заяц"}])


JOURNAL: list[str | int] = ["журнал", 0]


def test_a_record_in_braces_gets_a_key_and_its_comment_stays() -> None:
    text = "журнал:\n- {вид: план}  # свой\n\n# дальше\nещё: да\n"

    changed = set_values(text, [([*JOURNAL, "номер"], "6, второй"), ([*JOURNAL, "вид"], "приказ")])

    assert changed == 'журнал:\n- {вид: приказ, номер: "6, второй"}  # свой\n\n# дальше\nещё: да\n'


def test_a_list_deep_in_a_record_gets_its_first_and_its_second_record() -> None:
    text = "журнал:\n  - вид: план\n  - вид: приказ  # главный\n# хвост\n"

    once = add_items(text, [*JOURNAL, "файлы"], [{"файл": "а.pdf", "подпись": {"файл": "а.sig"}}])
    twice = add_items(once, [*JOURNAL, "файлы"], [{"файл": "б.pdf"}])

    assert twice == (
        "журнал:\n  - вид: план\n    файлы:\n      - файл: а.pdf\n        подпись:\n          файл: а.sig\n"
        "      - файл: б.pdf\n  - вид: приказ  # главный\n# хвост\n"
    )


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_record_in_braces_is_set_in_lines_for_a_list(end: str) -> None:
    braces = '- {вид: план, "номер" : "6, второй" , кто: [а, б], итог: ,}  # свой'
    text = f"журнал:{end}{braces}{end}{end}# дальше{end}- вид: приказ"

    changed = add_items(text, [*JOURNAL, "файлы"], [{"файл": "а.pdf"}])

    assert changed.split(end) == [
        "журнал:",
        "- вид: план  # свой",
        '  "номер" : "6, второй"',
        "  кто: [а, б]",
        "  итог:",
        "  файлы:",
        "    - файл: а.pdf",
        "",
        "# дальше",
        "- вид: приказ",
        "",
    ]


@pytest.mark.parametrize(
    "record", ["- {вид: план,\n   # важно\n   номер: 6}", "- {вид: план, кто: [а,\n  б]}", "- - {вид: план}"]
)
def test_a_record_in_braces_that_would_lose_anything_is_refused(record: str) -> None:
    with pytest.raises(NotWritten):
        add_items(f"журнал:\n{record}\n", [*JOURNAL, "файлы"], [{"файл": "а.pdf"}])


def test_windows_line_ends_stay_when_keys_and_records_are_added() -> None:
    text = "журнал:\r\n  - вид: а\r\n"

    assert set_value(text, [*JOURNAL, "номер"], "6") == "журнал:\r\n  - вид: а\r\n    номер: 6\r\n"
    assert add_items(text, "журнал", [{"вид": "б"}]) == "журнал:\r\n  - вид: а\r\n  - вид: б\r\n"


def test_a_list_that_loses_every_record_is_left_empty() -> None:
    text = "# голова\nпары:   # все\n  - форма: а\n    вид: б\n# хвост\n"

    assert remove_items(text, "пары", [0]) == "# голова\nпары: []   # все\n# хвост\n"
