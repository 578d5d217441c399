"""The register of norms: each law or order once, with the days on which it is in force and its name in every case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files

from pydantic import Field

from actgen.language import Case
from actgen.sources import Day, Identifier, Line, Record, YesNo, believe, read_yaml

# The heads that the register uses, in the order of `Case`: a closed list needs no dictionary.
_HEADS: Mapping[str, tuple[str, ...]] = {
    "статья": ("статья", "статьи", "статье", "статью", "статьёй", "статье"),
    "приказ": ("приказ", "приказа", "приказу", "приказ", "приказом", "приказе"),
    "письмо": ("письмо", "письма", "письму", "письмо", "письмом", "письме"),
    "распоряжение": ("распоряжение", "распоряжения", "распоряжению", "распоряжение", "распоряжением", "распоряжении"),
    "постановление": (
        "постановление",
        "постановления",
        "постановлению",
        "постановление",
        "постановлением",
        "постановлении",
    ),
    "указ": ("указ", "указа", "указу", "указ", "указом", "указе"),
    "Федеральный закон": (
        "Федеральный закон",
        "Федерального закона",
        "Федеральному закону",
        "Федеральный закон",
        "Федеральным законом",
        "Федеральном законе",
    ),
    "Трудовой кодекс": (
        "Трудовой кодекс",
        "Трудового кодекса",
        "Трудовому кодексу",
        "Трудовой кодекс",
        "Трудовым кодексом",
        "Трудовом кодексе",
    ),
}


class NormRecord(Record):
    """One entry of `norms.yaml`."""

    head: Line = Field(alias="голова", description="слово, которое склоняется")
    tail: Line = Field(alias="хвост", description="остальное, печатается как есть")
    since: Day = Field(alias="с", description="первый день действия")
    before: Day | None = Field(None, alias="до", description="первый день, когда норма уже не действует")
    replaced_by: Identifier | None = Field(None, alias="заменена", description="ключ новой нормы")
    source: Line = Field(alias="источник", description="откуда известно")
    is_confirmed: YesNo = Field(alias="подтверждено", description="виден ли источник")


@dataclass(frozen=True, slots=True)
class Norm:
    """A law, an article of it, or an order of an authority.

    `before` is the first day on which it is no longer in force, None where no such day is known.
    """

    key: str
    head: str
    tail: str
    since: date
    before: date | None
    replaced_by: str | None
    source: str
    is_confirmed: bool

    def is_in_force(self, day: date) -> bool:
        """Return whether an act of that day may rest on it."""
        return self.since <= day and (self.before is None or day < self.before)

    def named(self, case: Case) -> str:
        """Return its full citation in a case: «статьёй 351.8 Трудового кодекса Российской Федерации»."""
        return f"{_HEADS[self.head][list(Case).index(case)]} {self.tail}"


@lru_cache(maxsize=1)
def norms() -> Mapping[str, Norm]:
    """Return the shipped register by key; it is part of the program, not of a workspace."""
    file = "norms/norms.yaml"
    values = read_yaml(file, files("actgen.norms").joinpath("norms.yaml").read_text(encoding="utf-8"))
    if values.value is None or values.diagnostics:
        raise ValueError(f"the shipped register is broken: {values.diagnostics}")
    return {key: _norm(key, record) for key, record in values.value["нормы"].items()}


def _norm(key: str, written: object) -> Norm:
    believed = believe(NormRecord, written)  # type: ignore[arg-type]
    if believed.diagnostics or believed.value is None:
        raise ValueError(f"the shipped register is broken at {key}: {believed.diagnostics}")
    record = believed.value
    return Norm(
        key=key,
        head=record.head,
        tail=record.tail,
        since=record.since,
        before=record.before,
        replaced_by=record.replaced_by,
        source=record.source,
        is_confirmed=record.is_confirmed,
    )


def in_force(key: str, day: date) -> bool:
    """Return whether the norm of that key is in force on the day.

    Raises:
        KeyError: The register has no such key.
    """
    return norms()[key].is_in_force(day)


__all__ = ["Norm", "in_force", "norms"]
