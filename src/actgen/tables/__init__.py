"""Spreadsheets and CSV -> sheets of text, and what their columns most likely hold; knows nothing of schools."""

from actgen.tables.columns import Column, Field, Layout, find_layout, letter_of, number_of
from actgen.tables.reading import NoReader, TableFault, read_sheets
from actgen.tables.sheet import Sheet, fold_header

__all__ = [
    "Column",
    "Field",
    "Layout",
    "NoReader",
    "Sheet",
    "TableFault",
    "find_layout",
    "fold_header",
    "letter_of",
    "number_of",
    "read_sheets",
]
