"""The points (пункты) of an act: a tree with ids, whose numbers are computed and printed as text."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from pydantic import Field

from actgen.sources import Day, Identifier, Many, Record, WordCondition, WordText

DEEPEST_LEVEL = 4
"""How many levels of arabic numbers an order or regulation may have.

Source: ГОСТ Р 7.0.97-2025, текст документа.
"""


class Point(Record):
    """A point of an act, or a section (раздел) that holds points."""

    code: Identifier | None = Field(None, alias="ид", description="имя для ссылок: {{ пункт.закрепить }}")
    section: WordText | None = Field(None, alias="раздел", description="заголовок раздела")
    wording: WordText | None = Field(None, alias="текст", description="текст пункта со словами в {{ }}")
    since: Day | None = Field(None, alias="с", description="для актов с этой даты")
    until: Day | None = Field(None, alias="по", description="для актов по эту дату включительно")
    needed: WordCondition | None = Field(None, alias="нужно", description="условие в словах")
    points: Many[Point] = Field((), alias="пункты", description="вложенные пункты")

    def holds_on(self, day: date) -> bool:
        """Return whether an act dated `day` has this point, its condition apart."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class OwnPoint:
    """A point that the school has otherwise than the act that it inherits.

    `change` is how `data/points.yaml` writes it, `action` what became of the inherited point (заменён, убран,
    добавлен), `digest` the short hash of that point as it stands in the act now, "" for one that was added.
    """

    code: str
    action: str
    change: Point
    digest: str = ""


@dataclass(frozen=True, slots=True)
class NumberedPoint:
    """A point that an act of that day has, with its number: «3», «3.1», «3.1.2»."""

    number: str
    level: int
    point: Point


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """The points that acts of some days have when every condition is met, from the top.

    Equal only to itself, so that what is made of it is remembered by it.
    """

    points: tuple[NumberedPoint, ...]


class Outlines:
    """The outlines of one act, each made when it is first asked for: days that see the same points share one."""

    def __init__(self, points: tuple[Point, ...]) -> None:
        self.points = points
        dates = [vars(point) for point in every_point(points)]
        self._starts = sorted(own["since"] for own in dates if own.get("since") is not None)
        self._ends = sorted(own["until"] for own in dates if own.get("until") is not None)
        self._made: dict[int, Outline] = {}

    def on(self, day: date) -> Outline:
        """Return the outline of an act dated `day`."""
        # How many points have begun and ended: both counts only grow, so days with one sum see the same points.
        moment = bisect_right(self._starts, day) + bisect_left(self._ends, day)
        if moment not in self._made:
            self._made[moment] = Outline(tuple(numbered(self.points, day)))
        return self._made[moment]


def numbered(points: tuple[Point, ...], day: date, prefix: str = "") -> Iterator[NumberedPoint]:
    """Yield the points that hold for an act dated `day`, from the top, each with its number.

    A point that does not hold takes its own points with it and leaves no gap in the numbers.
    """
    holding = (point for point in points if point.holds_on(day))
    for position, point in enumerate(holding, start=1):
        number = f"{prefix}{position}"
        yield NumberedPoint(number, number.count(".") + 1, point)
        yield from numbered(point.points, day, f"{number}.")


_NO_LEVEL = sys.maxsize


def left_out(points: tuple[NumberedPoint, ...], is_needed: Callable[[Point], bool]) -> tuple[int, ...]:
    """Return the positions (from 0) of the points that are not needed, and of all below them, which are not asked."""
    positions: list[int] = []
    under = _NO_LEVEL
    for position, found in enumerate(points):
        if found.level > under:
            positions.append(position)
        elif is_needed(found.point):
            under = _NO_LEVEL
        else:
            positions.append(position)
            under = found.level
    return tuple(positions)


def numbered_without(points: tuple[NumberedPoint, ...], positions: tuple[int, ...]) -> tuple[NumberedPoint, ...]:
    """Return the points less those at the positions, which leave no gap in the numbers."""
    if not positions:
        return points
    dropped = frozenset(positions)
    counts: list[int] = []
    kept = []
    for position, found in enumerate(points):
        if position in dropped:
            continue
        above = counts[: found.level]
        counts = [*above[:-1], above[-1] + 1] if len(above) == found.level else [*above, 1]
        kept.append(NumberedPoint(".".join(map(str, counts)), found.level, found.point))
    return tuple(kept)


def every_point(points: tuple[Point, ...]) -> Iterator[Point]:
    """Yield all points of the tree, from the top, whatever their dates."""
    for point in points:
        yield point
        yield from every_point(vars(point).get("points", ()))


def point_digest(point: Point) -> str:
    """Return the short hash of everything that a point says, of its own points too; where it stands does not count."""
    said = [str(point.written(key) or "") for key in ("раздел", "текст", "с", "по", "нужно")]
    below = [point_digest(own) for own in vars(point).get("points", ())]
    return sha256("\0".join([*said, *below]).encode()).hexdigest()[:8]


def number_by_code(points: Iterable[NumberedPoint]) -> Mapping[str, str]:
    """Return the number of each point that has an id."""
    return {found.point.code: found.number for found in points if found.point.code}
