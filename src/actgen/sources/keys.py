"""The keys of one mapping against those of its record: unknown, misspelt, missing, and no mapping at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NoReturn

from pydantic.fields import FieldInfo

from actgen.diagnostics import Diagnostic, Edit, Place, Severity, closest
from actgen.diagnostics.similar import fold_look_alikes, surely_meant
from actgen.sources import messages
from actgen.sources.refusing import Collector, leave_absent, refuse
from actgen.sources.values import LOST, Mapping, Text, place_of


def key_of_field(name: str, info: FieldInfo) -> str:
    """Return the Russian key under which a field is written."""
    return info.alias or name


def with_joined_keys(value: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    """Return the mapping with «о ком» under «о_ком»: a secretary may write a key of two words with a blank."""
    joined = {key: "_".join(key.split()) for key in value if key not in names}
    known = {key: name for key, name in joined.items() if name in names and name not in value}
    if not known:
        return value
    places: dict[str, Place] = getattr(value, "key_places", {})
    return Mapping(
        ((known.get(key, key), item) for key, item in value.items()),
        place_of(value),
        {known.get(key, key): place for key, place in places.items()},
    )


def report_unknown_keys(value: dict[str, Any], names: dict[str, str], collector: Collector, place: Place) -> set[str]:
    """Report keys that the record does not have; return the known keys that they are misspelt from."""
    unknown = [key for key in value if key not in names]
    if not unknown:
        return set()
    not_written = [key for key in names if key not in value]
    misspelt: set[str] = set()
    for key in unknown:
        meant = next((k for k, name in names.items() if name == key), None)
        meant = meant or closest(key, [k for k in not_written if k not in misspelt]) or closest(key, names)
        if meant in not_written:
            misspelt.add(meant)
        if LOST not in key:
            at = getattr(value, "key_places", {}).get(key, place)
            message, hint = _unknown_key(key, meant, names, is_written=meant is not None and meant in value)
            edits = _key_edit(value, at, key, meant, names) if meant is not None and meant in not_written else ()
            collector.report(Diagnostic("D001", Severity.ERROR, message, at, hint, edits=edits))
    return misspelt


def _key_edit(value: Any, place: Place, key: str, meant: str, names: Iterable[str]) -> tuple[Edit, ...]:
    """Return the change of a misspelt key, when one key was surely meant and it is written as it is read."""
    source = _source_of(value)
    if source is None or not surely_meant(key, meant, names):
        return ()
    start = 0
    for _ in range(place.line - 1):
        start = source.find("\n", start) + 1
    start += place.column - 1
    end = start + len(key)
    return (Edit(place.file, start, end, meant),) if source[start:end] == key else ()


def _source_of(value: Any) -> str | None:
    """Return the text of the file that a value was read from."""
    if isinstance(value, Text):
        return value._source or None
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return next((source for item in items if (source := _source_of(item)) is not None), None)


def _unknown_key(key: str, meant: str | None, names: Iterable[str], *, is_written: bool) -> tuple[str, str]:
    if meant is None:
        known = [k for k in names if k]
        shown = ", ".join(known[:12]) + ("…" if len(known) > 12 else "")
        return f"неизвестный ключ: {key}", f"здесь бывают ключи: {shown}"
    if is_written:
        return (
            f"неизвестный ключ «{key}»; похожий: «{meant}»",
            f"ключ «{meant}» здесь уже записан: удалите лишнюю строку или исправьте её ключ",
        )
    if key != meant and fold_look_alikes(key) == fold_look_alikes(meant):
        return f"в ключе буквы из латиницы: «{key}» вместо «{meant}»", f"наберите ключ заново по-русски: «{meant}»"
    return f"неизвестный ключ «{key}»; похожий: «{meant}»", f"исправьте ключ на «{meant}»"


def report_missing_key(key: str, info: FieldInfo, value: dict[str, Any], collector: Collector, place: Place) -> None:
    """Report a required key that is not written or has no value."""
    example = next((str(e) for e in info.examples or ()), "…")
    line = f"{key}: {example}"
    explained = f" ({info.description})" if info.description else ""
    if key in value:
        at = getattr(value, "key_places", {}).get(key, place)
        message, hint = f"ключ пуст: {key}", f"впишите значение: «{line}»{explained}"
    else:
        at, message, hint = place, f"нет ключа: {key}", f"добавьте строку: «{line}»{explained}"
    collector.report(Diagnostic("D002", Severity.ERROR, message, at, hint))


def refuse_shape(fields: dict[str, FieldInfo], value: Any) -> NoReturn:
    """Refuse a text or a list where a record is expected."""
    key = next((key_of_field(name, info) for name, info in fields.items() if info.is_required()), None)
    hint = f"запишите её ключами, начиная с «{key}: …»" if key else "запишите её ключами"
    if isinstance(value, str):
        if LOST in value:
            leave_absent()
        if not value.strip():
            refuse("D003", "запись пуста", hint)
        glued = re.match(r"([^\W\d][\w ]*):(\S)", value)
        if glued:
            hint = f"поставьте пробел после двоеточия: «{glued[1]}: {value[glued.end() - 1 :]}»"
        refuse("D003", f"нужна запись с ключами, а здесь текст: {messages.short(value)}", hint)
    if isinstance(value, list):
        refuse("D003", "нужна одна запись с ключами, а здесь список", "уберите дефис перед ключами")
    refuse("D003", "нужна запись с ключами", hint)


def is_empty(value: Any) -> bool:
    """Return whether nothing is written under a key."""
    return value is None or (isinstance(value, str) and not value.strip())
