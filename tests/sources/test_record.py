from __future__ import annotations

import copy
import pickle
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BeforeValidator, Field, ValidationError, ValidationInfo

from actgen.diagnostics import Diagnostic, Outcome, Place, Related, closest
from actgen.sources import (
    Absent,
    Collector,
    Day,
    Line,
    Many,
    Mapping,
    Record,
    TextOr,
    Whole,
    believe,
    leave_absent,
    read_yaml,
    refuse,
)


class Person(Record):
    surname: Line = Field(alias="фамилия", description="как в паспорте")
    post: Line = Field(alias="должность", examples=["учитель математики"])
    since: Day | None = Field(None, alias="с")
    rate: Line | None = Field(None, alias="ставка")


def _find_person(value: Any, info: ValidationInfo[Collector]) -> Any:
    if isinstance(value, Person) or info.context is None:
        return value
    people: list[Person] = info.context.given
    named = [p for p in people if p.surname == value]
    if len(named) == 1:
        return named[0]
    if named:
        refuse("D006", f"так зовут двоих: {value}", related=[Related(p.place(), "здесь") for p in named])
    if value == "Тайная":
        leave_absent()
    similar = closest(str(value), [p.surname for p in people])
    return refuse("D005", f"нет сотрудника «{value}»; похожий: «{similar}»", hint=f"исправьте на «{similar}»")


Reference = Annotated[Person, BeforeValidator(_find_person)]


class Pair(Record):
    mentor: Reference = Field(alias="наставник")
    mentees: Many[Reference] = Field(alias="наставляемые")
    hours: Whole = Field(0, alias="часов")


class Staff(Record):
    people: list[Person] = Field(alias="сотрудники")


class Pairs(Record):
    pairs: Many[Pair] = Field(alias="пары")


def _mapping(text: str) -> Mapping:
    outcome = read_yaml("x.yaml", text)
    assert outcome.value is not None
    return outcome.value


def _staff(text: str) -> Outcome[Staff]:
    return believe(Staff, _mapping("сотрудники:\n" + text))


def _found(outcome: Outcome[Any]) -> list[tuple[str, int, int]]:
    return [(d.code, d.place.line, d.place.column) for d in outcome.diagnostics]


GOOD = "  - фамилия: Иванова\n    должность: учитель\n    с: 01.09.2023\n"


def test_good_record_is_whole() -> None:
    outcome = _staff(GOOD)

    assert outcome.diagnostics == ()
    assert outcome.value.people[0].surname == "Иванова"
    assert outcome.value.people[0].is_whole


# --- keys -------------------------------------------------------------------------------------------


def test_missing_key_is_shown_at_the_first_key_with_the_line_to_add() -> None:
    outcome = _staff("  - фамилия: Иванова\n")

    assert outcome.diagnostics == (
        Diagnostic(
            "D002",
            outcome.diagnostics[0].severity,
            "нет ключа: должность",
            Place("x.yaml", 2, 5, 7),
            "добавьте строку: «должность: учитель математики»",
        ),
    )


def test_hint_of_a_missing_key_explains_it() -> None:
    outcome = _staff("  - должность: учитель\n")

    assert outcome.diagnostics[0].hint == "добавьте строку: «фамилия: …» (как в паспорте)"


def test_missing_key_of_the_file_is_shown_at_line_one() -> None:
    assert _found(believe(Staff, _mapping("# пусто\n"))) == [("D002", 1, 1)]


def test_empty_value_of_a_required_key_is_shown_at_the_key() -> None:
    outcome = _staff("  - фамилия: Иванова\n    должность:\n")

    assert _found(outcome) == [("D002", 3, 5)]
    assert outcome.diagnostics[0].message == "ключ пуст: должность"


def test_empty_value_of_an_optional_key_is_not_given() -> None:
    outcome = _staff(GOOD.replace("01.09.2023", ""))

    assert outcome.diagnostics == ()
    assert outcome.value.people[0].since is None


