"""Why YAML did not read: the loader's complaint -> the cause, at the place where a person made it."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from actgen.diagnostics import Diagnostic, Place, Severity


@dataclass(frozen=True, slots=True)
class Span:
    """Where a scalar stands in the text, from `start` to `end` (excluded), and how it is written."""

    start: int
    end: int
    style: str
    is_key: bool
    is_flow: bool

    @property
    def is_plain(self) -> bool:
        """Whether it is written without quotes and not as a block."""
        # libyaml gives plain scalars the style '', the Python loader None.
        return not self.style


@dataclass(frozen=True, slots=True)
class Spot:
    """An offset in the text (from 0) with its line and column (from 1)."""

    offset: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Fault:
    """A loader's complaint: what is wrong and where, in which context and where that began."""

    problem: str
    context: str
    problem_at: Spot | None
    context_at: Spot | None

    @classmethod
    def of(cls, error: yaml.MarkedYAMLError) -> Fault:
        """Return the complaint of a PyYAML error."""
        return cls(error.problem or "", error.context or "", _spot(error.problem_mark), _spot(error.context_mark))

    @property
    def problem_line(self) -> int:
        """The line where the loader stopped, from 1; 0 when unknown."""
        return self.problem_at.line if self.problem_at else 0

    @property
    def last_line(self) -> int:
        """The last line that may hold the cause, from 1."""
        return max((spot.line for spot in (self.problem_at, self.context_at) if spot), default=0)


def _spot(mark: yaml.Mark | None) -> Spot | None:
    return None if mark is None else Spot(mark.index, mark.line + 1, mark.column + 1)


_STRAIGHT = 'возьмите значение в прямые кавычки: "…"'


def explain(file: str, text: str, fault: Fault, spans: list[Span]) -> Diagnostic:
    """Return one finding that names the cause of a syntax fault and its place."""
    return _Explanation(file, text, fault, spans).finding()


