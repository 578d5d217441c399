"""The journal of registration (журнал регистрации): number, date, state, acquaintance of each act."""

from __future__ import annotations

from enum import Enum

from pydantic import Field

from actgen.school.references import PersonRef
from actgen.sources import Day, Identifier, Line, Many, OneOf, Record, Whole


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


class JournalEntry(Record):
    """One line of the journal; a document without one is a draft (проект)."""

    kind: Line = Field(alias="вид", description="имя вида акта: order-on-pairs или приказ-о-парах")
    subject: Line | None = Field(None, alias="о_ком", description="о ком акт, если он не один на школу: belova")
    edition: Whole = Field(1, alias="редакция", description="номер редакции")
    series: Line | None = Field(None, alias="серия", description="серия номеров: основная деятельность")
    number: Line | None = Field(None, alias="номер", description="номер, как в журнале: 80/8")
    day: Day | None = Field(None, alias="дата", description="дата регистрации")
    state: OneOf[ActState] = Field(ActState.DRAFT, alias="состояние", description="проект, подписан, утратил силу")
    adopted: Many[Adoption] = Field((), alias="принято", description="протоколы органов: орган, протокол, дата")
    acquainted: Many[Acquaintance] = Field((), alias="ознакомлены", description="кто и когда ознакомлен")