def test_misspelt_required_key_is_one_message() -> None:
    outcome = _staff("  - фамилия: Иванова\n    должнасть: учитель\n")

    assert _found(outcome) == [("D001", 3, 5)]
    assert outcome.diagnostics[0].message == "неизвестный ключ «должнасть»; похожий: «должность»"
    assert not outcome.value.people[0].has("post")


def test_misspelt_optional_key_leaves_its_field_absent() -> None:
    outcome = _staff(GOOD + "    ставкa: 1\n")

    assert _found(outcome) == [("D001", 5, 5)]
    assert outcome.diagnostics[0].message == "в ключе буквы из латиницы: «ставкa» вместо «ставка»"
    assert not outcome.value.people[0].has("rate")


def test_key_far_from_all_is_shown_with_the_known_ones() -> None:
    outcome = _staff(GOOD + "    xyz: 1\n")

    assert outcome.diagnostics[0].hint == "здесь бывают ключи: фамилия, должность, с, ставка"


def test_misspelt_key_beside_the_right_one_is_a_line_too_many() -> None:
    outcome = _staff(GOOD + "    должнось: учитель\n")

    assert _found(outcome) == [("D001", 5, 5)]
    assert outcome.value.people[0].is_whole


def test_english_field_name_is_an_unknown_key_with_the_russian_one() -> None:
    outcome = _staff("  - surname: Иванова\n    должность: учитель\n")

    assert _found(outcome) == [("D001", 2, 5)]
    assert "«фамилия»" in outcome.diagnostics[0].message


# --- values -----------------------------------------------------------------------------------------


def test_broken_field_is_absent_and_the_rest_is_believed() -> None:
    outcome = _staff(GOOD.replace("01.09.2023", "31.02.2023") + GOOD)
    person = outcome.value.people[0]

    assert _found(outcome) == [("D004", 4, 8)]
    assert (person.surname, person.is_whole, person.has("since")) == ("Иванова", False, False)
    assert outcome.value.people[1].is_whole
    assert outcome.value.is_whole


def test_reading_an_absent_field_names_record_and_field() -> None:
    person = _staff("  - фамилия: Иванова\n").value.people[0]

    with pytest.raises(Absent) as caught:
        _ = person.post

    assert (caught.value.record, caught.value.field) == (person, "post")
    assert not hasattr(person, "post")


def test_all_faults_of_all_records_come_in_one_run() -> None:
    outcome = _staff("  - фамилия: [а]\n    с: вчера\n  - должность: учитель\n  - текст\n  -\n  - [а]\n")

    assert sorted(_found(outcome)) == [
        ("D002", 2, 5),
        ("D002", 4, 5),
        ("D003", 2, 14),
        ("D003", 5, 5),
        ("D003", 6, 3),
        ("D003", 7, 5),
        ("D004", 3, 8),
    ]
    assert len(outcome.value.people) == 2


def test_text_in_place_of_a_record_with_a_glued_colon_is_explained() -> None:
    outcome = _staff("  - фамилия:Иванова\n")

    assert outcome.diagnostics[0].hint == "поставьте пробел после двоеточия: «фамилия: Иванова»"


def test_text_in_place_of_a_list_of_records_is_one_message() -> None:
    assert _found(believe(Staff, _mapping("сотрудники: Иванова\n"))) == [("D003", 1, 13)]


def test_broken_items_are_dropped_and_the_rest_keeps_its_places() -> None:
    class Week(Record):
        days: list[Day] = Field(alias="дни")

    outcome = believe(Week, _mapping("дни: [31.02.2026, 01.09.2026, вчера, 02.09.2026]\n"))

    assert _found(outcome) == [("D004", 1, 7), ("D004", 1, 31)]
    assert [day.day for day in outcome.value.days] == [1, 2]
    assert outcome.value.place("дни", 1) == Place("x.yaml", 1, 38, 10)
    assert not outcome.value.is_whole


def test_list_of_which_nothing_is_left_is_absent() -> None:
    class Week(Record):
        days: list[Day] = Field(alias="дни")

    outcome = believe(Week, _mapping("дни: [вчера]\n"))

    assert not outcome.value.has("days")


