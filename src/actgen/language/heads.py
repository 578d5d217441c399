"""Word forms behind pymorphy3: adjectives by their endings, nouns by the dictionary and a table of its mistakes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from typing import Any

from actgen.language.case import OBLIQUE_CASES, Case, Gender
from actgen.language.head_tables import (
    ANIMATE_HEADS,
    FROZEN_HALVES,
    INANIMATE_HEADS,
    PERSON_SUFFIX,
    POSSESSIVE_ADJECTIVES,
    PREPOSITIONS,
    SUBSTANTIVES,
)
from actgen.language.spelling import VOWELS, keep_yo, without_yo

_RUSSIAN = re.compile(r"[а-яё]+(?:-[а-яё]+)*")


class Agreement(Enum):
    """What an adjective agrees with: a gender in the singular, or the plural."""

    MASCULINE = "masc"
    FEMININE = "femn"
    NEUTER = "neut"
    PLURAL = "plur"


@dataclass(frozen=True, slots=True)
class WordForms:
    """Five oblique forms of a word in lower case; the accusative stands for both kinds of nouns where they differ."""

    agreement: Agreement
    forms: tuple[str, ...]
    animate_accusative: str
    inanimate_accusative: str
    is_animate: bool = False
    is_sure: bool = True
    is_ambiguous: bool = False


@cache
def _morph() -> Any:
    """Return pymorphy3's analyser, loaded at the first form that needs it: 16 MB, a tenth of a second."""
    import pymorphy3  # noqa: PLC0415

    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=4096)
def _parses(word: str) -> tuple[Any, ...]:
    # pymorphy3 raises on some characters that Python takes for Roman digits, so it gets Russian letters only.
    return tuple(_morph().parse(word)) if _RUSSIAN.fullmatch(word) else ()


_ADJECTIVE_ENDINGS: dict[str, tuple[Agreement, str]] = {
    "ый": (Agreement.MASCULINE, "ого ому ого ым ом"),
    "ий": (Agreement.MASCULINE, "его ему его им ем"),
    "ой": (Agreement.MASCULINE, "ого ому ого ым ом"),
    "ая": (Agreement.FEMININE, "ой ой ую ой ой"),
    "яя": (Agreement.FEMININE, "ей ей юю ей ей"),
    "ое": (Agreement.NEUTER, "ого ому ое ым ом"),
    "ее": (Agreement.NEUTER, "его ему ее им ем"),
    "ые": (Agreement.PLURAL, "ых ым ых ыми ых"),
    "ие": (Agreement.PLURAL, "их им их ими их"),
}
_VELAR_MASCULINE = "ого ому ого им ом"
_VELAR_NEUTER = "ого ому ое им ом"
_SOFT_FEMININE = "ей ей ую ей ей"
_POSSESSIVE = {
    "ий": (Agreement.MASCULINE, "ьего ьему ьего ьим ьем"),
    "ья": (Agreement.FEMININE, "ьей ьей ью ьей ьей"),
    "ье": (Agreement.NEUTER, "ьего ьему ье ьим ьем"),
    "ьи": (Agreement.PLURAL, "ьих ьим ьих ьими ьих"),
}
_COMPOUND_PREFIX = re.compile(r"[оеёй]$|^(?:северо|юго|пол)$")


def adjective_forms(word: str) -> WordForms | None:
    """Return the forms of an adjective or participle in the nominative, None for any other word.

    Of a compound only the last half changes: «учебно-вспомогательный».
    """
    head, hyphen, last = word.rpartition("-")
    if last in ("ся",):
        return None
    core, reflexive = (last[:-2], "ся") if last.endswith("ся") and len(last) > 6 else (last, "")
    stem, ending = core[:-2], core[-2:]
    if f"{stem}ий" in POSSESSIVE_ADJECTIVES and ending in _POSSESSIVE:
        agreement, endings = _POSSESSIVE[ending]
    elif ending in _ADJECTIVE_ENDINGS and stem and _is_adjective(word, last):
        agreement, endings = _adjective_endings(stem, ending)
    else:
        return None
    forms = tuple(f"{head}{hyphen}{stem}{form}{reflexive}" for form in endings.split())
    genitive_is_accusative = agreement in (Agreement.MASCULINE, Agreement.PLURAL)
    return WordForms(
        agreement,
        forms,
        animate_accusative=forms[0] if genitive_is_accusative else forms[2],
        inanimate_accusative=word if genitive_is_accusative else forms[2],
    )


