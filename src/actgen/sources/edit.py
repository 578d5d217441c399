"""text -> text by marks: a line is added where it belongs, everything else stays byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import yaml

from actgen.diagnostics import Edit

STEP = "  "

Path = Sequence[str | int]
"""Keys, and numbers of items from 0, from the root of a YAML text."""


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with the edits made; of two that overlap the later one is left out.

    >>> edited("фома: да", [Edit("", 0, 4, "форма")])
    'форма: да'
    """
    pieces: list[str] = []
    done = 0
    for edit in sorted(set(edits), key=lambda one: (one.start, one.end)):
        if edit.start >= done:
            pieces += [text[done : edit.start], edit.text]
            done = edit.end
    return "".join([*pieces, text[done:]])


def add_under(text: str, path: Sequence[str], line: str) -> str:
    r"""Return the text with a line added at the end of what stands under a path of keys.

    Keys of the path that are not there are added too. Comments, order and line ends stay; the new lines go before the
    comments and blank lines that follow the last entry.

    Args:
        text: A YAML text whose root is a mapping in block style, or nothing.
        path: Keys from the root, as their values read.
        line: The new line without indent and line end: `проверено: да`.

    Raises:
        ValueError: Something on the way is not a mapping in block style, so there is no place for a line.

    >>> add_under("люди:\n  Гусь О.И.:\n    пол: женский\n# хвост\n", ["люди", "Ли А."], "пол: женский")
    'люди:\n  Гусь О.И.:\n    пол: женский\n  "Ли А.":\n    пол: женский\n# хвост\n'
    """
    end_of_line = _end_of_line(text)
    rows = _rows(text, end_of_line)
    node: yaml.Node | None = yaml.compose(text, Loader=yaml.SafeLoader)
    left, after, indent = list(path), len(rows), ""
    while node is not None and left:
        _refuse_other_styles(node)
        pair = _entry(node, left[0])
        if pair is None:
            break
        key, value = pair
        left.pop(0)
        is_empty = not value.value
        after = (key.start_mark.line if is_empty else _last_line(value)) + 1
        indent = " " * (key.start_mark.column + len(STEP) if is_empty else value.start_mark.column)
        node = None if is_empty else value
    if node is not None and not left:
        _refuse_other_styles(node)
    added = []
    for number, key_text in enumerate(left):
        shown = key_text if number == 0 and not indent else quoted(key_text)
        added.append(f"{indent}{shown}:{end_of_line}")
        indent += STEP
    added.append(f"{indent}{line}{end_of_line}")
    return "".join([*rows[:after], *added, *rows[after:]])


def add_item(text: str, path: Path, rows: Sequence[str]) -> str:
    r"""Return the text with an item added at the end of the list under a path; the key of the list may be absent.

    Args:
        text: As for `add_under`.
        path: Keys and numbers (from 0) from the root; its last step is the key of the list.
        rows: The lines of the item without the dash; further lines keep their indent to the first.

    Raises:
        ValueError: There is no list in block style, so there is no place for a line.

    >>> add_item("журнал:\n  - вид: приказ\n    номер: 1   # первый\n", ["журнал"], ["вид: план", "номер: 2"])
    'журнал:\n  - вид: приказ\n    номер: 1   # первый\n  - вид: план\n    номер: 2\n'
    """
    parent = _node(text, path[:-1])
    pair = _entry(parent, str(path[-1])) if isinstance(parent, yaml.MappingNode) else None
    end_of_line = _end_of_line(text)
    if pair is None:
        keyed = [f"{path[-1]}:", *(("  - " if number == 0 else "    ") + row for number, row in enumerate(rows))]
        return _after(text, parent, keyed)
    key, value = pair
    is_empty = not value.value
    if not is_empty and (not isinstance(value, yaml.SequenceNode) or value.flow_style):
        raise ValueError(f"line {value.start_mark.line + 1}: no list in block style")
    indent = " " * (key.start_mark.column + len(STEP) if is_empty else value.start_mark.column)
    lines = [f"{indent}{'- ' if number == 0 else '  '}{row}{end_of_line}" for number, row in enumerate(rows)]
    if is_empty and value.start_mark.index < value.end_mark.index:
        # «журнал: []» and «журнал: нет»: the brackets go, a comment behind them stays.
        text = text[: key.end_mark.index] + ":" + text[value.end_mark.index :]
    rest = _rows(text, end_of_line)
    after = (key.start_mark.line if is_empty else _last_line(value)) + 1
    return "".join([*rest[:after], *lines, *rest[after:]])


def set_keys(text: str, path: Path, values: Mapping[str, str]) -> str:
    r"""Return the text with keys of the mapping under a path set: what is written is replaced, the rest is added.

    Args:
        text: As for `add_under`; the mapping may be in braces.
        path: Keys and numbers (from 0) from the root.
        values: Each key with its value as YAML writes it.

    Raises:
        ValueError: There is no such mapping, or a value to replace is a list or a mapping.

    >>> set_keys("журнал:\n  - {вид: план}\n  - вид: приказ # главный\n    номер: 1\n", ["журнал", 0], {"номер": "2"})
    'журнал:\n  - {вид: план, номер: 2}\n  - вид: приказ # главный\n    номер: 1\n'
    """
    for key, value in values.items():
        text = _with_key(text, path, key, value)
    return text


