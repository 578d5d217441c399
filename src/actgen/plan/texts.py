"""Texts of acts: points, preamble and headings with their words put in."""

from __future__ import annotations

from collections.abc import Mapping

from actgen.acts import ActKind, NumberedPoint, Point, number_by_code, numbered
from actgen.diagnostics import Place
from actgen.expressions import Expression, ExpressionFault
from actgen.language import Declined, typeset
from actgen.plan.document import Planned
from actgen.plan.tree import Items, Leaf, Tree, UnknownWord, leaf, select
from actgen.plan.words_of_people import text_leaf


class TextFault(Exception):
    """A text of an act cannot be read with the words of this document; `place` is where the text stands."""

    def __init__(self, place: Place, fault: UnknownWord | ExpressionFault) -> None:
        super().__init__(str(fault))
        self.place = place
        self.fault = fault


def rendered(text: Expression, words: Mapping[str, Tree], place: Place) -> Leaf:
    """Return a text with its words put in; its places are its own and those of the words, its doubts theirs.

    Raises:
        TextFault: It reads a word that does not exist, or cannot be computed.
    """
    try:
        chosen = select(words, text.used)
        printed = typeset(text.render(chosen.plain))
    except (UnknownWord, ExpressionFault) as fault:
        raise TextFault(place, fault) from fault
    places = tuple(dict.fromkeys([place, *(p for group in chosen.places.values() for p in group)]))
    doubts = tuple(dict.fromkeys(doubt for _, doubt, _ in chosen.doubts))
    return Leaf(lambda: Declined(printed, doubts), places)


def holds(kind_or_point: ActKind | Point, words: Mapping[str, Tree]) -> bool:
    """Return whether the condition `нужно` of a kind or a point is met; without one it is.

    Raises:
        TextFault: It reads a word that does not exist.
    """
    condition = kind_or_point.needed
    if condition is None:
        return True
    try:
        return condition.holds(select(words, condition.used).plain)
    except (UnknownWord, ExpressionFault) as fault:
        raise TextFault(kind_or_point.place("нужно"), fault) from fault


def text_words(planned: Planned, words: Mapping[str, Tree]) -> Mapping[str, Tree]:
    """Return heading, preamble and points of the act as words, numbered for the day of the act.

    Raises:
        TextFault: A text reads a word that does not exist.
    """
    kind = planned.kind
    points = tuple(numbered(kind.points, planned.requisites.judged_on, lambda point: holds(point, words)))
    numbers = {code: leaf(number) for code, number in number_by_code(iter(points)).items()}
    readable = {**words, "пункт": numbers}
    heading = (
        rendered(kind.heading, readable, kind.place("заголовок"))
        if kind.heading is not None
        else text_leaf(kind.title, kind.place("название"))
    )
    preamble = rendered(kind.preamble, readable, kind.place("преамбула")) if kind.preamble is not None else leaf("")
    return {"заголовок": heading, "преамбула": preamble, "пункты": _points(points, readable)}


_POINT_SHAPE: Mapping[str, Tree] = {
    "номер": leaf(""),
    "текст": leaf(""),
    "уровень": leaf(1),
    "раздел": leaf(value=False),
    "последний": leaf(value=False),
}


def _points(points: tuple[NumberedPoint, ...], words: Mapping[str, Tree]) -> Items:
    items = []
    for position, found in enumerate(points, start=1):
        point = found.point
        is_section = point.section is not None
        text = point.section if is_section else point.wording
        place = point.place("раздел" if is_section else "текст")
        items.append(
            {
                "номер": leaf(f"{found.number}."),
                "текст": rendered(text, words, place) if text is not None else leaf(""),
                "уровень": leaf(found.level),
                "раздел": leaf(is_section),
                "последний": leaf(position == len(points)),
            }
        )
    return Items(tuple(items), _POINT_SHAPE)
