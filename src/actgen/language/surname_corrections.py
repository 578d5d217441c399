"""Corrections (поправки) to pytrovich for surnames: classes of endings, and where a form is to be doubted.

A rule reads a word in lower case and answers with an `Inflection`, or None where pytrovich is right.
Source of the rules: Калакуцкая, «Фамилии. Имена. Отчества»; Справочник Розенталя, §149–150; gramota.ru.
"""

from __future__ import annotations

from actgen.language import name_tables as tables
from actgen.language.case import Gender
from actgen.language.doubts import ADJ_OR_NOUN, FLEETING_VOWEL, FOREIGN_IH, NOUN_SURNAME, STRESS_INS
from actgen.language.inflection import (
    A_HARD,
    ADJECTIVE,
    ADJECTIVE_POSSESSIVE,
    ADJECTIVE_SOFT,
    ADJECTIVE_TS,
    ADJECTIVE_VELAR,
    FEMININE_ADJECTIVE,
    FEMININE_POSSESSIVE,
    FEMININE_SHORT,
    FEMININE_SOFT_ADJECTIVE,
    HARD,
    HUSHING,
    HUSHING_LETTERS,
    INSTRUMENTAL,
    SHORT_ADJECTIVE,
    SOFT,
    SOFT_IY,
    STRESSED_SOFT,
    VELAR_LETTERS,
    Inflection,
    decline_a_word,
    freeze,
    inflect,
)
from actgen.language.spelling import VOWELS, count_syllables, without_yo


def correct_surname(word: str, gender: Gender) -> Inflection | None:
    """Return how a surname declines, None where pytrovich is to be asked.

    >>> correct_surname("жнец", Gender.MASCULINE).forms[3]  # the instrumental
    'жнецом'
    """
    key = without_yo(word)
    if key in tables.FROZEN_SURNAMES or (key.endswith("ворота") and len(key) > 6):  # a plural noun: Забейворота
        return freeze(word)
    if key[-1] in "оеэиыую":
        return freeze(word)
    if gender is Gender.FEMININE:
        return _feminine_surname(word, key)
    return _masculine_surname(word, key)


def _feminine_surname(word: str, key: str) -> Inflection | None:
    if key[-1] not in "ая":
        return freeze(word)
    if key in tables.GEORGIAN_AYA:
        return decline_a_word(word)
    if key.endswith("яя"):
        return None
    if key.endswith("ая") and len(key) > 3:
        is_soft = key[-3] in "жшчщц" and key not in ("чужая", "большая", "меньшая")
        return inflect(word[:-2], FEMININE_SOFT_ADJECTIVE if is_soft else FEMININE_ADJECTIVE)
    if key.endswith("ья") and f"{key[:-2]}ий" in tables.POSSESSIVE_IY:
        return inflect(word[:-1], FEMININE_POSSESSIVE, ADJ_OR_NOUN)
    if key in tables.NOUNS_LIKE_FEMININE_SURNAMES:
        is_adjective = key in tables.ADJECTIVAL_BY_USE
        return inflect(word[:-1], FEMININE_SHORT if is_adjective else A_HARD, NOUN_SURNAME)
    if key.endswith(("ова", "ева", "ина", "ына")):
        if count_syllables(key) == 2 and key != "львова":
            return inflect(word[:-1], A_HARD, NOUN_SURNAME)
        return inflect(word[:-1], FEMININE_SHORT)
    if key.endswith(("ска", "цка")):
        if key in tables.NOUNS_ON_SKA:
            return decline_a_word(word, ADJ_OR_NOUN)
        return inflect(word[:-1], FEMININE_ADJECTIVE, ADJ_OR_NOUN)
    return decline_a_word(word)


def _masculine_surname(word: str, key: str) -> Inflection | None:
    last = key[-1]
    if last in "ая":
        return decline_a_word(word)
    if key in tables.FLEETING_STEMS:
        return _fleeting_noun(key)
    if key.endswith(("ых", "их")):
        return _ih_surname(word, key)
    if last == "й":
        return _j_surname(word, key)
    if key in tables.FEMININE_NOUNS:
        is_hushing = key[-2] in HUSHING_LETTERS
        return inflect(word[:-1], HUSHING if is_hushing else SOFT, NOUN_SURNAME)
    if last == "ь":
        if key[-2:-1] in set(HUSHING_LETTERS):
            return inflect(word[:-1], HUSHING, NOUN_SURNAME)
        is_doubtful = key.endswith("ень") and key not in ("олень", "ясень", "тюлень", "ячмень", "женьшень")
        return inflect(word[:-1], SOFT, *((FLEETING_VOWEL,) if is_doubtful else ()))
    if key.endswith("ец"):
        return _ec_surname(word, key)
    if key.endswith(("ок", "ек")):
        return _ok_surname(word, key)
    if key.endswith("ел") and count_syllables(key) > 1:
        return inflect(word, HARD, FLEETING_VOWEL)
    if last in "цчшщж":
        return _hushing_surname(word, key)
    if last in "вн":
        return _v_n_surname(word, key)
    if last in "ъ":
        return freeze(word)
    return inflect(word, HARD)


def _fleeting_noun(key: str) -> Inflection:
    stem = tables.FLEETING_STEMS[key]
    if key.endswith("ей"):
        endings = STRESSED_SOFT if key not in ("улей", "чирей") else SOFT
        stem = stem.removesuffix("ь") + "ь"
    elif key.endswith("ь"):
        endings = SOFT
    else:
        endings = HUSHING if key.endswith("ц") else HARD
    return inflect(stem, endings, *(() if key in tables.SURE_FLEETING else (FLEETING_VOWEL,)))


