"""What happens to a pair before its term is over (событие): refusal, cancellation, replacement, end."""

from __future__ import annotations

from enum import Enum

from pydantic import Field

from actgen.school.agreement import Agreement
from actgen.school.references import PersonRef
from actgen.sources import Day, Identifier, OneOf, Prose, Record


class EventKind(Enum):
    """What happened."""

    REFUSAL = "отказ наставника"
    CANCELLATION = "отмена поручения"
    REPLACEMENT = "замена наставника"
    TERMINATION = "прекращение"


class Event(Record):
    """One event of a pair; its documents are known in the journal by its `ид`."""

    kind: OneOf[EventKind] = Field(
        alias="вид", description="отказ наставника, отмена поручения, замена наставника, прекращение"
    )
    code: Identifier = Field(alias="ид", description="имя для журнала: otkaz_1")
    day: Day | None = Field(None, alias="дата", description="дата заявления или уведомления")
    effective_on: Day = Field(alias="с", description="с какого дня действует")
    reason: Prose | None = Field(None, alias="причина", description="почему: длительный отпуск наставника")
    new_mentor: PersonRef | None = Field(None, alias="новый_наставник", description="для замены: кто вместо прежнего")
    consent_on: Day | None = Field(None, alias="согласие", description="дата согласия нового наставника")
    agreement: Agreement | None = Field(None, alias="соглашение", description="соглашение с новым наставником")
