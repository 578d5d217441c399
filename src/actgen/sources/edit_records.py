"""text -> text by marks, for whole records: one is added, one loses its place, one value is replaced.

Every change is compared before it is handed on: the new text must read as the old one with just that change, or nothing
is changed. Comments, order, blank lines and line ends of everything else stay byte for byte.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Any

import yaml

from actgen.sources.edit import STEP, _last_line, quoted

Written = Mapping[str, Any]
"""A record to be written: texts, lists of texts, and mappings of texts by key."""

Value = str | Sequence[str] | Mapping[str, str]
"""One value to be written."""

Path = Sequence[str | int]
"""Keys, and positions in lists from 0, from the root of a YAML text."""

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_NODES: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class NotWritten(ValueError):
    """The file is written in a way in which there is no sure place for the change."""


def add_items(text: str, path: str | Path, records: Iterable[Written]) -> str:
    r"""Return the text with records added at the end of a list.

    A list that is not there is added: at the end of the text, or of the record that it belongs to; a record in braces
    is set in lines for that. The new lines go before the comments that follow the last record.

    Args:
        text: A YAML text whose root is a mapping, or nothing.
        path: The key of a list at the root, or keys and list positions (from 0) down to it.
        records: What is added.

    Raises:
        NotWritten: The list is written in brackets or is no list.

    >>> add_items("пары:\n  - с: 1\n# хвост\n", "пары", [{"с": "2"}])
    'пары:\n  - с: 1\n  - с: 2\n# хвост\n'
    >>> add_items("пары:\n  - {с: 1, по: 2}  # раз\n", ["пары", 0, "файлы"], [{"имя": "а"}])
    'пары:\n  - с: 1  # раз\n    по: 2\n    файлы:\n      - имя: а\n'
    """
    added = list(records)
    steps = [path] if isinstance(path, str) else list(path)
    end = _end_of_line(text)
    in_lines = _in_lines(text, steps[:-1], end)
    rows = _rows(in_lines, end)
    root, wanted = _root(in_lines), _plain(text)
    holder, node = _below(root, steps[:-1]), _below(root, steps)
    if holder is not None and (not isinstance(holder, yaml.MappingNode) or holder.flow_style):
        raise NotWritten(f"запись с ключом «{steps[-1]}» записана не построчно")
    margin = " " * holder.start_mark.column if holder is not None else ""
    indent = margin + STEP
    new: list[str] = []
    if node is None:
        after = _last_line(holder) + 1 if holder is not None and steps[:-1] else len(rows)
        new.append(f"{margin}{steps[-1]}:{end}")
    elif isinstance(node, yaml.SequenceNode) and node.value and not node.flow_style:
        indent, after = " " * node.start_mark.column, _last_line(node) + 1
    elif isinstance(node, yaml.SequenceNode) and not node.value:
        line = node.start_mark.line
        rows[line] = rows[line][: node.start_mark.column].rstrip() + rows[line][node.end_mark.column :]
        after = line + 1
    elif isinstance(node, yaml.ScalarNode) and not node.value:
        after = node.start_mark.line + 1
    else:
        raise NotWritten(f"«{steps[-1]}» записан не построчно")
    for record in added:
        lines = list(_lines(record))
        new.append(f"{indent}- {lines[0]}{end}")
        new += [f"{indent}  {line}{end}" for line in lines[1:]]
    owner = _at(wanted, steps[:-1])
    owner[steps[-1]] = [*(owner.get(steps[-1]) or []), *(_as_read(record) for record in added)]
    return _compared("".join([*rows[:after], *new, *rows[after:]]), wanted)


def set_value(text: str, path: Path, value: Value) -> str:
    r"""Return the text with the value under a path of keys and list positions (from 0); its last key may be new.

    A comment behind the value stays.

    Raises:
        NotWritten: There is no sure place for the value.

    >>> set_value("люди:\n  - фио: Гусь  # новый\n", ["люди", 0, "фио"], "Лебедь")
    'люди:\n  - фио: Лебедь  # новый\n'
    >>> set_value("люди:\n  - фио: Гусь\n  - фио: Заяц\n", ["люди", 0, "стаж"], "3")
    'люди:\n  - фио: Гусь\n    стаж: 3\n  - фио: Заяц\n'
    >>> set_value("журнал:\n  - {вид: план}  # свой\n", ["журнал", 0, "номер"], "2")
    'журнал:\n  - {вид: план, номер: 2}  # свой\n'
    """
    return set_values(text, [(path, value)])


def set_values(text: str, changes: Iterable[tuple[Path, Value]]) -> str:
    """Return the text with several values set at once, each as `set_value` does it; the file is parsed once.

    Raises:
        NotWritten: There is no sure place for one of the values.
    """
    end = _end_of_line(text)
    rows = _rows(text, end)
    root, wanted = _root(text), _plain(text)
    starts = [0, *accumulate(map(len, rows))]
    edits: list[tuple[int, int, str]] = []
    for path, value in changes:
        edits.append(_edit(root, rows, starts, path, value, end=end))
        _at(wanted, path[:-1])[str(path[-1])] = _as_read(value)
    flat = "".join(rows)
    pieces: list[str] = []
    done = 0
    for start, stop, new in sorted(edits, key=lambda edit: edit[:2]):
        if start < done:
            raise NotWritten("одно значение меняют дважды")
        pieces += [flat[done:start], new]
        done = stop
    return _compared("".join([*pieces, flat[done:]]), wanted)


def _edit(
    root: yaml.Node | None, rows: list[str], starts: list[int], path: Path, value: Value, *, end: str
) -> tuple[int, int, str]:
    """Return which characters are replaced by what, so that the value stands under the path."""
    holder, key = _below(root, path[:-1]), str(path[-1])
    if not isinstance(holder, yaml.MappingNode) or (holder.flow_style and not isinstance(value, str)):
        raise NotWritten(f"запись с ключом «{key}» записана не построчно")
    old = _below(holder, [key])
    if holder.flow_style and old is None:
        body = "".join(rows)[: holder.end_mark.index - 1].rstrip()
        gap = "" if body.endswith("{") else " " if body.endswith(",") else ", "
        return len(body), len(body), f"{gap}{key}: {_flow_scalar(str(value))}"
    lines = list(_entry(key, value))
    if isinstance(old, yaml.ScalarNode) and isinstance(value, str) and old.style not in ("|", ">"):
        # An empty value stands right behind its colon.
        gap = "" if old.value or old.style else " "
        shown = _flow_scalar(value) if holder.flow_style else scalar(value)
        return old.start_mark.index, old.end_mark.index, gap + shown
    indent = " " * holder.start_mark.column
    before = after = _last_line(holder) + 1
    if old is not None:
        mark = next(k for k, v in holder.value if k.value == key).start_mark
        before, after = mark.line, _last_line(old) + 1
        if rows[before][: mark.column].strip():  # the key stands behind the dash of its record
            lines[0] = rows[before][: mark.column].lstrip() + lines[0]
            indent = " " * (len(rows[before]) - len(rows[before].lstrip()))
            lines[1:] = [" " * (mark.column - len(indent)) + line for line in lines[1:]]
    new = "".join(f"{indent}{line}{end}" for line in lines)
    return starts[before], starts[after], new


def remove_items(text: str, key: str, positions: Iterable[int]) -> str:
    r"""Return the text without some records (from 0) of the list under a key of the root; comments around them stay.

    A list that loses all its records is left as `[]`.

    Raises:
        NotWritten: The list is written in brackets, or it has no such record.

    >>> remove_items("пары:\n  - с: 1\n  - с: 2\n", "пары", [0])
    'пары:\n  - с: 2\n'
    """
    gone = set(positions)
    rows = _rows(text, _end_of_line(text))
    root, wanted = _root(text), _plain(text)
    node = _below(root, [key])
    if not isinstance(node, yaml.SequenceNode) or node.flow_style or not gone <= set(range(len(node.value))):
        raise NotWritten(f"«{key}» записан не построчно")
    wanted[key] = [item for number, item in enumerate(wanted[key]) if number not in gone]
    for number in sorted(gone, reverse=True):
        item = node.value[number]
        del rows[item.start_mark.line : _last_line(item) + 1]
    if not wanted[key]:
        mark = next(k for k, _ in root.value if k.value == key).end_mark if root is not None else node.start_mark
        rows[mark.line] = rows[mark.line][: mark.column] + ": []" + rows[mark.line][mark.column + 1 :]
    return _compared("".join(rows), wanted)


def _in_lines(text: str, path: Path, end: str) -> str:
    """Return the text with the record at the path in lines, where it is an item of a list that stands in braces."""
    node = _below(_root(text), path)
    if not isinstance(node, yaml.MappingNode) or not node.flow_style or not node.value:
        return text
    first, last = node.start_mark, node.end_mark
    spans = [(key.start_mark.index, value.end_mark.index) for key, value in node.value]
    ends = [first.index + 1, *(stop for _, stop in spans)]
    gaps = [text[stop:start] for stop, (start, _) in zip(ends, [*spans, (last.index - 1, 0)], strict=True)]
    pieces = [text[start:stop].rstrip() for start, stop in spans]
    before = text[: first.index]
    if "".join(gaps).strip(" ,\r\n") or "\n" in "".join(pieces) or before.rpartition("\n")[2].strip() != "-":
        raise NotWritten("запись в скобках не поставить построчно")
    behind, newline, after = text[last.index :].partition("\n")
    lines = "".join(f"{end}{' ' * first.column}{piece}" for piece in pieces[1:])
    return f"{before}{pieces[0]}{behind.rstrip()}{lines}{end if newline else ''}{after}"


def scalar(text: str) -> str:
    """Return the text as a YAML scalar: as it is where YAML reads it back so, else in double quotes.

    >>> scalar("учитель математики"), scalar("учитель: химия")
    ('учитель математики', '"учитель: химия"')
    """
    flat = " ".join(text.split())
    try:
        is_plain = bool(flat) and yaml.load(f"- {flat}\n", Loader=_LOADER) == [flat]
    except yaml.YAMLError:
        is_plain = False
    return flat if is_plain and not flat.startswith(("'", '"', "-", "?")) else quoted(flat)


def _flow_scalar(text: str) -> str:
    return quoted(text) if re.search(r"[,\[\]{}]", text) else scalar(text)


def record_text(record: Written) -> str:
    r"""Return a whole file that holds just this record.

    >>> record_text({"цель": "Помочь", "задачи": ["раз", "два"]})
    'цель: Помочь\nзадачи:\n  - раз\n  - два\n'
    """
    return "".join(f"{line}\n" for line in _lines(record))


def _lines(record: Written) -> Iterable[str]:
    for key, value in record.items():
        yield from _entry(key, value)


def _entry(key: str, value: Any) -> Iterable[str]:
    if isinstance(value, str):
        yield f"{key}: {scalar(value)}"
    elif isinstance(value, Mapping):
        yield f"{key}:"
        yield from (f"{STEP}{line}" for line in _lines(value))
    else:
        yield f"{key}:"
        for item in value:
            if isinstance(item, Mapping):
                first, *rest = _lines(item)
                yield f"{STEP}- {first}"
                yield from (f"{STEP}  {line}" for line in rest)
            else:
                yield f"{STEP}- {scalar(item)}"


def _as_read(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, Mapping):
        return {key: _as_read(item) for key, item in value.items()}
    return [_as_read(item) for item in value]


def _plain(text: str) -> dict[str, Any]:
    values = yaml.load(text, Loader=_LOADER) or {}
    if not isinstance(values, dict):
        raise NotWritten("файл начинается не с ключа")
    return copy.deepcopy(values)


def _compared(text: str, wanted: object) -> str:
    try:
        is_right = yaml.load(text, Loader=_LOADER) == wanted
    except yaml.YAMLError:
        is_right = False
    if not is_right:
        raise NotWritten("файл записан так, что изменение в нём не сделать наверняка")
    return text


def _at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


def _root(text: str) -> yaml.Node | None:
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=_NODES)
    except yaml.YAMLError as error:
        raise NotWritten("файл не читается") from error
    return node


def _below(node: yaml.Node | None, path: Path) -> yaml.Node | None:
    for step in path:
        if isinstance(step, int) and isinstance(node, yaml.SequenceNode) and step < len(node.value):
            node = node.value[step]
        elif isinstance(step, str) and isinstance(node, yaml.MappingNode):
            found = next((value for key, value in node.value if key.value == step), None)
            if found is None:
                return None
            node = found
        else:
            return None
    return node


def _end_of_line(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _rows(text: str, end: str) -> list[str]:
    rows = text.splitlines(keepends=True)
    if rows and not rows[-1].endswith("\n"):
        rows[-1] += end
    return rows
