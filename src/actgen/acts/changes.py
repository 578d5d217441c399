"""What a school has otherwise than an act that it inherits: single points replaced, dropped or added, by their ids."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic import Field

from actgen.acts.kind import ActKind
from actgen.acts.points import OwnPoint, Point, every_point, point_digest
from actgen.acts.reading import ActKinds
from actgen.diagnostics import Diagnostic, Outcome, Severity, closest
from actgen.diagnostics.diagnostic import in_order
from actgen.sources import Identifier, Line, Many, Record, believe, read_yaml
from actgen.sources import Mapping as Values

FILE = "data/points.yaml"

_ACTIONS: Mapping[str, str] = {"заменить": "заменён", "убрать": "убран", "после": "добавлен", "внутри": "добавлен"}


class PointChange(Point):
    """One point of an inherited act: replaced, dropped, or added after another or inside it."""

    act: Line = Field(alias="акт", description="в каком акте: приказ-о-парах")
    replaced: Identifier | None = Field(None, alias="заменить", description="ид пункта, вместо которого этот")
    dropped: Identifier | None = Field(None, alias="убрать", description="ид пункта, которого у школы нет")
    after: Identifier | None = Field(None, alias="после", description="добавить после пункта с этим ид")
    inside: Identifier | None = Field(None, alias="внутри", description="добавить последним внутрь пункта с этим ид")
    original: Line | None = Field(
        None, alias="подлинник", description="отпечаток общего пункта, с которым сверено; пишет actgen"
    )

    @property
    def targets(self) -> tuple[tuple[str, str], ...]:
        """What is to be done and with which point, as written; exactly one where it is written right."""
        own = {"заменить": self.replaced, "убрать": self.dropped, "после": self.after, "внутри": self.inside}
        return tuple((action, code) for action, code in own.items() if code)


class PointsFile(Record):
    """The whole of `data/points.yaml`."""

    changes: Many[PointChange] = Field((), alias="пункты", description="свои пункты в общих актах")


def with_own_points(kinds: ActKinds, texts: Mapping[str, str]) -> Outcome[ActKinds]:
    """Return the kinds of act with the school's own points in them, and what in `data/points.yaml` cannot be applied.

    Args:
        kinds: The kinds as the layers give them.
        texts: The texts of `data/` by path.
    """
    if FILE not in texts:
        return Outcome(kinds)
    values = read_yaml(FILE, texts[FILE])
    found = list(values.diagnostics)
    if not isinstance(values.value, Values):
        return Outcome(kinds, tuple(found))
    believed = believe(PointsFile, values.value)
    found += believed.diagnostics
    by_stem = {kind.stem: kind for kind in kinds}
    for change in vars(believed.value).get("changes", ()):
        if not change.is_whole:
            continue
        kind = kinds.named(change.act)
        if kind is None:
            if kinds.is_known:
                hint = "имена актов показывает actgen plan"
                found.append(kinds.unknown(change.act, change.place("акт"), hint))
            continue
        fault = next(_faults(change, by_stem[kind.stem]), None)
        if fault is None:
            by_stem[kind.stem] = _changed(by_stem[kind.stem], change)
        else:
            found.append(fault)
    return Outcome(ActKinds(tuple(by_stem.values()), kinds.is_known), in_order(found))


def _faults(change: PointChange, kind: ActKind) -> Iterator[Diagnostic]:
    """Yield why a change cannot be applied."""
    if len(change.targets) != 1:
        message = "неясно, что сделать с пунктом" if not change.targets else "с пунктом велено сделать разное"
        yield _fault(change, None, message, f"оставьте одну строку из: {', '.join(_ACTIONS)}")
        return
    action, code = change.targets[0]
    codes = [point.code for point in every_point(kind.points) if vars(point).get("code")]
    if code not in codes:
        twice = next((own for own in kind.own_points if own.code == code), None)
        near = closest(code, [known for known in codes if known])
        what = f"пункт «{code}» уже {twice.action}" if twice else f"в акте «{change.act}» нет пункта «{code}»"
        shown = f"; похожий: «{near}»" if near and not twice else ""
        known = ", ".join(known for known in codes if known)
        yield _fault(change, action, what + shown, f"исправьте на «{near}»" if near else f"пункты акта: {known}")
    elif any(own.code == code and own.action == "заменён" for own in kind.own_points) and action == "заменить":
        yield _fault(change, action, f"пункт «{code}» уже заменён", "оставьте одну из двух записей")
    elif action in ("после", "внутри") and change.code in codes:
        yield _fault(change, "ид", f"ид пункта повторяется: {change.code}", "дайте своему пункту другой ид")
    elif action != "убрать" and change.wording is None and change.section is None:
        message = f"у пункта нет ни текста, ни заголовка раздела: {code}"
        hint = "добавьте строку «текст: …» или «раздел: …»"
        yield Diagnostic("D043", Severity.ERROR, message, change.place(), hint)


def _fault(change: PointChange, key: str | None, message: str, hint: str) -> Diagnostic:
    return Diagnostic("D060", Severity.ERROR, message, change.place(key), hint)


def _changed(kind: ActKind, change: PointChange) -> ActKind:
    action, code = change.targets[0]
    original = next(point for point in every_point(kind.points) if vars(point).get("code") == code)
    is_added = action in ("после", "внутри")
    own = change if is_added or action == "убрать" else change.model_copy(update={"code": change.code or code})
    edits: Mapping[str, Callable[[Point], tuple[Point, ...]]] = {
        "заменить": lambda _: (own,),
        "убрать": lambda _: (),
        "после": lambda point: (point, own),
        "внутри": lambda point: (_copy(point, points=(*point.points, own)),),
    }
    changed = kind.model_copy(update={"points": _with(kind.points, code, edits[action])})
    noted = OwnPoint(
        (change.code or "без ид") if is_added else code,
        _ACTIONS[action],
        change,
        "" if is_added else point_digest(original),
    )
    changed._own_points = (*kind.own_points, noted)
    return changed


def _with(points: tuple[Point, ...], code: str, edit: Callable[[Point], tuple[Point, ...]]) -> tuple[Point, ...]:
    result: list[Point] = []
    for point in points:
        below = vars(point).get("points", ())
        if vars(point).get("code") == code:
            result += edit(point)
        elif below:
            result.append(_copy(point, points=_with(below, code, edit)))
        else:
            result.append(point)
    return tuple(result)


def _copy(point: Point, **fields: Any) -> Point:
    return point.model_copy(update=fields)
