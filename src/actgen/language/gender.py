"""Gender of a person by the name: the patronymic proves it, everything else only suggests it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from actgen.language.case import Gender
from actgen.language.first_names import known_gender
from actgen.language.name_parser import ParsedName, Role, parse_name, patronymic_gender
from actgen.language.name_tables import NOUNS_LIKE_FEMININE_SURNAMES
from actgen.language.spelling import count_syllables, without_yo


class GenderSource(Enum):
    """What the gender of a name was read from; `russian` is how it is told to a person."""

    PATRONYMIC = "patronymic"
    FIRST_NAME_AND_SURNAME = "first name and surname"
    FIRST_NAME = "first name"
    SURNAME = "surname"
    NOTHING = "nothing"

    @property
    def russian(self) -> str:
        """Return «отчество», «имя и фамилия», «имя», «фамилия» or «не определён»."""
        return {
            GenderSource.PATRONYMIC: "отчество",
            GenderSource.FIRST_NAME_AND_SURNAME: "имя и фамилия",
            GenderSource.FIRST_NAME: "имя",
            GenderSource.SURNAME: "фамилия",
            GenderSource.NOTHING: "не определён",
        }[self]


@dataclass(frozen=True, slots=True)
class FoundGender:
    """A gender and its source; None when nothing tells it or the parts of the name contradict each other."""

    gender: Gender | None
    source: GenderSource

    @property
    def is_certain(self) -> bool:
        """Tell whether the gender may be relied on unseen: only a patronymic proves it."""
        return self.source is GenderSource.PATRONYMIC


_MASCULINE_SURNAME = re.compile(r"(?:[оеё]в|[иы]н|[сц]кий|[сц]кой|ый)$")
_FEMININE_SURNAME = re.compile(r"(?:[оеё]ва|[иы]на|[сц]кая|ая|яя)$")


def gender_of_name(name: str) -> FoundGender:
    """Return the gender that a name in the nominative shows, and what shows it.

    >>> gender_of_name("Бондарь Ольга Ивановна").source.russian
    'отчество'
    >>> gender_of_name("Бондарь О.И.").gender is None
    True
    """
    return gender_of_parsed(parse_name(name))


def gender_of_parsed(parsed: ParsedName) -> FoundGender:
    """Return the gender of a name that is parsed already."""
    for word in (*parsed.words(Role.PATRONYMIC), *parsed.words(Role.FROZEN)):
        gender = patronymic_gender(word)
        if gender is not None:
            return FoundGender(gender, GenderSource.PATRONYMIC)
    if parsed.words(Role.PATRONYMIC):  # a rare one on -ич that stands in its place: Вуколич
        return FoundGender(Gender.MASCULINE, GenderSource.PATRONYMIC)
    first_names = {known_gender(word) for word in parsed.words(Role.FIRST_NAME)} - {None}
    surnames = {gender_of_surname(word) for word in parsed.words(Role.SURNAME)} - {None}
    shown = first_names | surnames
    if len(shown) != 1:
        return FoundGender(None, GenderSource.NOTHING)
    source = GenderSource.FIRST_NAME_AND_SURNAME
    if not surnames:
        source = GenderSource.FIRST_NAME
    elif not first_names:
        source = GenderSource.SURNAME
    return FoundGender(shown.pop(), source)


def gender_of_surname(surname: str) -> Gender | None:
    """Return the gender that a surname's ending shows; nouns (Калина, Голова) show none."""
    word = without_yo(surname.lower().rpartition("-")[2])
    if word in NOUNS_LIKE_FEMININE_SURNAMES or count_syllables(word) < 2:
        return None
    if _FEMININE_SURNAME.search(word):
        # «Сова», «Глина» have no vowel before the suffix: nouns, with the one exception of Львова.
        is_noun = count_syllables(word) == 2 and word.endswith(("ова", "ева", "ина", "ына")) and word != "львова"
        return None if is_noun else Gender.FEMININE
    return Gender.MASCULINE if _MASCULINE_SURNAME.search(word) else None
