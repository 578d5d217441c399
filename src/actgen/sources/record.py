"""Values with places -> records: a broken field is absent, the rest is believed.

pydantic drops a whole model for one wrong field. Here each field is judged alone: its fault becomes a diagnostic
at its place, the field is taken off the instance, and reading it raises `Absent`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, Literal, NoReturn, TypeVar, cast, get_args, get_origin

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    PrivateAttr,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    field_validator,
    model_validator,
)
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails, PydanticCustomError

from actgen.diagnostics import Diagnostic, Edit, Outcome, Place, Related, Severity, closest
from actgen.diagnostics.similar import fold_look_alikes, surely_meant
from actgen.sources import messages
from actgen.sources.values import LOST, NOWHERE, Mapping, Sequence, Text, place_of

_REFUSED = "actgen_refused"
_SILENT = "actgen_silent"


class _Nothing(Enum):
    """The stand-in for a field that is not believed, until it is taken off the instance."""

    NOTHING = "nothing"


_NOTHING = _Nothing.NOTHING


class Absent(AttributeError):
    """A field was read whose fault has been reported; later stages skip the record."""

    def __init__(self, record: Record, field: str) -> None:
        super().__init__(f"absent, its fault has been reported: {type(record).__name__}.{field}", name=field)
        self.record = record
        self.field = field


@dataclass(slots=True)
class _Frame:
    """One record while it is believed; `given` is the mapping that its fields are read from."""

    given: dict[str, Any]
    absent: set[str] = field(default_factory=set)
    reduced: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Collector:
    """What validators find as `info.context`: the caller's own object as `given`, and where findings go."""

    given: Any = None
    diagnostics: list[Diagnostic] = field(default_factory=list)
    frames: list[_Frame] = field(default_factory=list)

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


class Record(BaseModel):
    """What one mapping of a YAML file says; keys are the Russian aliases of its fields.

    In Python it is made by field names (`Person(surname="Белова")`); in YAML only aliases are keys. Two records are
    equal when their types and fields are, wherever they stand; the hash is taken from plain fields only, so that
    records with lists have one too.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True, defer_build=True
    )

    _written: dict[str, Any] = PrivateAttr(default_factory=dict)
    _key_places: dict[str, Place] = PrivateAttr(default_factory=dict)
    _place: Place = PrivateAttr(default=NOWHERE)
    _absent: frozenset[str] = PrivateAttr(default=frozenset())
    _reduced: frozenset[str] = PrivateAttr(default=frozenset())

    @property
    def is_whole(self) -> bool:
        """Whether no own field is absent and no own list has lost an item (records inside it are not asked)."""
        private = self._private
        return not private["_absent"] and not private["_reduced"]

    @property
    def absent_fields(self) -> frozenset[str]:
        """The names of the fields whose faults have been reported."""
        return self._absent

    def has(self, field: str) -> bool:
        """Whether the field can be read without `Absent`."""
        return field not in self._private["_absent"]

    def place(self, key: str | None = None, item: int | str | None = None) -> Place:
        """Return the place of the value under a Russian key, of its item (from 0, or by its key), or of the record.

        An empty value is shown at its key; a key that is not written, and None, at the record's first key.
        Items are counted as believed: one that was dropped is not counted.
        """
        private = self._private
        written: dict[str, Any] = private["_written"]
        own_place: Place = private["_place"]
        if key is None or key not in written:
            return own_place
        value = written[key]
        at_key = private["_key_places"].get(key, own_place)
        if isinstance(item, str) and isinstance(value, dict):
            return place_of(value.get(item), getattr(value, "key_places", {}).get(item, at_key))
        if isinstance(item, int) and isinstance(value, list):
            return place_of(value[item], at_key) if 0 <= item < len(value) else place_of(value, at_key)
        return place_of(value, at_key)

    @property
    def _private(self) -> dict[str, Any]:
        """The private attributes: asked for with every word, where pydantic's own way costs a failed look-up first."""
        return self.__pydantic_private__ or {}

    def key_place(self, key: str) -> Place:
        """Return the place of a Russian key, or of the record where it is not written."""
        return self._key_places.get(key, self._place)

    def written(self, key: str, item: int | None = None) -> Text | None:
        """Return the text under a Russian key as written, which knows the places inside it, or None."""
        value = self._private["_written"].get(key)
        if item is not None and isinstance(value, list):
            value = value[item] if 0 <= item < len(value) else None
        return value if isinstance(value, Text) else None

    def is_written(self, key: str) -> bool:
        """Whether the file has this Russian key with a value."""
        return key in self._written and not _is_empty(self._written[key])

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        plain = (v for v in self.__dict__.values() if not isinstance(v, list | dict | set | tuple))
        return hash((type(self), *(hash(v) for v in plain)))

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            if name in type(self).__pydantic_fields__:
                raise Absent(self, name)
            if name[:2] != "__":
                # pydantic's own way to a private attribute costs four times as much, and words ask for places.
                private = self.__pydantic_private__
                if private is not None and name in private:
                    return private[name]
            return super().__getattr__(name)

    @model_validator(mode="wrap")
    @classmethod
    def _believe(cls, value: Any, handler: ModelWrapValidatorHandler[Any], info: ValidationInfo) -> Any:
        collector = info.context
        if not isinstance(collector, Collector) or isinstance(value, cls):
            return handler(value)
        if collector.frames and collector.frames[-1].given is value:
            # pydantic wraps a record that holds its own kind twice; the outer call has read the mapping.
            return handler(value)
        if not isinstance(value, dict):
            _refuse_shape(cls, value)
        return _believe_mapping(cls, value, handler, collector)

    @field_validator("*", mode="wrap")
    @classmethod
    def _believe_field(cls, value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo) -> Any:
        collector = info.context
        if not isinstance(collector, Collector):
            return handler(value)
        if value is _NOTHING:
            return value
        return _believe_value(cls, value, handler, info.field_name or "", collector)


