import pytest

from actgen.diagnostics import Place
from actgen.sources import decode, read_content

TEXT = "город: Ключи\nулица: Лесная, дом № 5\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf8_is_read_without_a_word(encoding: str) -> None:
    outcome = decode("x.yaml", TEXT.encode(encoding))

    assert (outcome.value, outcome.diagnostics) == (TEXT, ())


@pytest.mark.parametrize("encoding", ["utf-16", "cp1251"])
def test_other_encoding_is_an_error_and_is_read(encoding: str) -> None:
    outcome = decode("x.yaml", TEXT.encode(encoding))

    assert outcome.value == TEXT
    assert [(d.code, d.place) for d in outcome.diagnostics] == [("F001", Place("x.yaml"))]


def test_other_faults_of_a_file_in_windows_1251_are_found_in_the_same_run() -> None:
    outcome = read_content("x.yaml", "город: Ключи\nгород: Северск\n".encode("cp1251"))

    assert [d.code for d in outcome.diagnostics] == ["F001", "F002"]


def test_lost_letters_are_one_finding_at_the_first() -> None:
    outcome = decode("x.yaml", "город: Клю\ufffd\ufffdи\nулица: Лес\ufffdая\n".encode())

    assert [(d.code, d.place) for d in outcome.diagnostics] == [("F003", Place("x.yaml", 1, 11, 2))]
    assert outcome.diagnostics[0].message.endswith("всего таких знаков: 3")


def test_undecodable_byte_is_shown_at_its_place() -> None:
    outcome = decode("x.yaml", "город: Клю".encode() + b"\xff" + "и\n".encode())

    assert [(d.code, d.place.line, d.place.column) for d in outcome.diagnostics] == [("F003", 1, 11)]


def test_field_with_lost_letters_has_no_second_message() -> None:
    outcome = read_content("x.yaml", "город: Клю\ufffdи\nулица: Лесная\n".encode())

    assert [d.code for d in outcome.diagnostics] == ["F003"]
    assert outcome.value is not None
    assert outcome.value["город"].is_lost


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"PK\x03\x04\x00\x00\x01\x02", "F004"), (b"\xff\xfe\x00\x00a\x00\x00\x00", "F004"), (b"a" * 1_000_001, "F006")],
    ids=["a Word file", "UTF-32", "a huge file"],
)
def test_file_that_is_no_text_has_one_finding_and_no_value(content: bytes, code: str) -> None:
    outcome = read_content("x.yaml", content)

    assert ([d.code for d in outcome.diagnostics], outcome.value) == ([code], None)


def test_letters_encoded_twice_stop_the_file() -> None:
    twice = TEXT.encode().decode("cp1251", "replace").encode()

    outcome = read_content("x.yaml", twice)

    assert ([d.code for d in outcome.diagnostics], outcome.value) == (["F003"], None)


def test_invisible_characters_of_many_lines_do_not_flood() -> None:
    outcome = decode("x.yaml", ("а\u200b\n" * 500).encode())

    assert len(outcome.diagnostics) == 20
