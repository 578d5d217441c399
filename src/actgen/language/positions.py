"""Job titles (должности) in every case."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from actgen.language import head_tables as tables
from actgen.language.case import Case
from actgen.language.declined import Declined
from actgen.language.doubts import MIXED_SCRIPT, UNKNOWN_HEAD, UNSURE_APPOSITION
from actgen.language.heads import Agreement, WordForms, has_only_nominative, is_person_noun
from actgen.language.phrases import Group, Phrase, decline_group, find_group, is_abbreviation
from actgen.language.spelling import has_cyrillic, has_latin, nfc, without_yo

_APPOSITION = re.compile(r"^(?:\)?,\s+|\s+[—–-]\s+|\s*/\s*|\s*;\s*)$")
_ACTING = re.compile(r"^\s*(?:вр\.\s?)?(?:и|в)\.\s?о\.", re.IGNORECASE)
_PARTICIPLE = re.compile(r"(?:щ|вш)(?:ий|ая)(?:ся)?$")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_ITEMS = re.compile(r"\s*(?:,|/|;|\sили\s)\s*")


@lru_cache(maxsize=4096)
def decline_position(position: str, case: Case) -> Declined:
    """Return a job title in a case: adjectives and the head are declined, all the rest is copied byte for byte.

    >>> decline_position("заместитель директора по ВР", Case.ACCUSATIVE).text
    'заместителя директора по ВР'
    >>> decline_position("и.о. директора", Case.DATIVE).text
    'и.о. директора'
    """
    return decline_position_with(position, case, {})


def decline_position_with(position: str, case: Case, taught: Mapping[str, WordForms]) -> Declined:
    """Return a job title in a case; nouns in `taught` (lower case) are declined as they are taught."""
    if case is Case.NOMINATIVE or not position.strip():
        return Declined(position)
    phrase = Phrase(nfc(position), case, person=True, taught=taught)
    start = 1
    if not _ACTING.match(phrase.text) and not _is_frozen_head(phrase):
        group = find_group(phrase, 0)
        if group is None:
            return Declined(position, (UNKNOWN_HEAD.about(position.strip()),))
        decline_group(phrase, group)
        start = _decline_joined(phrase, group)
        _decline_participle(phrase, group)
    _decline_brackets(phrase)
    _decline_appositions(phrase, start)
    _doubt_script(phrase)
    return Declined(phrase.joined(), tuple(dict.fromkeys(phrase.doubts)))


def _is_frozen_head(phrase: Phrase) -> bool:
    """Tell whether the title starts with an abbreviation that is its head: «зам. директора», «врио»."""
    if not phrase.words:
        return False
    word = without_yo(phrase.words[0].lower())
    if word in tables.FROZEN_WORDS:
        return True
    return word in tables.FROZEN_HEADS and phrase.gaps[1].startswith(".")


def _decline_joined(phrase: Phrase, group: Group) -> int:
    """Decline a second head joined by «и»: «секретарь и делопроизводитель»; return where to read on."""
    place = group.after
    if place + 1 < len(phrase.words) and phrase.words[place].lower() == "и" and phrase.follows(place):
        second = find_group(phrase, place + 1)
        if second is not None and _is_person(phrase, second):
            decline_group(phrase, second)
            return second.after
    return place


def _decline_participle(phrase: Phrase, first: Group) -> None:
    """Decline what agrees with an inanimate head after a comma: «лицо, ответственное за питание»."""
    place = first.after
    if first.agreement is not Agreement.NEUTER or place >= len(phrase.words) or phrase.gaps[place].strip() != ",":
        return
    group = find_group(phrase, place)
    if group is not None and group.agreement is first.agreement:
        decline_group(phrase, group)


def _is_person(phrase: Phrase, group: Group) -> bool:
    head = phrase.words[group.head].lower().rpartition("-")[2]
    if not group.is_animate or group.is_ambiguous or not has_only_nominative(head):
        return False
    return group.is_adjective or is_person_noun(head)


def _decline_brackets(phrase: Phrase) -> None:
    """Decline the words in brackets where each item of them names a person: «помощник (ассистент)»."""
    for match in _BRACKETS.finditer(phrase.text):
        starts = _starts_of_items(phrase, match.start(1), match.group(1))
        groups = [find_group(phrase, start) for start in starts]
        if starts and all(group is not None and _is_noun_of_person(phrase, group) for group in groups):
            for group in groups:
                if group is not None and group.head not in phrase.forms:
                    decline_group(phrase, group)


def _is_noun_of_person(phrase: Phrase, group: Group) -> bool:
    return _is_person(phrase, group) and group.agreement is not Agreement.PLURAL


def _starts_of_items(phrase: Phrase, offset: int, inside: str) -> list[int]:
    """Return the first word of each item between brackets."""
    place_by_offset, at = {}, 0
    for index, word in enumerate(phrase.words):
        at += len(phrase.gaps[index])
        place_by_offset[at] = index
        at += len(word)
    offsets = [offset, *(offset + match.end() for match in _ITEMS.finditer(inside))]
    return [place_by_offset[place] for place in offsets if place in place_by_offset] if inside.strip() else []


def _decline_appositions(phrase: Phrase, start: int) -> None:
    """Decline each further title after a comma, a spaced dash or a slash where it starts in the nominative."""
    depth = phrase.gaps[0].count("(")
    quoted = 0
    for index in range(1, len(phrase.words)):
        gap = phrase.gaps[index]
        depth += gap.count("(") - gap.count(")")
        quoted += gap.count("«") - gap.count("»")
        if index < start or depth > 0 or quoted > 0 or index in phrase.forms:
            continue
        if not _APPOSITION.match(gap.lstrip(".»")) or is_abbreviation(phrase, index):
            if phrase.words[index - 1].lower() == "и" and phrase.follows(index):
                _decline_second_title(phrase, index)
            continue
        group = find_group(phrase, index)
        if group is None:
            continue
        if _is_person(phrase, group):
            decline_group(phrase, group)
            _decline_joined(phrase, group)
        elif _PARTICIPLE.search(phrase.words[index].lower()) and len(group.words) > 1:
            # «педагог, ведущий кружок»: the noun is what the participle governs, the participle agrees alone.
            decline_group(phrase, replace(group, words=group.words[:1], head=index, is_animate=True))


def _decline_second_title(phrase: Phrase, index: int) -> None:
    """Decline «… библиотекой и педагог-организатор»; a person is asked, since «и» may join other words."""
    group = find_group(phrase, index)
    if group is not None and _is_noun_of_person(phrase, group) and group.is_sure:
        decline_group(phrase, group)
        phrase.doubts.append(UNSURE_APPOSITION.about(phrase.words[group.head]))


def _doubt_script(phrase: Phrase) -> None:
    for word in phrase.words:
        if any(has_cyrillic(half) and has_latin(half) for half in word.split("-")):
            phrase.doubts.append(MIXED_SCRIPT.about(word))
