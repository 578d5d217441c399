"""The journal of registration (журнал регистрации): number, date, state, acquaintance, signed files of each act."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum
from typing import Annotated, Any

from pydantic import Field, PlainValidator, WithJsonSchema

from actgen.school.organisation import YearOfSchool
from actgen.school.references import PersonRef
from actgen.sources import Day, Identifier, Line, Many, OneOf, Record, Whole, refuse, text_of

_SCHOOL_YEAR_BEGINS = 9


def count_of(day: date) -> tuple[int, bool]:
    """Return the span in which numbers surely go up: some schools begin anew in January, others in September."""
    return day.year, day.month >= _SCHOOL_YEAR_BEGINS


class ActState(Enum):
    """What an act is by now."""

    DRAFT = "проект"
    SIGNED = "подписан"
    LAPSED = "утратил силу"


class Adoption(Record):
    """The minutes (протокол) by which a body adopted or considered the act."""

    body: Identifier = Field(alias="орган", description="ид органа из data/school.yaml: педсовет")
    minutes: Line | None = Field(None, alias="протокол", description="номер протокола")
    day: Day | None = Field(None, alias="дата", description="дата протокола")


class Acquaintance(Record):
    """Who has read the act under signature, and when."""

    person: PersonRef = Field(alias="кто", description="кто ознакомлен")
    day: Day | None = Field(None, alias="когда", description="дата ознакомления")


def _sha256(value: Any) -> str:
    text = text_of(value, "нужна сумма SHA-256")
    if not re.fullmatch("[0-9a-f]{64}", text):
        refuse("D003", "сумма SHA-256 — это 64 цифры и буквы a–f", "её записывает actgen sign, рукой её не правят")
    return text


Sha256 = Annotated[str, PlainValidator(_sha256), WithJsonSchema({"type": "string", "pattern": "^[0-9a-f]{64}$"})]
"""A SHA-256 in small hexadecimal digits."""


class DetachedSignature(Record):
    """A signature in a file of its own (отсоединённая подпись, `.sig`)."""

    file: Line = Field(alias="файл", description="файл подписи: signed/2026-2027/Приказ № 45.pdf.sig")
    sha256: Sha256 = Field(alias="сумма", description="SHA-256 файла подписи")


class SignedFile(Record):
    """A file of `signed/`, as it was when the act was recorded as signed; it is never written again."""

    file: Line = Field(alias="файл", description="путь от папки школы: signed/2026-2027/Приказ № 45.docx")
    sha256: Sha256 = Field(alias="сумма", description="SHA-256 файла: изменится байт — изменится и она")
    text: Sha256 | None = Field(
        None, alias="текст", description="SHA-256 текста: её не меняют пересохранение и подпись"
    )
    signature: DetachedSignature | None = Field(
        None, alias="подпись", description="отсоединённая подпись (.sig) этого файла"
    )


class JournalEntry(Record):
    """One line of the journal; a document without one is a draft (проект)."""

    kind: Line = Field(alias="вид", description="имя вида акта: order-on-pairs или приказ-о-парах")
    subject: Line | None = Field(None, alias="о_ком", description="о ком акт, если он не один на школу: belova")
    year: YearOfSchool | None = Field(
        None, alias="год", description="учебный год акта, если не нынешний: 2025/2026; пишет actgen year"
    )
    edition: Whole = Field(1, alias="редакция", description="номер редакции")
    series: Line | None = Field(None, alias="серия", description="серия номеров: основная деятельность")
    number: Line | None = Field(None, alias="номер", description="номер, как в журнале: 80/8")
    day: Day | None = Field(None, alias="дата", description="дата регистрации")
    state: OneOf[ActState] = Field(ActState.DRAFT, alias="состояние", description="проект, подписан, утратил силу")
    adopted: Many[Adoption] = Field((), alias="принято", description="протоколы органов: орган, протокол, дата")
    acquainted: Many[Acquaintance] = Field((), alias="ознакомлены", description="кто и когда ознакомлен")
    files: Many[SignedFile] = Field((), alias="файлы", description="подписанные файлы; их записывает actgen sign")
