"""Counted nouns outside the table, by pymorphy3: «протокол», «рабочий день», «персонализированная программа»."""

from __future__ import annotations

from actgen.language.case import Gender
from actgen.language.counted_nouns import CountedNoun
from actgen.language.heads import Agreement, adjective_forms, all_noun_forms, nominative_noun

_PLURAL_BY_LAST_STEM = {"soft": "ие их им их ими их", "hard": "ые ых ым ых ыми ых"}


def find_phrase(noun: str) -> CountedNoun:
    """Return the forms of a counted phrase: adjectives and the noun change, the rest is copied.

    A phrase that does not start so is given back as it is in every form.
    """
    words = noun.split(" ")
    adjectives: list[str] = []
    for index, word in enumerate(words):
        parse = nominative_noun(word)
        is_last_chance = index + 1 == len(words) or adjective_forms(words[index + 1]) is None
        if parse is not None and (adjective_forms(word) is None or nominative_noun_follows(words, index) is False):
            return _joined(adjectives, word, words[index + 1 :])
        if adjective_forms(word) is None or not (nominative_noun_follows(words, index) or not is_last_chance):
            break
        adjectives.append(word)
    return CountedNoun((noun,) * 6, (noun,) * 6, noun, noun, Gender.MASCULINE, False)


def nominative_noun_follows(words: list[str], index: int) -> bool:
    """Tell whether the next word is a noun in the nominative."""
    return index + 1 < len(words) and nominative_noun(words[index + 1]) is not None


def _joined(adjectives: list[str], noun: str, tail: list[str]) -> CountedNoun:
    parse = nominative_noun(noun)
    singular, plural = all_noun_forms(noun, parse)
    is_animate = "anim" in parse.tag
    gender = {"masc": Gender.MASCULINE, "femn": Gender.FEMININE}.get(parse.tag.gender)
    singular_adjectives = [_singular(word, is_animate=is_animate) for word in adjectives]
    plural_adjectives = [_plural(word, is_animate=is_animate) for word in adjectives]

    def phrase(place: int, nouns: tuple[str, ...], forms: list[tuple[str, ...]]) -> str:
        return " ".join((*(form[place] for form in forms), nouns[place], *tail))

    few_adjectives = [forms[0 if gender is Gender.FEMININE else 1] for forms in plural_adjectives]
    return CountedNoun(
        tuple(phrase(place, singular, singular_adjectives) for place in range(6)),
        tuple(phrase(place, plural, plural_adjectives) for place in range(6)),
        " ".join((*few_adjectives, singular[1], *tail)),
        phrase(1, plural, plural_adjectives),
        gender,
        is_animate,
    )


def _singular(word: str, *, is_animate: bool) -> tuple[str, ...]:
    forms = adjective_forms(word)
    assert forms is not None
    accusative = forms.animate_accusative if is_animate else forms.inanimate_accusative
    return (word, forms.forms[0], forms.forms[1], accusative, forms.forms[3], forms.forms[4])


def _plural(word: str, *, is_animate: bool) -> tuple[str, ...]:
    forms = adjective_forms(word)
    assert forms is not None
    reflexive = "ся" if word.endswith("ся") else ""
    core = word.removesuffix(reflexive)
    stem = core[:-2]
    is_soft = stem[-1] in "гкхжшчщ" or core[-2:] in ("ий", "яя", "ее")
    endings = _PLURAL_BY_LAST_STEM["soft" if is_soft and forms.agreement is not Agreement.PLURAL else "hard"].split()
    plural = [stem + ending + reflexive for ending in endings]
    plural[3] = plural[1] if is_animate else plural[0]
    return tuple(plural)
