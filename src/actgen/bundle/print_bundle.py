"""One PDF to print: the inventory, then every document from the face of a sheet, each sheet marked at its foot.

It is for the printer alone: tags and marks of PDF/A do not survive the joining, the single files are what is published.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from actgen.bundle.pdf import page_texts, read_facts, saved

if TYPE_CHECKING:
    import pikepdf

FOOT_POINTS = 17.0
"""How far above the edge of the paper the mark stands: 6 mm, where office printers still print."""
_AROUND_MARK = 2.0

_Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points."""


class MarkAbsent(Exception):
    """The inventory does not print the mark of a sheet on a page of its own."""


@dataclass(frozen=True, slots=True)
class Part:
    """A document of the bundle: its bookmark, its PDF, how often it is repeated."""

    title: str
    pdf: bytes
    pages: int
    copies: int = 1

    @property
    def sheets(self) -> int:
        """Sheets of paper for one copy, printed on both sides."""
        return sheets_of(self.pages)


def sheets_of(pages: int) -> int:
    """Return how many sheets so many pages take on both sides.

    >>> [sheets_of(pages) for pages in (1, 2, 3)]
    [1, 1, 2]
    """
    return (pages + 1) // 2


def sheet_marks(parts: Sequence[Part]) -> list[str]:
    """Return the mark of every printed page, in order: the sheet of how many, and on its back that it is the back.

    >>> sheet_marks([Part("Приказ", b"", pages=3), Part("Лист", b"", pages=1)])[:2]
    ['комплект: 1 / 3', 'комплект: 1 / 3, оборот']
    """
    total = sum(part.sheets * part.copies for part in parts)
    marks = []
    before = 0
    for part in parts:
        for _ in range(part.copies):
            for page in range(part.pages):
                back = ", оборот" if page % 2 else ""
                marks.append(f"комплект: {before + page // 2 + 1} / {total}{back}")
            before += part.sheets
    return marks


def join(title: str, inventory: bytes, parts: Sequence[Part]) -> bytes:
    """Return the bundle.

    Args:
        title: The title of the file.
        inventory: A PDF: the pages of the inventory, then for each of `sheet_marks` a page that bears it.
        parts: The documents in printing order.
    """
    import pikepdf  # noqa: PLC0415

    marks = sheet_marks(parts)
    with pikepdf.new() as bundle, pikepdf.open(io.BytesIO(inventory)) as opened:
        cover_pages = len(opened.pages) - len(marks)
        boxes = iter(_mark_boxes(inventory, cover_pages, marks))
        stickers = iter(list(opened.pages)[cover_pages:])
        for page in list(opened.pages)[:cover_pages]:
            bundle.pages.append(page)
        _end_sheet(bundle)
        starts: list[tuple[str, int]] = [(title, 0)]
        faces: list[int] = []
        for part in parts:
            with pikepdf.open(io.BytesIO(part.pdf)) as source:
                for copy in range(part.copies):
                    nth = f" (экз. {copy + 1})" if part.copies > 1 else ""
                    starts.append((part.title + nth, len(bundle.pages)))
                    faces += range(len(bundle.pages), len(bundle.pages) + part.pages)
                    bundle.pages.extend(source.pages)
                    _end_sheet(bundle)
        # Only now: a page changed between two copies would hand its mark to the second.
        for number, (face, sticker, box) in enumerate(zip(faces, stickers, boxes, strict=True), start=1):
            _stick(bundle, bundle.pages[face], f"/Mark{number}", sticker, box)
        with bundle.open_outline() as outline:
            outline.root.extend(pikepdf.OutlineItem(text, page) for text, page in starts)
        bundle.docinfo["/Title"] = title
        bundle.Root.Lang = pikepdf.String("ru-RU")
        bundle.Root.PageMode = pikepdf.Name.UseOutlines
        bundle.Root.ViewerPreferences = pikepdf.Dictionary(
            Duplex=pikepdf.Name.DuplexFlipLongEdge,
            PrintScaling=pikepdf.Name("/None"),
            PickTrayByPDFSize=True,
            DisplayDocTitle=True,
        )
        return saved(bundle)


