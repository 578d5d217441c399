"""The head rule (правило главного слова): adjectives and the head noun are declined, the rest is copied."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from actgen.language import head_tables as tables
from actgen.language.case import OBLIQUE_CASES, Case
from actgen.language.doubts import PLURAL_HEAD, UNKNOWN_WORD, Doubt
from actgen.language.heads import (
    Agreement,
    WordForms,
    adjective_forms,
    is_adverb,
    is_compound_prefix,
    is_frozen_half,
    noun_forms,
    place_adjective_forms,
)
from actgen.language.spelling import is_all_capitals, respell, without_yo

_TOKEN = re.compile(r"\d[\w.,-]*|[^\W\d_]+(?:['’‑-][^\W\d_]+)*")
_HYPHEN = re.compile(r"([-‑])")


@dataclass(slots=True)
class Phrase:
    """A phrase cut into words and what stands between them.

    `forms` collects the words that change; `taught` are nouns, in lower case, that the asker knows better than we do.
    """

    text: str
    case: Case
    person: bool
    words: list[str] = field(init=False)
    gaps: list[str] = field(init=False)
    forms: dict[int, str] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    taught: Mapping[str, WordForms] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Cut the text: `gaps[i]` stands before `words[i]`, the last gap ends the text."""
        self.words, self.gaps, end = [], [], 0
        for match in _TOKEN.finditer(self.text):
            self.gaps.append(self.text[end : match.start()])
            self.words.append(match.group())
            end = match.end()
        self.gaps.append(self.text[end:])

    def joined(self) -> str:
        """Return the phrase with the collected forms in their places."""
        parts = [self.gaps[0]]
        for index, word in enumerate(self.words):
            parts += (self.forms.get(index, word), self.gaps[index + 1])
        return "".join(parts)

    def noun_forms(self, word: str) -> WordForms | None:
        """Return the forms of a noun in lower case, None for a word that is no such noun."""
        return self.taught.get(word) or noun_forms(word, person=self.person)

    def follows(self, index: int) -> bool:
        """Tell whether the word stands after another one with nothing but blanks between."""
        return 0 < index < len(self.words) and self.gaps[index].isspace()

    def continues(self, index: int) -> bool:
        """Tell whether the word goes on with a group: after blanks, or at a bracket as in «(коррекционная)»."""
        return self.follows(index) or (0 < index < len(self.words) and self.gaps[index].strip() in ("(", ")"))


@dataclass(frozen=True, slots=True)
class Group:
    """A nominative group: adjectives, then the head at `head`; `after` is the first word that is not of the group."""

    words: tuple[tuple[int, tuple[WordForms | None, ...]], ...]
    head: int
    after: int
    agreement: Agreement
    is_animate: bool
    is_sure: bool = True
    is_ambiguous: bool = False
    is_adjective: bool = False


def find_group(phrase: Phrase, start: int) -> Group | None:
    """Return the nominative group that starts at a word, None where there is none."""
    found: list[tuple[int, tuple[WordForms | None, ...]]] = []
    agreement: Agreement | None = None
    index = start
    while index < len(phrase.words) and (
        index == start or phrase.continues(index) or _after_abbreviation(phrase, index)
    ):
        if not found and (is_abbreviated_adjective(phrase, index) or _is_leading_adverb(phrase, index)):
            index += 1
            continue
        if is_abbreviation(phrase, index):
            return None
        adjective = _adjective(phrase, index, agreement)
        if adjective is not None and _is_modifier(phrase, index, adjective):
            found.append((index, (adjective,)))
            agreement = adjective.agreement
            index += 1
            continue
        if adjective is not None:
            return _close_on_adjective(phrase, found, index, adjective)
        noun = _noun(phrase, index, agreement)
        return _close(phrase, found, index, noun, agreement) if noun is not None else None
    return None


def _after_abbreviation(phrase: Phrase, index: int) -> bool:
    return index > 0 and is_abbreviated_adjective(phrase, index - 1)


def is_abbreviated_adjective(phrase: Phrase, index: int) -> bool:
    """Tell whether the word is «ст.», «гл.», «мл.»: it never changes, the words after it do."""
    is_dotted = phrase.gaps[index + 1].startswith(".")
    return is_dotted and without_yo(phrase.words[index].lower()) in tables.FROZEN_ADJECTIVES


def is_abbreviation(phrase: Phrase, index: int) -> bool:
    """Tell whether the word is an abbreviation in capitals: МБОУ, СОШ, ОБЖ."""
    word = phrase.words[index]
    if not is_all_capitals(word):
        return False
    if not is_all_capitals("".join(phrase.words)) or len(word) < 3:
        return True
    low = without_yo(word.lower())
    is_word = low in tables.ORGANISATION_HEADS or (phrase.person and len(low) > 3) or len(low) > 5
    return not is_word


def _is_leading_adverb(phrase: Phrase, index: int) -> bool:
    return index + 1 < len(phrase.words) and phrase.follows(index + 1) and is_adverb(phrase.words[index].lower())


def _adjective(phrase: Phrase, index: int, agreement: Agreement | None) -> WordForms | None:
    """Return the forms of an adjective in the nominative.

    Inside a phrase «городской» is the genitive of «городская» («депутат городской думы») unless a masculine noun
    follows it («городской голова», «Ключевской лицей»).
    """
    word = phrase.words[index].lower()
    if word.endswith("ой") and (phrase.follows(index) or place_adjective_forms(word)):
        return _masculine_adjective(phrase, index, agreement) or (
            None if phrase.follows(index) else adjective_forms(word)
        )
    forms = adjective_forms(word)
    return forms if forms is not None and agreement in (None, forms.agreement) else None