def test_broken_entry_of_a_mapping_is_dropped() -> None:
    class Rates(Record):
        by_name: dict[str, Whole] = Field(alias="часы")

    outcome = believe(Rates, _mapping("часы: {а: 1, б: много}\n"))

    assert _found(outcome) == [("D003", 1, 17)]
    assert outcome.value.by_name == {"а": 1}


def test_value_lost_in_saving_has_no_message_of_its_own() -> None:
    outcome = _staff("  - фамилия: Ивано\ufffdа\n    должность: учитель\n")

    assert outcome.diagnostics == ()
    assert not outcome.value.people[0].has("surname")


def test_finding_of_a_nested_record_is_said_once_when_its_neighbour_is_dropped() -> None:
    class Things(Record):
        things: list[TextOr[Whole, Person]] = Field(alias="вещи")

    outcome = believe(Things, _mapping("вещи:\n  - много\n  - фамилия: Иванова\n"))

    assert sorted(_found(outcome)) == [("D002", 3, 5), ("D003", 2, 5)]


# --- references -------------------------------------------------------------------------------------

PEOPLE = _staff(GOOD + GOOD.replace("Иванова", "Белова") + GOOD.replace("Иванова", "Ким") * 2).value.people


def _pairs(text: str) -> Outcome[Pairs]:
    return believe(Pairs, _mapping("пары:\n" + text), PEOPLE)


def test_reference_gives_the_person() -> None:
    outcome = _pairs("  - наставник: Иванова\n    наставляемые: Белова\n")

    assert outcome.diagnostics == ()
    assert outcome.value.pairs[0].mentor is PEOPLE[0]
    assert outcome.value.pairs[0].mentees == (PEOPLE[1],)


def test_unknown_reference_is_shown_with_the_similar_one() -> None:
    outcome = _pairs("  - наставник: Ивонова\n    наставляемые: Белова\n")

    assert _found(outcome) == [("D005", 2, 16)]
    assert outcome.diagnostics[0].message == "нет сотрудника «Ивонова»; похожий: «Иванова»"
    assert outcome.value.pairs[0].mentees == (PEOPLE[1],)


def test_ambiguous_reference_shows_both_places() -> None:
    outcome = _pairs("  - наставник: Иванова\n    наставляемые: [Белова, Ким]\n")

    assert _found(outcome) == [("D006", 3, 28)]
    assert [related.place.line for related in outcome.diagnostics[0].related] == [8, 11]
    assert outcome.value.pairs[0].mentees == (PEOPLE[1],)


def test_reference_whose_cause_was_said_elsewhere_is_absent_without_a_word() -> None:
    outcome = _pairs("  - наставник: Тайная\n    наставляемые: Белова\n")

    assert outcome.diagnostics == ()
    assert not outcome.value.pairs[0].has("mentor")


# --- places -----------------------------------------------------------------------------------------


def test_record_knows_its_places() -> None:
    pair = _pairs("  - наставник: Иванова\n    наставляемые: [Белова, Иванова]\n    часов:\n").value.pairs[0]

    assert pair.place() == Place("x.yaml", 2, 5, 9)
    assert pair.place("наставник") == Place("x.yaml", 2, 16, 7)
    assert pair.key_place("наставник") == Place("x.yaml", 2, 5, 9)
    assert pair.place("наставляемые") == Place("x.yaml", 3, 19, 17)
    assert pair.place("наставляемые", 1) == Place("x.yaml", 3, 28, 7)
    assert pair.place("наставляемые", 9) == pair.place("наставляемые")
    assert pair.place("часов") == Place("x.yaml", 4, 5, 5)
    assert pair.place("программа") == pair.place()
    assert pair.is_written("наставник")
    assert not pair.is_written("часов")


def test_single_value_is_the_first_item_of_its_list() -> None:
    pair = _pairs("  - наставник: Иванова\n    наставляемые: Белова\n").value.pairs[0]

    assert pair.place("наставляемые", 0) == Place("x.yaml", 3, 19, 6)