R = TypeVar("R", bound=Record)


def believe(model: type[R], value: dict[str, Any], context: object = None) -> Outcome[R]:
    """Return the record as far as the mapping can be believed, and everything that is wrong in it.

    Args:
        model: What is expected.
        value: A `Mapping` of `read_yaml`.
        context: Handed to validators as `info.context.given`.
    """
    collector = Collector(context)
    try:
        believed = model.model_validate(value, context=collector)
        return Outcome(believed, tuple(collector.diagnostics))
    except ValidationError as error:
        # Only a validator that the model itself adds after belief comes here, or a value that is no mapping.
        for detail in error.errors(include_url=False):
            _report(detail, value, collector, otherwise=place_of(value))
    except Absent:
        pass
    # mypy's pydantic plugin forgets the type variable here.
    record = cast(R, model.model_construct())
    record._absent = frozenset(model.model_fields)
    for name in model.model_fields:
        record.__dict__.pop(name, None)
    return Outcome(record, tuple(collector.diagnostics))


def _believe_mapping(
    cls: type[Record], value: dict[str, Any], handler: ModelWrapValidatorHandler[Any], collector: Collector
) -> Record:
    place = _first_place(value)
    names = {_alias(name, info): name for name, info in cls.model_fields.items()}
    value = _with_joined_keys(value, names)
    given: dict[str, Any] = {key: item for key, item in value.items() if key in names and not _is_empty(item)}
    frame = _Frame(given)
    misspelt = _report_unknown(value, names, collector, place)
    for key, name in names.items():
        if key in given:
            continue
        info = cls.model_fields[name]
        if key in misspelt or info.is_required():
            if key not in misspelt:
                _report_missing(key, info, value, collector, place)
            given[key] = _NOTHING
            frame.absent.add(name)
    collector.frames.append(frame)
    try:
        record: Record = handler(given)
    finally:
        collector.frames.pop()
    for name in frame.absent:
        record.__dict__.pop(name, None)
        record.__pydantic_fields_set__.discard(name)
    record._written = {**{key: value[key] for key in value if key in names}, **frame.reduced}
    record._key_places = getattr(value, "key_places", {})
    record._place = place
    record._absent = frozenset(frame.absent)
    record._reduced = frozenset(frame.reduced)
    return record


