from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from actgen.docx import Layout, apply_layout
from actgen.docx.archive import read_members, write_members

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NARROW = Layout("PT Astra Serif", 13, left_mm=25, right_mm=15, top_mm=25, bottom_mm=22.5)
WIDE = Layout(left_mm=20)


def template(kind: str = "order-on-pairs") -> bytes:
    return (TEMPLATES / f"{kind}.docx").read_bytes()


def part(docx: bytes, name: str) -> ElementTree.Element:
    return ElementTree.fromstring(read_members(docx)[f"word/{name}.xml"])


def values(root: ElementTree.Element, tag: str, attribute: str) -> list[str | None]:
    return [element.get(W + attribute) for element in root.iter(W + tag)]


def indent_of(docx: bytes, style: str) -> dict[str, int]:
    found = part(docx, "styles").find(f"{W}style[@{W}styleId='{style}']/{W}pPr/{W}ind")
    assert found is not None
    return {name.removeprefix(W): int(value) for name, value in found.attrib.items()}


def test_default_layout_leaves_the_template_as_it_is() -> None:
    given = template()

    assert apply_layout(given, Layout()) is given


@pytest.mark.parametrize("kind", ["order-on-mentoring", "order-on-pairs", "program", "regulation", "roadmap"])
@pytest.mark.parametrize("layout", [NARROW, WIDE, Layout(size_points=12)])
def test_layout_applied_twice_is_the_layout_applied_once(kind: str, layout: Layout) -> None:
    once = apply_layout(template(kind), layout)

    assert apply_layout(once, layout) == once
    assert write_members(read_members(once)) == once
    assert once != template(kind)


def test_every_font_becomes_the_family() -> None:
    laid = apply_layout(template(), NARROW)

    fonts = part(laid, "styles").iter(f"{W}rFonts")

    assert {value for font in fonts for value in font.attrib.values()} == {"PT Astra Serif"}


def test_font_of_the_theme_does_not_win_over_the_family() -> None:
    members = read_members(template())
    members["word/styles.xml"] = members["word/styles.xml"].replace(b"w:ascii=", b'w:asciiTheme="minorHAnsi" w:ascii=')

    laid = apply_layout(write_members(members), NARROW)

    assert values(part(laid, "styles"), "rFonts", "asciiTheme") == [None]


def test_text_takes_the_size_and_small_print_stays() -> None:
    given, laid = part(template(), "styles"), part(apply_layout(template(), NARROW), "styles")

    assert values(laid, "sz", "val") == ["26" if size == "28" else size for size in values(given, "sz", "val")]
    assert "26" in values(laid, "sz", "val")


def test_small_print_is_never_larger_than_the_text() -> None:
    laid = part(apply_layout(template(), Layout(size_points=11)), "styles")

    assert max(int(size or "") for size in values(laid, "szCs", "val")) == 22


def test_every_section_takes_the_margins_of_the_page_whichever_way_it_lies() -> None:
    laid = part(apply_layout(template(), NARROW), "document")

    assert [
        {edge: margins.get(W + edge) for edge in ("left", "right", "top", "bottom")}
        for margins in laid.iter(f"{W}pgMar")
    ] == [{"left": "1417", "right": "850", "top": "1417", "bottom": "1276"}] * 2
    assert values(laid, "pgSz", "w") == ["11906", "16838"]


def test_tables_go_on_filling_the_text_of_their_own_section() -> None:
    laid = part(apply_layout(template(), WIDE), "document")
    upright, across = 11906 - 1134 - 567, 16838 - 1134 - 567

    widths = [sum(int(w or "") for w in values(table, "gridCol", "w")) for table in laid.iter(f"{W}tbl")]

    # The annex has two tables, of which one is printed: with the agreements or without them.
    assert widths == [upright] * (len(widths) - 2) + [across] * 2
    for table, width in zip(laid.iter(f"{W}tbl"), widths, strict=True):
        assert values(table, "tblW", "w") == [str(width)]
        for row in table.iter(f"{W}tr"):
            assert sum(int(w or "") for w in values(row, "tcW", "w")) == width


def test_table_narrower_than_the_text_keeps_its_width() -> None:
    members = read_members(template("roadmap"))
    narrow = (
        '<w:tbl><w:tblPr><w:tblW w:w="3000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid>'
        '<w:tr><w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
    )
    members["word/document.xml"] = members["word/document.xml"].replace(b"<w:body>", b"<w:body>" + narrow.encode())

    laid = part(apply_layout(write_members(members), WIDE), "document")

    assert values(laid, "tblW", "w")[0] == values(laid, "tcW", "w")[0] == "3000"


def test_blocks_set_off_by_indents_keep_their_width() -> None:
    given, laid = template(), apply_layout(template(), WIDE)
    wider = 567

    assert sum(indent_of(laid, "Организация").values()) == sum(indent_of(given, "Организация").values()) + wider
    assert indent_of(laid, "Отметкаоприложении")["left"] == indent_of(given, "Отметкаоприложении")["left"] + wider
    assert indent_of(laid, "Текст") == indent_of(given, "Текст")
    assert indent_of(laid, "Визалиния") == indent_of(given, "Визалиния")
