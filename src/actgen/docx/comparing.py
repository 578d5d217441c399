"""What differs between two texts, and what only fills in blanks: by paragraph, with the clause where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from actgen.docx.canonical_text import FILL_END, FILL_START, LONGEST_FILL, RULE, CanonicalText, is_blank, plain

_CLAUSE = re.compile(r"(?:пункт\s+)?(\d+(?:\.\d+)*)[.)]?\s", re.IGNORECASE)
_BLANKS = re.compile(f"{FILL_START}(.*?){FILL_END}|{RULE}|(?<=\\|)(?: {{1,2}})(?=\\|)")
_DATE = r"(?:\d{1,2}\.\d{1,2}\.\d{2,4}(?: ?г\.?)?)?"
_AROUND = 3
_ALIKE = 0.4


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where the texts differ.

    `where` names the clause: «пункт 2.1», «таблица, строка 3», «колонтитул». `was` is what was expected, `now` what
    stands there, shortened to the words that differ; either is empty where a line was added or is gone.
    """

    where: str
    was: str
    now: str


def differences(expected: CanonicalText, actual: CanonicalText) -> tuple[Difference, ...]:
    """Return where the actual text says something else than the expected one; a filled blank is no difference."""
    body = _differences(expected.lines, actual.lines)
    margins = _differences(expected.margins, actual.margins, "колонтитул")
    return (*body, *margins)


def likeness(expected: CanonicalText, actual: CanonicalText) -> float:
    """Return which share of lines the texts have in common, from 0 to 1: whether one may be the other at all."""
    own, other = {plain(line) for line in expected.lines}, {plain(line) for line in actual.lines}
    return len(own & other) / max(len(own), len(other), 1)


def fits(expected: str, actual: str) -> bool:
    """Return whether a line is the expected one, its blanks filled or not.

    >>> fits("от ___ № ___", "от 01.09.2026 № 81/8"), fits("№ 17", "№ 71")
    (True, False)
    >>> fits("| Ли А. |  |", "| Ли А. | 02.09.2026 |")
    True
    """
    if plain(expected) == plain(actual):
        return True
    # The data may have got the number meanwhile that the file still leaves open.
    return _is_filled(expected, plain(actual), is_any=True) or _is_filled(actual, plain(expected), is_any=False)


def _is_filled(pattern: str, text: str, *, is_any: bool) -> bool:
    """Whether the text is the line with its blanks filled; only empty blanks count unless `is_any`."""
    pieces: list[str] = []
    done = 0
    for blank in _BLANKS.finditer(pattern):
        pieces.append(re.escape(pattern[done : blank.start()]))
        if blank[0].strip() == "":
            pieces.append(rf" ?{_DATE} ?")
        elif blank[1] is None or is_any or is_blank(blank[1]):
            pieces.append(f"[^|]{{0,{LONGEST_FILL}}}?")
        else:
            pieces.append(re.escape(blank[1]))
        done = blank.end()
    if not done:
        return False
    pieces.append(re.escape(pattern[done:]))
    return re.fullmatch("".join(pieces), text) is not None


def _differences(expected: Sequence[str], actual: Sequence[str], where: str = "") -> Iterator[Difference]:
    matcher = SequenceMatcher(
        None, [plain(line) for line in expected], [plain(line) for line in actual], autojunk=False
    )
    for kind, first, last, begin, end in matcher.get_opcodes():
        if kind == "equal":
            continue
        for left, right in _paired(expected[first:last], actual[begin:end]):
            if left is not None and right is not None:
                if not fits(expected[first + left], actual[begin + right]):
                    was, now = _shortened(plain(expected[first + left]), plain(actual[begin + right]))
                    yield Difference(where or clause_at(expected, first + left), was, now)
            elif left is not None:
                yield Difference(where or clause_at(expected, first + left), plain(expected[first + left]), "")
            elif right is not None:
                yield Difference(where or clause_at(actual, begin + right), "", plain(actual[begin + right]))