def _with_joined_keys(value: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
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


def _believe_value(
    cls: type[Record], value: Any, handler: ValidatorFunctionWrapHandler, name: str, collector: Collector
) -> Any:
    """Return the field's value, or report why there is none; of a list and a mapping only broken items are dropped."""
    frame = collector.frames[-1]
    info = cls.model_fields[name]
    key = _alias(name, info)
    if isinstance(value, Text) and value.is_lost:
        frame.absent.add(name)
        return _NOTHING
    remaining = _without_empty_items(value, collector)
    before = len(collector.diagnostics)
    try:
        result = handler(remaining)
    except Absent:
        result = _NOTHING
    except ValidationError as error:
        details = error.errors(include_url=False)
        broken = {d["loc"][0] for d in details if _is_item(d["loc"], remaining)}
        rest = _without(remaining, broken)
        result = _NOTHING
        if rest and all(_is_item(d["loc"], remaining) for d in details):
            # What nested records said is said again when the rest is judged anew.
            del collector.diagnostics[before:]
            try:
                result = handler(rest)
            except (ValidationError, Absent):
                result = _NOTHING
        for detail in details:
            _report(detail, remaining, collector, otherwise=place_of(value), info=info)
        remaining = rest
    if result is _NOTHING or (not remaining and value and isinstance(value, list)):
        frame.absent.add(name)
        return _NOTHING
    if remaining is not value:
        frame.reduced[key] = remaining
    return result


def _is_item(loc: tuple[int | str, ...], value: object) -> bool:
    """Whether an error lies in one item of a list or of a mapping, not in the whole value."""
    if not loc:
        return False
    return isinstance(loc[0], int) if isinstance(value, list) else isinstance(value, dict) and loc[0] in value


def _without(value: Any, broken: set[int | str]) -> Any:
    """Return the list or mapping without some items, at the same place."""
    if isinstance(value, list):
        return Sequence((item for number, item in enumerate(value) if number not in broken), place_of(value))
    if isinstance(value, dict):
        kept = ((key, item) for key, item in value.items() if key not in broken)
        return Mapping(kept, place_of(value), getattr(value, "key_places", {}))
    return None


def _without_empty_items(value: Any, collector: Collector) -> Any:
    """Return the list without items that say nothing; an empty item is reported, a lost one has been."""
    if not isinstance(value, list):
        return value
    broken: set[int | str] = set()
    for number, item in enumerate(value):
        if isinstance(item, Text) and item.is_empty:
            place = place_of(item, place_of(value))
            hint = "впишите значение или удалите строку"
            collector.report(Diagnostic("D003", Severity.ERROR, "пустой пункт списка", place, hint))
            broken.add(number)
        elif isinstance(item, Text) and item.is_lost:
            broken.add(number)
    return _without(value, broken) if broken else value


def _report(
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


def _report_unknown(value: dict[str, Any], names: dict[str, str], collector: Collector, place: Place) -> set[str]:
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


def _report_missing(key: str, info: FieldInfo, value: dict[str, Any], collector: Collector, place: Place) -> None:
    example = next((str(e) for e in info.examples or ()), "…")
    line = f"{key}: {example}"
    explained = f" ({info.description})" if info.description else ""
    if key in value:
        at = getattr(value, "key_places", {}).get(key, place)
        message, hint = f"ключ пуст: {key}", f"впишите значение: «{line}»{explained}"
    else:
        at, message, hint = place, f"нет ключа: {key}", f"добавьте строку: «{line}»{explained}"
    collector.report(Diagnostic("D002", Severity.ERROR, message, at, hint))


def _refuse_shape(cls: type[Record], value: Any) -> NoReturn:
    """Refuse a text or a list where a record is expected."""
    key = next((_alias(name, info) for name, info in cls.model_fields.items() if info.is_required()), None)
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


def _alias(name: str, info: FieldInfo) -> str:
    return info.alias or name


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _first_place(value: dict[str, Any]) -> Place:
    """Return the place of a record: its first key."""
    key_places: dict[str, Place] = getattr(value, "key_places", {})
    return next(iter(key_places.values()), None) or place_of(value)
