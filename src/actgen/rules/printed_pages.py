"""What rules on printed documents read: each page as text, and the document that it was printed from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from actgen.docx import Line, document_lines


@dataclass(frozen=True)
class PrintedDocument:
    """A document and its pages: `content` is the DOCX, `pages` the text of each page of its PDF, a line a line.

    `template` is the file that the look comes from; `title` is how lists call the document.
    """

    title: str
    content: bytes
    template: str
    pages: tuple[str, ...]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Its paragraphs and rows."""
        return tuple(document_lines(self.content))


@dataclass(frozen=True, slots=True)
class Printed:
    """The whole set as it comes out of the printer."""

    documents: tuple[PrintedDocument, ...]
