"""Did-you-mean: the nearest of the known names."""

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

_LATIN_TO_CYRILLIC = str.maketrans("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ")


def fold_look_alikes(text: str) -> str:
    """Return the text with Latin letters that look like Cyrillic ones replaced by them.

    >>> fold_look_alikes("cтaвкa") == "ставка"
    True
    """
    return text.translate(_LATIN_TO_CYRILLIC)


def closest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that was most likely meant, or None.

    Letter case, ё and Latin look-alikes are folded before comparing.

    >>> closest("должнасть", ["должность", "фио"])
    'должность'
    >>> closest("qwerty", ["должность"]) is None
    True
    """
    by_folded: dict[str, str] = {}
    for candidate in known:
        by_folded.setdefault(_fold(candidate), candidate)
    matches = get_close_matches(_fold(name), list(by_folded), n=1, cutoff=0.66)
    return by_folded[matches[0]] if matches else None


def surely_meant(name: str, meant: str, known: Iterable[str]) -> bool:
    """Return whether a misspelt name is near to one known name and clearly less near to every other.

    >>> surely_meant("должнасть", "должность", ["должность", "фио"])
    True
    >>> surely_meant("наставл", "наставник", ["наставник", "наставляемые"])
    False
    """
    folded = _fold(name)
    nearness = SequenceMatcher(None, folded, _fold(meant)).ratio()
    others = (SequenceMatcher(None, folded, _fold(other)).ratio() for other in known if other != meant)
    return nearness >= 0.8 and nearness - max(others, default=0.0) >= 0.1


def _fold(text: str) -> str:
    return fold_look_alikes(text).casefold().replace("ё", "е")
