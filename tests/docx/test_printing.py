from __future__ import annotations

import re

import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from actgen.docx import FillFault, compile, fill, golden_text, plain_text
from actgen.docx.archive import read_members
from tests.docx.making import make_docx


def fault(text: str, words: dict[str, object]) -> str:
    with pytest.raises(FillFault) as raised:
        fill(compile(make_docx("Приказ", text)), words)
    (found,) = raised.value.diagnostics
    return f"{found.code} {found.message}"


@pytest.mark.parametrize(
    ("text", "words", "message"),
    [
        (
            "{{ наставнк }}",
            {"наставник": "x"},
            "W010 в шаблоне неизвестное слово «наставнк», абзац 2: «{{ наставнк }}»; похожее: «наставник»",
        ),
        (
            "{{ п.фоо }}",
            {"п": {"фио": "x"}},
            "W010 в шаблоне неизвестное слово «фоо», абзац 2: «{{ п.фоо }}»; похожее: «фио»",
        ),
        (
            "от {% if нет %}{% endif %}",
            {},
            "W010 в шаблоне неизвестное слово «нет», абзац 2: «от {% if нет %}{% endif %}»",
        ),
        ("{% for а in нет %}{% endfor %}", {}, "W010 в шаблоне неизвестное слово «нет», абзац 2"),
        ("{{ а }}", {"а": {"б": 1}}, "W011 слово — группа слов, а не текст: абзац 2: «{{ а }}»"),
        ("{{ а }}", {"а": None}, "W011 слово — пусто, а не текст: абзац 2"),
        ("{{ а }}", {"а": True}, "W011 слово — да или нет, а не текст: абзац 2"),
        ("{{ а|upper }}", {"а": {"б": 1}}, "W011"),
        ("{{ а|join(', ') }}", {"а": [{"б": 1}]}, "W011"),
        ("{{ 'x' ~ а }}", {"а": ["б"]}, "W011"),
        ("{% for б in а %}{{ б }}{% endfor %}", {"а": "слово"}, "W011 здесь место списку, а слово — текст: абзац 2"),
        ("{% if а > 1 %}{% endif %}", {"а": "слово"}, "W013 выражение не вычисляется: абзац 2"),
        ("{{ а }}", {"а": "x\u202ey"}, "W012 знак направления письма U+202E в слове: абзац 2: «{{ а }}»"),
    ],
)
def test_word_that_does_not_fit_is_named_with_its_place(text: str, words: dict[str, object], message: str) -> None:
    assert fault(text, words).startswith(message)


def test_error_in_a_loop_names_the_tag_in_it() -> None:
    def change(document: Document) -> None:
        table = document.add_table(3, 2)
        texts = ("{%tr for п in пары %}", "", "{{ п.кто }}", "{{ п.кому }}", "{%tr endfor %}", "")
        for cell, text in zip(table._cells, texts, strict=True):
            cell.text = text

    with pytest.raises(FillFault, match=re.escape("«кому», таблица 1, строка 2, ячейка 2: «{{ п.кому }}»")):
        fill(compile(make_docx(change=change)), {"пары": [{"кто": "а", "кому": "б"}, {"кто": "а"}]})


def test_filter_sees_the_word_and_not_its_escaped_form() -> None:
    template = compile(
        make_docx("{{ а|upper }}", "{{ а|e }}", "{{ б|join(' & ') }}", "{{ а ~ '<' }}", "{{ а|с_прописной }}")
    )

    filled = fill(template, {"а": "a & b", "б": ["x", "<y>"]})

    assert plain_text(filled).splitlines() == ["A & B", "a & b", "x & <y>", "a & b<", "A & b"]


def test_plain_text_given_to_a_run_command_stands_in_a_run() -> None:
    template = compile(make_docx("до {{r а }} после", "{{p а }}"))

    assert golden_text(fill(template, {"а": "x < y"})) == "Normal| до x < y после\nNormal| x < y\n"


def test_word_in_a_control_inside_a_line_stays_inside_the_line() -> None:
    def change(document: Document) -> None:
        control = (
            f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent><w:r><w:t>{{{{r а }}}}</w:t></w:r></w:sdtContent></w:sdt>"
        )
        document.add_paragraph("поле: ")._p.append(parse_xml(control))

    xml = read_members(fill(compile(make_docx(change=change)), {"а": "x"}))["word/document.xml"].decode()

    assert re.search(r"<w:sdtContent>(<w:r>(<w:t[^>]*>[^<]*</w:t>)?</w:r>)+</w:sdtContent>", xml)


def test_line_feed_is_a_blank_where_word_knows_no_line_break() -> None:
    def change(document: Document) -> None:
        document.core_properties.title = "{{ а }}"

    core = read_members(fill(compile(make_docx(change=change)), {"а": "одна\nдве"}))["docProps/core.xml"].decode()

    assert "<dc:title>одна две</dc:title>" in core


def test_brace_written_for_a_brace_is_one_in_the_template_and_itself_in_data() -> None:
    template = compile(make_docx("{_{ а }_} и {{ а }}"))

    assert plain_text(fill(template, {"а": "{_{ б }_}"})) == "{{ а }} и {_{ б }_}"


def test_template_is_compiled_once_however_often_it_is_filled(monkeypatch: pytest.MonkeyPatch) -> None:
    from jinja2 import Environment

    calls: list[object] = []
    compile_by_jinja = Environment.compile

    def counted(self: Environment, *args: object, **options: object) -> object:
        calls.append(args)
        return compile_by_jinja(self, *args, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", counted)
    template = compile(make_docx("{{ а }}", change=lambda d: d.sections[0].header.add_paragraph("{{ а }}")))

    assert len(calls) == len(template.parts) == 2
    for number in range(20):
        fill(template, {"а": number})
    assert len(calls) == 2
