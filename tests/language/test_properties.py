"""Whatever is typed: nothing raises, a nominative stays, ё and the untouched words stay."""

import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from actgen.language import (
    Case,
    Forms,
    Gender,
    decline_name,
    decline_organisation,
    decline_position,
    decline_short_name,
    gender_of_name,
    typeset,
)

RUSSIAN = st.text(alphabet="абвгдежзиклмнорстуцчшщьыйёюяАБВЁ -–—.,()«»\"'№/ \u00a0ОИIVx1", max_size=40)
ANYTHING = st.one_of(st.text(max_size=30), RUSSIAN)
GENDERS = st.sampled_from([None, *Gender])
CASES = st.sampled_from(list(Case))


@settings(max_examples=300, deadline=None)
@given(ANYTHING, CASES, GENDERS)
def test_no_text_makes_a_name_raise(text: str, case: Case, gender: Gender | None) -> None:
    assert isinstance(decline_name(text, case, gender=gender).text, str)
    assert isinstance(decline_short_name(text, case, gender=gender).text, str)
    gender_of_name(text)


@settings(max_examples=200, deadline=None)
@given(ANYTHING, CASES)
def test_no_text_makes_a_title_or_an_organisation_raise(text: str, case: Case) -> None:
    assert isinstance(decline_position(text, case).text, str)
    assert isinstance(decline_organisation(text, case).text, str)


@given(ANYTHING)
def test_nominative_in_nominative_out(text: str) -> None:
    assert decline_name(text, Case.NOMINATIVE).text == text
    assert decline_position(text, Case.NOMINATIVE).text == text
    assert decline_organisation(text, Case.NOMINATIVE).text == text


@settings(max_examples=400, deadline=None)
@given(ANYTHING)
def test_text_set_twice_is_text_set_once(text: str) -> None:
    once = typeset(text)

    assert typeset(once) == once


@settings(max_examples=100, deadline=None)
@given(RUSSIAN, CASES, GENDERS)
def test_same_question_has_the_same_answer(text: str, case: Case, gender: Gender | None) -> None:
    forms = Forms()

    first = forms.name(text, case, gender)

    assert forms.name(text, case, gender) == first
    assert Forms().name(text, case, gender) == first


def test_importing_the_language_loads_neither_dictionary() -> None:
    code = "import sys, actgen.language; print(sorted({'pymorphy3', 'pytrovich'} & set(sys.modules)))"

    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert answer.stdout.strip() == "[]"