def _mark_boxes(inventory: bytes, first: int, marks: Sequence[str]) -> list[_Box]:
    """Return where each mark is printed, on the pages from `first` on.

    Raises:
        MarkAbsent: A page does not print its mark: the template was changed so.
    """
    import pypdfium2  # noqa: PLC0415

    opened = pypdfium2.PdfDocument(inventory)
    try:
        boxes = []
        for number, mark in enumerate(marks, start=first):
            text = opened[number].get_textpage() if 0 <= number < len(opened) else None
            found = text.search(mark).get_next() if text is not None else None
            if text is None or found is None:
                raise MarkAbsent(mark)
            rects = [text.get_rect(index) for index in range(text.count_rects(*found))]
            lefts, bottoms, rights, tops = zip(*rects, strict=True)
            boxes.append((min(lefts), min(bottoms), max(rights), max(tops)))
        return boxes
    finally:
        opened.close()


def _end_sheet(bundle: pikepdf.Pdf) -> None:
    """Add the blank back of a last page that is a face."""
    if len(bundle.pages) % 2:
        bundle.add_blank_page(page_size=_size(bundle.pages[-1]))


def _size(page: Any) -> tuple[float, float]:
    left, bottom, right, top = map(float, page.mediabox)
    return right - left, top - bottom


def _stick(bundle: pikepdf.Pdf, page: Any, name: str, sticker: Any, box: _Box) -> None:
    """Print the text of the sticker's page in the middle of the foot of a page of the bundle.

    Names are given by us: those that `Page.add_overlay` invents differ from run to run.
    """
    import pikepdf  # noqa: PLC0415

    width, _ = _size(page)
    left, bottom, right, top = box
    form = bundle.copy_foreign(sticker.as_form_xobject())
    edge = _AROUND_MARK
    form.BBox = [left - edge, bottom - edge, right + edge, top + edge]
    x, y = (width - right - left) / 2, FOOT_POINTS - bottom
    page.add_resource(form, pikepdf.Name.XObject, name)
    own = page.obj.Contents
    before = bundle.make_stream(b"q\n")
    after = bundle.make_stream(f"\nQ\nq 1 0 0 1 {x:.2f} {y:.2f} cm {name} Do Q\n".encode())
    # An array of its own: copies of a document share their contents.
    page.obj.Contents = pikepdf.Array([before, *(own if isinstance(own, pikepdf.Array) else [own]), after])


def bundle_faults(bundle: bytes, inventory: bytes, parts: Sequence[Part]) -> Iterator[str]:
    """Yield what is wrong with a joined bundle, as Russian sentences: pages, order, fonts, blank pages, marks."""
    texts = page_texts(bundle)
    marks = sheet_marks(parts)
    cover = page_texts(inventory)
    expected = _with_back(list(cover[: len(cover) - len(marks)]))
    told = iter(marks)
    for part in parts:
        own = page_texts(part.pdf)
        if len(own) != part.pages:
            yield f"в документе страниц {len(own)}, а в описи {part.pages}: {part.title}"
        for _ in range(part.copies):
            expected += _with_back([f"{text} {next(told)}" for text in own])
    if len(texts) != len(expected):
        yield f"в комплекте страниц {len(texts)}, а должно быть {len(expected)}"
    for number, (there, wanted) in enumerate(zip(texts, expected, strict=False), start=1):
        if _letters(there) != _letters(wanted):
            yield f"страница {number} комплекта не та"
            break
    if loose := read_facts(bundle).loose_fonts:
        yield f"шрифты не вложены в файл: {', '.join(sorted(loose))}"


def _with_back(pages: list[str]) -> list[str]:
    return [*pages, ""] if len(pages) % 2 else pages


def _letters(text: str) -> list[str]:
    # A reader may meet the mark before or after the text of the page; a hyphen at a line's end is read as another sign
    # where the mark follows it.
    return sorted(re.sub("[-\x02\ufffe\\s]", "", text))
