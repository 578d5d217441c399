"""import: what is said of the columns of a list, now and the last time, and how that is kept in `data/columns.yaml`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from actgen.school.columns import AnsweredList, ColumnMeaning
from actgen.school.reading import COLUMNS
from actgen.school.staff_list import NAME, NAME_PARTS
from actgen.sources import add_items, remove_items
from actgen.tables import Column, Layout, fold_header, number_of
from actgen.workflow.edited_files import EditedFiles
from actgen.workflow.refusal import Refused

_LISTS = "таблицы"
_HEAD = """\
# Что вы ответили о столбцах таблиц, которые брали командой import: о таблице с теми же заголовками больше не спросят.
# Сотрите запись — спросят снова; то же делает actgen import ФАЙЛ --forget.
"""

Meanings = Mapping[int, ColumnMeaning]
"""What columns hold, by their numbers in the sheet."""


def told_columns(layout: Layout, columns: Mapping[str, str]) -> Meanings:
    """Return what was said of columns; `columns` has the key of `data/staff.yaml` by the column's letter or heading.

    Raises:
        Refused: There is no such column or key, or one key is said of two columns.
    """
    told: dict[int, ColumnMeaning] = {}
    for name, key in columns.items():
        try:
            meaning = ColumnMeaning(key)
        except ValueError:
            known = f"бывают: {', '.join(one.value for one in ColumnMeaning)}"
            raise Refused(f"нет такого поля сотрудника: {key}", known, is_wrong_line=True) from None
        number = number_of(name, layout.columns)
        if number is None:
            shown = ", ".join(f"{column.letter} «{column.heading}»" for column in layout.columns)
            raise Refused(f"в таблице нет столбца «{name}»", f"есть: {shown}", is_wrong_line=True)
        told[number] = meaning
    often = [one for one, count in Counter(told.values()).items() if count > 1 and one is not ColumnMeaning.NOT_NEEDED]
    if often:
        raise Refused(f"поле «{often[0].value}» названо у двух столбцов", "оставьте один из них", is_wrong_line=True)
    return told


def remembered_columns(lists: Sequence[AnsweredList], layout: Layout) -> Meanings:
    """Return what was answered the last time about a list with the same headings."""
    answered = next((one for one in lists if _shape(one.headings) == _shape_of(layout)), None)
    answers = {fold_header(one.heading): one.meaning for one in answered.answers} if answered is not None else {}
    return {
        column.number: answers[fold_header(column.heading)]
        for column in _named(layout)
        if fold_header(column.heading) in answers
    }


def joined(remembered: Meanings, told: Meanings) -> Meanings:
    """Return both; what is said now wins, also over another column that was to hold the same."""
    kept = {
        number: meaning
        for number, meaning in remembered.items()
        if meaning is ColumnMeaning.NOT_NEEDED or meaning not in told.values()
    }
    return {**kept, **told}


def as_told(layout: Layout, meanings: Meanings) -> Layout:
    """Return the layout with these columns as they were said to be; no other column holds the same."""
    taken = {meaning.value for meaning in meanings.values()}
    if layout.column_of(NAME) is not None and not taken & set(NAME_PARTS):
        taken |= set(NAME_PARTS)  # a whole name needs none
    return replace(
        layout, columns=tuple(_as_told(column, meanings.get(column.number), taken) for column in layout.columns)
    )


def _as_told(column: Column, meaning: ColumnMeaning | None, taken: set[str]) -> Column:
    if meaning is not None:
        return replace(column, key="" if meaning is ColumnMeaning.NOT_NEEDED else meaning.value, confidence=1.0)
    return replace(column, key="", confidence=0.0) if column.key in taken else column


def is_to_be_kept(lists: Sequence[AnsweredList], layout: Layout, meanings: Meanings) -> bool:
    """Return whether the answers differ from those that are kept for such a list."""
    named = {column.number for column in _named(layout)}
    return {n: meaning for n, meaning in meanings.items() if n in named} != remembered_columns(lists, layout)


def keep_answers(files: EditedFiles, lists: Sequence[AnsweredList], layout: Layout, meanings: Meanings) -> None:
    """Write the answers into `data/columns.yaml` in place of those that are kept for such a list.

    A column without a heading, or with that of another, is not kept: the next list would not tell which it is.

    Raises:
        NotWritten: The file is written in a way in which it cannot be changed surely.
    """
    former = [number for number, one in enumerate(lists) if _shape(one.headings) == _shape_of(layout)]
    if former:
        files.edit(COLUMNS, lambda text: remove_items(text, _LISTS, former))
    answers = [
        {"столбец": column.heading, "это": meanings[column.number].value}
        for column in _named(layout)
        if column.number in meanings
    ]
    if answers:
        headings = [column.heading for column in layout.columns if column.heading]
        record = {"заголовки": headings, "ответы": answers}
        files.edit(COLUMNS, lambda text: add_items(text, _LISTS, [record]), new=_HEAD)


def _shape_of(layout: Layout) -> frozenset[str]:
    return _shape([column.heading for column in layout.columns])


def _shape(headings: Sequence[str]) -> frozenset[str]:
    return frozenset(map(fold_header, headings)) - {""}


def _named(layout: Layout) -> list[Column]:
    often = Counter(fold_header(column.heading) for column in layout.columns)
    return [
        column for column in layout.columns if often[fold_header(column.heading)] == 1 and fold_header(column.heading)
    ]
