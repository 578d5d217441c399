"""Inflection of one word of a name: five oblique forms, and where they are to be doubted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from actgen.language import name_tables as tables
from actgen.language.case import OBLIQUE_CASES, Case
from actgen.language.doubts import STRESS_INS, VOWEL_A, DoubtKind
from actgen.language.spelling import VOWELS, count_syllables, without_yo

# Endings of the genitive, dative, accusative, instrumental and prepositional.
HARD = "а у а ом е"
HUSHING = "а у а ем е"
SHORT_ADJECTIVE = "а у а ым е"
SOFT = "я ю я ем е"
SOFT_IY = "я ю я ем и"
STRESSED_SOFT = "я ю я ём е"
A_HARD = "ы е у ой е"
AVELAR = "и е у ой е"
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

VELAR_LETTERS = "гкх"
HUSHING_LETTERS = "жшчщ"
INSTRUMENTAL = frozenset({Case.INSTRUMENTAL})


@dataclass(frozen=True, slots=True)
class Inflection:
    """Five oblique forms, and for each doubt the cases that it touches."""

    forms: tuple[str, ...]
    doubts: Mapping[DoubtKind, frozenset[Case]] = field(default_factory=dict)

    def form(self, case: Case) -> str:
        """Return the form in an oblique case."""
        return self.forms[OBLIQUE_CASES.index(case)]


def inflect(stem: str, endings: str, *kinds: DoubtKind, only: frozenset[Case] | None = None) -> Inflection:
    """Return a stem with five endings; the doubts touch the cases `only`, or all of them."""
    cases = only or frozenset(OBLIQUE_CASES)
    return Inflection(tuple(stem + ending for ending in endings.split()), dict.fromkeys(kinds, cases))


def freeze(word: str, *kinds: DoubtKind) -> Inflection:
    """Return the inflection of a word that never changes."""
    return Inflection((word,) * len(OBLIQUE_CASES), dict.fromkeys(kinds, frozenset(OBLIQUE_CASES)))


def decline_a_word(word: str, *kinds: DoubtKind) -> Inflection:
    """Decline a word on -а, -я as a noun of the first declension, man's or woman's alike."""
    stem, last, key = word[:-1], word[-1], without_yo(word)
    before = stem[-1:] or " "
    if last == "я":
        return inflect(stem, IYA if before == "и" else YA, *kinds)
    if before in VOWELS:
        return freeze(word, VOWEL_A)
    if before in VELAR_LETTERS:
        return inflect(stem, AVELAR, *kinds)
    if before in HUSHING_LETTERS or before == "ц":
        is_stressed = key in tables.STRESSED_A
        soft = A_TS if before == "ц" else A_HUSHING
        hard = A_HARD if before == "ц" else AVELAR
        inflection = inflect(stem, hard if is_stressed else soft, *kinds)
        if count_syllables(key) == 2 and not is_stressed and before != "ц":
            return Inflection(inflection.forms, {**inflection.doubts, **_maybe_stressed(key)})
        return inflection
    return inflect(stem, A_HARD, *kinds)


def _maybe_stressed(key: str) -> dict[DoubtKind, frozenset[Case]]:
    """Doubt the stress of a two-syllable surname unless the noun is known to be stressed on the stem."""
    known = ("каша", "груша", "кваша", "гуща", "роща", "туча", "крыша", "саша", "миша", "гоша", "паша", "лужа", "кожа")
    return {} if key in known else {STRESS_INS: INSTRUMENTAL}
