from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from actgen.diagnostics import Outcome, Place
from actgen.sources import CODES, Mapping, Text, decode, read_content, read_yaml
from actgen.sources.values import LOST
from tests.sources.bad_yaml import BAD, Bad
from tests.sources.odd_yaml import ODD


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name)
def test_bad_yaml_is_reported_once_at_its_cause(bad: Bad) -> None:
    outcome = read_content("data/x.yaml", bad.text.encode())

    assert [(d.code, d.place.line, d.place.column) for d in outcome.diagnostics] == list(bad.expected)


@pytest.mark.parametrize(("name", "text", "said"), ODD, ids=[name for name, _, _ in ODD])
def test_odd_yaml_comes_through_as_written(name: str, text: str, said: dict[str, Any]) -> None:
    outcome = read_content("data/x.yaml", text.encode())

    assert (outcome.value, outcome.diagnostics) == (said, ())


def test_every_scalar_is_a_text() -> None:
    outcome = read_yaml("data/x.yaml", "а: 1\nб: да\nв: [2025-01-01, ~]\n")

    assert outcome.value is not None
    assert all(isinstance(v, Text) for v in (outcome.value["а"], outcome.value["б"], *outcome.value["в"]))


def test_values_and_keys_know_their_places() -> None:
    outcome = read_yaml("data/x.yaml", "школа:\n  город: Ключи\n  дети: [Аня, Яна]\n  пусто:\n")

    assert outcome.value is not None
    school = outcome.value["школа"]
    assert school.place == Place("data/x.yaml", 2, 3, 5)
    assert school.key_places["город"] == Place("data/x.yaml", 2, 3, 5)
    assert school["город"].place == Place("data/x.yaml", 2, 10, 5)
    assert school["дети"].place == Place("data/x.yaml", 3, 9, 10)
    assert school["дети"][1].place == Place("data/x.yaml", 3, 15, 3)
    assert school["пусто"].place == Place("data/x.yaml", 4, 3, 5)


def test_empty_list_item_is_shown_at_its_dash() -> None:
    outcome = read_yaml("data/x.yaml", "дети:\n  - Аня\n  -\n  - Яна\n")

    assert outcome.value is not None
    assert outcome.value["дети"][1].place == Place("data/x.yaml", 3, 3)


def test_byte_order_mark_does_not_move_the_first_column() -> None:
    outcome = read_yaml("data/x.yaml", "\ufeffгород: Ключи\n")

    assert outcome.value is not None
    assert outcome.value.key_places["город"] == Place("data/x.yaml", 1, 1, 5)


def test_repeated_key_is_reported_where_it_stands_again() -> None:
    outcome = read_yaml("data/school.yaml", "город: Ключи\nгород: Северск\n")

    assert [(d.code, d.place.line) for d in outcome.diagnostics] == [("F002", 2)]
    assert outcome.diagnostics[0].related[0].place == Place("data/school.yaml", 1, 1, 5)


def test_list_with_dashes_of_word_is_read_as_it_was_meant() -> None:
    outcome = read_yaml("data/x.yaml", "знакомятся:\n  — Белова\n  — Иванова\n")

    assert outcome.value == {"знакомятся": ["Белова", "Иванова"]}
    assert outcome.diagnostics[0].message == "вместо дефиса в списке стоит знак «—»; также в строке 3"


def test_list_indented_by_tabs_is_read_as_it_was_meant() -> None:
    outcome = read_yaml("data/x.yaml", "пары:\n\t- наставник: А\n\t  форма: Б\n")

    assert outcome.value == {"пары": [{"наставник": "А", "форма": "Б"}]}


def test_forty_dashes_of_word_are_one_finding() -> None:
    outcome = read_yaml("data/x.yaml", "знакомятся:\n" + "  — наставник: А\n    форма: Б\n" * 40)

    assert [d.code for d in outcome.diagnostics] == ["F009"]


def test_thousands_of_bad_lines_are_answered() -> None:
    outcome = read_yaml("data/x.yaml", "а:\n" + "— б\n" * 3000 + "\tв: г: д\n" * 3000)

    assert outcome.value is None
    assert outcome.diagnostics


def test_tab_message_names_the_other_lines() -> None:
    outcome = read_yaml("data/x.yaml", "а:\n" + "\tб: в\n" * 8)

    assert outcome.diagnostics[0].message.endswith("также в строках 3, 4, 5, 6, 7 и далее")


def test_alias_bomb_is_refused_without_being_built() -> None:
    lines = ["а0: &а0 [х, х, х]"] + [f"а{n}: &а{n} [{', '.join([f'*а{n - 1}'] * 9)}]" for n in range(1, 9)]

    outcome = read_yaml("data/x.yaml", "\n".join(lines).replace("а", "a"))

    assert {d.code for d in outcome.diagnostics} == {"F021"}


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "а: [", '"'])
def test_endless_nesting_is_refused(opening: str) -> None:
    outcome = read_yaml("data/x.yaml", opening * 50_000)

    assert outcome.has_errors


def test_lone_surrogate_is_a_finding() -> None:
    outcome = read_yaml("data/x.yaml", "город: \ud800\n")

    assert [(d.code, d.place.column) for d in outcome.diagnostics] == [("F005", 8)]


def test_every_code_of_the_corpus_has_a_title() -> None:
    assert {code for bad in BAD for code, _, _ in bad.expected} <= set(CODES)


def test_corpus_shows_every_code_that_yaml_text_can_give() -> None:
    elsewhere = {"F001", "F004", "F006", "F031", "F040"}

    shown = {code for bad in BAD for code, _, _ in bad.expected}

    assert {code for code in CODES if code.startswith("F")} - elsewhere == shown


_YAML_LIKE = st.text(st.sampled_from(list("аб:-#[]{}&*!|>'\"%@`?, \n\t\u00a0—•“”\r\\.0\ufffd")), max_size=60)


@given(st.one_of(st.text(max_size=80), _YAML_LIKE))
def test_any_text_is_answered_with_an_outcome(text: str) -> None:
    outcome = read_yaml("data/x.yaml", text)

    assert isinstance(outcome, Outcome)
    assert isinstance(outcome.value, Mapping) or outcome.has_errors or text == LOST
    lines = text.count("\n") + text.count("\r") + 1
    assert all(0 < d.place.line <= lines and d.place.column > 0 and d.place.length > 0 for d in outcome.diagnostics)


@given(st.binary(max_size=80))
def test_any_bytes_are_answered_with_an_outcome(content: bytes) -> None:
    assert isinstance(decode("data/x.yaml", content), Outcome)
    assert isinstance(read_content("data/x.yaml", content), Outcome)


# The Python loader alone takes a tab after a colon for a fault.
_ALIKE = [bad for bad in BAD if bad.name != "a tab between words of an earlier line"]


@pytest.mark.parametrize("bad", _ALIKE, ids=lambda bad: bad.name)
def test_bad_yaml_is_reported_the_same_without_libyaml(bad: Bad, monkeypatch: pytest.MonkeyPatch) -> None:
    with_libyaml = read_yaml("data/x.yaml", bad.text)
    monkeypatch.setattr("actgen.sources.yaml_reader._FAST_LOADER", yaml.SafeLoader)

    without = read_yaml("data/x.yaml", bad.text)

    assert [(d.code, d.place) for d in without.diagnostics] == [(d.code, d.place) for d in with_libyaml.diagnostics]
