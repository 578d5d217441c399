"""Initials (инициалы): a surname with the first letters of the name and patronymic, in every case."""

from __future__ import annotations

import re
from functools import lru_cache

from actgen.language.case import Case, Gender
from actgen.language.declined import Declined
from actgen.language.name_parser import ParsedName, Role, parse_name
from actgen.language.names import decline_name
from actgen.language.spelling import NBSP

_LETTERS = re.compile(r"[^\W\d_]+")


def initials_of(name: str, *, spaced: bool = False) -> str:
    """Return the initials of a name, joined as in the samples of ГОСТ Р 7.0.97, or spaced by a non-breaking blank.

    >>> initials_of("Желтоногова Светлана Анатольевна"), initials_of("Мамедов Гасан Али оглы")
    ('С.А.', 'Г.А.')
    """
    return _initials(parse_name(name), spaced=spaced)


def surname_of(name: str) -> str:
    """Return the surname of a name as typed; a name with no surname is given back whole.

    >>> surname_of("Ольга Владимировна Никитина")
    'Никитина'
    """
    return pick_surname(name, name) or name.strip()


def surname_first(name: str, *, spaced: bool = False) -> str:
    """Return «Желтоногова С.А.», with a non-breaking blank between.

    >>> surname_first("Светлана Анатольевна Желтоногова").replace(NBSP, " ")
    'Желтоногова С.А.'
    """
    return _with_initials(name, name, surname_leads=True, spaced=spaced)


def surname_last(name: str, *, spaced: bool = False) -> str:
    """Return «С.А. Желтоногова», with a non-breaking blank between.

    >>> surname_last("Желтоногова Светлана Анатольевна").replace(NBSP, " ")
    'С.А. Желтоногова'
    """
    return _with_initials(name, name, surname_leads=False, spaced=spaced)


def decline_short_name(
    name: str, case: Case, *, gender: Gender | None = None, surname_leads: bool = True, spaced: bool = False
) -> Declined:
    """Return a surname with initials in a case, from a full name or from a name with initials.

    >>> decline_short_name("Желтоногова Светлана Анатольевна", Case.GENITIVE).text.replace(NBSP, " ")
    'Желтоноговой С.А.'
    """
    whole = decline_name(name, case, gender=gender)
    return shorten(name, whole, surname_leads=surname_leads, spaced=spaced)


def shorten(name: str, whole: Declined, *, surname_leads: bool, spaced: bool = False) -> Declined:
    """Return the short form of a name that is declined already: `name` is its nominative."""
    text = _with_initials(name, whole.text, surname_leads=surname_leads, spaced=spaced)
    return Declined(text, whole.doubts, whole.layer)


def pick_surname(name: str, declined: str) -> str:
    """Return the words of a declined name that are the surname in its nominative."""
    parsed = parse_name(name)
    if parsed.is_asian:  # «Ким Чен Ын» has no initials: it is said in full
        return declined.strip()
    forms = [piece for piece in parse_name(declined).pieces if piece.role is not Role.BLANK]
    sources = [piece for piece in parsed.pieces if piece.role is not Role.BLANK]
    if len(forms) != len(sources):
        return declined.strip()
    first_name = next((at for at, piece in enumerate(sources) if piece.role is Role.FIRST_NAME), len(sources))
    return " ".join(
        form.text
        for at, (source, form) in enumerate(zip(sources, forms, strict=True))
        if source.role is Role.SURNAME
        or (source.role is Role.FROZEN and _leads_surname(sources[at].text, at, first_name))
    )


def _leads_surname(word: str, place: int, first_name: int) -> bool:
    """Tell whether a frozen word belongs to the surname («фон», «Бонч»), not to the patronymic («Али оглы»)."""
    return place < first_name and word.islower()


def _initials(parsed: ParsedName, *, spaced: bool) -> str:
    letters: list[str] = []
    after_first_name = False
    for piece in parsed.pieces:
        if piece.role is Role.INITIAL:
            letters += [f"{letter.group()}." for letter in _LETTERS.finditer(piece.text)]
        elif piece.role in (Role.FIRST_NAME, Role.PATRONYMIC):
            after_first_name = True
            letters.append("-".join(f"{half[:1].upper()}." for half in piece.text.split("-") if half))
        elif piece.role is Role.FROZEN and after_first_name and not piece.text.islower():
            letters.append(f"{piece.text[:1].upper()}.")
    return (NBSP if spaced else "").join(letters)


@lru_cache(maxsize=4096)
def _with_initials(name: str, declined: str, *, surname_leads: bool, spaced: bool) -> str:
    parsed = parse_name(name)
    surname = pick_surname(name, declined)
    initials = "" if parsed.is_asian else _initials(parsed, spaced=spaced)
    if not surname or not initials:
        return (surname or declined).strip()
    return NBSP.join((surname, initials) if surname_leads else (initials, surname))
