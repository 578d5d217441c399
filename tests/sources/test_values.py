import copy
import pickle

import pytest

from actgen.diagnostics import Place
from actgen.sources import Text, place_of, read_yaml


def _text(yaml: str) -> Text:
    value = read_yaml("x.yaml", yaml).value
    assert value is not None
    text = value["т"]
    assert isinstance(text, Text)
    return text


@pytest.mark.parametrize(
    ("yaml", "line", "column"),
    [
        ("т: один {{ два }}\n", 1, 9),
        ('т: "один {{ два }}"\n', 1, 10),
        ("т: 'один {{ два }}'\n", 1, 10),
        ("т: |\n  один\n  {{ два }}\n", 3, 3),
        ("т: >\n  один\n  и {{ два }}\n", 3, 5),
        ("т: один\n  и {{ два }}\n", 2, 5),
    ],
)
def test_text_gives_the_place_of_a_character(yaml: str, line: int, column: int) -> None:
    text = _text(yaml)

    assert text.place_at(text.index("{{"), 2) == Place("x.yaml", line, column, 2)


def test_text_with_escapes_gives_its_own_place() -> None:
    text = _text('т: "а\\tб {{ в }}"\n')

    assert text.place_at(4) == text.place


def test_offset_outside_the_text_gives_its_own_place() -> None:
    text = _text("т: один\n")

    assert text.place_at(99) == text.place


def test_text_made_in_memory_has_no_place() -> None:
    assert Text("а").place_at(0) == Place("")
    assert place_of("а", Place("x.yaml", 1, 1)) == Place("x.yaml", 1, 1)


def test_text_of_blanks_is_empty() -> None:
    assert Text(" \u00a0").is_empty
    assert not Text("0").is_empty


def test_values_survive_pickling_and_copying() -> None:
    value = read_yaml("x.yaml", "т: один\nс: [а]\n").value
    assert value is not None

    for again in (pickle.loads(pickle.dumps(value)), copy.deepcopy(value)):
        assert again == value
        assert again["т"].place == value["т"].place
        assert again["с"].place == value["с"].place
        assert again.key_places == value.key_places
