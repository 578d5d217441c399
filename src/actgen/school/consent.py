"""Consents of a member of staff to the use of her personal data (согласия на обработку и на распространение)."""

from __future__ import annotations

from enum import Enum

from pydantic import Field

from actgen.sources import Day, Line, Many, OneOf, Prose, Record


class ConsentKind(Enum):
    """What is consented to; the two are never one document (ст. 9 and ст. 10.1 152-ФЗ)."""

    PROCESSING = "обработка"
    PUBLICATION = "распространение"


class DataConsent(Record):
    """A consent that was given, or is to be asked for: then it has no date yet."""

    kind: OneOf[ConsentKind] = Field(alias="вид", description="обработка или распространение")
    day: Day | None = Field(None, alias="дата", description="дата согласия; пока не дано — без неё")
    until: Day | None = Field(None, alias="до", description="по какой день действует")
    withdrawn_on: Day | None = Field(None, alias="отозвано", description="дата отзыва")
    sites: Many[Line] = Field((), alias="ресурсы", description="адреса страниц сайта целиком: https://…")
    data: Many[Line] = Field((), alias="данные", description="какие данные: фамилия, имя, отчество")
    bans: Prose | None = Field(None, alias="запреты", description="условия и запреты, которые установил человек")
