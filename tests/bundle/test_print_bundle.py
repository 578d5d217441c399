"""The print file: order, faces, blank backs, marks, copies, bookmarks; and what the check afterwards finds."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from actgen.bundle import Item, Part, bundle_faults, inventory_rows, join, page_texts, sheet_marks
from actgen.docx import compile, fill
from tests.bundle.office import needs_office, pdf_of
from tests.workspaces import ROOT

pytestmark = needs_office

NAMES = ("номер", "название", "страниц", "листов", "экземпляров")


@pytest.fixture(scope="module")
def parts(pdfs: dict[str, bytes]) -> list[Part]:
    return [Part("Приказ", pdfs["три"], 3), Part("Соглашение", pdfs["два"], 2, copies=2), Part("Лист", pdfs["раз"], 1)]


@pytest.fixture(scope="module")
def inventory(parts: list[Part]) -> bytes:
    template = compile(Path(ROOT, "templates", "inventory.docx").read_bytes(), file="templates/inventory.docx")
    rows = inventory_rows([Item(part.title, part.pages, part.copies) for part in parts])
    words = {
        "документ": {"заголовок": "документов о дне наставника"},
        "организация": {"краткое": {"именительный": "МБОУ «Школа № 7»"}},
        "строки": [dict(zip(NAMES, row, strict=True)) for row in rows],
        "итого": "Листов: 5.",
        "метки": sheet_marks(parts),
    }
    return pdf_of(fill(template, words))


@pytest.fixture(scope="module")
def bundle(inventory: bytes, parts: list[Part]) -> bytes:
    return join("Комплект на печать", inventory, parts)


def test_each_document_begins_on_the_face_of_a_sheet_and_copies_follow_each_other(bundle: bytes) -> None:
    assert [text.split("\n")[0].split(" комплект")[0].strip() for text in page_texts(bundle)] == [
        "МБОУ «Школа № 7»",
        "",
        *("Первая", "Вторая", "Третья", ""),
        *("Лицо", "Оборот", "Лицо", "Оборот"),
        *("Один лист", ""),
    ]


def test_each_sheet_says_which_of_how_many_it_is(bundle: bytes) -> None:
    marks = [text.partition("комплект: ")[2].strip() for text in page_texts(bundle)]

    assert marks == [
        *("", ""),
        *("1 / 5", "1 / 5, оборот", "2 / 5", ""),
        *("3 / 5", "3 / 5, оборот", "4 / 5", "4 / 5, оборот"),
        *("5 / 5", ""),
    ]


def test_the_inventory_names_documents_pages_sheets_and_copies(bundle: bytes) -> None:
    text = " ".join(page_texts(bundle)[0].split())

    assert "1 Приказ 3 2 1 2 Соглашение 2 1 2 3 Лист 1 1 1" in text


def test_the_total_of_the_inventory_stands_above_its_rows_and_so_never_alone_on_a_page(bundle: bytes) -> None:
    text = page_texts(bundle)[0]

    assert 0 < text.index("Листов: 5.") < text.index("Приказ")


def test_bookmarks_lead_to_every_copy_and_the_printer_is_told_to_use_both_sides(bundle: bytes) -> None:
    with pikepdf.open(io.BytesIO(bundle)) as opened:
        pages = [page.obj.objgen for page in opened.pages]
        with opened.open_outline() as outline:
            found = [(item.title, page_number(pages, item)) for item in outline.root]
        assert opened.Root.ViewerPreferences.Duplex == "/DuplexFlipLongEdge"
        assert opened.Root.ViewerPreferences.PrintScaling == "/None"

    assert found == [
        ("Комплект на печать", 1),
        ("Приказ", 3),
        ("Соглашение (экз. 1)", 7),
        ("Соглашение (экз. 2)", 9),
        ("Лист", 11),
    ]


def test_joining_twice_gives_the_same_bytes(bundle: bytes, inventory: bytes, parts: list[Part]) -> None:
    assert join("Комплект на печать", inventory, parts) == bundle


def test_a_whole_bundle_has_no_faults(bundle: bytes, inventory: bytes, parts: list[Part]) -> None:
    assert list(bundle_faults(bundle, inventory, parts)) == []


def test_a_page_that_is_missing_changed_places_or_lost_its_mark_is_noticed(
    bundle: bytes, inventory: bytes, parts: list[Part]
) -> None:
    assert list(bundle_faults(changed(bundle, lambda pages: pages.remove(p=4)), inventory, parts)) == [
        "в комплекте страниц 11, а должно быть 12",
        "страница 4 комплекта не та",
    ]
    assert list(bundle_faults(changed(bundle, lambda pages: pages.reverse()), inventory, parts)) == [
        "страница 1 комплекта не та"
    ]
    swapped = [parts[1], parts[0], parts[2]]
    assert "страница 3 комплекта не та" in list(bundle_faults(bundle, inventory, swapped))


def test_a_blank_page_where_none_should_be_is_noticed(bundle: bytes, inventory: bytes, parts: list[Part]) -> None:
    def blank(pages: pikepdf._core.PageList) -> None:
        del pages[2].obj.Contents

    assert list(bundle_faults(changed(bundle, blank), inventory, parts)) == ["страница 3 комплекта не та"]


def page_number(pages: list[tuple[int, int]], item: pikepdf.OutlineItem) -> int:
    assert isinstance(item.destination, pikepdf.Array)
    return pages.index(item.destination[0].objgen) + 1


def changed(pdf: bytes, change: object) -> bytes:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        change(opened.pages)  # type: ignore[operator]
        stream = io.BytesIO()
        opened.save(stream)
        return stream.getvalue()