def place_adjective_forms(word: str) -> WordForms | None:
    """Return the forms of a masculine adjective of a place on -ской («Ключевской лицей»), None for any other word.

    Such a word looks like the genitive of «детская», so its neighbour must have been looked at before.
    """
    if not word.endswith(("ской", "цкой")):
        return None
    agreement, endings = _adjective_endings(word[:-2], "ой")
    forms = tuple(word[:-2] + ending for ending in endings.split())
    return WordForms(agreement, forms, animate_accusative=forms[0], inanimate_accusative=word)


def _adjective_endings(stem: str, ending: str) -> tuple[Agreement, str]:
    agreement, endings = _ADJECTIVE_ENDINGS[ending]
    before = stem[-1]
    if ending in ("ий", "ой") and before in "гкх":
        return agreement, _VELAR_MASCULINE
    if ending == "ой" and before in "жшчщ":
        return agreement, _VELAR_MASCULINE
    if ending == "ое" and before in "гкхжшчщ":
        return agreement, _VELAR_NEUTER
    if ending == "ая" and before in "жшчщц" and f"{stem}ая" not in ("большая", "чужая"):
        return agreement, _SOFT_FEMININE
    return agreement, endings


def _is_adjective(word: str, last: str) -> bool:
    if word in SUBSTANTIVES:
        return True
    return any(
        parse.tag.POS in ("ADJF", "PRTF") and "nomn" in parse.tag and (parse.is_known or "-" in word or len(last) > 6)
        for parse in (*_parses(last), *(_parses(word) if last != word else ()))
    )


_CASES = ("gent", "datv", "accs", "ablt", "loct")


@lru_cache(maxsize=4096)
def noun_forms(word: str, *, person: bool) -> WordForms | None:
    """Return the forms of a noun in the nominative, None for a word that is no such noun.

    Args:
        word: One word in lower case, without hyphens.
        person: A person is meant where the dictionary knows a thing as well (конструктор, калькулятор).
    """
    if word in PREPOSITIONS or not _RUSSIAN.fullmatch(word):
        return None
    parses = [parse for parse in _parses(word) if _is_nominative_noun(parse)]
    if word in ANIMATE_HEADS or (person and not any(parse.is_known for parse in parses)):
        own = _regular_masculine(word)
        if own is not None and (word in ANIMATE_HEADS or PERSON_SUFFIX.search(word) or parses):
            is_sure = word in ANIMATE_HEADS or PERSON_SUFFIX.search(word) is not None
            return WordForms(Agreement.MASCULINE, own, own[0], word, is_animate=True, is_sure=is_sure)
    singular = [parse for parse in parses if "sing" in parse.tag]
    chosen = sorted(singular or parses, key=lambda parse: _rank(parse, person=person))
    if not chosen:
        return None
    best = chosen[0]
    number = "sing" if singular else "plur"
    forms = tuple(_form(best, word, case, number) for case in _CASES)
    is_animate = "anim" in best.tag
    if person and not is_animate and PERSON_SUFFIX.search(word) and word not in INANIMATE_HEADS:
        is_animate = True
    agreement = Agreement.PLURAL if number == "plur" else _agreement(best)
    by_animacy = (
        agreement in (Agreement.MASCULINE, Agreement.PLURAL) and not word.endswith(("а", "я"))
    ) or number == "plur"
    return WordForms(
        agreement,
        forms,
        animate_accusative=forms[0] if by_animacy else forms[2],
        inanimate_accusative=word if by_animacy else forms[2],
        is_animate=is_animate,
        is_sure=best.is_known,
        is_ambiguous=number == "plur" and any("sing" in parse.tag and "gent" in parse.tag for parse in _parses(word)),
    )


def taught_noun(word: str, forms: Mapping[Case, str], gender: Gender | None) -> WordForms | None:
    """Return the forms of a noun that a person teaches, None when what she says is not enough.

    Args:
        word: The noun in the nominative singular, lower case.
        forms: Any of the oblique cases; the others come from the dictionary, or from the regular masculine endings.
        gender: The noun's own; with none the dictionary's.
    """
    known = noun_forms(word, person=True)
    agreement = Agreement[gender.name] if gender else known.agreement if known else Agreement.MASCULINE
    if known is not None and known.agreement is agreement:
        regular: tuple[str, ...] | None = known.forms
    else:
        regular = _regular_masculine(word) if agreement is Agreement.MASCULINE else None
    if regular is None and len(forms) < len(OBLIQUE_CASES):
        return None
    own = tuple(forms.get(case) or (regular or ())[index] for index, case in enumerate(OBLIQUE_CASES))
    is_masculine = agreement is Agreement.MASCULINE and not word.endswith(("а", "я"))
    accusative = forms.get(Case.ACCUSATIVE)
    return WordForms(
        agreement,
        own,
        animate_accusative=accusative or (own[0] if is_masculine else own[2]),
        inanimate_accusative=accusative or (word if is_masculine else own[2]),
        is_animate=True,
    )


