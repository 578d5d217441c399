"""Names (фамилия, имя, отчество) in every case."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from actgen.language import name_tables as tables
from actgen.language.case import Case, Gender
from actgen.language.declined import Declined
from actgen.language.doubts import (
    DOUBLE_SURNAME,
    GENDER_CONFLICT,
    GENDER_INFERRED,
    GENDER_UNKNOWN,
    RARE_NAME,
    Doubt,
)
from actgen.language.first_names import is_first_name
from actgen.language.gender import gender_of_parsed, gender_of_surname
from actgen.language.inflection import Inflection
from actgen.language.name_corrections import correct_first_name, correct_patronymic
from actgen.language.name_parser import ParsedName, Piece, Role, parse_name
from actgen.language.spelling import keep_yo, respell, without_yo
from actgen.language.surname_corrections import correct_surname

PartOverride = Callable[[str, Role, Case, Gender], str | None]
"""A person's own form of a word of a name; None leaves the word to the grammar."""

_HYPHEN = re.compile(r"([-‑])")
_SURNAME_HALF = re.compile(r"(?:[оеё]ва?|[иы]на?|ий|ый|ой|ая|яя|ич|ян|янц|ук|юк|их|ых|[аяоеиуыэю])$")


def decline_name(name: str, case: Case, *, gender: Gender | None = None) -> Declined:
    """Return a person's name in a case, spelt as it was typed: order of words, initials, capitals, blanks, ё.

    Args:
        name: In the nominative: «Белова Ольга Ивановна», «Ольга Ивановна Белова», «Белова О.И.», «О.И. Белова».
        case: The nominative gives the name back as it is.
        gender: Explicit gender; without it the patronymic decides, and nothing is guessed silently.

    >>> decline_name("Лебедева Татьяна Николаевна", Case.ACCUSATIVE).text
    'Лебедеву Татьяну Николаевну'
    >>> [doubt.code for doubt in decline_name("Бондарь О.И.", Case.DATIVE).doubts]
    ['L101']
    """
    return decline_name_with(name, case, gender, _no_override)


def _no_override(word: str, role: Role, case: Case, gender: Gender) -> str | None:
    return None


def decline_name_with(name: str, case: Case, gender: Gender | None, override: PartOverride) -> Declined:
    """Return a name in a case as `decline_name` does, a person's own forms of its words first."""
    if case is Case.NOMINATIVE:
        return Declined(name)
    parsed = parse_name(name)
    found = gender_of_parsed(parsed)
    doubts = list(parsed.doubts)
    if gender is not None and found.is_certain and found.gender is not gender:
        doubts.append(GENDER_CONFLICT.about(name.strip()))
    if found.is_certain and found.gender is not None:
        text, more = _decline_parsed(parsed, case, found.gender, override)
    elif gender is not None:
        text, more = _decline_parsed(parsed, case, gender, override)
    else:
        text, more = _decline_without_gender(parsed, case, found.gender, override)
    return Declined(text, tuple(dict.fromkeys((*doubts, *more))))


def _decline_without_gender(
    parsed: ParsedName, case: Case, likely: Gender | None, override: PartOverride
) -> tuple[str, list[Doubt]]:
    """Decline a name of unknown gender; the doubt is dropped only where a man's and a woman's form are the same."""
    name = "".join(piece.text for piece in parsed.pieces)
    man, man_doubts = _decline_parsed(parsed, case, Gender.MASCULINE, override)
    woman, woman_doubts = _decline_parsed(parsed, case, Gender.FEMININE, override)
    if man == woman:
        return man, [doubt for doubt in man_doubts if doubt in woman_doubts]
    if likely is None:
        return name, [GENDER_UNKNOWN.about(name.strip())]
    text, doubts = (man, man_doubts) if likely is Gender.MASCULINE else (woman, woman_doubts)
    kind = GENDER_INFERRED if _is_well_inferred(parsed, likely) else GENDER_UNKNOWN
    return text, [kind.about(name.strip()), *doubts]


def _is_well_inferred(parsed: ParsedName, likely: Gender) -> bool:
    """Tell whether a surname of a standard kind shows the gender; a first name alone does not."""
    return any(gender_of_surname(word) is likely for word in parsed.words(Role.SURNAME))


