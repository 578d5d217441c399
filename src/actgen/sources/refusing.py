"""What a validator says of a value -> a diagnostic at its place; what it does not say is silent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Literal, NoReturn, get_args, get_origin

from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails, PydanticCustomError

from actgen.diagnostics import Diagnostic, Place, Related, Severity
from actgen.sources import messages
from actgen.sources.values import Text, place_of

_REFUSED = "actgen_refused"
_SILENT = "actgen_silent"


@dataclass(slots=True)
class Frame:
    """One record while it is believed; `given` is the mapping that its fields are read from."""

    given: dict[str, Any]
    absent: set[str] = field(default_factory=set)
    reduced: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Collector:
    """What validators find as `info.context`: the caller's own object as `given`, and where findings go."""

    given: Any = None
    diagnostics: list[Diagnostic] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)

    def report(self, diagnostic: Diagnostic) -> None:
        """Take a finding that does not make the value wrong (a warning)."""
        self.diagnostics.append(diagnostic)


def refuse(
    code: str, message: str, hint: str = "", related: Iterable[Related] = (), place: Place | None = None
) -> NoReturn:
    """Refuse the value in a validator: it becomes this diagnostic, at the value's place if none is given.

    Raises:
        PydanticCustomError: Always.
    """
    # pydantic cannot carry half a surrogate pair out.
    message = message.encode("utf-8", "replace").decode()
    raise PydanticCustomError(
        _REFUSED,
        "{message}",
        {"code": code, "message": message, "hint": hint, "related": tuple(related), "place": place},
    )


def leave_absent() -> NoReturn:
    """Refuse the value in a validator without a word: its cause has been reported elsewhere.

    Raises:
        PydanticCustomError: Always.
    """
    raise PydanticCustomError(_SILENT, "reported elsewhere")


def report_error(
    detail: ErrorDetails, value: Any, collector: Collector, *, otherwise: Place, info: FieldInfo | None = None
) -> None:
    """Turn one pydantic error into a diagnostic at the exact place."""
    if detail["type"] == _SILENT:
        return
    culprit, place = _locate(value, detail["loc"], otherwise)
    if isinstance(culprit, Text) and culprit.is_lost:
        return
    context = detail.get("ctx", {})
    if detail["type"] == _REFUSED:
        finding = Diagnostic(
            context["code"],
            Severity.ERROR,
            context["message"],
            context["place"] or place,
            context["hint"],
            context["related"],
        )
    else:
        options = options_of(info.annotation) if info is not None else []
        code, message, hint = messages.describe(detail["type"], context, culprit, options)
        finding = Diagnostic(code, Severity.ERROR, message, place, hint)
    if finding not in collector.diagnostics:
        collector.report(finding)


def _locate(value: Any, loc: tuple[int | str, ...], otherwise: Place) -> tuple[Any, Place]:
    """Return the value at fault and its place; parts of `loc` that name no item (tags of a union) are stepped over."""
    place = place_of(value, otherwise)
    for step in loc:
        if isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
            value = value[step]
        elif isinstance(value, dict) and step in value:
            place = getattr(value, "key_places", {}).get(step, place)
            value = value[step]
        elif step == "[key]":
            return step, place
        else:
            continue
        place = place_of(value, place)
    return value, place


def options_of(annotation: Any) -> list[str]:
    """Return the Russian words that an enum or a Literal inside an annotation allows."""
    return list(_options(annotation))


def _options(annotation: Any) -> Iterator[str]:
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        yield from (str(member.value) for member in annotation)
    elif get_origin(annotation) is Literal:
        yield from (str(option) for option in get_args(annotation))
    else:
        for argument in get_args(annotation):
            yield from _options(argument)
