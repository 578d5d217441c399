"""Typography (набор) of Russian text: non-breaking blanks, quotes, dashes, №, initials."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from actgen.language.spelling import NBSP

_PROTECTED = re.compile(r"\w+://\S+|[\w.+-]+@[\w-]+\.[\w.-]+|\bwww\.\S+")
_MAY_BE_PROTECTED = re.compile(r"://|@|www\.")
_BLANK = r"[ \u00a0\u202f]"
_MONTHS = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
_MONTH_NAMES = "январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь"
_UNITS = (
    r"руб(?:\.|л\w+)|коп(?:\.|е\w+)|тыс\.|млн|млрд|%|кв\.|кл\.|класс\w*|час\w*|мин(?:\.|ут\w*)|дн(?:ей|я|ям|ях|ями)|день|"
    r"лет|год(?:а|у|ом|ов)?|недел\w+|месяц\w*|человек\w*|экз(?:\.|емпляр\w*)|лист\w*|балл\w*|наставник\w*|пар(?:а|ы)?"
)
_COUNTED = (
    r"класс\w*|кл\.|час\w*|минут\w*|дн(?:ей|я)|лет|недел\w+|месяц\w*|человек\w*|балл\w*|процент\w*|%|листов|страниц\w*"
)

# Private characters that stand for a quoted name and for a link while the rules run.
_NAME_MARK = "\ue000"
_LINK_MARK = "\ue001"
_QUOTES = re.compile('["“”„«»]')
_OUTER_QUOTES = re.compile("[«»]")
_PASSES = 8
NON_BREAKING_HYPHEN = "\u2011"
_NUMBER = re.compile(rf"№{_BLANK}([^\s«»]*[\w_])")

Rule = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]
"""What to look for and what to set instead."""

Sign = str | re.Pattern[str]
"""What a text must hold for any rule of a group to find something.

