"""Names of organisations and their bodies (организации, органы) in every case."""

from __future__ import annotations

import re
from functools import lru_cache

from actgen.language import head_tables as tables
from actgen.language.case import Case
from actgen.language.declined import Declined
from actgen.language.doubts import UNKNOWN_HEAD, UNSURE_APPOSITION
from actgen.language.heads import Agreement, adjective_forms, has_only_nominative, noun_forms
from actgen.language.names import decline_name
from actgen.language.phrases import Group, Phrase, decline_group, find_group, is_abbreviation
from actgen.language.spelling import has_cyrillic, nfc, respell, without_yo

_DASH = re.compile(r"^[»”\"]?\s+[—–-]\s+$")


@lru_cache(maxsize=4096)
def decline_organisation(name: str, case: Case) -> Declined:
    """Return an organisation's name in a case: the head group is declined, names in quotes and tails are copied.

    >>> decline_organisation("Средняя школа № 30", Case.ACCUSATIVE).text
    'Среднюю школу № 30'
    >>> decline_organisation("МБОУ «СОШ № 21»", Case.GENITIVE).text
    'МБОУ «СОШ № 21»'
    """
    if case is Case.NOMINATIVE or not name.strip():
        return Declined(name)
    phrase = Phrase(nfc(name), case, person=False)
    if _is_frozen(phrase):
        return _decline_entrepreneur(phrase, case) if phrase.words[:1] == ["ИП"] else Declined(name)
    if _decline_school_and_garden(phrase, 0):
        return Declined(phrase.joined())
    group = find_group(phrase, 0)
    if group is None:
        return Declined(name, (UNKNOWN_HEAD.about(name.strip()),))
    decline_group(phrase, group)
    if phrase.words[group.head].lower() == "предприниматель" and phrase.gaps[group.after].isspace():
        return _with_person(phrase, group, case)
    _decline_second_names(phrase, group)
    return Declined(phrase.joined(), tuple(dict.fromkeys(phrase.doubts)))


def _is_frozen(phrase: Phrase) -> bool:
    """Tell whether the name is in quotes as a whole or starts with an abbreviation."""
    if not phrase.words:
        return True
    if phrase.gaps[0].lstrip().startswith(("«", '"', "„", "“", "№")):
        return True
    return has_cyrillic(phrase.words[0]) and is_abbreviation(phrase, 0)


def _decline_entrepreneur(phrase: Phrase, case: Case) -> Declined:
    """Decline the name after «ИП»; a firm name in quotes stays."""
    lead, mark, person = phrase.text.partition("ИП ")
    if not mark or "«" in person or '"' in person:
        return Declined(phrase.text)
    declined = decline_name(person, case)
    return Declined(lead + mark + declined.text, declined.doubts)


def _with_person(phrase: Phrase, group: Group, case: Case) -> Declined:
    """Decline «индивидуальный предприниматель» together with the person's name."""
    head = phrase.joined()
    tail = (
        "".join(phrase.gaps[index] + phrase.words[index] for index in range(group.after, len(phrase.words)))
        + phrase.gaps[-1]
    )
    person = decline_name(tail.strip(), case)
    lead = head[: len(head) - len(tail)]
    blank = tail[: len(tail) - len(tail.lstrip())]
    return Declined(lead + blank + person.text, (*phrase.doubts, *person.doubts))


def _decline_second_names(phrase: Phrase, group: Group) -> None:
    """Decline what stands beside the head: after a dash, and an unquoted name right after «учреждение»."""
    is_generic = phrase.words[group.head].lower() in tables.GENERIC_ORGANISATIONS
    quoted = 0
    index = group.after
    while index < len(phrase.words):
        gap = phrase.gaps[index]
        quoted += sum(gap.count(mark) for mark in "«„") - sum(gap.count(mark) for mark in "»“")
        is_after_dash = quoted <= 0 and _DASH.match(gap) is not None
        is_beside = is_generic and phrase.follows(index) and phrase.words[index - 1].lower() not in tables.PREPOSITIONS
        if not gap.isspace():
            is_generic = False
        if (is_after_dash or is_beside) and not is_abbreviation(phrase, index):
            if _decline_school_and_garden(phrase, index):
                return
            second = find_group(phrase, index)
            if second is not None and (is_after_dash or _is_kind_of_organisation(phrase, second)):
                if is_after_dash or _starts_in_nominative(phrase, second):
                    decline_group(phrase, second)
                else:
                    phrase.doubts.append(UNSURE_APPOSITION.about(phrase.words[second.head]))
                index = second.after
                continue
        index += 1


def _is_kind_of_organisation(phrase: Phrase, group: Group) -> bool:
    halves = {without_yo(half) for half in phrase.words[group.head].lower().split("-")}
    return bool(halves & tables.ORGANISATION_HEADS)


def _starts_in_nominative(phrase: Phrase, group: Group) -> bool:
    """Tell whether no other case looks like the group's first word; «городской» has shown its noun already."""
    first = phrase.words[group.words[0][0]].lower().split("-")[0]
    return first.endswith("ой") or has_only_nominative(first)


def _decline_school_and_garden(phrase: Phrase, start: int) -> bool:
    """Decline «начальная школа-детский сад»: a noun glued by a hyphen to an adjective with its own noun."""
    for index in range(start, len(phrase.words) - 1):
        first, hyphen, second = phrase.words[index].lower().partition("-")
        if hyphen and phrase.follows(index + 1):
            noun = noun_forms(first, person=False)
            adjective = adjective_forms(second)
            after = noun_forms(phrase.words[index + 1].lower(), person=False)
            if (
                noun
                and adjective
                and after
                and after.agreement is adjective.agreement
                and first in tables.ORGANISATION_HEADS
            ):
                return _decline_glued(phrase, start, index)
        if not phrase.follows(index + 1) or adjective_forms(phrase.words[index].lower()) is None:
            break
    return False


def _decline_glued(phrase: Phrase, start: int, index: int) -> bool:
    head, tail = phrase.words[index].split("-", 1)
    before = Phrase(
        "".join(phrase.gaps[place] + phrase.words[place] for place in range(start, index)) + " " + head,
        phrase.case,
        person=False,
    )
    after = Phrase(f"{tail} {phrase.words[index + 1]}", phrase.case, person=False)
    first, second = find_group(before, 0), find_group(after, 0)
    if first is None or second is None or first.agreement is Agreement.PLURAL:
        return False
    decline_group(before, first)
    decline_group(after, second)
    for place in range(start, index):
        phrase.forms[place] = before.forms.get(place - start, phrase.words[place])
    phrase.forms[index] = respell(head, before.forms[len(before.words) - 1].lower()) + "-" + after.forms[0]
    phrase.forms[index + 1] = after.forms[1]
    return True
