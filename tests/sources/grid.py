"""Fire values of every shape at the fields of a model and see which pydantic errors have no Russian."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from actgen.diagnostics import Place
from actgen.sources import Mapping, Record, Sequence, Text, believe
from actgen.sources.messages import TABLE

_HERE = Place("data/x.yaml", 1, 1)
_OWN = {"actgen_refused", "actgen_silent"}

TEXTS = [
    "",
    " ",
    "слово",
    "Да",
    "нет",
    "0",
    "007",
    "-1",
    "1.5",
    "1,5",
    "5 000,50",
    "1e400",
    "nan",
    "inf",
    "9" * 30,
    "9" * 5000,
    "31.02.2026",
    "01.09.26",
    "2026-02-30",
    "1756684800",
    "12:30",
    "01.09.2026 12:30",
    "а" * 3000,
    "строка\nвторая",
    "a\u202eб",
    "\ud800",
    "{{ слово }}",
    "x@y",
    "\ufffd",
]


def values() -> list[Any]:
    """Return placed values of every shape that YAML can give."""
    texts: list[Any] = [Text(t, _HERE) for t in TEXTS]
    return [
        *texts,
        Sequence((), _HERE),
        Sequence(texts, _HERE),
        Sequence((Sequence((Text("а", _HERE),), _HERE),), _HERE),
        Sequence((Mapping({"ключ": Text("а", _HERE)}, _HERE, {"ключ": _HERE}),), _HERE),
        Mapping((), _HERE),
        Mapping({"ключ": Text("а", _HERE)}, _HERE, {"ключ": _HERE}),
        Mapping({"ключ": Sequence((Mapping((), _HERE),), _HERE)}, _HERE, {"ключ": _HERE}),
    ]


def fire(model: type[Record], context: object = None) -> set[str]:
    """Return the error types, met in any field of the model, that `messages` does not translate.

    Believing must answer every value with an `Outcome`, so it is called as well.
    """
    untranslated: set[str] = set()
    keys = [info.alias or name for name, info in model.model_fields.items()]
    for value in values():
        for key in keys:
            placed = Mapping({key: value}, _HERE, {key: _HERE})
            believe(model, placed, context)
            untranslated |= _types(model, {key: value})
        believe(model, Mapping(dict.fromkeys(keys, value), _HERE, dict.fromkeys(keys, _HERE)), context)
    return untranslated - set(TABLE) - _OWN


def _types(model: type[Record], value: dict[str, Any]) -> set[str]:
    """Return the types of errors that pydantic itself gives when nobody collects them."""
    try:
        model.model_validate(value)
    except ValidationError as error:
        return {detail["type"] for detail in error.errors(include_url=False)}
    except (AttributeError, TypeError):
        # A reference field that needs its context.
        return set()
    return set()
