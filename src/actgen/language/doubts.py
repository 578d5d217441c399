"""Doubts (сомнения) of the grammar: why a form should be looked at by a person."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Level(Enum):
    """How much a doubt weighs."""

    NOTE = "note"  # the form is all but sure; its ground is worth a look
    DOUBT = "doubt"  # the form may be wrong
    ERROR = "error"  # what was given contradicts itself


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reason to look at a form: stable `code` and Russian `reason`."""

    code: str
    reason: str

    @property
    def kind(self) -> DoubtKind:
        """Return the row of the table that this doubt belongs to."""
        return DOUBT_KIND_BY_CODE[self.code]


@dataclass(frozen=True, slots=True)
class DoubtKind:
    """A row of the table of doubts: `reason` is what a secretary reads, `advice` is what she does next."""

    code: str
    name: str
    level: Level
    reason: str
    advice: str

    def about(self, word: str = "") -> Doubt:
        """Return the doubt about a word: the reason, then whose, after a colon."""
        return Doubt(self.code, f"{self.reason}: {word}" if word else self.reason)


_ADVICE_GENDER = "укажите «пол:» или отчество"
_ADVICE_FORMS = "проверьте все падежи и подтвердите форму"

GENDER_UNKNOWN = DoubtKind(
    "L101", "GENDER_UNKNOWN", Level.DOUBT, "пол неизвестен, а форма от него зависит", _ADVICE_GENDER
)
GENDER_CONFLICT = DoubtKind(
    "L102", "GENDER_CONFLICT", Level.ERROR, "указанный пол противоречит отчеству", "исправьте «пол:» или отчество"
)
GENDER_INFERRED = DoubtKind(
    "L103", "GENDER_INFERRED", Level.NOTE, "пол определён без отчества, по имени или фамилии", _ADVICE_GENDER
)
NAME_ORDER = DoubtKind(
    "L104",
    "NAME_ORDER",
    Level.DOUBT,
    "непонятно, где фамилия, а где имя",
    "напишите фамилию, имя и отчество по отдельности или подтвердите форму",
)
MIXED_SCRIPT = DoubtKind(
    "L105", "MIXED_SCRIPT", Level.DOUBT, "в слове смешаны русские и латинские буквы", "наберите слово заново по-русски"
)
NON_CYRILLIC = DoubtKind(
    "L106", "NON_CYRILLIC", Level.DOUBT, "есть знаки, которых в имени не бывает; они оставлены как есть", _ADVICE_FORMS
)
FLEETING_VOWEL = DoubtKind(
    "L107", "FLEETING_VOWEL", Level.DOUBT, "беглая гласная: в семье могут склонять и так, и иначе", _ADVICE_FORMS
)
STRESS_INS = DoubtKind(
    "L108", "STRESS_INS", Level.DOUBT, "окончание «-ом» или «-ем» зависит от ударения", "проверьте творительный падеж"
)
NOUN_SURNAME = DoubtKind(
    "L109", "NOUN_SURNAME", Level.DOUBT, "фамилия совпадает со словом и склоняется двояко", _ADVICE_FORMS
)
ADJ_OR_NOUN = DoubtKind(
    "L110", "ADJ_OR_NOUN", Level.DOUBT, "фамилия похожа и на прилагательное, и на существительное", _ADVICE_FORMS
)
FOREIGN_IH = DoubtKind(
    "L111",
    "FOREIGN_IH",
    Level.DOUBT,
    "фамилия на «-их» или «-ых»: русские не склоняют, иностранные склоняют",
    _ADVICE_FORMS,
)
VOWEL_A = DoubtKind("L112", "VOWEL_A", Level.DOUBT, "«-а» или «-я» после гласной: обычно не склоняют", _ADVICE_FORMS)
SOFT_FEMALE = DoubtKind(
    "L113", "SOFT_FEMALE", Level.DOUBT, "женское имя на мягкий знак: склоняют не во всех семьях", _ADVICE_FORMS
)
DOUBLE_SURNAME = DoubtKind(
    "L114", "DOUBLE_SURNAME", Level.DOUBT, "первая часть двойной фамилии: склоняют не всякую", _ADVICE_FORMS
)
RARE_NAME = DoubtKind("L115", "RARE_NAME", Level.DOUBT, "редкое имя: правило для него не единственное", _ADVICE_FORMS)
UNKNOWN_HEAD = DoubtKind(
    "L121", "UNKNOWN_HEAD", Level.DOUBT, "не найдено главное слово", "впишите формы в data/declension.yaml"
)
UNKNOWN_WORD = DoubtKind(
    "L122", "UNKNOWN_WORD", Level.DOUBT, "слова нет в словаре, форма по образцу похожих", _ADVICE_FORMS
)
PLURAL_HEAD = DoubtKind(
    "L123",
    "PLURAL_HEAD",
    Level.DOUBT,
    "похоже на множественное число или на косвенный падеж",
    "напишите в единственном числе",
)
UNSURE_APPOSITION = DoubtKind(
    "L124", "UNSURE_APPOSITION", Level.DOUBT, "непонятно, склоняется ли эта часть", _ADVICE_FORMS
)

DOUBT_KINDS: tuple[DoubtKind, ...] = (
    GENDER_UNKNOWN,
    GENDER_CONFLICT,
    GENDER_INFERRED,
    NAME_ORDER,
    MIXED_SCRIPT,
    NON_CYRILLIC,
    FLEETING_VOWEL,
    STRESS_INS,
    NOUN_SURNAME,
    ADJ_OR_NOUN,
    FOREIGN_IH,
    VOWEL_A,
    SOFT_FEMALE,
    DOUBLE_SURNAME,
    RARE_NAME,
    UNKNOWN_HEAD,
    UNKNOWN_WORD,
    PLURAL_HEAD,
    UNSURE_APPOSITION,
)
DOUBT_KIND_BY_CODE = {kind.code: kind for kind in DOUBT_KINDS}