def _masculine_adjective(phrase: Phrase, index: int, agreement: Agreement | None) -> WordForms | None:
    """Return the forms of an adjective on -ой where a masculine noun in the nominative follows it."""
    word = phrase.words[index].lower()
    forms = adjective_forms(word) or place_adjective_forms(word)
    if forms is None or agreement not in (None, Agreement.MASCULINE) or not phrase.follows(index + 1):
        return None
    is_agreed = _adjective(phrase, index + 1, Agreement.MASCULINE) or _noun(phrase, index + 1, Agreement.MASCULINE)
    return forms if is_agreed else None


def _is_modifier(phrase: Phrase, index: int, adjective: WordForms) -> bool:
    """Tell whether an adjective stands before a nominative word that agrees with it, so that it is not the head."""
    low = without_yo(phrase.words[index].lower())
    if phrase.person and low in tables.GOVERNING:
        return False
    after = index + 1
    if after < len(phrase.words) and is_abbreviated_adjective(phrase, after):
        after += 1
    if after >= len(phrase.words) or not (phrase.continues(after) or _after_abbreviation(phrase, after)):
        return False
    if is_abbreviation(phrase, after):
        return False
    if _adjective(phrase, after, adjective.agreement) is not None:
        return True
    return _noun(phrase, after, adjective.agreement) is not None


_Noun = tuple[WordForms | None, ...]


def _noun(phrase: Phrase, index: int, agreement: Agreement | None) -> _Noun | None:
    """Return the forms of a noun, half by half; a half that never changes is None."""
    word = phrase.words[index].lower()
    if word.endswith("ой") and adjective_forms(word) is not None:  # the dictionary knows «городской» as a noun too
        return None
    halves = _HYPHEN.split(word)[::2]
    forms: list[WordForms | None] = []
    for half in halves[:-1]:
        if is_frozen_half(half):
            forms.append(None)
            continue
        first = phrase.noun_forms(half)
        if first is None or (is_compound_prefix(half) and not first.is_sure):
            forms.append(None)
        else:
            forms.append(first)
    last = phrase.noun_forms(halves[-1])
    if last is None or (agreement is not None and _leading(forms, last).agreement is not agreement):
        return None
    forms.append(last)
    return tuple(forms)


def _leading(forms: Sequence[WordForms | None], last: WordForms) -> WordForms:
    return next((form for form in forms if form is not None and form.agreement is not Agreement.PLURAL), last)


def _close(
    phrase: Phrase,
    found: list[tuple[int, tuple[WordForms | None, ...]]],
    index: int,
    noun: _Noun,
    agreement: Agreement | None,
) -> Group:
    last = noun[-1]
    assert last is not None
    lead = _leading(noun[:-1], last)
    after = _adjectives_behind(phrase, index + 1, lead.agreement)
    return Group(
        (*found, (index, noun), *after),
        head=index,
        after=index + 1 + len(after),
        agreement=agreement or lead.agreement,
        is_animate=lead.is_animate,
        is_sure=all(half is None or half.is_sure for half in noun),
        is_ambiguous=lead.is_ambiguous,
    )


def _adjectives_behind(
    phrase: Phrase, start: int, agreement: Agreement
) -> list[tuple[int, tuple[WordForms | None, ...]]]:
    """Return the adjectives that follow the head and agree with it: «медицинская сестра диетическая»."""
    behind: list[tuple[int, tuple[WordForms | None, ...]]] = []
    index = start
    while index < len(phrase.words) and phrase.follows(index) and not is_abbreviation(phrase, index):
        adjective = _adjective(phrase, index, agreement)
        if adjective is None or _is_modifier(phrase, index, adjective):
            break
        behind.append((index, (adjective,)))
        index += 1
    return behind


def _close_on_adjective(
    phrase: Phrase, found: list[tuple[int, tuple[WordForms | None, ...]]], index: int, adjective: WordForms
) -> Group:
    is_animate = phrase.person and adjective.agreement is not Agreement.NEUTER
    words = (*found, (index, (adjective,)))
    return Group(words, index, index + 1, adjective.agreement, is_animate, is_adjective=True)


def decline_group(phrase: Phrase, group: Group) -> None:
    """Put the forms of a group into the phrase, and the doubts about its head."""
    for index, halves in group.words:
        word = phrase.words[index]
        if len(halves) == 1 and halves[0] is not None:
            phrase.forms[index] = respell_halves(word, _pick(halves[0], phrase.case, is_animate=group.is_animate))
            continue
        parts = _HYPHEN.split(word)
        for place, half in enumerate(halves):
            if half is not None:
                form = _pick(half, phrase.case, is_animate=group.is_animate)
                parts[2 * place] = respell(parts[2 * place], form)
        phrase.forms[index] = "".join(parts)
    head = phrase.words[group.head]
    if not group.is_sure:
        phrase.doubts.append(UNKNOWN_WORD.about(head))
    if group.is_ambiguous and phrase.person:
        phrase.doubts.append(PLURAL_HEAD.about(head))


def _pick(word: WordForms, case: Case, *, is_animate: bool) -> str:
    if case is Case.ACCUSATIVE:
        return word.animate_accusative if is_animate else word.inanimate_accusative
    return word.forms[OBLIQUE_CASES.index(case)]


def respell_halves(source: str, form: str) -> str:
    """Return a hyphenated form with the capitals of its source, half by half."""
    halves = zip(_HYPHEN.split(source), _HYPHEN.split(form), strict=True)
    return "".join(respell(half, half_form) for half, half_form in halves)
