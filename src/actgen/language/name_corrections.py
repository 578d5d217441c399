"""Corrections (поправки) to pytrovich: classes of names that its rules get wrong, and where a form is to be doubted.

A rule reads a word in lower case and answers with an `Inflection`, or None where pytrovich is right.
Source of the rules: Калакуцкая, «Фамилии. Имена. Отчества»; Справочник Розенталя, §149–150; gramota.ru.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from actgen.language import name_tables as tables
from actgen.language.case import OBLIQUE_CASES, Case, Gender
from actgen.language.doubts import (
    ADJ_OR_NOUN,
    FLEETING_VOWEL,
    FOREIGN_IH,
    NOUN_SURNAME,
    RARE_NAME,
    SOFT_FEMALE,
    STRESS_INS,
    VOWEL_A,
    DoubtKind,
)
from actgen.language.spelling import VOWELS, count_syllables, without_yo

# Endings of the genitive, dative, accusative, instrumental and prepositional.
HARD = "а у а ом е"
HUSHING = "а у а ем е"
SHORT_ADJECTIVE = "а у а ым е"
SOFT = "я ю я ем е"
SOFT_IY = "я ю я ем и"
STRESSED_SOFT = "я ю я ём е"
A_HARD = "ы е у ой е"
A_VELAR = "и е у ой е"
A_HUSHING = "и е у ей е"
A_TS = "ы е у ей е"
YA = "и е ю ей е"
IYA = "и и ю ей и"
ADJECTIVE = "ого ому ого ым ом"
ADJECTIVE_VELAR = "ого ому ого им ом"
ADJECTIVE_SOFT = "его ему его им ем"
ADJECTIVE_TS = "его ему его ым ем"
ADJECTIVE_POSSESSIVE = "ьего ьему ьего ьим ьем"
FEMININE_ADJECTIVE = "ой ой ую ой ой"
FEMININE_SOFT_ADJECTIVE = "ей ей ую ей ей"
FEMININE_POSSESSIVE = "ей ей ю ей ей"
FEMININE_SHORT = "ой ой у ой ой"
FEMININE_SOFT_NOUN = "и и ь ью и"

_VELAR = "гкх"
_HUSHING = "жшчщ"
_INSTRUMENTAL = frozenset({Case.INSTRUMENTAL})


@dataclass(frozen=True, slots=True)
class Inflection:
    """Five oblique forms, and for each doubt the cases that it touches."""

    forms: tuple[str, ...]
    doubts: Mapping[DoubtKind, frozenset[Case]] = field(default_factory=dict)

    def form(self, case: Case) -> str:
        """Return the form in an oblique case."""
        return self.forms[OBLIQUE_CASES.index(case)]


def _inflect(stem: str, endings: str, *kinds: DoubtKind, only: frozenset[Case] | None = None) -> Inflection:
    cases = only or frozenset(OBLIQUE_CASES)
    return Inflection(tuple(stem + ending for ending in endings.split()), dict.fromkeys(kinds, cases))


def freeze(word: str, *kinds: DoubtKind) -> Inflection:
    """Return the inflection of a word that never changes."""
    return Inflection((word,) * len(OBLIQUE_CASES), dict.fromkeys(kinds, frozenset(OBLIQUE_CASES)))


def correct_surname(word: str, gender: Gender) -> Inflection | None:
    """Return how a surname declines, None where pytrovich is to be asked.

    >>> correct_surname("жнец", Gender.MASCULINE).form(Case.INSTRUMENTAL)
    'жнецом'
    """
    key = without_yo(word)
    if key in tables.FROZEN_SURNAMES:
        return freeze(word)
    if key[-1] in "оеэиыую":
        return freeze(word)
    if gender is Gender.FEMININE:
        return _feminine_surname(word, key)
    return _masculine_surname(word, key)


def correct_first_name(word: str, gender: Gender) -> Inflection | None:
    """Return how a first name declines, None where pytrovich is to be asked."""
    key = without_yo(word)
    if key in tables.FROZEN_FIRST_NAMES:
        return freeze(word)
    if key.endswith("о") and gender is Gender.MASCULINE and key in ("данило", "михайло", "гаврило", "ермило", "кирило"):
        return _inflect(word[:-1], A_HARD, RARE_NAME)
    if key[-1] in "оеэиыую":
        return freeze(word)
    if key[-1] in "ая":
        return _a_first_name(word, key, gender)
    if gender is Gender.FEMININE:
        return _feminine_first_name(word, key)
    if key == "лев":
        return _inflect("льв", HARD)
    if key.endswith(("ец", "ок", "ек")):
        return _inflect(word, HUSHING if key.endswith("ц") else HARD, RARE_NAME)
    if key[-1] in "цчщшж":
        return _inflect(word, HUSHING)
    return None


def correct_patronymic(word: str, gender: Gender) -> Inflection | None:
    """Return how a patronymic declines; only Ильич, Кузьмич, Лукич, Фомич are stressed on the end."""
    if gender is Gender.MASCULINE and word.endswith("ч"):
        return _inflect(word, HARD if without_yo(word) in tables.STRESSED_PATRONYMICS else HUSHING)
    if gender is Gender.FEMININE and word.endswith("на"):
        return _inflect(word[:-1], A_HARD)
    return freeze(word)


def _a_word(word: str, *kinds: DoubtKind) -> Inflection:
    """Decline a word on -а, -я as a noun of the first declension, man's or woman's alike."""
    stem, last, key = word[:-1], word[-1], without_yo(word)
    before = stem[-1:] or " "
    if last == "я":
        return _inflect(stem, IYA if before == "и" else YA, *kinds)
    if before in VOWELS:
        return freeze(word, VOWEL_A)
    if before in _VELAR:
        return _inflect(stem, A_VELAR, *kinds)
    if before in _HUSHING or before == "ц":
        is_stressed = key in tables.STRESSED_A
        soft = A_TS if before == "ц" else A_HUSHING
        hard = A_HARD if before == "ц" else A_VELAR
        inflection = _inflect(stem, hard if is_stressed else soft, *kinds)
        if count_syllables(key) == 2 and not is_stressed and before != "ц":
            return Inflection(inflection.forms, {**inflection.doubts, **_maybe_stressed(key)})
        return inflection
    return _inflect(stem, A_HARD, *kinds)


def _maybe_stressed(key: str) -> dict[DoubtKind, frozenset[Case]]:
    """Doubt the stress of a two-syllable surname unless the noun is known to be stressed on the stem."""
    known = ("каша", "груша", "кваша", "гуща", "роща", "туча", "крыша", "саша", "миша", "гоша", "паша", "лужа", "кожа")
    return {} if key in known else {STRESS_INS: _INSTRUMENTAL}


def _feminine_surname(word: str, key: str) -> Inflection | None:
    if key[-1] not in "ая":
        return freeze(word)
    if key in tables.GEORGIAN_AYA:
        return _a_word(word)
    if key.endswith("яя"):
        return None
    if key.endswith("ая") and len(key) > 3:
        is_soft = key[-3] in "жшчщц" and key not in ("чужая", "большая", "меньшая")
        return _inflect(word[:-2], FEMININE_SOFT_ADJECTIVE if is_soft else FEMININE_ADJECTIVE)
    if key.endswith("ья") and f"{key[:-2]}ий" in tables.POSSESSIVE_IY:
        return _inflect(word[:-1], FEMININE_POSSESSIVE, ADJ_OR_NOUN)
    if key in tables.NOUNS_LIKE_FEMININE_SURNAMES:
        is_adjective = key in tables.ADJECTIVAL_BY_USE
        return _inflect(word[:-1], FEMININE_SHORT if is_adjective else A_HARD, NOUN_SURNAME)
    if key.endswith(("ова", "ева", "ина", "ына")):
        if count_syllables(key) == 2 and key != "львова":
            return _inflect(word[:-1], A_HARD, NOUN_SURNAME)
        return _inflect(word[:-1], FEMININE_SHORT)
    if key.endswith(("ска", "цка")):
        if key in tables.NOUNS_ON_SKA:
            return _a_word(word, ADJ_OR_NOUN)
        return _inflect(word[:-1], FEMININE_ADJECTIVE, ADJ_OR_NOUN)
    return _a_word(word)


def _masculine_surname(word: str, key: str) -> Inflection | None:
    last = key[-1]
    if last in "ая":
        return _a_word(word)
    if key in tables.FLEETING_STEMS:
        return _fleeting_noun(key)
    if key.endswith(("ых", "их")):
        return _ih_surname(word, key)
    if last == "й":
        return _j_surname(word, key)
    if key in tables.FEMININE_NOUNS:
        is_hushing = key[-2] in _HUSHING
        return _inflect(word[:-1], HUSHING if is_hushing else SOFT, NOUN_SURNAME)
    if last == "ь":
        if key[-2:-1] in set(_HUSHING):
            return _inflect(word[:-1], HUSHING, NOUN_SURNAME)
        is_doubtful = key.endswith("ень") and key not in ("олень", "ясень", "тюлень", "ячмень", "женьшень")
        return _inflect(word[:-1], SOFT, *((FLEETING_VOWEL,) if is_doubtful else ()))
    if key.endswith("ец"):
        return _ec_surname(word, key)
    if key.endswith(("ок", "ек")):
        return _ok_surname(word, key)
    if key.endswith("ел") and count_syllables(key) > 1:
        return _inflect(word, HARD, FLEETING_VOWEL)
    if last in "цчшщж":
        return _hushing_surname(word, key)
    if last in "вн":
        return _v_n_surname(word, key)
    if last in "ъ":
        return freeze(word)
    return _inflect(word, HARD)


def _fleeting_noun(key: str) -> Inflection:
    stem = tables.FLEETING_STEMS[key]
    if key.endswith("ей"):
        endings = STRESSED_SOFT if key not in ("улей", "чирей") else SOFT
        stem = stem.removesuffix("ь") + "ь"
    elif key.endswith("ь"):
        endings = SOFT
    else:
        endings = HUSHING if key.endswith("ц") else HARD
    return _inflect(stem, endings, *(() if key in tables.SURE_FLEETING else (FLEETING_VOWEL,)))


def _ih_surname(word: str, key: str) -> Inflection:
    """Russian Седых, Долгих never change; German Либих, Фрейндлих do, and so does a noun like Жмых."""
    if key.endswith("ых"):
        return _inflect(word, HARD, FOREIGN_IH) if count_syllables(key) == 1 and key != "злых" else freeze(word)
    before = key[-3:-2]
    if before in set("гкхжшщч"):
        return freeze(word)
    if before == "н":
        return _inflect(word, HARD, FOREIGN_IH) if key in tables.GERMAN_NIH else freeze(word)
    if before in set("рл") or count_syllables(key) == 1:
        return _inflect(word, HARD)
    return _inflect(word, HARD, FOREIGN_IH)


def _j_surname(word: str, key: str) -> Inflection:
    stem = word[:-2]
    before = key[-3:-2]
    if key.endswith("ой"):
        is_short = count_syllables(key) == 1
        if key in tables.NOUN_OY or (is_short and key not in tables.ADJECTIVE_OY):
            return _inflect(word[:-1], SOFT, *(() if key in tables.NOUN_OY else (ADJ_OR_NOUN,)))
        endings = ADJECTIVE_VELAR if before in set(_VELAR + _HUSHING) else ADJECTIVE
        is_known = count_syllables(key) > 2 or key in tables.ADJECTIVE_OY or key.endswith(("ской", "цкой"))
        return _inflect(stem, endings, *(() if is_known else (ADJ_OR_NOUN,)))
    if key.endswith("ый"):
        return _inflect(stem, ADJECTIVE_TS if before == "ц" else ADJECTIVE)
    if key.endswith("ий"):
        return _iy_surname(word, key)
    return _inflect(word[:-1], SOFT)


def _iy_surname(word: str, key: str) -> Inflection:
    stem = word[:-2]
    before = key[-3:-2]
    if key in tables.POSSESSIVE_IY:
        return _inflect(stem, ADJECTIVE_POSSESSIVE, ADJ_OR_NOUN)
    if key in tables.NOUN_IY or count_syllables(key) == 1:
        return _inflect(word[:-1], SOFT_IY if count_syllables(key) > 1 else SOFT, ADJ_OR_NOUN)
    if before in set(_VELAR):
        return _inflect(stem, ADJECTIVE_VELAR)
    if before in set(_HUSHING + "н"):
        is_sure = before in set("шщжн") or key in tables.SURE_SOFT_IY
        return _inflect(stem, ADJECTIVE_SOFT, *(() if is_sure else (ADJ_OR_NOUN,)))
    return _inflect(word[:-1], SOFT_IY, ADJ_OR_NOUN)


def _ec_surname(word: str, key: str) -> Inflection:
    """After two consonants, or without another vowel, -ец keeps its vowel: Жнец, Кузнец; else it falls: Кравец."""
    stem, before = word[:-2], key[-3:-2]
    endings = HARD if key in tables.STRESSED_EC else HUSHING
    is_cluster = before not in set(VOWELS) and (key[-4:-3] not in set(VOWELS) or len(key) < 4)
    if key == "истец":
        return _inflect("истц", HARD, FLEETING_VOWEL)
    if key in tables.KEPT_EC or count_syllables(key) == 1 or (is_cluster and before not in "ьй"):
        is_sure = key in tables.KEPT_EC and key != "кобец"
        endings = HARD if count_syllables(key) <= 1 or key in tables.STRESSED_EC else HUSHING
        return _inflect(word, endings, *(() if is_sure else (FLEETING_VOWEL,)))
    if before in set(VOWELS):
        stem += "йц"
    elif before == "л":
        stem += "ьц"
    else:
        stem += "ц"
    return _inflect(stem, endings, *(() if key in tables.SURE_EC else (FLEETING_VOWEL,)))


def _ok_surname(word: str, key: str) -> Inflection:
    """Nouns and -енок lose the vowel (Волчка, Коваленка); Polish and Czech -ек, -ок keep it (Гашека, Цапока)."""
    if count_syllables(key) == 1:
        return _inflect(word, HARD)
    if key in tables.FLEETING_OK or key.endswith("енок"):
        return _inflect(word[:-2] + "к", HARD, FLEETING_VOWEL)
    if key in tables.FLEETING_EK:
        link = "й" if key[-3] in VOWELS else "ь"
        return _inflect(word[:-2] + link + "к", HARD, FLEETING_VOWEL)
    return _inflect(word, HARD, FLEETING_VOWEL)


def _hushing_surname(word: str, key: str) -> Inflection:
    stem = {"еж": "еж", "ерш": "ерш"}.get(key, word)
    if key in tables.STRESSED_HUSHING:
        return _inflect(stem, HARD)
    if key.endswith(("ович", "евич", "ич", "ц", "дж", "тч")) or key in tables.UNSTRESSED_HUSHING:
        return _inflect(stem, HUSHING)
    is_end_stressed = key.endswith(("ач", "яч", "щ"))
    return _inflect(stem, HARD if is_end_stressed else HUSHING, STRESS_INS, only=_INSTRUMENTAL)


def _v_n_surname(word: str, key: str) -> Inflection:
    if not key.endswith(("ов", "ев", "ин", "ын")) or key in tables.FOREIGN_OV_IN:
        return _inflect(word, HARD)
    if key in tables.NOUNS_OV_IN:
        return _inflect(word, HARD, NOUN_SURNAME, only=_INSTRUMENTAL)
    if count_syllables(key) == 1 and key not in ("львов", "псков"):
        return _inflect(word, HARD, NOUN_SURNAME, only=_INSTRUMENTAL)
    return _inflect(word, SHORT_ADJECTIVE)


def _a_first_name(word: str, key: str, gender: Gender) -> Inflection:
    before = key[-2:-1]
    if key.endswith("а") and before in set(VOWELS):
        return freeze(word, VOWEL_A)
    if key == "илья":
        return _inflect("иль", "и е ю ёй е")
    if key in tables.STRESSED_IYA and gender is Gender.FEMININE:
        return _inflect(word[:-1], "и е ю ёй е")
    if before in set(_HUSHING + "ц"):
        return _inflect(word[:-1], A_TS if before == "ц" else A_HUSHING)
    return _a_word(word)


def _feminine_first_name(word: str, key: str) -> Inflection:
    if not key.endswith("ь"):
        return freeze(word)
    if key in tables.DECLINED_SOFT_FEMALE:
        return _inflect(word[:-1], FEMININE_SOFT_NOUN)
    if key.endswith("ль"):
        return freeze(word, SOFT_FEMALE)
    return _inflect(word[:-1], FEMININE_SOFT_NOUN, SOFT_FEMALE)