def test_record_gives_the_text_as_written_with_places_inside() -> None:
    person = _staff(GOOD).value.people[0]
    text = person.written("должность")

    assert text is not None
    assert text.place_at(2) == Place("x.yaml", 3, 18)
    assert person.written("ставка") is None


def test_record_made_in_memory_has_no_places() -> None:
    person = Person(surname="Иванова", post="учитель")

    assert (person.place(), person.place("фамилия"), person.key_place("фамилия")) == (Place(""),) * 3
    assert person.is_whole


def test_record_made_in_memory_with_a_wrong_field_is_our_own_mistake() -> None:
    with pytest.raises(ValidationError):
        Person(surname="Иванова", post="учитель", age=5)  # type: ignore[call-arg]


# --- as a value -------------------------------------------------------------------------------------


def test_records_are_equal_by_value_wherever_they_stand() -> None:
    one, two = _staff(GOOD + GOOD).value.people

    assert one == two
    assert hash(one) == hash(two)
    assert one != Person(surname="Белова", post="учитель")


def test_record_with_lists_can_be_a_key() -> None:
    staff = _staff(GOOD).value

    assert {staff: 1}[staff] == 1


def test_record_is_frozen() -> None:
    with pytest.raises(ValidationError):
        Person(surname="а", post="б").surname = "в"  # type: ignore[misc]


def test_record_survives_pickling_with_places_and_absences() -> None:
    person = _staff("  - фамилия: Иванова\n").value.people[0]

    for again in (pickle.loads(pickle.dumps(person)), copy.deepcopy(person)):
        assert again == person
        assert again.place("фамилия") == person.place("фамилия")
        with pytest.raises(Absent):
            _ = again.post


# --- whatever comes ---------------------------------------------------------------------------------

_KEYS = st.sampled_from(["сотрудники", "фамилия", "должность", "с", "ставка", "пары", "наставник", "xyz", "№"])
_SCALARS = st.sampled_from(["", "Иванова", "01.09.2023", "31.02.2026", "да", "~", "080", "'а'", '"б"', "Ким", "1"])
_VALUES: st.SearchStrategy[Any] = st.recursive(
    _SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_KEYS, inner, max_size=4)),
    max_leaves=12,
)


def _written(value: Any) -> str:
    """Return the value in flow style."""
    if isinstance(value, list):
        return "[" + ", ".join(_written(v) for v in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {_written(v)}" for k, v in value.items()) + "}"
    return str(value)


@given(st.dictionaries(_KEYS, _VALUES, max_size=4))
def test_any_yaml_is_answered_with_an_outcome(value: dict[str, Any]) -> None:
    read = read_yaml("x.yaml", "".join(f"{key}: {_written(item)}\n" for key, item in value.items()))
    if read.value is None:
        assert read.has_errors
        return

    for model in (Staff, Pairs, Person):
        outcome = believe(model, read.value, PEOPLE)
        assert isinstance(outcome.value, model)
        assert all(d.place.file == "x.yaml" and d.place.line for d in outcome.diagnostics)
        assert outcome == believe(model, read.value, PEOPLE)


class Branch(Record):
    name: Line = Field(alias="имя")
    weight: Whole = Field(1, alias="вес")
    branches: Many[Branch] = Field((), alias="ветви")


class Tree(Record):
    branches: Many[Branch] = Field((), alias="ветви")


def test_a_record_that_holds_its_own_kind_knows_what_is_absent_at_every_depth() -> None:
    text = "ветви:\n  - имя: б\n    вес: сто\n    ветви:\n      - вес: 2\n      - имя: в\n"
    values = read_yaml("x.yaml", text).value
    assert values is not None

    outer = believe(Tree, values).value.branches[0]
    inner = outer.branches

    assert (outer.is_whole, outer.has("weight"), outer.has("name")) == (False, False, True)
    assert [(branch.has("name"), branch.is_whole) for branch in inner] == [(False, False), (True, True)]
