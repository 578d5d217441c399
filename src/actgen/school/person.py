"""A member of staff (сотрудник) and how the school calls her."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum
from functools import lru_cache

from pydantic import Field

from actgen.diagnostics.similar import fold_look_alikes
from actgen.language import Gender, gender_of_name
from actgen.school.consent import DataConsent
from actgen.sources import Day, Identifier, Line, Many, OneOf, Phone, Record, Whole, YesNo


class WrittenGender(Enum):
    """A gender as `пол:` is written."""

    FEMININE = "женский"
    MASCULINE = "мужской"


_INITIALS = re.compile(r"^(?:[А-ЯЁA-Z]\.[ \u00a0]?-?){1,3}$")
_BLANKS = re.compile(r"[\s\u00a0\u202f]+")


class Absence(Record):
    """A long absence (отпуск по уходу, длительный отпуск): its reason is not kept."""

    starts_on: Day = Field(alias="с", description="первый день отсутствия")
    ends_on: Day | None = Field(None, alias="по", description="последний день; без строки — ещё не известен")

    def holds_on(self, day: date) -> bool:
        """Return whether she is absent on that day."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


class Person(Record):
    """A member of staff, written once in `data/staff.yaml` and referred to by name everywhere else."""

    written_name: Line | None = Field(None, alias="фио", description="фамилия, имя и отчество одной строкой")
    surname_part: Line | None = Field(None, alias="фамилия", description="как в паспорте")
    given_part: Line | None = Field(None, alias="имя", description="как в паспорте")
    patronymic_part: Line | None = Field(None, alias="отчество", description="как в паспорте, если есть")
    position: Line = Field(alias="должность", description="должность по штатному расписанию, с маленькой буквы")
    written_gender: OneOf[WrittenGender] | None = Field(
        None, alias="пол", description="мужской или женский; нужен, когда нет отчества"
    )
    code: Identifier | None = Field(None, alias="код", description="нужен только однофамильцам с равными инициалами")
    category: Line | None = Field(None, alias="категория", description="квалификационная категория")
    experience_years: Whole | None = Field(None, alias="стаж", description="педагогический стаж, полных лет")
    education: Line | None = Field(None, alias="образование", description="уровень и специальность")
    hired_on: Day | None = Field(None, alias="принят", description="дата приёма на работу")
    dismissed_on: Day | None = Field(None, alias="уволен", description="дата увольнения, если уволен")
    absences: Many[Absence] = Field(
        (), alias="отсутствует", description="долгое отсутствие: с какого и по какой день, без причины"
    )
    is_listed: YesNo = Field(
        True, alias="в_списках", description="нет — не включать в листы ознакомления всех сотрудников"
    )
    phone: Phone | None = Field(None, alias="телефон", description="служебный телефон")
    email: Line | None = Field(None, alias="почта", description="служебная электронная почта")
    former_names: Many[Line] = Field((), alias="прежние", description="прежние имена полностью: Козлова Анна Петровна")
    address: Line | None = Field(None, alias="адрес", description="адрес — только для согласий о персональных данных")
    passport: Line | None = Field(
        None, alias="паспорт", description="серия, номер, кем и когда выдан — только для согласий о персональных данных"
    )
    consents: Many[DataConsent] = Field((), alias="согласия", description="согласия на обработку и распространение")

    @property
    def full_name(self) -> str:
        """The name as written, surname first; only initials where the school gave no more."""
        parts = [self.surname_part, self.given_part, self.patronymic_part]
        return _BLANKS.sub(" ", self.written_name or " ".join(part for part in parts if part)).strip()

    @property
    def has_name(self) -> bool:
        """Whether the name could be believed."""
        return all(self.has(field) for field in ("written_name", "surname_part", "given_part", "patronymic_part"))

    @property
    def identity(self) -> tuple[str, str]:
        """What tells her from everybody else: the folded name and the code."""
        return fold_name(self.full_name), (self.code if self.has("code") else None) or ""

    @property
    def short_name(self) -> str:
        """Surname and initials as the school calls her: «Лебедева Т.Н.»."""
        return short_name(self.full_name)

    @property
    def explicit_gender(self) -> Gender | None:
        """The gender that was written."""
        return Gender[self.written_gender.name] if self.written_gender is not None else None

    @property
    def gender(self) -> Gender | None:
        """The gender that was written, else the one of the patronymic; None where neither tells."""
        return self.explicit_gender or gender_of_name(self.full_name).gender

    def works_on(self, day: date) -> bool:
        """Return whether she is on the staff on that day, as far as dates of hiring and dismissal are given."""
        return (self.hired_on is None or self.hired_on <= day) and (
            self.dismissed_on is None or day <= self.dismissed_on
        )


@lru_cache(maxsize=4096)
def short_name(full_name: str) -> str:
    """Return surname and initials of a name whose surname stands first or after the initials.

    >>> short_name("Лебедева Татьяна Николаевна")
    'Лебедева Т.Н.'
    >>> short_name("Т. Н. Лебедева")
    'Лебедева Т.Н.'
    """
    words = _spaced(full_name).split()
    initials = [word for word in words if _INITIALS.match(word)]
    names = [word for word in words if not _INITIALS.match(word)]
    if initials or len(names) < 2:
        return " ".join([*names, "".join(initials)]).strip()
    surname, *rest = names
    return f"{surname} {''.join(_initial(word) for word in rest if word not in _FROZEN)}"


_FROZEN = {"оглы", "кызы", "угли", "гызы"}


def _initial(word: str) -> str:
    return "-".join(part[:1] + "." for part in word.split("-"))


def name_keys(person_name: str) -> tuple[str, ...]:
    """Return the folded spellings under which a name is found: in full and with initials."""
    return tuple(dict.fromkeys((fold_name(person_name), fold_name(short_name(person_name)))))


def fold_name(name: str) -> str:
    """Return the name for comparing: small letters, е for ё, one blank between words, none inside initials.

    Latin look-alikes count as the Cyrillic letters that were meant: they are reported where they stand.

    >>> fold_name("Т. Н.  Лебедёва") == fold_name("лебедева т.н.")
    False
    >>> fold_name("Лебедёва  Т. Н.")
    'лебедева т.н.'
    """
    return re.sub(r"\. (?=\w\.)", ".", fold_look_alikes(_spaced(name)).casefold().replace("ё", "е"))


def _spaced(name: str) -> str:
    return re.sub(r"\.(?=\w{2})", ". ", _BLANKS.sub(" ", name)).strip()
