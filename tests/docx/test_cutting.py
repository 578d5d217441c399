"""What is read in pieces is what an XML parser reads as a whole."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actgen.docx import ArchiveFault, Line, Page, QuickReader, compile, document_pages, fill
from actgen.docx.archive import BODY, read_members, write_members
from actgen.docx.cutting import cut_body
from actgen.docx.text import DocumentReader
from tests.docx.features import Feature, features
from tests.docx.making import make_docx
from tests.docx.specimen import random_words, specimen

Read = tuple[list[Line], tuple[Page, ...]] | None

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
START = f'<w:document xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
END = "</w:document>"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MEMBERS = read_members(make_docx("что-нибудь"))

# Each is a whole paragraph, or what may stand around or between them; `{}` takes what is inside.
NESTS = [
    "<w:p>{}</w:p>",
    '<w:p w:rsidR="00A1">{}</w:p>',
    '<w:p w:rsidR="a>b">{}</w:p>',
    "<w:p >{}</w:p >",
    f'<w:p xmlns:w="{W}">{{}}</w:p>',
    f'<x:p xmlns:x="{W}">{{}}</x:p>',
    f'<p xmlns="{W}">{{}}</p>',
    '<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:pageBreakBefore/></w:pPr>{}</w:p>',
    '<w:p><w:pPr><w:sectPr><w:pgMar w:left="567"/></w:sectPr></w:pPr>{}</w:p>',
    f'<w:p xmlns:x="{W}"><w:pPr><x:sectPr><x:pgMar x:left="567"/></x:sectPr></w:pPr>{{}}</w:p>',
    "<w:p><w:r><w:t>до </w:t><w:br/>{}</w:r></w:p>",
    "<w:p><w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r></w:p>",
    "<w:p><w:del>{}</w:del></w:p>",
    "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>",
    '<w:tbl xmlns:w="urn:other"><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>',
    "<w:tc>{}</w:tc>",
    "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "<w:r><w:t>{}</w:t></w:r>",
    '<w:sectPr><w:pgMar w:left="1701"/>{}</w:sectPr>',
]
LEAVES = [
    "",
    "текст",
    "&lt;w:p&gt;",
    "&#x416;\r\n",
    "a > b",
    "<w:p/>",
    '<w:p w:rsidR="1"/>',
    '<w:p w:rsidR=">"/>',
    '<w:p actgen-cut="0"/>',
    '<w:p actgen-cut = "0"/>',
    "actgen-cut",
    "<w:p><w:r><w:t>строка</w:t></w:r></w:p>",
    "<w:r><w:t>слово</w:t><w:tab/></w:r>",
    '<w:r><w:t>лист</w:t><w:br w:type="page"/><w:t>лист</w:t></w:r>',
    "<!-- <w:p> -->",
    "<![CDATA[</w:p><w:p>]]>",
    "<?какая-то </w:p> ?>",
    '<w:pPr><w:pStyle w:val="Title"/></w:pPr>',
    "&nbsp;",
    "<w:p>",
    "</w:p>",
    "<q:p></q:p>",
    "\x01",
]

blocks = st.recursive(
    st.sampled_from(LEAVES),
    lambda inner: st.builds(
        lambda nest, inside: nest.replace("{}", "".join(inside)), st.sampled_from(NESTS), st.lists(inner, max_size=3)
    ),
    max_leaves=12,
)


def read(reader: type[DocumentReader], content: bytes) -> Read:
    """Return all that rules read of a document, None where it is refused."""
    try:
        opened = reader(content)
        return list(opened.lines()), document_pages(opened)
    except ArchiveFault:
        return None


def with_body(text: str, encoding: str = "utf-8") -> bytes:
    return write_members({**MEMBERS, BODY: text.encode(encoding)})


@settings(max_examples=400)
@given(st.lists(blocks, max_size=6), st.sampled_from(["", DECLARATION]))
def test_any_body_is_read_in_pieces_as_it_is_read_as_a_whole(inside: list[str], declaration: str) -> None:
    content = with_body(f"{declaration}{START}<w:body>{''.join(inside)}</w:body>{END}")

    assert read(QuickReader, content) == read(DocumentReader, content)


@pytest.mark.parametrize(
    "body",
    [
        START.replace("xmlns:w", "xmlns:o") + "<o:body><o:p/></o:body></w:document>",
        f'<w:document xmlns:w="urn:other" xmlns:v="{W}"><v:body><w:p><v:r><v:t>а</v:t></v:r></w:p></v:body>{END}',
        f'<document xmlns="{W}"><body><p><r><t>а</t></r></p></body></document>',
        f"{START}<w:body><w:p><w:r><w:t>а</w:t></w:r></w:p>{END}",
        f"{START}<w:body><w:p><w:r><w:t>а</w:r></w:t></w:p></w:body>{END}",
        f"<!DOCTYPE w><w:document>{END}",
        "",
    ],
)
def test_a_body_that_begins_or_ends_in_another_way_is_read_as_a_whole(body: str) -> None:
    assert read(QuickReader, with_body(body)) == read(DocumentReader, with_body(body))


@pytest.mark.parametrize("encoding", ["cp1251", "utf-16", "utf-8-sig"])
def test_a_body_in_another_encoding_is_read_as_a_whole(encoding: str) -> None:
    declaration = DECLARATION.replace("UTF-8", encoding.removesuffix("-sig").upper().replace("CP", "windows-"))
    content = with_body(f"{declaration}{START}<w:body><w:p><w:r><w:t>Ж</w:t></w:r></w:p></w:body>{END}", encoding)

    assert read(QuickReader, content) == read(DocumentReader, content)


@pytest.mark.parametrize("feature", features(), ids=lambda feature: feature.name)
def test_everything_that_a_template_can_do_is_read_in_pieces_as_a_whole(feature: Feature) -> None:
    content = fill(compile(feature.template), feature.words)

    assert read(QuickReader, content) == read(DocumentReader, content)


@pytest.mark.parametrize("number", range(12))
def test_a_document_of_any_words_is_read_in_pieces_as_a_whole(number: int) -> None:
    content = fill(specimen(number), random_words(number))

    assert read(QuickReader, content) == read(DocumentReader, content)


def test_paragraphs_of_tables_are_cut_out_and_the_frame_is_that_of_another_document_of_the_template() -> None:
    def body(name: str) -> bytes:
        cell = f"<w:tc><w:p><w:r><w:t>{name}</w:t></w:r></w:p></w:tc>"
        return f"{DECLARATION}{START}<w:body><w:tbl><w:tr>{cell}</w:tr></w:tbl></w:body>{END}".encode()

    one, other = cut_body(body("Зимин")), cut_body(body("Белова"))

    assert one is not None
    assert other is not None
    assert one.frame == other.frame
    assert [len(one.paragraphs), len(other.paragraphs)] == [1, 1]
    assert "Белова" in other.paragraphs[0]