def _ih_surname(word: str, key: str) -> Inflection:
    """Russian Седых, Долгих never change; German Либих, Фрейндлих do, and so does a noun like Жмых."""
    if key.endswith("ых"):
        return inflect(word, HARD, FOREIGN_IH) if count_syllables(key) == 1 and key != "злых" else freeze(word)
    before = key[-3:-2]
    if before in set("гкхжшщч"):
        return freeze(word)
    if before == "н":
        return inflect(word, HARD, FOREIGN_IH) if key in tables.GERMAN_NIH else freeze(word)
    if before in set("рл") or count_syllables(key) == 1:
        return inflect(word, HARD)
    return inflect(word, HARD, FOREIGN_IH)


def _j_surname(word: str, key: str) -> Inflection:
    stem = word[:-2]
    before = key[-3:-2]
    if key.endswith("ой"):
        is_short = count_syllables(key) == 1
        if key in tables.NOUN_OY or (is_short and key not in tables.ADJECTIVE_OY):
            return inflect(word[:-1], SOFT, *(() if key in tables.NOUN_OY else (ADJ_OR_NOUN,)))
        endings = ADJECTIVE_VELAR if before in set(VELAR_LETTERS + HUSHING_LETTERS) else ADJECTIVE
        is_known = count_syllables(key) > 2 or key in tables.ADJECTIVE_OY or key.endswith(("ской", "цкой"))
        return inflect(stem, endings, *(() if is_known else (ADJ_OR_NOUN,)))
    if key.endswith("ый"):
        return inflect(stem, ADJECTIVE_TS if before == "ц" else ADJECTIVE)
    if key.endswith("ий"):
        return _iy_surname(word, key)
    return inflect(word[:-1], SOFT)


def _iy_surname(word: str, key: str) -> Inflection:
    stem = word[:-2]
    before = key[-3:-2]
    if key in tables.POSSESSIVE_IY:
        return inflect(stem, ADJECTIVE_POSSESSIVE, ADJ_OR_NOUN)
    if key in tables.NOUN_IY or count_syllables(key) == 1:
        return inflect(word[:-1], SOFT_IY if count_syllables(key) > 1 else SOFT, ADJ_OR_NOUN)
    if before in set(VELAR_LETTERS):
        return inflect(stem, ADJECTIVE_VELAR)
    if before in set(HUSHING_LETTERS + "н"):
        is_sure = before in set("шщжн") or key in tables.SURE_SOFT_IY
        return inflect(stem, ADJECTIVE_SOFT, *(() if is_sure else (ADJ_OR_NOUN,)))
    return inflect(word[:-1], SOFT_IY, ADJ_OR_NOUN)


def _ec_surname(word: str, key: str) -> Inflection:
    """After two consonants, or without another vowel, -ец keeps its vowel: Жнец, Кузнец; else it falls: Кравец."""
    stem, before = word[:-2], key[-3:-2]
    endings = HARD if key in tables.STRESSED_EC else HUSHING
    is_cluster = before not in set(VOWELS) and (key[-4:-3] not in set(VOWELS) or len(key) < 4)
    if key == "истец":
        return inflect("истц", HARD, FLEETING_VOWEL)
    if key in tables.KEPT_EC or count_syllables(key) == 1 or (is_cluster and before not in "ьй"):
        is_sure = key in tables.KEPT_EC and key != "кобец"
        endings = HARD if count_syllables(key) <= 1 or key in tables.STRESSED_EC else HUSHING
        return inflect(word, endings, *(() if is_sure else (FLEETING_VOWEL,)))
    if before in set(VOWELS):
        stem += "йц"
    elif before == "л":
        stem += "ьц"
    else:
        stem += "ц"
    return inflect(stem, endings, *(() if key in tables.SURE_EC else (FLEETING_VOWEL,)))


def _ok_surname(word: str, key: str) -> Inflection:
    """Nouns and -енок lose the vowel (Волчка, Коваленка); Polish and Czech -ек, -ок keep it (Гашека, Цапока)."""
    if count_syllables(key) == 1:
        return inflect(word, HARD)
    if key in tables.FLEETING_OK or key.endswith("енок"):
        return inflect(word[:-2] + "к", HARD, FLEETING_VOWEL)
    if key in tables.FLEETING_EK:
        link = "й" if key[-3] in VOWELS else "ь"
        return inflect(word[:-2] + link + "к", HARD, FLEETING_VOWEL)
    return inflect(word, HARD, FLEETING_VOWEL)


def _hushing_surname(word: str, key: str) -> Inflection:
    stem = {"еж": "еж", "ерш": "ерш"}.get(key, word)
    if key in tables.STRESSED_HUSHING:
        return inflect(stem, HARD)
    if key.endswith(("ович", "евич", "ич", "ц", "дж", "тч")) or key in tables.UNSTRESSED_HUSHING:
        return inflect(stem, HUSHING)
    is_end_stressed = key.endswith(("ач", "яч", "щ"))
    return inflect(stem, HARD if is_end_stressed else HUSHING, STRESS_INS, only=INSTRUMENTAL)


def _v_n_surname(word: str, key: str) -> Inflection:
    if not key.endswith(("ов", "ев", "ин", "ын")) or key in tables.FOREIGN_OV_IN:
        return inflect(word, HARD)
    if key in tables.NOUNS_OV_IN:
        return inflect(word, HARD, NOUN_SURNAME, only=INSTRUMENTAL)
    if count_syllables(key) == 1 and key not in ("львов", "псков"):
        return inflect(word, HARD, NOUN_SURNAME, only=INSTRUMENTAL)
    return inflect(word, SHORT_ADJECTIVE)
