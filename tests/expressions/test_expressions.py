"""Texts with words and conditions on words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actgen.expressions import ITEM, ExpressionFault, parse_condition, parse_text, sandbox

WORDS = {"год": {"первый": 2026}, "пары": [{"имя": "А"}, {"имя": "Б"}], "нет": ""}


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("без слов", "без слов"),
        ("{{ год.первый }} г.", "2026 г."),
        ("{% for п in пары %}{{ п.имя }};{% endfor %}", "А;Б;"),
        ("{% if пары %}да{% else %}нет{% endif %}", "да"),
        ("{% set г = год %}{{ г.первый }}", "2026"),
        ("{{ пары | length }}", "2"),
        ("< & >", "< & >"),
    ],
)
def test_a_text_is_printed_with_its_words(text: str, printed: str) -> None:
    assert parse_text(text).render(WORDS) == printed


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("а", set()),
        ("{{ год.первый }}", {("год", "первый")}),
        ("{% for п in пары %}{{ п.имя }}{% endfor %}", {("пары",), ("пары", ITEM, "имя")}),
        ("{% if а and б.в %}{{ г }}{% endif %}", {("а",), ("б", "в"), ("г",)}),
    ],
)
def test_the_words_that_a_text_reads_are_known_before_it_is_printed(text: str, used: set[tuple[str, ...]]) -> None:
    assert parse_text(text).used == used


@pytest.mark.parametrize(
    "text",
    [
        "{{ год.__class__ }}",
        "{{ пары.append }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ нет_такого }}",
        "{{ год.нет }}",
    ],
)
def test_nothing_but_words_can_be_read(text: str) -> None:
    with pytest.raises(ExpressionFault):
        parse_text(text).render(WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "{{ пары.sort() }}",
        "{% include 'a' %}",
        "{% import 'a' as а %}",
        "{% extends 'a' %}",
        "{% macro а() %}{% endmacro %}",
        "{% block а %}{% endblock %}",
        "{{ {'а': 1} }}",
        "{{ год | attr('x') }}",
        "{{ год | pprint }}",
        "{{ год",
        "{% if год %}",
        "{% endif %}",
        "{{ год }",
        "{{ }}",
        "{{ 1 + }}",
    ],
)
def test_what_is_wrong_or_forbidden_is_refused_in_russian(text: str) -> None:
    with pytest.raises(ExpressionFault) as fault:
        parse_text(text)

    assert re.search("[а-яё]", fault.value.reason)


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("", True),
        ("  ", True),
        ("пары", True),
        ("нет", False),
        ("год.первый >= 2025 and пары", True),
        ("not пары", False),
    ],
)
def test_a_condition_holds_or_not(condition: str, holds: bool) -> None:
    assert parse_condition(condition).holds(WORDS) is holds


@settings(deadline=None)
@given(st.text(max_size=60), st.sampled_from(["{{{{ {} }}}}", "{{% {} %}}", "{}", "{{{{ {} "]))
def test_any_text_is_read_or_refused_with_one_kind_of_fault(text: str, frame: str) -> None:
    try:
        parse_text(frame.format(text)).render(WORDS)
    except ExpressionFault as fault:
        assert fault.line >= 1


def test_the_sandbox_is_one_for_all_and_holds_no_data() -> None:
    assert sandbox() is sandbox()
    assert sandbox().globals == {} or not {"cycler", "lipsum", "namespace"} & set(sandbox().globals)
