"""The school itself: organisation, founder, bodies, rules of its own, layout, school year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, Field, PlainValidator, WithJsonSchema

from actgen.docx import CRYPTOPRO_PROVIDER, MICROSOFT_PROVIDER
from actgen.school.references import PersonRef
from actgen.sources import Identifier, Line, Many, Record, Whole, refuse


class Organisation(Record):
    """Names and requisites of the school as its charter (устав) gives them."""

    full_name: Line = Field(alias="полное", description="полное наименование по уставу")
    short_name: Line = Field(alias="краткое", description="сокращённое наименование по уставу")
    kind: Line = Field("общеобразовательная организация", alias="вид", description="вид образовательной организации")
    city: Line = Field(alias="город", description="место издания актов: г. Сергиев Посад")
    address: Line | None = Field(None, alias="адрес", description="почтовый адрес")
    phone: Line | None = Field(None, alias="телефон", description="телефон, факс")
    email: Line | None = Field(None, alias="почта", description="адрес электронной почты")
    site: Line | None = Field(None, alias="сайт", description="адрес официального сайта")
    inn: Line | None = Field(None, alias="инн", description="ИНН, 10 цифр")
    kpp: Line | None = Field(None, alias="кпп", description="КПП, 9 цифр")
    ogrn: Line | None = Field(None, alias="огрн", description="ОГРН, 13 цифр")


class Founder(Record):
    """Who founded the school (учредитель)."""

    full_name: Line = Field(alias="полное", description="полное наименование учредителя")


class Body(Record):
    """A body of the school's own government (коллегиальный орган) that adopts or considers acts."""

    code: Identifier = Field(alias="ид", description="короткое имя для ссылок: педсовет")
    name: Line = Field(alias="название", description="наименование по уставу: педагогический совет")


class Union(Record):
    """The elected body of the primary trade union organisation (профсоюз)."""

    name: Line = Field(alias="название", description="наименование выборного органа")
    chair: PersonRef | None = Field(None, alias="председатель", description="кто председатель")


def _month(value: int) -> int:
    if not 1 <= value <= 12:
        refuse("D003", f"нет месяца с номером {value}", "напишите от 1 (январь) до 12 (декабрь)")
    return value


class OwnRules(Record):
    """Numbers that the school sets for itself and its regulation prints."""

    max_mentees: Whole = Field(3, alias="предел_наставляемых", description="сколько наставляемых у одного наставника")
    young_years: Whole = Field(3, alias="стаж_молодого", description="стаж молодого специалиста, лет")
    program_min_months: Whole = Field(3, alias="программа_от", description="наименьший срок программы, месяцев")
    program_max_months: Whole = Field(12, alias="программа_до", description="наибольший срок программы, месяцев")
    publication_days: Whole = Field(10, alias="публикация_дней", description="срок публикации на сайте, рабочих дней")
    storage_years: Whole = Field(3, alias="хранение_лет", description="срок хранения материалов, лет")
    numbers_from_month: Annotated[Whole, AfterValidator(_month)] = Field(
        1, alias="номера_с_месяца", description="с какого месяца номера начинаются заново: 1 — январь, 9 — сентябрь"
    )

    def numbering_year(self, day: date) -> int:
        """Return the year in which a number may stand once; it is named by its first calendar year.

        >>> OwnRules.model_validate({"номера_с_месяца": 9}).numbering_year(date(2027, 5, 31))
        2026
        """
        return day.year if day.month >= self.numbers_from_month else day.year - 1

    def by_key(self) -> Mapping[str, int]:
        """Return each number by its Russian key."""
        return {field.alias or name: getattr(self, name) for name, field in type(self).model_fields.items()}


class Margins(Record):
    """Margins of a page in millimetres."""

    left: Whole = Field(30, alias="левое", description="левое поле, мм: 20 или 30")
    right: Whole = Field(10, alias="правое", description="правое поле, мм")
    top: Whole = Field(20, alias="верхнее", description="верхнее поле, мм")
    bottom: Whole = Field(20, alias="нижнее", description="нижнее поле, мм")


