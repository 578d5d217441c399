"""The text of a PDF, page by page."""

from __future__ import annotations


def page_texts(pdf: bytes) -> tuple[str, ...]:
    """Return the text of each page as a reader meets it."""
    import pypdfium2  # noqa: PLC0415

    opened = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(
            page.get_textpage().get_text_bounded().replace("\r\n", "\n").replace("\ufffe", "-") for page in opened
        )
    finally:
        opened.close()
