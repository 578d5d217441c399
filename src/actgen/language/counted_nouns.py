"""Nouns that acts count: forms of the frequent ones in a table, of all others by pymorphy3."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from actgen.language.case import Case, Gender


@dataclass(frozen=True, slots=True)
class CountedNoun:
    """A noun or phrase with all that a number can ask of it; six cases in the order of `Case`."""

    singular: tuple[str, ...]
    plural: tuple[str, ...]
    few: str
    many: str
    gender: Gender | None
    is_animate: bool

    @property
    def accusative(self) -> str:
        """Return the accusative singular."""
        return self.singular[list(Case).index(Case.ACCUSATIVE)]


# nominative: gender and animacy; singular from the genitive; plural from the nominative; after 2–4; after 5
_TABLE = {
    "наставник": ("m+", "наставник", "а у а ом е", "и ов ам ов ами ах", "а", "ов"),
    "участник": ("m+", "участник", "а у а ом е", "и ов ам ов ами ах", "а", "ов"),
    "работник": ("m+", "работник", "а у а ом е", "и ов ам ов ами ах", "а", "ов"),
    "сотрудник": ("m+", "сотрудник", "а у а ом е", "и ов ам ов ами ах", "а", "ов"),
    "педагог": ("m+", "педагог", "а у а ом е", "и ов ам ов ами ах", "а", "ов"),
    "учитель": ("m+", "учител", "я ю я ем е", "я ей ям ей ями ях", "я", "ей"),
    "наставляемый": ("m+", "наставляем", "ого ому ого ым ом", "ые ых ым ых ыми ых", "ых", "ых"),
    "обучающийся": ("m+", "обучающ", "егося емуся егося имся емся", "иеся ихся имся ихся имися ихся", "ихся", "ихся"),
    "человек": ("m+", "человек", "а у а ом е", "и  ам  ами ах", "а", ""),
    "пара": ("f-", "пар", "ы е у ой е", "ы  ам ы ами ах", "ы", ""),
    "группа": ("f-", "групп", "ы е у ой е", "ы  ам ы ами ах", "ы", ""),
    "программа": ("f-", "программ", "ы е у ой е", "ы  ам ы ами ах", "ы", ""),
    "встреча": ("f-", "встреч", "и е у ей е", "и  ам и ами ах", "и", ""),
    "неделя": ("f-", "недел", "и е ю ей е", "и ь ям и ями ях", "и", "ь"),
    "тысяча": ("f-", "тысяч", "и е у ей е", "и  ам и ами ах", "и", ""),
    "миллион": ("m-", "миллион", "а у  ом е", "ы ов ам ы ами ах", "а", "ов"),
    "миллиард": ("m-", "миллиард", "а у  ом е", "ы ов ам ы ами ах", "а", "ов"),
    "триллион": ("m-", "триллион", "а у  ом е", "ы ов ам ы ами ах", "а", "ов"),
    "рубль": ("m-", "рубл", "я ю ь ём е", "и ей ям и ями ях", "я", "ей"),
    "копейка": ("f-", "копе", "йки йке йку йкой йке", "йки ек йкам йки йками йках", "йки", "ек"),
    "день": ("m-", "д", "ня ню ень нём не", "ни ней ням ни нями нях", "ня", "ней"),
    "месяц": ("m-", "месяц", "а у  ем е", "ы ев ам ы ами ах", "а", "ев"),
    "год": ("m-", "", "года году год годом годе", "годы лет годам годы годами годах", "года", "лет"),
    "час": ("m-", "час", "а у  ом е", "ы ов ам ы ами ах", "а", "ов"),
    "минута": ("f-", "минут", "ы е у ой е", "ы  ам ы ами ах", "ы", ""),
    "лист": ("m-", "лист", "а у  ом е", "ы ов ам ы ами ах", "а", "ов"),
    "страница": ("f-", "страниц", "ы е у ей е", "ы  ам ы ами ах", "ы", ""),
    "экземпляр": ("m-", "экземпляр", "а у  ом е", "ы ов ам ы ами ах", "а", "ов"),
    "документ": ("m-", "документ", "а у  ом е", "ы ов ам ы ами ах", "а", "ов"),
    "приложение": ("n-", "приложени", "я ю е ем и", "я й ям я ями ях", "я", "й"),
    "балл": ("m-", "балл", "а у  ом е", "ы ов ам ы ами ах", "а", "ов"),
    "процент": ("m-", "процент", "а у  ом е", "ы ов ам ы ами ах", "а", "ов"),
    "класс": ("m-", "класс", "а у  ом е", "ы ов ам ы ами ах", "а", "ов"),
}
_GENDERS = {"m": Gender.MASCULINE, "f": Gender.FEMININE, "n": None}


@lru_cache(maxsize=256)
def find_counted_noun(noun: str) -> CountedNoun:
    """Return the forms of a noun or of a phrase («рабочий день») in the nominative singular.

    A word that the dictionary does not know is given back as it is in every form.
    """
    if noun in _TABLE:
        return _from_table(noun)
    from actgen.language.counted_phrases import find_phrase  # noqa: PLC0415 — pymorphy3 stands behind it

    return find_phrase(noun)


def _from_table(noun: str) -> CountedNoun:
    kind, stem, singular, plural, few, many = _TABLE[noun]
    return CountedNoun(
        (noun, *(stem + ending for ending in singular.split(" "))),
        tuple(stem + ending for ending in plural.split(" ")),
        few if not stem else stem + few,
        many if not stem else stem + many,
        _GENDERS[kind[0]],
        kind[1] == "+",
    )
