"""text -> text by marks: a line is added where it belongs, everything else stays byte for byte."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import yaml

from actgen.diagnostics import Edit

STEP = "  "


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


def _end_of_line(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _rows(text: str, end_of_line: str) -> list[str]:
    rows = text.splitlines(keepends=True)
    if rows and not rows[-1].endswith("\n"):
        rows[-1] += end_of_line
    return rows


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
