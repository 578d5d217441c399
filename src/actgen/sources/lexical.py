"""What is seen in the letters of a YAML file before it is parsed: traces of Word, tabs, invisible characters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from actgen.diagnostics import Diagnostic, Edit, Outcome, Place, Severity
from actgen.sources.values import LOST

# C0 and C1 controls, line separators that editors do not count, zero-width and bidi marks, private use,
# surrogates and noncharacters. U+00AD (soft hyphen) and U+00A0 may stay: people put them on purpose.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)

_BLANK = " \t\u00a0"
_DASH = re.compile(f"^[{_BLANK}]*([—–−‒•●▪·‣◦*])[{_BLANK}]", re.MULTILINE)
_TAB = re.compile("^ *(?:- *)?(\u00a0*\t[ \t\u00a0]*)(?=[^\\s])", re.MULTILINE)
_NBSP = re.compile("^ *(?:- *)?(\u00a0[ \u00a0]*)(?=[^\\s])", re.MULTILINE)
_MOST_LINES = 20


@dataclass(frozen=True, slots=True)
class Suspect:
    """Characters that a person surely meant otherwise, if YAML reads them as structure.

    `text[start:end]` is at fault; with `repair` written from `start` on, the text is as it was meant.
    """

    code: str
    line: int
    start: int
    end: int
    repair: str


def bad_characters(file: str, text: str) -> Outcome[str]:
    """Return the text with U+FFFD in place of characters that no document may hold, and one finding a line."""
    if not FORBIDDEN.search(text):
        return Outcome(text)
    findings: list[Diagnostic] = []
    for number, line in enumerate(re.split("\r\n|\n|\r", text), start=1):
        match = FORBIDDEN.search(line)
        if match and len(findings) < _MOST_LINES:
            findings.append(
                Diagnostic(
                    "F005",
                    Severity.ERROR,
                    f"{what_character(match[0])}: {_around(line, match.start())}",
                    Place(file, number, match.start() + 1),
                    "сотрите этот знак и соседние с ним и наберите их заново",
                )
            )
    return Outcome(FORBIDDEN.sub(LOST, text), tuple(findings))


def what_character(character: str) -> str:
    """Return how to call a forbidden character.

    >>> what_character(chr(7))
    'служебный знак U+0007 в тексте'
    """
    kind = "служебный" if character < "\xa0" else "невидимый"
    if "\ue000" <= character <= "\uf8ff" or character >= "\U000f0000":
        kind = "не имеющий общего начертания"
    return f"{kind} знак U+{ord(character):04X} в тексте"


def find_suspects(text: str) -> list[Suspect]:
    """Return tabs and no-break spaces in indents and other signs than a hyphen before list items, from the top."""
    found = [("F007", match) for match in _TAB.finditer(text)] if "\t" in text else []
    found += [("F008", match) for match in _NBSP.finditer(text)] if "\u00a0" in text else []
    found += [("F009", match) for match in _DASH.finditer(text)]
    suspects: list[Suspect] = []
    line, counted = 1, 0
    for code, match in sorted(found, key=lambda pair: pair[1].start(1)):
        start, end = match.span(1)
        line, counted = line + text.count("\n", counted, start), start
        suspects.append(Suspect(code, line, start, end, "- " if code == "F009" else " " * (end - start)))
    return suspects


def repaired(text: str, suspects: Iterable[Suspect]) -> str:
    """Return the text as it was meant, each character at its old place."""
    letters = list(text)
    for suspect in suspects:
        letters[suspect.start : suspect.start + len(suspect.repair)] = suspect.repair
    return "".join(letters)


def report(file: str, text: str, suspects: Iterable[Suspect]) -> list[Diagnostic]:
    """Return one finding for each kind of suspect: at the first place, naming the other lines."""
    by_code: dict[str, list[Suspect]] = {}
    for suspect in sorted(suspects, key=lambda s: s.start):
        by_code.setdefault(suspect.code, []).append(suspect)
    return [_finding(file, text, code, group) for code, group in by_code.items()]


def _finding(file: str, text: str, code: str, group: list[Suspect]) -> Diagnostic:
    first = group[0]
    sign = text[first.start]
    message, hint = {
        "F007": ("отступ сделан табуляцией", "замените табуляцию пробелами: по два на уровень"),
        "F008": ("отступ сделан неразрывными пробелами", "сотрите отступ и наберите его обычными пробелами"),
        "F009": (
            f"вместо дефиса в списке стоит знак «{sign}»",
            f'замените «{sign}» на дефис «-»; если это текст, а не список, возьмите его в кавычки "…"',
        ),
    }[code]
    others = [str(suspect.line) for suspect in group[1:]]
    if others:
        shown = ", ".join(others[:5]) + (" и далее" if len(others) > 5 else "")
        message += f"; также в {'строке' if len(others) == 1 else 'строках'} {shown}"
    column = first.start - (text.rfind("\n", 0, first.start) + 1) + 1
    place = Place(file, first.line, column, first.end - first.start)
    edits = tuple(edit for suspect in group if (edit := _edit(file, text, suspect)) is not None)
    return Diagnostic(code, Severity.ERROR, message, place, hint, edits=edits)


def _edit(file: str, text: str, suspect: Suspect) -> Edit | None:
    """Return the one right cure of a suspect, None for a tab whose level cannot be told."""
    if suspect.code != "F007":
        end = suspect.end
        return Edit(file, suspect.start, end, suspect.repair[: end - suspect.start])
    line_start = text.rfind("\n", 0, suspect.start) + 1
    before = text[line_start : suspect.start]
    if "-" in before:
        return Edit(file, suspect.start, suspect.end, " ")
    column = _column_of_level(text[:line_start], is_item=text[suspect.end : suspect.end + 2] == "- ")
    if column is None or column < len(before):
        return None
    return Edit(file, suspect.start, suspect.end, " " * (column - len(before)))


def _column_of_level(above: str, *, is_item: bool) -> int | None:
    """Return the column (from 0) of the level that the lines above are on, None where it may be another one."""
    for row in reversed(above.splitlines()):
        content = row.strip()
        if not content or content.startswith("#"):
            continue
        if "\t" in row or content.endswith((":", "|", ">", ">-", "|-")):
            return None
        begin = len(row) - len(row.lstrip(" "))
        if is_item:
            return begin if content.startswith("- ") else None
        if content.startswith("- "):
            inner = content[1:].lstrip(" ")
            return begin + len(content) - len(inner) if _KEY.match(inner) else None
        return begin if _KEY.match(content) else None
    return None


_KEY = re.compile(r"[^\W\d][\w ]*:(?:\s|$)")


def _around(line: str, column: int) -> str:
    return FORBIDDEN.sub("", line[max(0, column - 20) : column + 20]).strip()
