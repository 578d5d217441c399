"""The events of YAML -> a tree of values with places; what only its own spelling could excuse is refused here."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

import yaml

from actgen.diagnostics import Diagnostic, Place, Related, Severity
from actgen.sources import lexical
from actgen.sources.values import LOST, Mapping, Sequence, Text, Value

DEEPEST = 50

# YAML reads a line with a hyphen that stands too far right as the end of the text above it.
_GLUED_LINE = re.compile(r"\n[ \t]*(-[ \t])")
_QUOTE_HINT = "возьмите значение в прямые кавычки: "


Scalar = tuple[int, int, str, bool, bool]
"""The fields of a `Span`."""


@dataclass(slots=True)
class _Frame:
    """A collection that is being built."""

    value: Mapping | Sequence
    start: Any
    is_flow: bool
    key: str | None = None
    key_place: Place | None = None
    is_lost: bool = False


class TreeBuilder:
    """Builds values from YAML events; refuses what a secretary never means."""

    def __init__(self, file: str, text: str) -> None:
        self.root: Mapping | None = None
        self.findings: list[Diagnostic] = []
        self.scalars: list[Scalar] = []
        self._file = file
        self._text = text
        self._root_fault: Diagnostic | None = None
        self._frames: list[_Frame] = []
        self._documents = 0

    def take(self, event: Any) -> bool:
        """Take in one event; False when nothing more shall be read."""
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            return self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close(event)
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._report(
                    "F024",
                    "в файле второй документ YAML: он начинается с «---»",
                    self._place(event.start_mark, event.end_mark),
                    "уберите строку «---» или перенесите эту часть в другой файл",
                )
                return False
        elif isinstance(event, yaml.StreamEndEvent):
            if self._root_fault is not None:
                self.findings.append(self._root_fault)
            elif self.root is None and not self.findings:
                self.root = Mapping((), Place(self._file, 1, 1))
            return False
        return True

    def _scalar(self, event: Any) -> None:
        text = self._text
        start, end = event.start_mark.index, event.end_mark.index
        style = event.style or ""
        frame = self._frames[-1] if self._frames else None
        is_key = frame is not None and isinstance(frame.value, Mapping) and frame.key is None
        self.scalars.append((start, end, style, is_key, frame is not None and frame.is_flow))
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        place = self._place(event.start_mark, event.end_mark)
        value: str = event.value
        if not value.isascii() and not unicodedata.is_normalized("NFC", value):
            value = unicodedata.normalize("NFC", value)
        if style == '"' and lexical.FORBIDDEN.search(value) and "\\" in text[start:end]:
            self._report(
                "F005",
                lexical.what_character(lexical.FORBIDDEN.search(value)[0]),  # type: ignore[index]
                place,
                "уберите это сочетание с обратной косой чертой",
            )
            value = lexical.FORBIDDEN.sub(LOST, value)
        elif (
            not style
            and value
            and self._is_misspelt(value, start, end, place, is_flow=frame is not None and frame.is_flow)
        ):
            if is_key and frame is not None:
                frame.is_lost = True
            value = LOST
        if frame is None:
            if value:
                self._refuse_root(text, value, start, place)
            else:
                self.root = Mapping((), place)
        elif is_key:
            self._key(frame, value, place)
        else:
            self._add(frame, Text(value, self._place_of_empty(frame, event) if not value else place, text, start, end))

    def _key(self, frame: _Frame, key: str, place: Place) -> None:
        key = key.replace("\u00a0", " ").strip()
        if key == "<<":
            self._report("F023", "слияние ключей не используется: <<", place, "впишите нужные ключи сюда целиком")
            key = LOST
        elif not key:
            self._report("F027", "ключ пуст: перед двоеточием ничего не написано", place, "впишите ключ")
            key = LOST
        frame.key, frame.key_place = key, place
        value = frame.value
        if isinstance(value, Mapping) and not value.place.length:
            value.place = place

    def _add(self, frame: _Frame, value: Value) -> None:
        if isinstance(frame.value, Sequence):
            frame.value.append(value)
            return
        key, place = frame.key, frame.key_place
        frame.key = frame.key_place = None
        if key is None or place is None:
            self._complex_key(frame, value)
        elif key in frame.value:
            if key != LOST:
                first = frame.value.key_places[key]
                self.findings.append(
                    Diagnostic(
                        "F002",
                        Severity.ERROR,
                        f"ключ записан дважды: {key}",
                        place,
                        f"оставьте один из двух; первый стоит в строке {first.line}",
                        (Related(first, "здесь ключ записан впервые"),),
                    )
                )
        else:
            frame.value[key] = value
            frame.value.key_places[key] = place

    def _complex_key(self, frame: _Frame, value: Value) -> None:
        """Refuse a list or a record where a key is expected: most often «{{ слово }}» without quotes."""
        start = frame.start.index
        if self._text.startswith("{{", start):
            self._report(
                "F018",
                "значение начинается с «{{» и записано без кавычек",
                self._place(frame.start, frame.start, 2),
                _QUOTE_HINT + f'"{rest_of_line(self._text, start)}"',
            )
            frame.is_lost = True
        else:
            self._report(
                "F027", "ключ записан не словом", value.place, "ключ — это одно или несколько слов и двоеточие"
            )
        frame.key, frame.key_place = LOST, value.place

    def _open(self, event: Any) -> bool:
        self._refuse_properties(event)
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        # The place of a block mapping is its first key; length 0 marks it as not yet known.
        place = self._place(event.start_mark, event.start_mark, 0 if is_mapping and not event.flow_style else 1)
        if len(self._frames) >= DEEPEST:
            self._report(
                "F025",
                f"слишком много вложенных уровней: больше {DEEPEST}",
                self._place(event.start_mark, event.start_mark),
                "проверьте отступы и скобки",
            )
            return False
        value: Mapping | Sequence = Mapping((), place) if is_mapping else Sequence((), place)
        self._frames.append(_Frame(value, event.start_mark, bool(event.flow_style)))
        return True

    def _close(self, event: Any) -> None:
        frame = self._frames.pop()
        value: Value = frame.value
        if frame.is_flow:
            place = self._place(frame.start, event.end_mark)
            frame.value.place = place
        if frame.is_lost:
            value = Text(LOST, value.place)
        if self._frames:
            self._add(self._frames[-1], value)
        elif isinstance(value, Mapping):
            self.root = value
        elif not frame.is_lost:
            self._report(
                "F026",
                "файл начинается со списка, а нужен ключ",
                value.place,
                "поставьте над списком строку с ключом и двоеточием, например «сотрудники:»",
            )

    def _alias(self, event: Any) -> None:
        name = self._text[event.start_mark.index : event.end_mark.index]
        place = self._place(event.start_mark, event.end_mark)
        self._report(
            "F021",
            f"ссылки YAML не используются: {name}",
            place,
            "впишите значение целиком; если «*» — часть текста, возьмите значение в кавычки",
        )
        frame = self._frames[-1] if self._frames else None
        if frame is None:
            return
        if isinstance(frame.value, Mapping) and frame.key is None:
            self._key(frame, LOST, place)
        else:
            self._add(frame, Text(LOST, place))

    def _refuse_properties(self, event: Any) -> None:
        """Refuse an anchor or a tag before a value."""
        if event.anchor is not None:
            self._report(
                "F021",
                f"якоря YAML не используются: &{event.anchor}",
                self._place(event.start_mark, event.start_mark, len(event.anchor) + 1),
                "уберите якорь; если «&» — часть текста, возьмите значение в кавычки",
            )
        if event.tag is not None:
            self._report(
                "F022",
                f"метки типа YAML не используются: {rest_of_line(self._text, event.start_mark.index).split(' ')[0]}",
                self._place(event.start_mark, event.start_mark),
                "уберите метку; если «!» — часть текста, возьмите значение в кавычки",
            )

    def _refuse_root(self, text: str, value: str, start: int, place: Place) -> None:
        if LOST in value:
            return
        colon = re.match(r"[^\W\d][\w №.-]*:(?=[^\s:/]|\u00a0)", text[start:])
        if colon:
            self._root_fault = _missing_blank(place, value, colon.end() - 1)
            return
        # It is said at the end only: most often YAML stumbles soon after, and then the cause is a missing colon.
        self._root_fault = Diagnostic(
            "F026",
            Severity.ERROR,
            f"файл начинается с текста, а нужен ключ: {short(value)}",
            place,
            "каждая запись начинается с ключа и двоеточия, например «название: …»",
        )

    def _is_misspelt(self, value: str, start: int, end: int, place: Place, *, is_flow: bool) -> bool:
        """Report a plain scalar that is read as text but surely was meant as a list item or as a quoted text."""
        sign = value[0]
        if sign in "-—–−•●▪‣◦" and len(value) > 1 and value[1].isalpha() and self._opens_line(start) and not is_flow:
            if sign == "-":
                self._report("F010", f"нет пробела после дефиса: {short(value)}", place, "поставьте пробел после «-»")
            else:
                self._report(
                    "F009",
                    f"вместо дефиса в списке стоит знак «{sign}»",
                    Place(place.file, place.line, place.column),
                    "начните строку с дефиса и пробела: «- »; если это текст, возьмите его в кавычки",
                )
            return True
        glued = _GLUED_LINE.search(self._text, start, end)
        if glued:
            offset = glued.start(1)
            self._report(
                "F014",
                f"строка приклеилась к строке выше: {short(rest_of_line(self._text, offset))}",
                Place(
                    self._file,
                    place.line + self._text.count("\n", start, offset),
                    offset - self._text.rfind("\n", 0, offset),
                ),
                "поставьте дефис под дефисом соседнего пункта; если это одно значение, возьмите его в кавычки",
            )
            return True
        closing = {"“": "”“", "„": "“”", "«": "»"}.get(sign)
        if is_flow and closing and not any(c in value[1:] for c in closing):
            self._report(
                "F019",
                f"кавычки {sign} не защищают запятую внутри списка: {short(value)}",
                place,
                'возьмите значение в прямые кавычки: "…"',
            )
            return True
        return False

    def _opens_line(self, start: int) -> bool:
        return not self._text[self._text.rfind("\n", 0, start) + 1 : start].strip()

    def _place(self, start: Any, end: Any, length: int | None = None) -> Place:
        line, column = start.line, start.column
        if length is None:
            if line == end.line:
                length = end.column - column
            else:
                line_end = self._text.find("\n", start.index)
                length = len(self._text[start.index : line_end if line_end >= 0 else None].rstrip())
            length = max(1, length)
        return Place(self._file, line + 1, column + 1, length)

    def _place_of_empty(self, frame: _Frame, event: Any) -> Place:
        """Return where an empty value is shown: its key, or the dash of its list item."""
        if frame.key_place is not None:
            return frame.key_place
        dash = self._text.rfind("-", 0, event.start_mark.index + 1)
        line_start = self._text.rfind("\n", 0, dash) + 1
        if dash >= 0 and not frame.is_flow:
            return Place(self._file, self._text.count("\n", 0, dash) + 1, dash - line_start + 1)
        return self._place(event.start_mark, event.end_mark)

    def _report(self, code: str, message: str, place: Place, hint: str) -> None:
        self.findings.append(Diagnostic(code, Severity.ERROR, message, place, hint))


def _missing_blank(place: Place, value: str, colon: int) -> Diagnostic:
    """Return the finding for «ключ:значение»; `colon` is its offset in the value."""
    has_nbsp = value[colon + 1 : colon + 2] == "\u00a0"
    return Diagnostic(
        "F011",
        Severity.ERROR,
        f"после двоеточия неразрывный пробел: {short(value)}"
        if has_nbsp
        else f"нет пробела после двоеточия: {short(value)}",
        Place(place.file, place.line, place.column + colon),
        "поставьте после двоеточия обычный пробел",
    )


def rest_of_line(text: str, start: int) -> str:
    """Return the text from an offset to the end of its line."""
    end = text.find("\n", start)
    return text[start : end if end >= 0 else len(text)].rstrip()


def short(value: str) -> str:
    """Return the text on one line, cut where a message would become too long."""
    value = " ".join(value.split())
    return value if len(value) <= 40 else value[:39] + "…"
