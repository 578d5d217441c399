"""What a school answered about the columns of its lists, kept so that the next list of that shape asks nothing."""

from __future__ import annotations

from enum import Enum

from pydantic import Field

from actgen.sources import Line, Many, OneOf, Record


class ColumnMeaning(Enum):
    """What a column of a list of staff holds."""

    NAME = "фио"
    SURNAME = "фамилия"
    GIVEN = "имя"
    PATRONYMIC = "отчество"
    POSITION = "должность"
    GENDER = "пол"
    CATEGORY = "категория"
    EXPERIENCE = "стаж"
    EDUCATION = "образование"
    HIRED = "принят"
    DISMISSED = "уволен"
    TELEPHONE = "телефон"
    EMAIL = "почта"
    NOT_NEEDED = "нет"


class ColumnAnswer(Record):
    """The answer about one column."""

    heading: Line = Field(alias="столбец", description="заголовок столбца, как в таблице")
    meaning: OneOf[ColumnMeaning] = Field(alias="это", description="что в нём: фио, стаж …; нет — столбец не нужен")


class AnsweredList(Record):
    """The answers about a list of one shape: the one whose columns have these headings, in any order."""

    headings: Many[Line] = Field(alias="заголовки", description="все заголовки таблицы")
    answers: Many[ColumnAnswer] = Field(alias="ответы", description="что сказано о столбцах")


class ColumnsFile(Record):
    """The whole of `data/columns.yaml`."""

    lists: Many[AnsweredList] = Field((), alias="таблицы", description="таблицы, о столбцах которых уже спрашивали")