def _with_key(text: str, path: Path, key: str, value: str) -> str:
    node = _node(text, path)
    if not isinstance(node, yaml.MappingNode):
        raise ValueError(f"no mapping at {path}")
    pair = _entry(node, key)
    if pair is not None:
        old = pair[1]
        if not isinstance(old, yaml.ScalarNode):
            raise ValueError(f"line {old.start_mark.line + 1}: no scalar")
        start, end = old.start_mark.index, old.end_mark.index
        if start == end:  # «номер:» with nothing behind it
            return f"{text[: pair[0].end_mark.index]}: {value}{text[pair[0].end_mark.index + 1 :]}"
        return text[:start] + value + text[start:end][len(text[start:end].rstrip()) :] + text[end:]
    if node.flow_style:
        end = node.end_mark.index - 1
        body = text[:end].rstrip()
        comma = "" if body.endswith(("{", ",")) else ","
        blank = "" if body.endswith("{") else " "
        return f"{body}{comma}{blank}{key}: {value}{text[end:]}"
    return _after(text, node, [f"{key}: {value}"])


def remove_items(text: str, path: Path, numbers: Iterable[int]) -> str:
    r"""Return the text less some items (from 0) of the list in block style under a path, each with its own lines.

    A list that loses all its items is left as `[]`. Comments above an item belong to what stands before it and stay.

    Raises:
        ValueError: There is no such list in block style.

    >>> remove_items("пары:\n  - форма: а\n    вид: б\n  # вторая\n  - форма: в\n", ["пары"], [0])
    'пары:\n  # вторая\n  - форма: в\n'
    """
    node = _node(text, path)
    if not isinstance(node, yaml.SequenceNode) or node.flow_style:
        raise ValueError(f"no list in block style at {path}")
    gone = set(numbers)
    rows = _rows(text, _end_of_line(text))
    for number in sorted(gone, reverse=True):
        item = node.value[number]
        del rows[item.start_mark.line : _last_line(item) + 1]
    if gone and len(gone) == len(node.value):
        # The line of the key stands above the first item; comments between them stay.
        parent = _node(text, path[:-1])
        siblings = parent.value if parent is not None else ()
        line = next(key.start_mark.line for key, value in siblings if value.start_mark.index == node.start_mark.index)
        rows[line] = rows[line].replace(":", ": []", 1)
    return "".join(rows)


def _node(text: str, path: Path) -> yaml.Node | None:
    """Return the node under a path, None for an empty text.

    Raises:
        ValueError: There is none.
    """
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as bad:
        raise ValueError("no YAML") from bad
    for step in path:
        if isinstance(step, int) and isinstance(node, yaml.SequenceNode) and step < len(node.value):
            node = node.value[step]
            continue
        pair = _entry(node, step) if isinstance(node, yaml.MappingNode) and isinstance(step, str) else None
        if pair is None:
            raise ValueError(f"nothing at {path}")
        node = pair[1]
    return node


def _after(text: str, node: yaml.Node | None, lines: Sequence[str]) -> str:
    """Return the text with lines added at the end of a mapping in block style, with its indent."""
    end_of_line = _end_of_line(text)
    rows = _rows(text, end_of_line)
    if node is not None:
        _refuse_other_styles(node)
    indent = " " * node.start_mark.column if node is not None else ""
    after = _last_line(node) + 1 if node is not None else len(rows)
    return "".join([*rows[:after], *(f"{indent}{line}{end_of_line}" for line in lines), *rows[after:]])


def _end_of_line(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _rows(text: str, end_of_line: str) -> list[str]:
    rows = text.splitlines(keepends=True)
    if rows and not rows[-1].endswith("\n"):
        rows[-1] += end_of_line
    return rows


_PLAIN = re.compile(r"[\w№(«][\w №«»()/.,–—-]*")
_READ_OTHERWISE = re.compile(r"null|true|false|yes|no|on|off|~|\.nan|\.inf", re.IGNORECASE)


def scalar(text: str) -> str:
    """Return the text as a YAML scalar: plain where every reader takes it so, else in double quotes.

    >>> scalar("81/8"), scalar("Приказ: № 5"), scalar("on")
    ('81/8', '"Приказ: № 5"', '"on"')
    """
    is_plain = _PLAIN.fullmatch(text) and text == text.strip() and not _READ_OTHERWISE.fullmatch(text)
    return text if is_plain else quoted(text)


def quoted(text: str) -> str:
    """Return the text as a YAML scalar in double quotes, the only style that takes every character."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _refuse_other_styles(node: yaml.Node) -> None:
    if not isinstance(node, yaml.MappingNode) or node.flow_style:
        raise ValueError(f"line {node.start_mark.line + 1}: no mapping in block style")


def _entry(node: yaml.Node, key: str) -> tuple[yaml.ScalarNode, yaml.Node] | None:
    return next(((k, value) for k, value in node.value if k.value == key), None)


def _last_line(node: yaml.Node) -> int:
    """Return the line (from 0) on which the last scalar inside a node ends."""
    if isinstance(node, yaml.MappingNode) and not node.flow_style and node.value:
        return max(_last_line(part) for pair in node.value for part in pair)
    if isinstance(node, yaml.SequenceNode) and not node.flow_style and node.value:
        return max(_last_line(part) for part in node.value)
    end: int = node.end_mark.line
    # A block scalar's end mark stands on the line after it.
    return end - 1 if node.end_mark.column == 0 and end > node.start_mark.line else end