class _Explanation:
    def __init__(self, file: str, text: str, fault: Fault, spans: list[Span]) -> None:
        self.file = file
        self.text = text
        self.lines = text.split("\n")
        self.fault = fault
        self.spans = spans
        self.at = fault.problem_at or Spot(0, 1, 1)
        self.began = fault.context_at or self.at

    def finding(self) -> Diagnostic:
        problem, context = self.fault.problem, self.fault.context
        if self.fault.problem_at is None:
            return self._say("F031", "запись не читается", Spot(0, 1, 1), "верните прошлую копию файла")
        opening = self._special_opening()
        if opening is not None:
            return opening
        if problem.startswith("mapping values are not allowed"):
            return self._colon()
        if "entries are not allowed" in problem:
            return self._say(
                "F030",
                "список начат в строке ключа",
                self.at,
                "перенесите «- » на следующую строку под ключ; если это текст, возьмите его в кавычки",
            )
        if "could not find expected ':'" in problem:
            return self._no_colon(self.began)
        if "escape" in problem:
            return self._escape()
        if "quoted scalar" in context:
            return self._unclosed_quote(self.began)
        if "flow" in context:
            return self._bracket()
        if ("found character" in problem and "'\\t'" in problem) or "tab character" in problem:
            return self._say("F007", "отступ сделан табуляцией", self.at, "замените табуляцию пробелами")
        if "tag" in context or "tag" in problem:
            return self._quote_it(self.began, "!")
        if "anchor" in context or "alias" in context:
            return self._quote_it(self.began, self._sign(self.began))
        if "found character" in problem or "block scalar" in context or "directive" in context:
            where = self.began if "block scalar" in context or "directive" in context else self.at
            return self._quote_it(where, self._sign(where))
        return self._unexpected()

    # --- the causes -------------------------------------------------------------------------------

    def _special_opening(self) -> Diagnostic | None:
        """A value of the failing line that opens with «{{», «{%» or a bracket and goes on after it."""
        line = self._line(self.at.line)
        match = re.match(r"^[ ]*(?:- +)*(?:[^\s:#\"'{\[][^:#{\[]*:[ ]+)?(\{\{|\{%)", line)
        if match and match.start(1) < self.at.column:
            return self._quote_it(self._at_column(self.at.line, match.start(1)), match[1])
        return None

    def _colon(self) -> Diagnostic:
        """«mapping values are not allowed here» has three causes: indent, missing colon above, colon in a value."""
        line = self._line(self.at.line)
        key_start = _content_start(line)
        first_colon = re.search(r":(?=\s|$)", line[key_start:])
        if first_colon is None or key_start + first_colon.start() != self.at.column - 1:
            return self._colon_in_value(line)
        above = self._line_above(self.at.line)
        if above is None:
            return self._say("F013", "строка стоит с неверным отступом", self.at, "выровняйте ключи одной записи")
        above_line = self._line(above)
        above_start = _content_start(above_line)
        content = above_line[above_start:]
        glued = _glued_colon(content)
        if glued is not None:
            return self._glued(above, above_start + glued)
        if not re.search(r":(?=\s|$)", content):
            return self._missing_colon(above, above_start)
        spot = self._at_column(self.at.line, key_start)
        return self._say(
            "F013",
            f"строка стоит с неверным отступом: {_short(line[key_start:])}",
            spot,
            "ключи одной записи ставьте друг под другом",
            _visible(line[key_start:]),
        )

    def _colon_in_value(self, line: str) -> Diagnostic:
        start = _value_start(line)
        value = line[start:].rstrip()
        if value[:1] in "“”„‟‘’" and value:
            return self._say(
                "F019",
                f"кавычки {value[0]} не годятся для YAML: {_short(value)}",
                self._at_column(self.at.line, start),
                f'наберите прямые кавычки: "{value.strip("“”„‟‘’")}"',
            )
        if value[:1] in "\"'" and value:
            return self._after_quote(self.at)
        return self._say(
            "F012",
            f"двоеточие внутри значения без кавычек: {_short(value)}",
            self.at,
            f"возьмите значение в прямые кавычки: {_in_quotes(value)}",
        )

    def _no_colon(self, where: Spot) -> Diagnostic:
        line = self._line(where.line)
        start = where.column - 1
        glued = _glued_colon(line[start:])
        if glued is not None:
            return self._glued(where.line, start + glued)
        if line[start : start + 1] in ("'", '"'):
            return self._unclosed_quote(where)
        return self._missing_colon(where.line, start)

    def _glued(self, line_number: int, column: int) -> Diagnostic:
        line = self._line(line_number)
        has_nbsp = line[column + 1 : column + 2] == "\u00a0"
        what = "после двоеточия неразрывный пробел" if has_nbsp else "нет пробела после двоеточия"
        return self._say(
            "F011",
            f"{what}: {_short(line.strip())}",
            self._at_column(line_number, column),
            "поставьте после двоеточия обычный пробел",
        )

    def _missing_colon(self, line_number: int, column: int) -> Diagnostic:
        line = self._line(line_number)
        if re.match(r"-\w", line[column:]):
            return self._glued_dash(line_number, column)
        last = self.spans[-1] if self.spans else None
        if (
            last
            and last.style in ("|", ">")
            and not self.text[last.end : self._at_column(line_number, 0).offset].strip()
        ):
            return self._say(
                "F013",
                f"строка текста стоит левее, чем нужно: {_short(line[column:].strip())}",
                self._at_column(line_number, column),
                "поставьте все строки текста под первой, на два пробела правее ключа",
                _visible(line[column:]),
            )
        return self._say(
            "F029",
            f"нет двоеточия после ключа: {_short(line[column:].strip())}",
            self._at_column(line_number, column),
            "поставьте после ключа двоеточие и пробел",
            _visible(line[column:]),
        )

    def _glued_dash(self, line_number: int, column: int) -> Diagnostic:
        content = self._line(line_number)[column:]
        return self._say(
            "F010",
            f"нет пробела после дефиса: {_short(content)}",
            self._at_column(line_number, column),
            "поставьте пробел после «-»",
            _visible(content),
        )

    def _escape(self) -> Diagnostic:
        spot = self.at
        while (
            spot.offset > 0 and self.text[spot.offset : spot.offset + 1] != "\\" and self.at.offset - spot.offset < 12
        ):
            spot = Spot(spot.offset - 1, spot.line, spot.column - 1)
        sequence = self.text[spot.offset : spot.offset + 2]
        return self._say(
            "F020",
            f"непонятное сочетание с обратной косой чертой: {sequence.strip()}",
            spot,
            "замените двойные кавычки вокруг значения одинарными: '…'",
            2,
        )

    def _unclosed_quote(self, where: Spot) -> Diagnostic:
        line = self._line(where.line)
        return self._say(
            "F015",
            f"кавычка не закрыта: {_short(line[where.column - 1 :].strip())}",
            where,
            f"поставьте закрывающую кавычку {self._sign(where)} в конце значения",
        )

    def _bracket(self) -> Diagnostic:
        where = self.began
        sign = self._sign(where)
        closing = {"[": "]", "{": "}"}.get(sign, "")
        line = self._line(where.line)
        if closing and self.at.line == where.line and closing in line[where.column :]:
            found = self._sign(self.at)
            return self._say(
                "F017",
                f"лишний знак в скобках: {found}" if found in ",:" else "между значениями в скобках нет запятой",
                self.at,
                "разделите значения одной запятой; значение со знаками , : [ ] { } возьмите в кавычки",
            )
        if not closing or "node" in self.fault.context:
            unclosed = self._unclosed_bracket()
            if unclosed is not None:
                return unclosed
            return self._say(
                "F017", f"лишний знак: {self._sign(self.at)}", self.at, "уберите его или возьмите значение в кавычки"
            )
        return self._say("F017", f"скобка {sign} не закрыта", where, f"поставьте закрывающую скобку {closing}")

    def _unclosed_bracket(self) -> Diagnostic | None:
        """The file ended inside brackets: blame the last that is open on an earlier line or place."""
        if self.at.offset < len(self.text.rstrip()):
            return None
        quoted = [(s.start, s.end) for s in self.spans if s.end > s.start]
        open_at: list[int] = []
        for match in re.finditer(r"[\[\]{}]", self.text):
            if any(start <= match.start() < end for start, end in quoted):
                continue
            if match[0] in "[{":
                open_at.append(match.start())
            elif open_at:
                open_at.pop()
        if not open_at:
            return None
        sign = self.text[open_at[-1]]
        return self._say(
            "F017",
            f"скобка {sign} не закрыта",
            self._at_offset(open_at[-1]),
            f"поставьте закрывающую скобку {'}' if sign == '{' else ']'}",
        )

    def _quote_it(self, where: Spot, sign: str) -> Diagnostic:
        value = self._line(where.line)[where.column - 1 :].strip()
        return self._say(
            "F018",
            f"значение начинается со служебного знака «{sign}»: {_short(value)}",
            where,
            f"возьмите значение в кавычки: {_in_quotes(value)}",
            len(sign),
        )

    def _after_quote(self, where: Spot) -> Diagnostic:
        rest = self._line(where.line)[where.column - 1 :].strip()
        return self._say(
            "F016",
            f"после закрывающей кавычки есть ещё текст: {_short(rest)}",
            where,
            "возьмите всё значение в одинарные кавычки '…', а внутренние кавычки сделайте «ёлочками»",
        )

    def _unexpected(self) -> Diagnostic:
        """A token where none may stand: text after a quote or bracket, or a line with a wrong indent."""
        line = self._line(self.at.line)
        before = line[: self.at.column - 1]
        sign = self._sign(self.at)
        if sign in "]}" and sign:
            return self._say("F017", f"лишняя скобка {sign}", self.at, "уберите её или возьмите значение в кавычки")
        last = self.spans[-1] if self.spans else None
        if before.strip(" -") and before.rstrip()[-1:] in "\"'":
            if last is not None and last.style in ("'", '"') and "\n" in self.text[last.start : last.end]:
                return self._unclosed_quote(self._at_offset(last.start))
            return self._after_quote(self.at)
        if before.rstrip()[-1:] in ("]", "}"):
            start = _value_start(line)
            return self._quote_it(self._at_column(self.at.line, start), line[start : start + 1])
        if sign == ":" and not before.strip(" -"):
            return self._say("F027", "ключ пуст: перед двоеточием ничего не написано", self.at, "впишите ключ")
        if before.rstrip()[-1:] == ":" and not sign.isalnum():
            return self._quote_it(self.at, sign)
        if before.strip(" -") and last is not None and last.is_plain:
            return self._say("F031", f"лишний знак: {sign}", self.at, _STRAIGHT)
        if "<document start>" in self.fault.problem:
            return self._document_start()
        return self._indent(line)

    def _document_start(self) -> Diagnostic:
        first = next(
            (n for n, line in enumerate(self.lines, 1) if line.strip() and not line.lstrip().startswith("#")), 1
        )
        if self._line(first)[:1] == " " and first < self.at.line:
            return self._say(
                "F013",
                "первая строка стоит с отступом, а следующие без него",
                self._at_column(first, _content_start(self._line(first))),
                "уберите пробелы в начале этой строки",
            )
        return self._indent(self._line(self.at.line))

    def _indent(self, line: str) -> Diagnostic:
        start = len(line) - len(line.lstrip(" "))
        content = line[start:]
        glued = _glued_colon(content)
        if glued is not None and not re.search(r":(?=\s|$)", content):
            return self._glued(self.at.line, start + glued)
        if re.match(r"-\S", content):
            return self._glued_dash(self.at.line, start)
        if "<scalar>" in self.fault.problem and not re.search(r":(?=\s|$)", content):
            return self._missing_colon(self.at.line, start)
        return self._say(
            "F013",
            f"строка стоит с неверным отступом: {_short(content)}",
            self._at_column(self.at.line, start),
            "поставьте её вровень с соседними: ключ под ключом, дефис под дефисом",
            _visible(content),
        )

    # --- the text ---------------------------------------------------------------------------------

    def _say(self, code: str, message: str, where: Spot, hint: str, length: int = 1) -> Diagnostic:
        line = self._line(where.line)
        # At the very end of the file there is nothing to point at: show the last written character.
        number, column = where.line, where.column
        if not line.strip() and number > 1:
            above = self._line_above(number)
            if above is not None:
                number, column = above, len(self._line(above).rstrip())
        return Diagnostic(code, Severity.ERROR, message, Place(self.file, number, max(1, column), max(1, length)), hint)

    def _line(self, number: int) -> str:
        return self.lines[number - 1].rstrip("\r") if 0 < number <= len(self.lines) else ""

    def _line_above(self, number: int) -> int | None:
        for above in range(min(number, len(self.lines) + 1) - 1, 0, -1):
            if self._line(above).strip() and not self._line(above).lstrip().startswith("#"):
                return above
        return None

    def _sign(self, spot: Spot) -> str:
        return self.text[spot.offset : spot.offset + 1].strip()

    def _at_column(self, line_number: int, column: int) -> Spot:
        """Return the spot of a line's character `column`, counted from 0."""
        offset = sum(len(line) + 1 for line in self.lines[: line_number - 1]) + column
        return Spot(offset, line_number, column + 1)

    def _at_offset(self, offset: int) -> Spot:
        line_start = self.text.rfind("\n", 0, offset) + 1
        return Spot(offset, self.text.count("\n", 0, offset) + 1, offset - line_start + 1)


def _content_start(line: str) -> int:
    """Return the column (from 0) after the indent and the dashes of list items."""
    match = re.match(r"[ \t]*(?:-[ \t]+)*", line)
    return match.end() if match else 0


def _value_start(line: str) -> int:
    """Return the column (from 0) where the line's value begins: after its key, or after its dash."""
    start = _content_start(line)
    match = re.match(r"(?:\"[^\"]*\"|'[^']*'|[^\s\"'\[{:#][^:#]*?)\s*:[ \t]+(?=\S)", line[start:])
    return start + match.end() if match else start


def _glued_colon(content: str) -> int | None:
    """Return the offset of the colon in «ключ:значение» (or before a no-break space), or None."""
    match = re.match(r"[^\W\d][\w №.()-]*?:(?=[^\s:/]|\u00a0)", content)
    return match.end() - 1 if match else None


def _in_quotes(value: str) -> str:
    if len(value) > 60:
        return '"…"'
    return f"'{value}'" if '"' in value and "'" not in value else f'"{value}"'


def _visible(content: str) -> int:
    return len(content.rstrip())


def _short(value: str) -> str:
    value = " ".join(value.split())
    return value if len(value) <= 40 else value[:39] + "…"
