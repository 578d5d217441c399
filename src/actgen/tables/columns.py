"""What the columns of a sheet hold, guessed from their headings and from how their cells look."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice

from actgen.tables.sheet import Sheet, fold_header

_HEADING_WEIGHT = 0.6
_CELLS_WEIGHT = 1 - _HEADING_WEIGHT
_LOOK_ALONE = 0.8
_SAME_WORDS = 0.9
_LIKE_LETTERS = 0.7
_ALIKE = 0.6
_WORTH_A_QUESTION = 0.5
_ROWS_OF_TITLES = 15
_SAMPLE = 200


@dataclass(frozen=True, slots=True)
class Field:
    """What a column may hold: its key, headings that mean it, and whether a cell looks like it.

    `is_telling` says that cells alone tell, as full names with patronymics do. A field with the key "" takes columns
    that nobody needs.
    """

    key: str
    headings: tuple[str, ...]
    fits: Callable[[str], bool]
    is_telling: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its number (from 0), its heading, what it most likely holds and how sure that is (0 to 1)."""

    number: int
    heading: str
    key: str
    confidence: float

    @property
    def letter(self) -> str:
        """Its name in a spreadsheet: A, B … AA."""
        return letter_of(self.number)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the headings stand (row from 1; 0 when there are none), where the data begin, and every filled column."""

    heading_row: int
    first_row: int
    columns: tuple[Column, ...]

    def column_of(self, key: str) -> int | None:
        """Return the number of the column that holds the field, or None."""
        return next((column.number for column in self.columns if column.key == key), None)


def find_layout(sheet: Sheet, fields: Sequence[Field]) -> Layout:
    """Return the layout whose headings and cells fit the fields best; headings may take one row or two.

    Each field gets at most one column. A column below one half is nobody's: its key is "".
    """
    candidates = [_layout(sheet, fields, 0, 1)]
    for row in range(1, min(_ROWS_OF_TITLES, len(sheet.rows)) + 1):
        if sum(bool(cell) for cell in sheet.rows[row - 1]) > 1:
            one, two = _layout(sheet, fields, row, row + 1), _layout(sheet, fields, row, row + 2)
            candidates += [one, two] if _is_second_heading(sheet, fields, one, two) else [one]
    return max(candidates, key=lambda one: (round(sum(c.confidence for c in one.columns if c.key), 3), -one.first_row))


def _is_second_heading(sheet: Sheet, fields: Sequence[Field], one: Layout, two: Layout) -> bool:
    """Return whether the row below a heading goes on with it: it tells columns apart or makes them known.

    A divider («Совместители»), a row of column numbers or the first person would only spoil the headings above.
    """
    row = two.first_row - 1
    if not any(map(str.isalpha, "".join(sheet.cell(row, column.number) for column in two.columns))):
        return False
    field_of = {field.key: field for field in fields if field.key}
    for column in two.columns:
        cell = sheet.cell(row, column.number)
        field = field_of.get(column.key)
        if cell and field is not None and field.fits(cell) and _known(cell, [field]) < _SAME_WORDS:
            return False
    named = {column.number for column in one.columns if column.heading}
    return _worth(two, named, fields) > _worth(one, named, fields)


def _worth(layout: Layout, named: Collection[int], fields: Sequence[Field]) -> tuple[int, float]:
    """Return how many headings of these columns differ, and how much of all headings is known."""
    different = {column.heading for column in layout.columns if column.number in named}
    return len(different), sum(_known(column.heading, fields) for column in layout.columns)


def _known(heading: str, fields: Sequence[Field]) -> float:
    """Return how surely a heading is one of those that the fields know; 0 for a mere likeness of letters."""
    similarity = max((_similarity(heading, known) for field in fields for known in field.headings), default=0.0)
    return similarity if similarity >= _ALIKE else 0.0


def _layout(sheet: Sheet, fields: Sequence[Field], heading_row: int, first_row: int) -> Layout:
    rows = range(heading_row, first_row) if heading_row else range(0)
    headings = [
        " ".join(dict.fromkeys(text for row in rows if (text := sheet.cell(row, number))))
        for number in range(sheet.width)
    ]
    idle = _idle_rows(sheet, first_row)
    samples = [list(islice(sheet.column(number, first_row, idle), _SAMPLE)) for number in range(sheet.width)]
    filled = [number for number in range(sheet.width) if headings[number] or samples[number]]
    scores = sorted(
        (
            (_score(field, headings[number], samples[number]), -number, position)
            for number in filled
            for position, field in enumerate(fields)
        ),
        reverse=True,
    )
    chosen: dict[int, tuple[str, float]] = {}
    taken: set[str] = set()
    for score, negative, position in scores:
        key = fields[position].key
        if score < _WORTH_A_QUESTION or -negative in chosen or (key and key in taken):
            continue
        chosen[-negative] = (key, score)
        taken.add(key)
    columns = (Column(number, headings[number], *chosen.get(number, ("", 0.0))) for number in filled)
    return Layout(heading_row, first_row, tuple(columns))


def _idle_rows(sheet: Sheet, first_row: int) -> frozenset[int]:
    """Return the rows that tell of no column: dividers such as «Совместители», and the numbers of the columns.

    A divider is a row of one filled cell where most rows have more.
    """
    filled = {row: [cell for cell in sheet.rows[row - 1] if cell] for row in range(first_row, len(sheet.rows) + 1)}
    numbers = {row for row, cells in filled.items() if len(cells) > 2 and cells == _counted(cells)}
    alone = {row for row, cells in filled.items() if len(cells) == 1}
    return frozenset(numbers | alone if 2 * len(alone) < sum(map(bool, filled.values())) else numbers)


def _counted(cells: Sequence[str]) -> list[str]:
    """Return as many numbers as there are cells, counted on from the first."""
    first = int(cells[0]) if cells[0].isdecimal() else 0
    return [str(first + step) for step in range(len(cells))]


def _score(field: Field, heading: str, cells: Sequence[str]) -> float:
    similarity = max((_similarity(heading, known) for known in field.headings), default=0.0) if heading else 0.0
    if not field.key:
        return similarity if similarity >= _SAME_WORDS else 0.0
    # An empty column says nothing against its heading.
    share = sum(map(field.fits, cells)) / len(cells) if cells else similarity
    score = _HEADING_WEIGHT * similarity + _CELLS_WEIGHT * share
    if similarity < _SAME_WORDS:
        score = min(score, _LIKE_LETTERS)  # «Обучен» and «Уволен» hold dates both
    return max(score, _LOOK_ALONE * share) if field.is_telling and cells else score


def _similarity(heading: str, known: str) -> float:
    written, meant = fold_header(heading), fold_header(known)
    if not written or not meant:
        return float(heading.strip() == known)  # «№» has no words
    words = written.split()
    if sorted(words) == sorted(meant.split()):
        return 1.0
    if set(meant.split()) <= set(words):
        # «Ваш стаж (лет)» surely holds the word, a whole sentence that holds it says something else.
        return _SAME_WORDS if len(words) <= len(meant.split()) + 3 else 0.5
    return SequenceMatcher(None, written, meant).ratio()


def letter_of(number: int) -> str:
    """Return a column's name in a spreadsheet by its number (from 0).

    >>> letter_of(0), letter_of(27)
    ('A', 'AB')
    """
    return "".join(_letters(number + 1))[::-1]


def _letters(number: int) -> Iterator[str]:
    while number:
        number, rest = divmod(number - 1, 26)
        yield chr(ord("A") + rest)


def number_of(name: str, columns: Iterable[Column]) -> int | None:
    """Return the number of the column that a person names by its letter or by its heading, or None.

    >>> number_of("b", [Column(1, "Должность", "", 0.0)])
    1
    """
    # On the other keyboard layout «В» is typed where B is meant.
    folded = name.strip().upper().translate(str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX"))
    for column in columns:
        if folded == column.letter or fold_header(name) == fold_header(column.heading):
            return column.number
    return None