It begins with a character or a few, to which `re` skips twenty times faster than it tries a rule at every letter; most
texts have no sign of most groups.
"""

# Groups of rules in the order in which they run.
_RULES: tuple[tuple[Sign, tuple[Rule, ...]], ...] = (
    # blanks: one between words, none before a comma or inside brackets
    (
        re.compile(rf"{_BLANK}{{2}}"),
        ((re.compile(rf"(?<=\S){_BLANK}{{2,}}(?=\S)"), lambda match: NBSP if NBSP in match.group() else " "),),
    ),
    (
        re.compile(rf"[,;:!?](?<={_BLANK}.)"),
        ((re.compile(rf"(?<=\S){_BLANK}+(?=[,;:!?](?:\s|$))"), ""),),
    ),
    (
        re.compile(rf"\({_BLANK}|\)(?<={_BLANK}.)"),
        ((re.compile(rf"(?<=\(){_BLANK}+|{_BLANK}+(?=\))"), ""),),
    ),
    (
        "..",
        (
            (re.compile(r"(?<!\.)\.\.\.(?!\.)"), "…"),
            # the dot of an initial or of «г.» ends the sentence too: «Белова Е.Н..»
            (re.compile(rf"(?<!\w)([А-ЯЁ]\.|(?<=\d{NBSP})г\.)\.(?!\.)"), r"\1"),
        ),
    ),
    # the number sign
    (
        "N",
        ((re.compile(rf"(?<![\w№])N{_BLANK}?(?=\d)"), f"№{NBSP}"),),
    ),
    (
        "№",
        (
            (re.compile(rf"№(?:{_BLANK}*№)+{_BLANK}*(?=[\w«_])"), f"№№{NBSP}"),
            (re.compile(rf"(?<!№)№{_BLANK}*(?=[\w«_])"), f"№{NBSP}"),
        ),
    ),
    # references: ст. 351.8, п. 1, пп. 2, ч. 3, абз. 4, ст. IV
    (
        re.compile(rf"\.(?<=[дзлпрстчПЧ \u00a0\u202f].){_BLANK}*[\dIVX]"),
        (
            (
                re.compile(rf"(?<![\w.])(ст|п|пп|ч|абз|гл|разд|прил|стр|с|подп|рис|табл){_BLANK}?\.{_BLANK}*(?=\d)"),
                rf"\1.{NBSP}",
            ),
            (re.compile(rf"(?<![\w.])([Сс]т|[Пп]п?|[Чч]|[Аа]бз){_BLANK}*\.{NBSP}?(?=[IVX]+\b)"), rf"\1.{NBSP}"),
        ),
    ),
    # towns: г. Ключи, ул. Мира, д. 5
    (
        re.compile(rf"\.(?<=[бвгдлнрс].){_BLANK}*[А-ЯЁ\d]"),
        (
            (
                re.compile(rf"(?<![\w.])(г|ул|пр|пос|пер|обл|р-н|д|кв|каб|тел)\.{_BLANK}*(?=[А-ЯЁ\d])"),
                rf"\1.{NBSP}",
            ),
        ),
    ),
    # years and days: 2026 г., 2023–2024 гг., 1 сентября 2026
    (
        "г.",
        (
            (re.compile(rf"(?<=\d){_BLANK}*г\.{_BLANK}*г\."), f"{NBSP}гг."),
            (re.compile(rf"(?<=\d{{4}}){_BLANK}*(гг?)\."), rf"{NBSP}\1."),
        ),
    ),
    (
        re.compile(rf"{_BLANK}(?<=[\d»].)[яфмаисонд]"),
        ((re.compile(rf"(?<![\w»])(\d{{1,2}}|«\d{{1,2}}»){_BLANK}(?=(?:{_MONTHS})\b)"), rf"\1{NBSP}"),),
    ),
    (
        re.compile(rf"{_BLANK}\d{{4}}"),
        ((re.compile(rf"\b({_MONTHS}|{_MONTH_NAMES}){_BLANK}(?=\d{{4}}\b)"), rf"\1{NBSP}"),),
    ),
    # ranges of years, months and counted things; phone and order numbers keep their hyphens
    (
        re.compile(rf"[-–]{_BLANK}*[\dяфмаисондЯФМАИСОНД]"),
        (
            (re.compile(r"(?<![\w/.–-])((?:19|20)\d\d)-((?:19|20)\d\d)(?![\w/–-])(?!\s+учебн)"), r"\1–\2"),
            (
                re.compile(
                    rf"(?<![\w-])({_MONTH_NAMES}){_BLANK}*[-–]{_BLANK}*({_MONTH_NAMES})(?![\w-])", re.IGNORECASE
                ),
                r"\1–\2",
            ),
            (
                re.compile(rf"(?<![\w/.№–-])(?<!№{NBSP})(\d{{1,3}})-(\d{{1,3}})(?={_BLANK}(?:{_COUNTED}))"),
                r"\1–\2",
            ),
        ),
    ),
    # a dash between words keeps to the word before it
    (
        re.compile(rf"[-–—](?<={_BLANK}.){_BLANK}"),
        (
            (re.compile(rf"(?<=[^\s\d]){_BLANK}+[-–—]{_BLANK}+(?=\S)"), f"{NBSP}— "),
            (re.compile(rf"(?<=\d){_BLANK}+[-–—]{_BLANK}+(?=[^\s\d])"), f"{NBSP}— "),
        ),
    ),
    # thousands, units
    (
        re.compile(rf"{_BLANK}(?<=\d.)\d{{3}}"),
        (
            (
                re.compile(rf"(?<![\d.,-])(?<!\d{_BLANK})\d{{1,3}}(?:{_BLANK}\d{{3}})+(?!\d|{_BLANK}\d|[.,-]\d)"),
                lambda match: re.sub(_BLANK, NBSP, match.group()),
            ),
        ),
    ),
    (
        re.compile(rf"{_BLANK}(?<=\d.)[^\s\d]"),
        ((re.compile(rf"(?<=\d){_BLANK}(?=(?:{_UNITS})(?!\w))"), NBSP),),
    ),
    # initials keep to the surname and to each other
    (
        re.compile(r"\.(?<=[А-ЯЁ].)"),
        (
            (re.compile(rf"(?<![\w.])((?:[А-ЯЁ]\.){{1,2}}){_BLANK}?(?=[А-ЯЁ][а-яё]+)"), rf"\1{NBSP}"),
            (re.compile(rf"(?<![\w.])([А-ЯЁ]\.){_BLANK}([А-ЯЁ]\.)"), rf"\1{NBSP}\2"),
            (re.compile(rf"(?<=[а-яё]){_BLANK}(?=(?:[А-ЯЁ]\.){{2}})"), NBSP),
            (re.compile(rf"(?<=[а-яё]){_BLANK}(?=[А-ЯЁ]\.{NBSP}[А-ЯЁ]\.)"), NBSP),
        ),
    ),
)


@lru_cache(maxsize=4096)
def typeset(text: str) -> str:
    """Return the text with Russian typography; what stands in «ёлочки» is an official name and keeps every letter.

    Set once or twice, the text is the same.

    >>> typeset('приказ №45 от 1 сентября 2026г. "О парах"').replace(NBSP, " ")
    'приказ № 45 от 1 сентября 2026 г. «О парах»'
    """
    for _ in range(_PASSES):
        once = _set_once(text)
        if once == text:
            break
        text = once
    return text


@lru_cache(maxsize=4096)
def keep_numbers(text: str) -> str:
    """Return the text in which no line ends inside a number with its №, be it in a name in quotes.

    A blank there becomes a non-breaking one, a hyphen a non-breaking one; to readers of the text both are the same.

    >>> keep_numbers("«Школа № 3», № 273-ФЗ").replace(NBSP, "_").replace("\u2011", "=")
    '«Школа №_3», №_273=ФЗ'
    """
    return _NUMBER.sub(lambda match: f"№{NBSP}{match[1].replace('-', NON_BREAKING_HYPHEN)}", text)


def _set_once(text: str) -> str:
    """Return the text after one pass of the rules; a rule may make room for one before it."""
    if _NAME_MARK in text or _LINK_MARK in text:
        return text
    quoted = _set_quotes(text)
    parts = _split_by_quotes(quoted)
    kept = [part for part in parts if _is_name(part)]
    # Names in quotes leave a mark of their own, so that a rule still sees a word between two blanks.
    plain = "".join(f"«{_NAME_MARK}»" if _is_name(part) else part for part in parts) if kept else quoted
    links: list[str] = []

    def hide(match: re.Match[str]) -> str:
        links.append(match.group())
        return _LINK_MARK

    if _MAY_BE_PROTECTED.search(plain):
        plain = _PROTECTED.sub(hide, plain)
    for sign, rules in _RULES:
        if sign in plain if isinstance(sign, str) else sign.search(plain):
            for pattern, replacement in rules:
                plain = pattern.sub(replacement, plain)
    if links:
        plain = re.sub(_LINK_MARK, lambda _: links.pop(0), plain)
    return re.sub(f"«{_NAME_MARK}»", lambda _: kept.pop(0), plain) if kept else plain


def _is_name(part: str) -> bool:
    """Tell whether a quoted part is a name; «01» is the day of a date."""
    return part.startswith("«") and not re.fullmatch(r"«\d{1,2}»", part)


def _split_by_quotes(text: str) -> list[str]:
    """Return the text cut at the outer quotes: parts in balanced «…» and parts between them."""
    parts: list[str] = []
    depth, start = 0, 0
    for found in _OUTER_QUOTES.finditer(text):
        index = found.start()
        if found[0] == "«":
            if depth == 0:
                parts.append(text[start:index])
                start = index
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                parts.append(text[start : index + 1])
                start = index + 1
    parts.append(text[start:])
    return parts


def _set_quotes(text: str) -> str:
    """Return the text with «ёлочки» outside and „лапки“ inside, where the marks can be paired; else as it is."""
    marks = [(found.start(), found[0]) for found in _QUOTES.finditer(text)]
    if not marks:
        return text
    letters = list(text)
    open_marks: list[str] = []
    for index, mark in marks:
        opens = _opens(text, index, mark, open_marks)
        if opens:
            letters[index] = "«" if not open_marks else "„"
            open_marks.append(mark)
            if len(open_marks) > 2:
                return text
        elif open_marks:
            open_marks.pop()
            letters[index] = "«»"[1] if not open_marks else "“"
        else:
            return text
    return "".join(letters) if not open_marks else text


def _opens(text: str, index: int, mark: str, open_marks: list[str]) -> bool:
    if mark in "«„":
        return True
    if mark == "»":
        return False
    if mark == "“" and open_marks and open_marks[-1] == "„":
        return False
    before = text[index - 1] if index else " "
    after = text[index + 1] if index + 1 < len(text) else " "
    return (before.isspace() or before in '(«„"“/—–-') and not after.isspace() and after not in ".,;:!?)"
