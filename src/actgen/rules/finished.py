"""What rules on finished documents read: each document as text, and where a piece of it was written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import sha256

from actgen.diagnostics import Place
from actgen.docx import Line, Page, QuickReader, document_pages
from actgen.plan import Document
from actgen.rules.finding import F, Finder
from actgen.rules.names import Roster
from actgen.school import School

_LINES_OF_ONE_TEXT = 40


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read of a finished document: the SHA-256 of its bytes in hexadecimal, its lines, its sections."""

    sha256: str
    lines: tuple[Line, ...]
    pages: tuple[Page, ...]


@dataclass(frozen=True)
class FinishedDocument:
    """A document as it would be written, and the texts of all files that it was made from.

    `filled` gives its bytes; it is asked at most once, and not at all as long as what was `read` before is enough.
    """

    document: Document
    filled: Callable[[], bytes]
    template: str
    texts: Mapping[str, str]
    read: Reading | None = None

    @cached_property
    def content(self) -> bytes:
        """Its bytes.

        Raises:
            FillFault: As `fill`.
        """
        return self.filled()

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of its bytes, in hexadecimal."""
        return self.read.sha256 if self.read is not None else sha256(self.content).hexdigest()

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Its paragraphs and rows."""
        return self.read.lines if self.read is not None else tuple(self._reader.lines())

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The geometry of its sections."""
        return self.read.pages if self.read is not None else document_pages(self._reader)

    @cached_property
    def _reader(self) -> QuickReader:
        return QuickReader(self.content)

    def paragraphs(self) -> tuple[tuple[int, str], ...]:
        """Return each printed paragraph and cell with its number from the top."""
        return self._paragraphs

    @cached_property
    def _paragraphs(self) -> tuple[tuple[int, str], ...]:
        texts = (text for line in self.lines for text in line.cells or (line.text,))
        return tuple((number, text) for number, text in enumerate(texts, start=1) if text.strip())

    @cached_property
    def plain(self) -> str:
        """All its paragraphs, a line each, with plain blanks: whether it prints something at all."""
        return "\n".join(text for _, text in self._paragraphs).replace("\u00a0", " ")

    def place_of(self, fragment: str) -> Place:
        """Return where the fragment was written: in the data or the act behind it, else the template as a whole."""
        return self.source_of(fragment) or Place(self.template)

    def source_of(self, fragment: str) -> Place | None:
        """Return where in `data/` or `acts/` the fragment comes from, None where only the template has it."""
        places = list(self._behind(fragment))
        return self.written_at(fragment) or (places[0] if places else None)

    def written_at(self, fragment: str) -> Place | None:
        """Return where in `data/` or `acts/` somebody typed the fragment, None where it was made of words."""
        if fragment not in self._written:
            self._written[fragment] = next(self.written_everywhere(fragment), None)
        return self._written[fragment]

    def written_everywhere(self, fragment: str) -> Iterator[Place]:
        """Yield every place of `data/` and `acts/` behind this document where somebody typed the fragment."""
        exact = (self._inside(place, fragment) for place in self._behind(fragment))
        return (place for place in exact if place is not None)

    @cached_property
    def _written(self) -> dict[str, Place | None]:
        """What `written_at` has answered: a rule for a signature stands in a document twenty times."""
        return {}

    def written_in(self, paragraph: str, fragment: str) -> tuple[Place, ...]:
        """Return where a fragment of one paragraph comes from: the place where it was typed, else all behind its words.

        Args:
            paragraph: The whole paragraph or table row as printed, runs of blanks as one.
            fragment: A part of it.
        """
        behind = list(self._behind(fragment, paragraph))
        exact = (self._inside(place, fragment) for place in behind)
        typed = next((place for place in exact if place is not None), None)
        return (typed,) if typed is not None else tuple(dict.fromkeys(behind))

    def _behind(self, fragment: str, paragraph: str | None = None) -> Iterator[Place]:
        """Yield the places behind each word that prints the fragment; with a paragraph, those that it is made of.

        A template may print a word with a capital.
        """
        plain = _unbound(fragment)
        if paragraph is None and plain not in self._words:
            return
        for word, value in self.document.values.items():
            if not isinstance(value, str):
                continue
            own = _unbound(value)
            if plain in own if paragraph is None else _is_printed_in(paragraph, own, fragment):
                yield from self.document.places.get(word, ())

    @cached_property
    def _words(self) -> str:
        """All its words, a line each: most of what is asked for was typed nowhere, and is not among them."""
        return _unbound("\n".join(value for value in self.document.values.values() if isinstance(value, str)))

    def _inside(self, place: Place, fragment: str) -> Place | None:
        rows = _rows(self.texts.get(place.file, ""))
        if not 1 <= place.line <= len(rows):
            return None
        first = rows[place.line - 1]
        indent = len(first) - len(first.lstrip())
        length = 1
        for row in rows[place.line : place.line + _LINES_OF_ONE_TEXT]:
            if row.strip() and len(row) - len(row.lstrip()) <= indent:
                break
            length += 1
        text = "\n".join(rows[place.line - 1 : place.line - 1 + length])
        words = re.split(r"[\s\u00a0]+", fragment.strip())
        # Nearly always the place has the word in another form; a pattern of its own would cost more than all the rest.
        if any(word not in text for word in words if not _SIGNS.search(word)):
            return None
        found = re.compile(r"\s+".join(map(_as_written, words))).search(text, max(0, place.column - 1))
        if found is None:
            return None
        line = place.line + text.count("\n", 0, found.start())
        column = found.start() - (text.rfind("\n", 0, found.start()) + 1) + 1
        width = len(found[0].split("\n")[0])
        return Place(place.file, line, column, max(1, width))


def _is_printed_in(paragraph: str, value: str, fragment: str) -> bool:
    one_line = " ".join(value.split()).casefold()
    return fragment.casefold() in one_line and one_line in paragraph.casefold()


def _unbound(text: str) -> str:
    """Return the text with plain blanks and hyphens."""
    return text.replace("\u00a0", " ").replace("\u2011", "-")


@lru_cache(maxsize=256)
def _rows(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n"))


_SIGNS = re.compile("[«»„“–—]")


def _as_written(word: str) -> str:
    """Return a pattern that matches a printed word as its author typed it: quotes and dashes may be other ones."""
    return "".join(
        '["«»„“]' if letter in "«»„“" else "[-–—]" if letter in "–—" else re.escape(letter) for letter in word
    )


@dataclass(frozen=True)
class Finished:
    """The whole set as it would be written."""

    school: School
    documents: tuple[FinishedDocument, ...]

    def found(self, find: Finder[F]) -> Iterator[tuple[FinishedDocument, str, F]]:
        """Yield everything that is found in the paragraphs of the set, with its document and paragraph, from the top.

        A paragraph that many documents print is looked through once, and where nothing is found, as nearly always,
        no document is gone through.
        """
        by_text = {text: found for text in self._texts if (found := find(text))}
        for document in self.documents if by_text else ():
            for _, text in document.paragraphs():
                for one in by_text.get(text, ()):
                    yield document, text, one

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        """Every paragraph of the set, each once."""
        return tuple(dict.fromkeys(text for document in self.documents for _, text in document.paragraphs()))

    @cached_property
    def roster(self) -> Roster:
        """The staff by surname."""
        return Roster(self.school.staff)
