"""Parser of names: which word is the surname (фамилия), which the first name (имя), which the patronymic (отчество)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from actgen.language.case import Gender
from actgen.language.doubts import MIXED_SCRIPT, NAME_ORDER, NON_CYRILLIC, Doubt
from actgen.language.first_names import is_first_name, known_gender
from actgen.language.spelling import count_syllables, has_cyrillic, has_latin, nfc, without_yo, words


class Role(Enum):
    """What a piece of a name is; only the first three are declined."""

    SURNAME = "фамилия"
    FIRST_NAME = "имя"
    PATRONYMIC = "отчество"
    INITIAL = "инициал"
    FROZEN = "не склоняется"
    BLANK = "между словами"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a name as typed, and its role."""

    text: str
    role: Role


@dataclass(frozen=True, slots=True)
class ParsedName:
    """A name in pieces: joined again they are the name, letter for letter (NFC)."""

    pieces: tuple[Piece, ...]
    doubts: tuple[Doubt, ...] = ()
    is_asian: bool = False

    def words(self, role: Role) -> tuple[str, ...]:
        """Return the words that play a role, from the left."""
        return tuple(piece.text for piece in self.pieces if piece.role is role)


_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`‑-][^\W\d_]+)*")
_INITIAL = re.compile(r"(?:[^\W\d_]{1,2}\.)(?:\s?-\s?[^\W\d_]\.)?")
_PIECES = re.compile(f"{_INITIAL.pattern}(?!\\w*\\w{{3}}\\.)|{_WORD.pattern}")
_STRANGE = re.compile(r"[^\s.,()«»\"'’`‑–—-]")

# The Turkic «сын» and «дочь» make a patronymic of the word before them; both words never change.
_SON_WORDS = words(
    "оглы оглу улы уулу угли угл ули углы оглу-",
)
_DAUGHTER_WORDS = words(
    "кызы кизи гызы кзы кыз қызы қизи",
)
# «фон», «де», «аль» lead a surname and never change.
_PARTICLES = words(
    "фон ван дер ден де ди да дю дос дель делла ла ле эль аль ар ас ат бен бин ибн тер цу цур сен сент мак мек",
    "ап",
)
_MASCULINE_PATRONYMIC = re.compile(r"(?:ович|евич|ёвич|[аеиоуыья]ич|[бвгдзклмнпрстфх]ич|[бвгдзклмнпрстфх]ыч)$")
_SURE_MASCULINE_PATRONYMIC = re.compile(r"(?:ович|евич|ёвич)$")
_FEMININE_PATRONYMIC = re.compile(r"(?:овна|евна|ёвна|ична|инична|ишна)$")
_SHORT_PATRONYMICS = words(
    "ильич кузьмич лукич фомич никитич саввич фокич хомич силыч иваныч петрович гаврилыч данилыч михалыч",
    "фаддеич андреич сергеич алексеич николаич матвеич евсеич елисеич тимофеич моисеич корнеич гордеич",
    "ермолаич савич косьмич наумыч егорыч палыч семеныч федорыч степаныч антоныч александрыч львович вавилыч",
    "ермилыч кириллыч зосимич аникитич юрьич григорьич васильич игнатьич анатольич терентьич захарыч макарыч",
    "назарыч максимыч фролыч вуколыч иудич мокеич мосеич патрикеич пименыч харитоныч аристархыч осипыч",
    "прокофьич дмитрич",
)
# Surnames of the Far East: after one of them comes a given name that is not declined by the Russian pattern.
_ASIAN_SURNAMES = words(
    "ван ли лян чжан лю чэнь чень ян хуан чжао у чжоу сюй сунь ма чжу ху го хэ линь гао ло дэн мао си юй цао",
    "пэн цзян цай вэй сяо дун су лу тан фэн ким пак чой цой тен хан ан пан шин хон юн ю кан сон чон хван нам",
    "но нгуен чан ле фам хоанг фан ву во данг буй до хо нго зыонг динь пхан ногай",
)
_LONG_ASIAN_SYLLABLES = 2


def is_patronymic(word: str) -> bool:
    """Tell whether a word has the look of a Russian patronymic."""
    return patronymic_gender(word) is not None


def patronymic_gender(word: str) -> Gender | None:
    """Return the gender that a patronymic proves, None for a word that is none.

    >>> patronymic_gender("Кузьминична")
    <Gender.FEMININE: 'feminine'>
    """
    low = word.lower()
    last = low.rpartition("-")[2]
    if last in _SON_WORDS or (len(last) > 6 and last.endswith(("оглы", "оглу", "угли", "углы", "уулу"))):
        return Gender.MASCULINE
    if last in _DAUGHTER_WORDS or (len(last) > 6 and last.endswith(("кызы", "гызы", "қызы"))):
        return Gender.FEMININE
    if _FEMININE_PATRONYMIC.search(low):
        return Gender.FEMININE
    if _SURE_MASCULINE_PATRONYMIC.search(low) or without_yo(low) in _SHORT_PATRONYMICS:
        return Gender.MASCULINE
    return None


