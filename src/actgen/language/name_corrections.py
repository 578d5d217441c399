"""Corrections (поправки) to pytrovich for first names and patronymics; those for surnames stand beside.

A rule reads a word in lower case and answers with an `Inflection`, or None where pytrovich is right.
Source of the rules: Калакуцкая, «Фамилии. Имена. Отчества»; Справочник Розенталя, §149–150; gramota.ru.
"""

from __future__ import annotations

from actgen.language import name_tables as tables
from actgen.language.case import Gender
from actgen.language.doubts import RARE_NAME, SOFT_FEMALE, STRESS_INS, VOWEL_A
from actgen.language.inflection import (
    A_HARD,
    A_HUSHING,
    A_TS,
    FEMININE_SOFT_NOUN,
    HARD,
    HUSHING,
    HUSHING_LETTERS,
    INSTRUMENTAL,
    Inflection,
    decline_a_word,
    freeze,
    inflect,
)
from actgen.language.spelling import VOWELS, without_yo


def correct_first_name(word: str, gender: Gender) -> Inflection | None:
    """Return how a first name declines, None where pytrovich is to be asked."""
    key = without_yo(word)
    if key in tables.FROZEN_FIRST_NAMES and gender is Gender.MASCULINE:
        return freeze(word)
    if key.endswith("о") and gender is Gender.MASCULINE and key in ("данило", "михайло", "гаврило", "ермило", "кирило"):
        return inflect(word[:-1], A_HARD, RARE_NAME)
    if key[-1] in "оеэиыую":
        return freeze(word)
    if key[-1] in "ая":
        return _a_first_name(word, key, gender)
    if gender is Gender.FEMININE:
        return _feminine_first_name(word, key)
    if key == "лев":
        return inflect("льв", HARD)
    if key.endswith(("ец", "ок", "ек")) and not key.endswith("бек"):
        return inflect(word, HUSHING if key.endswith("ц") else HARD, RARE_NAME)
    if key[-1] in "цчщшж":
        is_known = key[-1] == "ц" or key in tables.UNSTRESSED_FIRST_NAMES
        return inflect(word, HUSHING, *(() if is_known else (STRESS_INS,)), only=INSTRUMENTAL)
    return None


def correct_patronymic(word: str, gender: Gender) -> Inflection | None:
    """Return how a patronymic declines; only Ильич, Кузьмич, Лукич, Фомич are stressed on the end."""
    if gender is Gender.MASCULINE and word.endswith("ч"):
        return inflect(word, HARD if without_yo(word) in tables.STRESSED_PATRONYMICS else HUSHING)
    if gender is Gender.FEMININE and word.endswith("на"):
        return inflect(word[:-1], A_HARD)
    return freeze(word)


def _a_first_name(word: str, key: str, gender: Gender) -> Inflection:
    before = key[-2:-1]
    if key.endswith("а") and before in set(VOWELS):
        return freeze(word, VOWEL_A)
    if key == "илья":
        return inflect("иль", "и е ю ёй е")
    if key in tables.STRESSED_IYA and gender is Gender.FEMININE:
        return inflect(word[:-1], "и е ю ёй е")
    if before in set(HUSHING_LETTERS + "ц"):
        return inflect(word[:-1], A_TS if before == "ц" else A_HUSHING)
    return decline_a_word(word)


def _feminine_first_name(word: str, key: str) -> Inflection:
    if not key.endswith("ь"):
        return freeze(word)
    if key in tables.DECLINED_SOFT_FEMALE:
        return inflect(word[:-1], FEMININE_SOFT_NOUN)
    if key.endswith("ль"):
        return freeze(word, SOFT_FEMALE)
    return inflect(word[:-1], FEMININE_SOFT_NOUN, SOFT_FEMALE)