def _decline_parsed(parsed: ParsedName, case: Case, gender: Gender, override: PartOverride) -> tuple[str, list[Doubt]]:
    whole = "".join(piece.text for piece in parsed.pieces)
    texts: list[str] = []
    doubts: list[Doubt] = []
    for piece in parsed.pieces:
        own = override(piece.text, piece.role, case, gender) if piece.role is not Role.BLANK else None
        if own is not None:
            texts.append(own)
            continue
        form, more = _decline_piece(piece, case, gender, is_asian=parsed.is_asian)
        texts.append(_respell_halves(piece.text, form if "ё" in piece.text.lower() else keep_yo(whole, form)))
        doubts.extend(more)
    return "".join(texts), doubts


def _respell_halves(source: str, form: str) -> str:
    halves = zip(_HYPHEN.split(source), _HYPHEN.split(form), strict=True)
    return "".join(respell(half, half_form) for half, half_form in halves)


def _decline_piece(piece: Piece, case: Case, gender: Gender, *, is_asian: bool) -> tuple[str, list[Doubt]]:
    low = piece.text.lower()
    if piece.role in (Role.BLANK, Role.INITIAL, Role.FROZEN):
        return low, []
    if is_asian and gender is Gender.FEMININE and not low.endswith(("а", "я")):
        return low, []
    parts = _HYPHEN.split(low)
    forms: list[str] = []
    doubts: list[Doubt] = []
    for index in range(0, len(parts), 2):
        is_first_half = index + 1 < len(parts)
        form, more = _decline_half(parts[index], piece, case, gender, is_first_half=is_first_half)
        forms.append(form)
        doubts.extend(more)
        forms.extend(parts[index + 1 : index + 2])
    return "".join(forms), doubts


def _decline_half(
    word: str, piece: Piece, case: Case, gender: Gender, *, is_first_half: bool
) -> tuple[str, list[Doubt]]:
    if not word or (is_first_half and _never_changes(word, piece)):
        return word, []
    if is_first_half and piece.role is Role.FIRST_NAME and gender is Gender.MASCULINE and not is_first_name(word):
        # European Карл-Густав changes twice, eastern Касым-Жомарт once; an unlisted first half is an eastern one.
        return word, [RARE_NAME.about(piece.text)]
    inflection = _inflection(word, piece.role, gender)
    doubts = [kind.about(piece.text) for kind, cases in inflection.doubts.items() if case in cases]
    is_plain = _SURNAME_HALF.search(word) is not None or without_yo(word) in tables.SURE_FIRST_HALVES
    if is_first_half and piece.role is Role.SURNAME and gender is Gender.MASCULINE and not is_plain:
        doubts.append(DOUBLE_SURNAME.about(piece.text))
    return inflection.form(case), doubts


def _never_changes(first_half: str, piece: Piece) -> bool:
    """Tell whether the first half of a double name is frozen: Бонч-, Абдул-, and all before -заде."""
    key = without_yo(first_half)
    if piece.role is Role.PATRONYMIC:
        return True
    if piece.role is Role.FIRST_NAME:
        return key in tables.FROZEN_FIRST_NAME_HALVES
    last = _HYPHEN.split(piece.text.lower())[-1]
    return key in tables.FROZEN_FIRST_HALVES or last in tables.EASTERN_LAST_HALVES


@lru_cache(maxsize=4096)
def _inflection(word: str, role: Role, gender: Gender) -> Inflection:
    correct = {
        Role.SURNAME: correct_surname,
        Role.FIRST_NAME: correct_first_name,
        Role.PATRONYMIC: correct_patronymic,
    }[role]
    return correct(word, gender) or _ask_pytrovich(word, role, gender)


@cache
def _pytrovich() -> Any:
    """Return pytrovich, loaded at the first form that needs it."""
    from pytrovich import enums, maker  # noqa: PLC0415 — 20 ms that a locked workspace never spends

    return enums, maker.PetrovichDeclinationMaker()


def _ask_pytrovich(word: str, role: Role, gender: Gender) -> Inflection:
    enums, maker = _pytrovich()
    part = enums.NamePart.LASTNAME if role is Role.SURNAME else enums.NamePart.FIRSTNAME
    whose = enums.Gender.MALE if gender is Gender.MASCULINE else enums.Gender.FEMALE
    cases = (
        enums.Case.GENITIVE,
        enums.Case.DATIVE,
        enums.Case.ACCUSATIVE,
        enums.Case.INSTRUMENTAL,
        enums.Case.PREPOSITIONAL,
    )
    return Inflection(tuple(maker.make(part, whose, case, word) for case in cases))