def _looks_masculine_patronymic(word: str) -> bool:
    return _MASCULINE_PATRONYMIC.search(word.lower()) is not None


@lru_cache(maxsize=4096)
def parse_name(name: str) -> ParsedName:
    """Return the name in pieces with their roles; any text is parsed, at worst as one surname.

    >>> [piece.role.value for piece in parse_name("Белова О.И.").pieces]
    ['фамилия', 'между словами', 'инициал', 'инициал']
    """
    text = nfc(name)
    pieces = _split(text)
    doubts: list[Doubt] = []
    words = [index for index, piece in enumerate(pieces) if piece.role is Role.SURNAME]
    for index, piece in enumerate(pieces):
        if piece.role is Role.BLANK and _STRANGE.search(piece.text):
            doubts.append(NON_CYRILLIC.about(text.strip()))
        elif (piece.role is Role.SURNAME and has_latin(piece.text)) or not _is_russian(piece):
            kind = MIXED_SCRIPT if has_cyrillic(piece.text) else NON_CYRILLIC
            doubts.append(kind.about(piece.text))
            pieces[index] = replace(piece, role=Role.FROZEN)
    words = [index for index in words if pieces[index].role is Role.SURNAME]
    roles, is_asian, unsure = _find_roles([pieces[index].text for index in words], _initials_inside(pieces, words))
    for index, role in zip(words, roles, strict=True):
        pieces[index] = replace(pieces[index], role=role)
    if unsure:
        doubts.append(NAME_ORDER.about(text.strip()))
    return ParsedName(tuple(pieces), tuple(dict.fromkeys(doubts)), is_asian)


def _split(text: str) -> list[Piece]:
    pieces: list[Piece] = []
    end = 0
    for match in _PIECES.finditer(text):
        if match.start() > end:
            pieces.append(Piece(text[end : match.start()], Role.BLANK))
        word = match.group()
        is_initial = word.endswith(".") or (len(word) == 1 and word.isupper() and len(text) > 3)
        pieces.append(Piece(word, Role.INITIAL if is_initial else Role.SURNAME))
        end = match.end()
    if end < len(text):
        pieces.append(Piece(text[end:], Role.BLANK))
    return pieces


def _is_russian(piece: Piece) -> bool:
    return piece.role is not Role.SURNAME or (has_cyrillic(piece.text) and not has_latin(piece.text))


def _initials_inside(pieces: Sequence[Piece], words: Sequence[int]) -> int:
    """Return 0 without initials, 1 with initials at an end, 2 with an initial between two words."""
    places = [index for index, piece in enumerate(pieces) if piece.role is Role.INITIAL]
    if not places or not words:
        return 0
    return 2 if any(words[0] < place < words[-1] for place in places) else 1


def _find_roles(words: Sequence[str], initials: int) -> tuple[list[Role], bool, bool]:
    """Return a role for each word, whether the name is an Asian one, and whether the order is unsure."""
    roles: list[Role | None] = [None] * len(words)
    has_patronymic = False
    for index, word in enumerate(words):
        low = word.lower()
        if index and (low in _SON_WORDS or low in _DAUGHTER_WORDS):
            roles[index] = roles[index - 1] = Role.FROZEN
            has_patronymic = True
        elif low in _PARTICLES and (word.islower() or _leads_surname(words, index)):
            roles[index] = Role.FROZEN
    free = [index for index, role in enumerate(roles) if role is None]
    if initials:
        return _roles_beside_initials(words, roles, free, initials)
    is_asian = unsure = False
    if has_patronymic:
        frozen = roles.index(Role.FROZEN)
        before = [index for index in free if index < frozen]
        after = [index for index in free if index > frozen]
        _give(roles, before, after)
        if not before and len(after) == 1:  # «Нурлан уулу Айбек»
            roles[after[0]] = Role.FIRST_NAME
    elif (patronymic := _find_patronymic([words[index] for index in free])) is not None:
        roles[free[patronymic]] = Role.PATRONYMIC
        _give(roles, free[:patronymic], free[patronymic + 1 :])
    else:
        is_asian, unsure = _roles_without_patronymic(words, roles, free)
    return [role or Role.SURNAME for role in roles], is_asian, unsure


