"""Texts of acts: points, preamble and headings with their words put in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from actgen.acts import ActKind, NumberedPoint, Point, number_by_code, numbered
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
        with gathered:
            is_met, places = judged(point, words)
            if places:
                conditions.append(leaf(is_met, *places))
            return is_met
        return True

    def in_words(text: Expression | None, record: Record, key: str) -> Leaf:
        with gathered:
            return leaf("") if text is None else rendered(text, readable, record, key)
        return leaf("")

    points = tuple(numbered(kind.points, planned.requisites.judged_on, is_needed))
    numbers = {code: leaf(number) for code, number in number_by_code(iter(points)).items()}
    readable = Stacked({"пункт": numbers}, words)
    heading = (
        in_words(kind.heading, kind, "заголовок")
        if kind.heading is not None
        else text_leaf(kind.title, kind.place("название"))
    )
    preamble = in_words(kind.preamble, kind, "преамбула")
    return {"заголовок": heading, "преамбула": preamble, "пункты": _points(points, in_words, tuple(conditions))}


_POINT_SHAPE: Mapping[str, Tree] = {
    "ид": leaf(""),
    "номер": leaf(""),
    "текст": leaf(""),
    "уровень": leaf(1),
    "раздел": leaf(value=False),
    "держать": leaf(value=False),
}


def _points(
    points: tuple[NumberedPoint, ...],
    in_words: Callable[[Expression | None, Record, str], Leaf],
    conditions: tuple[Leaf, ...],
) -> Items:
    items = []
    for position, found in enumerate(points, start=1):
        point = found.point
        is_section = point.section is not None
        text, key = (point.section, "раздел") if is_section else (point.wording, "текст")
        items.append(
            {
                "ид": leaf(point.code or ""),
                "номер": leaf(f"{found.number}."),
                "текст": in_words(text, point, key),
                "уровень": leaf(found.level),
                "раздел": leaf(is_section),
                # A lead-in («Наставник вправе:») never stands alone at the foot of a page. The last point, often one
                # line («Контроль … оставляю за собой»), takes the one before it to the page of the signature.
                "держать": leaf(position >= len(points) - 1 or points[position].level > found.level),
            }
        )
    return Items(tuple(items), _POINT_SHAPE, conditions=conditions)