def _is_nominative_noun(parse: Any) -> bool:
    tag = parse.tag
    return tag.POS == "NOUN" and "nomn" in tag and not ({"Abbr", "Init"} & set(tag.grammemes) and len(parse.word) < 6)


def _rank(parse: Any, *, person: bool) -> tuple[bool, bool, bool]:
    grammemes = parse.tag.grammemes
    is_proper = bool({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad"} & set(grammemes))
    return (not parse.is_known, is_proper, ("anim" in grammemes) is not person)


def _agreement(parse: Any) -> Agreement:
    gender = parse.tag.gender
    return Agreement(gender) if gender in ("masc", "femn", "neut") else Agreement.MASCULINE


def _form(parse: Any, word: str, case: str, number: str) -> str:
    if "Fixd" in parse.tag:
        return word
    wanted = {case, number}
    for form in parse.lexeme:
        grammemes = set(form.tag.grammemes)
        if wanted <= grammemes and not {"gen2", "loc2", "V-oy", "V-ey", "V-bi", "Erro"} & grammemes:
            return keep_yo(word, form.word) if "ё" not in word else str(form.word)
    return word


def _regular_masculine(word: str) -> tuple[str, ...] | None:
    last = word[-1]
    if last in "ьй":
        return tuple(word[:-1] + ending for ending in ["я", "ю", "я", "ем", "е"])
    if last in "жшчщц":
        return tuple(word + ending for ending in ["а", "у", "а", "ем", "е"])
    if last not in VOWELS and last.isalpha():
        return tuple(word + ending for ending in ["а", "у", "а", "ом", "е"])
    return None


def is_frozen_half(half: str) -> bool:
    """Tell whether a first half never changes: шеф-, пресс-, IT-."""
    return without_yo(half) in FROZEN_HALVES or not re.search("[а-яё]", half)


def is_compound_prefix(half: str) -> bool:
    """Tell whether a first half is the stem of a compound adjective: «детско-», «учебно-»."""
    return _COMPOUND_PREFIX.search(half) is not None


def is_adverb(word: str) -> bool:
    """Tell whether the word can only be an adverb: «временно»."""
    parses = _parses(word)
    return bool(parses) and parses[0].tag.POS == "ADVB" and not any(parse.tag.POS == "NOUN" for parse in parses)


def has_only_nominative(word: str) -> bool:
    """Tell whether no other case looks like this nominative, but for the accusative of a thing."""
    parses = _parses(word)
    if parses and parses[0].score > 0.5 and "nomn" in parses[0].tag:  # «сторож» is hardly the genitive of «сторожа»
        return True
    return not any(
        parse.tag.POS in ("NOUN", "ADJF", "PRTF")
        and parse.is_known
        and parse.tag.case not in ("nomn", "accs", "voct", None)
        for parse in parses
    )


def nominative_noun(word: str) -> Any:
    """Return pymorphy3's parse of a noun in the nominative singular, None for any other word."""
    parses = [parse for parse in _parses(word) if _is_nominative_noun(parse) and "sing" in parse.tag]
    return min(parses, key=lambda parse: _rank(parse, person=True)) if parses else None


def all_noun_forms(word: str, parse: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return six singular and six plural forms of a parsed noun."""
    singular, plural = (
        tuple(_form(parse, word, case, number) for case in ("nomn", *_CASES)) for number in ("sing", "plur")
    )
    return singular, plural


def is_person_noun(word: str) -> bool:
    """Tell whether a person is what the word means first: «директор», not «язык» (a captive in old books)."""
    if word in ANIMATE_HEADS:
        return True
    parses = [parse for parse in _parses(word) if _is_nominative_noun(parse)]
    if any(parse.is_known for parse in parses):
        return "anim" in parses[0].tag
    return PERSON_SUFFIX.search(word) is not None
