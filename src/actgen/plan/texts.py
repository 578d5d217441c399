"""Texts of acts: points, preamble and headings with their words put in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from actgen.acts import ActKind, NumberedPoint, Outline, Point, left_out, number_by_code, numbered_without
from actgen.diagnostics import Diagnostic, Place, Severity
from actgen.expressions import Condition, Expression, ExpressionFault
from actgen.language import typeset
from actgen.plan.document import Planned
from actgen.plan.faults import Gathered, WordFault
from actgen.plan.tree import Doubtful, Items, Leaf, Stacked, Tree, UnknownWord, leaf, select, unknown_words
from actgen.plan.words_of_people import text_leaf
from actgen.sources import Absent, Record, Text

_DOUBLE_STOP = re.compile(r"(?<!\.)\.\.(?!\.)")
"""A word that ends with a full stop («31 мая 2027 г.») at the end of a sentence: one stop serves both."""


def rendered(text: Expression, words: Mapping[str, Tree], record: Record, key: str, item: int | None = None) -> Leaf:
    """Return a text with its words put in; its places are its own and those of the words, its doubts theirs.

    Args:
        text: What stands in the record under `key`, there as item number `item` (from 0) of a list.
        words: What it may read.
        record: Knows where the text stands.
        key: The Russian key.
        item: None where the text is no item.

    Raises:
        WordFault: It reads a word that does not exist, or cannot be computed.
    """
    place = record.place(key, item)
    try:
        chosen = select(words, text.used)
        printed = typeset(text.render(chosen.plain))
        if ".." in printed:
            printed = _DOUBLE_STOP.sub(".", printed)
    except ExpressionFault as fault:
        raise WordFault([_unreadable(fault, place)]) from fault
    except (UnknownWord, Absent) as fault:
        unknown = _unknown(words, text, place, record.written(key, item))
        if not unknown:
            raise
        raise WordFault(unknown) from fault
    if not chosen.places:
        return leaf(printed, place)
    places = tuple(dict.fromkeys([place, *(p for group in chosen.places.values() for p in group)]))
    return Leaf(lambda: Doubtful(printed, chosen.doubts), places) if chosen.doubts else leaf(printed, *places)


def holds(kind_or_point: ActKind | Point, words: Mapping[str, Tree]) -> bool:
    """Return whether the condition `нужно` of a kind or a point is met; without one it is.

    Raises:
        WordFault: It reads a word that does not exist.
    """
    return judged(kind_or_point, words)[0]


def judged(kind_or_point: ActKind | Point, words: Mapping[str, Tree]) -> tuple[bool, tuple[Place, ...]]:
    """Return whether the condition `нужно` is met, and the places of what it reads; without one it is, by nothing.

    Raises:
        WordFault: It reads a word that does not exist.
    """
    condition = kind_or_point.needed
    if condition is None:
        return True, ()
    try:
        chosen = select(words, condition.used)
        places = (place for own in chosen.places.values() for place in own)
        return condition.holds(chosen.plain), tuple(dict.fromkeys([kind_or_point.place("нужно"), *places]))
    except ExpressionFault as fault:
        raise WordFault([_unreadable(fault, kind_or_point.place("нужно"))]) from fault
    except (UnknownWord, Absent) as fault:
        unknown = _unknown(words, condition, kind_or_point.place("нужно"), kind_or_point.written("нужно"))
        if not unknown:
            raise
        raise WordFault(unknown) from fault


def _unreadable(fault: ExpressionFault, place: Place) -> Diagnostic:
    return Diagnostic("D040", Severity.ERROR, fault.reason, place, hint="исправьте текст в {{ }}")


def _unknown(
    words: Mapping[str, Tree], text: Expression | Condition, place: Place, written: Text | None
) -> list[Diagnostic]:
    return [
        Diagnostic("D041", Severity.ERROR, fault.message, _place_of_word(fault, place, written), hint=fault.hint)
        for fault in unknown_words(words, text.used)
    ]


def _place_of_word(fault: UnknownWord, place: Place, written: Text | None) -> Place:
    """Return where the text names the word; one that is read through a loop is sought by its last step."""
    for name in (fault.name, fault.path[-1]):
        found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", written or "")
        if written is not None and found:
            return written.place_at(found.start(), len(name))
    return place


def text_words(planned: Planned, words: Mapping[str, Tree], gathered: Gathered) -> Mapping[str, Tree]:
    """Return heading, preamble and points of the act as words, numbered for the day of the act.

    Args:
        planned: The document.
        words: What its texts may read.
        gathered: Takes every word that does not exist.
    """
    kind = planned.kind
    conditions: list[Leaf] = []

    def is_needed(point: Point) -> bool:
        if point.has("needed") and point.needed is None:
            return True
        with gathered:
            is_met, places = judged(point, words)
            conditions.append(leaf(is_met, *places))
            return is_met
        return True

    def in_words(text: Expression | None, record: Record, key: str) -> Leaf:
        with gathered:
            return leaf("") if text is None else rendered(text, readable, record, key)
        return leaf("")

    outline = kind.outline_on(planned.requisites.judged_on)
    points = _points(outline, left_out(outline.points, is_needed))
    readable = Stacked({"пункт": points.numbers}, words)
    heading = (
        in_words(kind.heading, kind, "заголовок")
        if kind.heading is not None
        else text_leaf(kind.title, kind.place("название"))
    )
    preamble = in_words(kind.preamble, kind, "преамбула")
    items = tuple(
        own.words if own.is_ready else {**own.words, "текст": in_words(*_text_of(own.point))} for own in points.all
    )
    return {
        "заголовок": heading,
        "преамбула": preamble,
        "пункты": Items(items, _POINT_SHAPE, conditions=tuple(conditions)),
    }


def _text_of(point: Point) -> tuple[Expression | None, Point, str]:
    is_section = point.section is not None
    return (point.section, point, "раздел") if is_section else (point.wording, point, "текст")


_POINT_SHAPE: Mapping[str, Tree] = {
    "ид": leaf(""),
    "номер": leaf(""),
    "текст": leaf(""),
    "уровень": leaf(1),
    "раздел": leaf(value=False),
    "держать": leaf(value=False),
}


@dataclass(frozen=True, slots=True)
class _PointWords:
    """The words of a point; the text among them where it reads no words itself (`is_ready`)."""

    point: Point
    words: Mapping[str, Tree]
    is_ready: bool


@dataclass(frozen=True, slots=True)
class _Points:
    """What of the points of an act is the same in every document that has these points: all but texts with words."""

    all: tuple[_PointWords, ...]
    numbers: Mapping[str, Tree]


@lru_cache(maxsize=256)
def _points(outline: Outline, dropped: tuple[int, ...]) -> _Points:
    """Return the words of the points; documents of one kind, of one school or of a hundred, mostly share them."""
    points = numbered_without(outline.points, dropped)
    numbers = {code: leaf(number) for code, number in number_by_code(points).items()}
    return _Points(tuple(_point_words(points, position) for position in range(len(points))), numbers)


def _point_words(points: tuple[NumberedPoint, ...], position: int) -> _PointWords:
    found, point = points[position], points[position].point
    following = points[position + 1] if position + 1 < len(points) else None
    words: dict[str, Tree] = {
        **_POINT_SHAPE,
        "ид": leaf(point.code or ""),
        "номер": leaf(f"{found.number}."),
        "уровень": leaf(found.level),
        # A lead-in («Наставник вправе:») never stands alone at the foot of a page. The last point, often one
        # line («Контроль … оставляю за собой»), takes the one before it to the page of the signature.
        "держать": leaf(position >= len(points) - 2 or (following is not None and following.level > found.level)),
    }
    try:
        text, _, key = _text_of(point)
    except Absent:
        return _PointWords(point, words, is_ready=False)  # it is raised again where the text is printed
    words["раздел"] = leaf(point.section is not None)
    if text is not None and not text.is_constant:
        return _PointWords(point, words, is_ready=False)
    words["текст"] = leaf("") if text is None else rendered(text, {}, point, key)
    return _PointWords(point, words, is_ready=True)
