"""How a message calls a record without naming a person: «пара 3»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from types import MappingProxyType

_SINGULAR: Mapping[str, str] = MappingProxyType(
    {
        "сотрудники": "сотрудник",
        "пары": "пара",
        "журнал": "запись журнала",
        "этапы": "этап",
        "пункты": "пункт",
        "план": "часть плана",
        "отступления": "отступление",
        "органы": "орган",
    }
)
TOP_KEY = re.compile(r"^([^\s#-][^:]*):")
LIST_ITEM = re.compile(r"^(\s*)-(?:\s|$)")
"""A key of the file itself, and an item of a list with its indent, as they begin a line."""


def record_name(text: str, line: int) -> str:
    r"""Return the name of the record that stands at a line (from 1) of a file of `data/` or `acts/`, "" for none.

    >>> record_name("пары:\n  - наставник: Ким А.О.\n    с: 01.09.2026\n  - наставник: Гусь Л.Б.", 4)
    'пара 2'
    """
    name = ""
    for name in islice(record_names(text), line):  # noqa: B007  # the last one is asked for
        pass
    return name


def record_names(text: str) -> Iterator[str]:
    r"""Yield for each line of the file the name of the record that it belongs to, "" for none.

    >>> list(record_names("пары:\n  - наставник: Ким А.О.\n    с: 01.09.2026"))
    ['', 'пара 1', 'пара 1']
    """
    key, count, indent = "", 0, None
    for row in text.split("\n"):
        top, item = TOP_KEY.match(row), LIST_ITEM.match(row)
        if top:
            key, count, indent = top[1].strip(), 0, None
        elif key and item:
            indent = len(item[1]) if indent is None else indent
            count += len(item[1]) == indent
        yield f"{_SINGULAR[key]} {count}" if count and key in _SINGULAR else ""
