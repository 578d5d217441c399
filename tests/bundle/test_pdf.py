"""A finished PDF: tagged PDF/A-1, Russian, described, whole fonts, the same bytes every time."""

from __future__ import annotations

import io

import pikepdf
import pytest

from actgen.bundle import page_texts, read_facts, stands_for
from actgen.docx import SignatureField, compile, fill
from tests.bundle.office import needs_office, pdf_of, word_file
from tools.templates.markup import PORTRAIT, Row, cells, heading_row, paragraph, table
from tools.templates.package import Document, pack

pytestmark = needs_office


@pytest.fixture(scope="module")
def order() -> bytes:
    """An order in the shipped styles, with a heading, a table with its head, and two lines to sign on."""
    roles = ("директор", "куратор")
    body = (
        paragraph("Заголовок по центру", "О дне наставника"),
        paragraph("Текст", "Провести в школе день наставника."),
        table(
            "Таблица с границами",
            PORTRAIT,
            (1, 1),
            [heading_row("№", "Участник"), Row(cells("Таблица текст", "1", "Белова Е.Н."))],
        ),
        *(paragraph("Текст", "{{ подпись." + role + " }}") for role in roles),
    )
    template = compile(pack(Document(PORTRAIT, "".join(body))), file="templates/order.docx")
    words = {
        "документ": {"заголовок": "О дне наставника"},
        "организация": {"краткое": {"именительный": "МБОУ «Школа № 7»"}},
        "подпись": {role: SignatureField(role, "А.П. Орлова", role, "приказ") for role in roles},
    }
    return fill(template, words)


@pytest.fixture(scope="module")
def pdf(order: bytes) -> bytes:
    return pdf_of(order, "Место для подписи: директор", "Место для подписи: куратор")


def elements(pdf: pikepdf.Pdf, kind: str) -> list[pikepdf.Object]:
    return [
        entry
        for entry in pdf.objects
        if isinstance(entry, pikepdf.Dictionary) and entry.get("/Type") == "/StructElem" and kind == entry.S
    ]


def test_it_is_tagged_pdf_a_1_in_russian_with_title_and_bookmarks(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        said = opened.Root.Metadata.read_bytes()
        assert b"<pdfaid:part>1</pdfaid:part>" in said
        assert b"<pdfaid:conformance>A</pdfaid:conformance>" in said
        assert opened.Root.MarkInfo.Marked
        assert str(opened.Root.Lang) == "ru-RU"
        assert str(opened.docinfo["/Title"]) == "О дне наставника"
        assert opened.Root.ViewerPreferences.DisplayDocTitle
        with opened.open_outline() as outline:
            assert [item.title for item in outline.root] == ["О дне наставника"]


def test_the_first_row_of_a_table_is_its_head(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert elements(opened, "/TH")


def test_lines_to_sign_on_are_described_in_their_order(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        said = [str(figure.Alt) for figure in elements(opened, "/Figure")]

    assert said == ["Место для подписи: директор", "Место для подписи: куратор"]


def test_two_conversions_give_the_same_bytes(order: bytes, pdf: bytes) -> None:
    again = pdf_of(order, "Место для подписи: директор", "Место для подписи: куратор")

    assert again == pdf


def test_nothing_of_the_clock_is_in_it(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert not {"/CreationDate", "/ModDate"} & set(opened.docinfo.keys())
        assert b"xmp:CreateDate" not in opened.Root.Metadata.read_bytes()
        assert "/DocChecksum" not in opened.trailer
        assert opened.Root.OutputIntents[0].DestOutputProfile.read_bytes()[24:36] == bytes(12)


def test_fonts_are_inside_and_have_the_widths_of_the_named_one(pdf: bytes) -> None:
    facts = read_facts(pdf)

    assert facts.pages == 1
    assert facts.loose_fonts == frozenset()
    assert stands_for("Times New Roman", facts.fonts)


def test_a_font_that_is_not_inside_is_noticed() -> None:
    with pikepdf.new() as made:
        made.add_blank_page()
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        made.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=made.make_indirect(font)))
        stream = io.BytesIO()
        made.save(stream)

    assert read_facts(stream.getvalue()).loose_fonts == {"Helvetica"}


def test_the_text_of_each_page_is_read() -> None:
    texts = page_texts(pdf_of(word_file("Первая страница", "Вторая страница")))

    assert [text.strip() for text in texts] == ["Первая страница", "Вторая страница"]