class PageStyle(Record):
    """Family, size and margins, within ГОСТ Р 7.0.97-2025."""

    font: Line = Field("Times New Roman", alias="шрифт", description="гарнитура")
    size_points: Whole = Field(14, alias="кегль", description="размер шрифта: 12, 13 или 14")
    margins: Margins = Field(Margins(), alias="поля", description="поля страницы, мм")


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """A school year (учебный год), from 1 September to 31 August."""

    first: int

    @property
    def second(self) -> int:
        """The year in which it ends."""
        return self.first + 1

    @property
    def starts_on(self) -> date:
        """Its first day."""
        return date(self.first, 9, 1)

    @property
    def ends_on(self) -> date:
        """Its last day."""
        return date(self.second, 8, 31)

    def __str__(self) -> str:
        return f"{self.first}/{self.second}"


_YEAR = re.compile(r"^(\d{4})\s*[/–—-]\s*(\d{4}|\d{2})$")


def read_school_year(value: Any) -> SchoolYear:
    """Return the school year that is written: `2026/2027` or `2026/27`.

    Raises:
        PydanticCustomError: It is none (a `ValueError`).
    """
    if isinstance(value, SchoolYear):
        return value
    match = _YEAR.match(value) if isinstance(value, str) else None
    if not match:
        refuse("D003", f"учебный год не прочитан: «{value}»", hint="напишите так: 2026/2027")
    first, second = int(match[1]), match[2]
    if int(second[-2:]) != (first + 1) % 100:
        refuse("D003", f"годы идут не подряд: «{value}»", hint=f"напишите так: {first}/{first + 1}")
    return SchoolYear(first)


YearOfSchool = Annotated[
    SchoolYear, PlainValidator(read_school_year), WithJsonSchema({"type": "string", "examples": ["2026/2027"]})
]
"""A school year as it is written: 2026/2027."""

_PROVIDERS = {"microsoft": MICROSOFT_PROVIDER, "криптопро": CRYPTOPRO_PROVIDER}
_GUID = re.compile(r"\{?([0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})\}?")


def _provider(value: Any) -> str:
    text = str(value).strip()
    found = _GUID.fullmatch(text)
    provider = f"{{{found[1].upper()}}}" if found else _PROVIDERS.get(text.casefold())
    if provider is None:
        refuse(
            "D003",
            f"поставщик подписи не прочитан: «{text}»",
            hint="можно: microsoft, криптопро или GUID поставщика в фигурных скобках и кавычках",
        )
    return provider


class Signing(Record):
    """How signature lines are signed by double click; a pen signs them in any case."""

    provider: Annotated[
        str, PlainValidator(_provider), WithJsonSchema({"type": "string", "examples": ["microsoft", "криптопро"]})
    ] = Field(
        MICROSOFT_PROVIDER,
        alias="провайдер",
        description="чем подписывают строку подписи в Word: microsoft, криптопро или GUID",
    )


class SchoolFile(Record):
    """The whole of `data/school.yaml`."""

    organisation: Organisation = Field(alias="организация", description="наименования и реквизиты")
    founder: Founder | None = Field(None, alias="учредитель", description="учредитель")
    year: YearOfSchool = Field(alias="учебный_год", description="учебный год: 2026/2027")
    head: PersonRef = Field(alias="руководитель", description="кто подписывает приказы")
    curator: PersonRef | None = Field(None, alias="куратор", description="куратор наставничества")
    site_keeper: PersonRef | None = Field(None, alias="ответственный_за_сайт", description="кто ведёт сайт")
    personnel_officer: PersonRef | None = Field(None, alias="кадровик", description="кто ведёт кадровые документы")
    accountant: PersonRef | None = Field(None, alias="бухгалтер", description="кто начисляет заработную плату")
    bodies: Many[Body] = Field((), alias="органы", description="коллегиальные органы")
    union: Union | None = Field(None, alias="профсоюз", description="профсоюзный орган, если есть")
    base: Line | None = Field(None, alias="основа", description="папка общих актов и шаблонов: ../common")
    rules: OwnRules = Field(OwnRules(), alias="правила", description="числа, которые школа установила сама")
    page: PageStyle = Field(PageStyle(), alias="оформление", description="шрифт и поля")
    signing: Signing = Field(Signing(), alias="подпись", description="строки подписи в документах")
