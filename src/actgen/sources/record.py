"""Values with places -> records: a broken field is absent, the rest is believed.

pydantic drops a whole model for one wrong field. Here each field is judged alone: its fault becomes a diagnostic
at its place, the field is taken off the instance, and reading it raises `Absent`.
"""

from __future__ import annotations

from collections.abc import Mapping as AnyMapping
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

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

from actgen.diagnostics import Diagnostic, Outcome, Place, Severity
from actgen.sources.keys import (
    is_empty,
    key_of_field,
    refuse_shape,
    report_missing_key,
    report_unknown_keys,
    with_joined_keys,
)
from actgen.sources.refusing import Collector, Frame, report_error
from actgen.sources.values import NOWHERE, Mapping, Sequence, Text, place_of


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


class Record(BaseModel):
    """What one mapping of a YAML file says; keys are the Russian aliases of its fields.

    In Python it is made by field names (`Person(surname="Белова")`); in YAML only aliases are keys. Two records are
    equal when their types and fields are, wherever they stand; the hash is taken from their texts only, so that
    records with lists have one too.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True, defer_build=True
    )

    _written: dict[str, Any] = PrivateAttr(default_factory=dict)
    _key_places: dict[str, Place] = PrivateAttr(default_factory=dict)
    # pydantic copies a default deeply for every record; what a factory gives it takes as it is.
    _place: Place = PrivateAttr(default_factory=lambda: NOWHERE)
    _absent: frozenset[str] = PrivateAttr(default_factory=frozenset)
    _reduced: frozenset[str] = PrivateAttr(default_factory=frozenset)
    _lenders: dict[str, tuple[Record, str]] = PrivateAttr(default_factory=dict)

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

    def taking(self, lender: Record, fields: AnyMapping[str, str]) -> Self:
        """Return a copy with some fields of another record, names of ours to names of theirs.

        What is absent there is absent here, and `Absent` then names the other record: that is where the fault is.
        """
        theirs = vars(lender)
        copy = self.model_copy(update={ours: theirs[name] for ours, name in fields.items() if name in theirs})
        missing = {ours: (lender, name) for ours, name in fields.items() if name not in theirs}
        for name in missing:
            copy.__dict__.pop(name, None)
        copy._absent = self._absent - fields.keys() | missing.keys()
        copy._lenders = {**self._lenders, **missing}
        return copy

    def place(self, key: str | None = None, item: int | str | None = None) -> Place:
        """Return the place of the value under a Russian key, of its item (from 0, or by its key), or of the record.

        An empty value is shown at its key; a key that is not written, and None, at the record's first key.
        Items are counted as believed: one that was dropped is not counted.
        """
        private: Any = self.__pydantic_private__
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
        return key in self._written and not is_empty(self._written[key])

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        # Texts tell most records apart, and remember their own hash: people are keys in every document.
        return hash((type(self), *[value for value in self.__dict__.values() if isinstance(value, str)]))

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            if name in type(self).__pydantic_fields__:
                lenders = (self.__pydantic_private__ or {}).get("_lenders", {})
                raise Absent(*lenders.get(name, (self, name)))
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
            refuse_shape(cls.model_fields, value)
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
            report_error(detail, value, collector, otherwise=place_of(value))
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
    names, required = _keys(cls)
    value = with_joined_keys(value, names)
    given: dict[str, Any] = {key: item for key, item in value.items() if key in names and not is_empty(item)}
    frame = Frame(given)
    misspelt = report_unknown_keys(value, names, collector, place)
    for key, name in names.items():
        if key in given:
            continue
        if key in misspelt or key in required:
            if key not in misspelt:
                report_missing_key(key, cls.__pydantic_fields__[name], value, collector, place)
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
    # pydantic's own way to set a private attribute asks the class for its kind each time.
    record._private.update(
        _written={**{key: value[key] for key in value if key in names}, **frame.reduced},
        _key_places=getattr(value, "key_places", {}),
        _place=place,
        _absent=frozenset(frame.absent),
        _reduced=frozenset(frame.reduced),
    )
    return record


@cache
def _keys(cls: type[Record]) -> tuple[dict[str, str], frozenset[str]]:
    """Return the names of the fields by their Russian keys, and the keys without which there is no record."""
    fields = cls.__pydantic_fields__
    names = {key_of_field(name, info): name for name, info in fields.items()}
    return names, frozenset(key for key, name in names.items() if fields[name].is_required())


def _believe_value(
    cls: type[Record], value: Any, handler: ValidatorFunctionWrapHandler, name: str, collector: Collector
) -> Any:
    """Return the field's value, or report why there is none; of a list and a mapping only broken items are dropped."""
    frame = collector.frames[-1]
    info = cls.__pydantic_fields__[name]
    key = key_of_field(name, info)
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
            report_error(detail, remaining, collector, otherwise=place_of(value), info=info)
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


def _first_place(value: dict[str, Any]) -> Place:
    """Return the place of a record: its first key."""
    key_places: dict[str, Place] = getattr(value, "key_places", {})
    return next(iter(key_places.values()), None) or place_of(value)
