from __future__ import annotations

import hashlib

import pytest
from docx.document import Document

from actgen.docx import TemplateFault, compile
from tests.docx.making import make_docx


def test_placeholder_knows_its_word_and_its_place() -> None:
    def change(document: Document) -> None:
        table = document.add_table(2, 2)
        table.cell(1, 1).text = "{{ наставник.фио.винительный }}"
        document.sections[0].header.paragraphs[0].text = "№ {{ номер }}"
        document.core_properties.title = "{{ название }}"

    template = compile(make_docx("Приказ", "от {{ дата }}", change=change))

    assert [(p.path, p.where) for p in template.placeholders] == [
        (("дата",), "абзац 2"),
        (("наставник", "фио", "винительный"), "таблица 1, строка 2, ячейка 2"),
        (("номер",), "верхний колонтитул, абзац 1"),
        (("название",), "свойства: название"),
    ]


def test_words_in_a_loop_are_named_by_their_list() -> None:
    template = compile(make_docx("{%p for п in пары %}", "{{ п.кто }}", "{%p endfor %}"))

    assert template.used == {("пары",), ("пары", "[]", "кто")}


def test_place_is_counted_in_the_document_as_its_author_sees_it() -> None:
    template = compile(make_docx("{%p if а %}", "текст", "{%p endif %}", "{{ б }}"))

    assert [p.where for p in template.placeholders if p.path == ("б",)] == ["абзац 4"]


def test_digest_is_that_of_the_file() -> None:
    content = make_docx("{{ а }}")

    assert compile(content).digest == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{{ а", "W002"),
        ("а }}", "W002"),
        ("{% if а %}", "W006"),
        ("{{ а б }}", "W003"),
        ("{{ а|попугай }}", "W003"),
        ("{{ а.__class__ }}", "W004"),
        ("{% include 'x' %}", "W004"),
    ],
)
def test_wrong_tag_is_reported_with_the_words_around(text: str, code: str) -> None:
    with pytest.raises(TemplateFault) as raised:
        compile(make_docx("Приказ", f"Закрепить {text} за"), file="templates/order.docx")

    (found,) = raised.value.diagnostics
    assert found.code == code
    assert found.place.file == "templates/order.docx"
    assert "абзац 2" in found.message
    assert "Закрепить" in found.message


def test_bytes_that_are_no_document_are_reported() -> None:
    with pytest.raises(TemplateFault) as raised:
        compile(b"PK\3\4 and nothing more")

    assert [d.code for d in raised.value.diagnostics] == ["W001"]