def _paired(expected: Sequence[str], actual: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    """Yield which line of a changed stretch answers which, in order; None where it has no counterpart."""
    right = 0
    for left, line in enumerate(expected):
        found = next((n for n in range(right, len(actual)) if _answers(line, actual[n])), None)
        if found is None:
            yield left, None
            continue
        yield from ((None, number) for number in range(right, found))
        yield left, found
        right = found + 1
    yield from ((None, number) for number in range(right, len(actual)))


def _answers(expected: str, actual: str) -> bool:
    return fits(expected, actual) or SequenceMatcher(None, plain(expected), plain(actual)).ratio() > _ALIKE


def clause_at(lines: Sequence[str], position: int) -> str:
    """Return in which clause a line (from 0) stands, as a person would say it."""
    if lines[position].startswith("|"):
        first = position
        while first > 0 and lines[first - 1].startswith("|"):
            first -= 1
        return f"таблица, строка {position - first + 1}"
    for line in reversed(lines[: position + 1]):
        found = _CLAUSE.match(plain(line))
        if found:
            return f"пункт {found[1]}"
    return "начало документа"


def _shortened(was: str, now: str) -> tuple[str, str]:
    """Return both lines from a few words before what differs to a few words after it."""
    left, right = was.split(), now.split()
    same = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    head = same[0].size if same[0].a == same[0].b == 0 else 0
    last = same[-2] if len(same) > 1 else same[0]
    tail = last.size if last.a + last.size == len(left) and last.b + last.size == len(right) else 0
    tail = min(tail, len(left) - head, len(right) - head)
    return _around(left, head, tail), _around(right, head, tail)


def _around(words: Sequence[str], head: int, tail: int) -> str:
    begin, end = max(0, head - _AROUND), min(len(words), len(words) - tail + _AROUND)
    return f"{'… ' if begin else ''}{' '.join(words[begin:end])}{' …' if end < len(words) else ''}"


# --- the text of pages ----------------------------------------------------------------------------


def differences_on_pages(expected: CanonicalText, pages: Sequence[str]) -> tuple[Difference, ...]:
    """Return what of a document the pages of its PDF do not say, and what they say beyond it.

    Pages break paragraphs and part words, so blanks and hyphens count for nothing here.

    Args:
        expected: The document.
        pages: The text of each page, as a PDF gives it.
    """
    said = _Squeezed.of(_without_page_numbers(pages))
    found = [
        Difference(clause_at(expected.lines, position), *said.near(unit))
        for position, line in enumerate(expected.lines)
        for unit in _units(line)
        if not said.take(unit)
    ]
    for line in expected.margins:
        said.take_again(list(_units(line)))
    for position, line in enumerate(expected.lines):
        if line.startswith("|") and (position == 0 or not expected.lines[position - 1].startswith("|")):
            said.take_again(list(_units(line)))  # the head of a table stands again on each of its pages
    return (*found, *(Difference("на странице", "", text) for text in said.left()))


def likeness_on_pages(expected: CanonicalText, pages: Sequence[str]) -> float:
    """Return which share of a document's lines its pages say, from 0 to 1."""
    said = _Squeezed.of(_without_page_numbers(pages))
    found = [all(said.take(unit) for unit in _units(line)) for line in expected.lines]
    return sum(found) / max(len(found), 1)


def _units(line: str) -> Iterator[str]:
    """Yield a paragraph, or the paragraphs of each cell of a row."""
    if not line.startswith("|"):
        yield line
        return
    for cell in line.strip("|").split(" | "):
        yield from (text for part in re.split(r" / |[\[\]]", cell) if (text := part.strip(" |")))


def _without_page_numbers(pages: Sequence[str]) -> str:
    texts = []
    for page in pages:
        lines = [line for line in page.replace("\r", "").split("\n") if line.strip()]
        lines = lines[1:] if lines and lines[0].strip().isdigit() else lines
        texts.append("\n".join(lines[:-1] if lines and lines[-1].strip().isdigit() else lines))
    return "\n".join(texts)


# PDF readers give U+0002 or U+FFFE for a hyphen at the end of a line.
_SQUEEZED_OUT = re.compile(r"[\s\u0002\u00ad\u2010\u2011\ufffe□-]")
_SHORTEST, _LONGEST_EXTRA = 3, 60
# What may be written into a blank that stands alone.
_WRITTEN_DATE = re.compile(r"[«\"]?\d{1,2}[»\"]?[. ]+(?:\d{1,2}|[а-я]+)[. ]+\d{4}(?: ?г\.?)?")


@dataclass
class _Squeezed:
    """A text without blanks and hyphens, with the place of each character in the text, and what of it was found."""

    text: str
    letters: str
    places: list[int]
    taken: bytearray
    reached: int = 0

    @classmethod
    def of(cls, text: str) -> _Squeezed:
        places = [number for number, letter in enumerate(text) if not _SQUEEZED_OUT.match(letter)]
        return cls(text, "".join(text[number] for number in places), places, bytearray(len(places)))

    def take(self, unit: str) -> bool:
        """Return whether the text says it, and mark where."""
        pattern = _squeezed_pattern(unit)
        found = re.compile(pattern).search(self.letters, self.reached) or re.search(pattern, self.letters)
        if found is None:
            return False
        self.taken[found.start() : found.end()] = b"\1" * (found.end() - found.start())
        if found.start() >= self.reached:
            self.reached = found.end()
        return True

    def take_again(self, units: Sequence[str]) -> None:
        """Mark every place where the text says these units one after the other."""
        pattern = "".join(map(_squeezed_pattern, units))
        for found in re.finditer(pattern, self.letters) if pattern else ():
            self.taken[found.start() : found.end()] = b"\1" * (found.end() - found.start())

    def near(self, unit: str) -> tuple[str, str]:
        """Return the words of a unit where the text leaves it, and what the text says there instead."""
        wanted = _Squeezed.of(plain(unit))
        known = next((n for n in range(len(wanted.letters), 0, -1) if wanted.letters[:n] in self.letters), 0)
        at = self.letters.find(wanted.letters[:known])
        if known < _SHORTEST:
            return plain(unit), ""
        return wanted._around(known), self._around(at + known)

    def _around(self, position: int) -> str:
        begin = self.places[max(0, min(position, len(self.places) - 1) - 20)]
        end = self.places[min(len(self.places) - 1, position + 20)]
        return f"… {' '.join(self.text[begin : end + 1].split())} …"

    def left(self) -> Iterator[str]:
        """Yield the stretches that nothing expected took, those too short to say anything left out."""
        for stretch in re.finditer(rb"\0+", bytes(self.taken)):
            if stretch.end() - stretch.start() >= _SHORTEST:
                text = self.text[self.places[stretch.start()] : self.places[stretch.end() - 1] + 1]
                shown = " ".join(text.split())
                if re.search(r"[^\W_]{2}", shown) and not is_blank(shown) and not _WRITTEN_DATE.fullmatch(shown):
                    yield shown if len(shown) <= _LONGEST_EXTRA else shown[: _LONGEST_EXTRA - 1] + "…"


def _squeezed_pattern(unit: str) -> str:
    pieces: list[str] = []
    done = 0
    for blank in _BLANKS.finditer(unit):
        pieces += [_squeezed(unit[done : blank.start()]), f".{{0,{LONGEST_FILL}}}?"]
        done = blank.end()
    return "".join([*pieces, _squeezed(unit[done:])])


def _squeezed(text: str) -> str:
    return re.escape(_SQUEEZED_OUT.sub("", text))