def _leads_surname(words: Sequence[str], place: int) -> bool:
    """Tell whether a particle in capitals leads a surname: «Ван Гог Винсент Иванович», not «Ван Иван Ильич»."""
    others = [word for word in words if not is_patronymic(word)]
    is_asian = words[place].lower() in _ASIAN_SURNAMES
    return place + 1 < len(words) and len(others) > (2 if not is_asian or len(others) < len(words) else len(words))


def _give(roles: list[Role | None], before: Sequence[int], after: Sequence[int]) -> None:
    """Name the words around a patronymic: the first name stands right before it, all others are surnames."""
    if before and (after or len(before) > 1):
        roles[before[-1]] = Role.FIRST_NAME
    elif before:
        roles[before[0]] = Role.FIRST_NAME
    if len(before) > 1 and after:  # «Анна Мария Петровна Белова»: both words before it are first names
        for index in before:
            roles[index] = Role.FIRST_NAME


def _roles_beside_initials(
    words: Sequence[str], roles: list[Role | None], free: Sequence[int], initials: int
) -> tuple[list[Role], bool, bool]:
    if initials == 2 and len(free) == 2 and is_first_name(words[free[0]]):  # «Мария И. Белова»
        roles[free[0]] = Role.FIRST_NAME
    elif initials == 1 and len(free) == 2 and is_first_name(words[free[1]]) and not is_first_name(words[free[0]]):
        roles[free[1]] = Role.FIRST_NAME  # «Белова Мария И.»
    return [role or Role.SURNAME for role in roles], False, False


def _find_patronymic(words: Sequence[str]) -> int | None:
    """Return the place of the patronymic; of two candidates (Иван Петрович Абрамович) the one after a first name."""
    places = [index for index, word in enumerate(words) if index and is_patronymic(word)]
    if not places and len(words) == 3:
        places = [index for index in (2, 1) if _looks_masculine_patronymic(words[index])][:1]
    if not places:
        return None
    if len(words) == 2:
        # «Ольга Ивановна» is a name and a patronymic; «Лариса Абрамович», «Войцех Абрамович» a name and a surname.
        shown = patronymic_gender(words[1])
        return places[0] if shown is Gender.FEMININE or shown is known_gender(words[0]) else None
    after_first_name = [index for index in places if is_first_name(words[index - 1])]
    return (after_first_name or places)[0]


def _roles_without_patronymic(words: Sequence[str], roles: list[Role | None], free: Sequence[int]) -> tuple[bool, bool]:
    """Name the words of a name without a patronymic; return whether it is Asian and whether the order is unsure."""
    if len(free) < 2:
        return False, False
    texts = [words[index] for index in free]
    known = [is_first_name(text) for text in texts]
    if len(free) == 2:
        first_looks, second_looks = (has_surname_suffix(text) for text in texts)
        if _starts_asian(texts) and not known[1] and not _RUSSIAN_SUFFIX.search(texts[1].lower()):
            roles[free[0]] = Role.FROZEN
            roles[free[1]] = Role.FIRST_NAME
            return True, True
        is_name_first = (known[0] and not known[1]) or (second_looks and not first_looks and not known[1])
        roles[free[0 if is_name_first else 1]] = Role.FIRST_NAME
        is_sure = known[0] != known[1] or first_looks != second_looks
        return False, not is_sure
    has_short = any(count_syllables(text.lower()) == 1 for text in texts[1:])  # not so «Хуан Карлос Бурбон»
    if (_starts_asian(texts) and has_short) or all(count_syllables(text.lower()) <= 1 for text in texts):
        for index in free[:-1]:
            roles[index] = Role.FROZEN
        roles[free[-1]] = Role.FIRST_NAME
        return True, True
    if known[0]:
        for index in free[:-1]:
            roles[index] = Role.FIRST_NAME
    else:
        for index in free[1:]:
            roles[index] = Role.FIRST_NAME
    return False, True


def _starts_asian(texts: Sequence[str]) -> bool:
    return texts[0].lower() in _ASIAN_SURNAMES and not any(is_patronymic(text) for text in texts)


_SURNAME_SUFFIX = re.compile(
    r"(?:[оеё]в|[иы]н|[оеё]ва|[иы]на|ский|ская|цкий|цкая|ской|цкой|енко|ук|юк|ян|янц|дзе|швили|ых|их)$"
)

_RUSSIAN_SUFFIX = re.compile(r"(?:[оеё]ва?|[сц]к(?:ий|ой|ая)|енко|ук|юк)$")


def has_surname_suffix(word: str) -> bool:
    """Tell whether the word ends as a Russian, Ukrainian, Armenian or Georgian surname does.

    >>> has_surname_suffix("Ветрова"), has_surname_suffix("Надежда")
    (True, False)
    """
    return not is_first_name(word) and _SURNAME_SUFFIX.search(word.lower()) is not None
