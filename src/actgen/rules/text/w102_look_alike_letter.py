"""W102: a word of letters of two alphabets, or a lone Latin letter before a number."""

import re
from collections.abc import Iterator
from functools import lru_cache

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.finding import finder
from actgen.rules.finished import Finished
from actgen.rules.rule import Rule

RULE = Rule("W102", Severity.WARNING, "в слове буквы двух азбук")
_TOKEN = re.compile(r"[^\W\d_]+")
_LATIN, _CYRILLIC = re.compile("[A-Za-z]"), re.compile("[А-Яа-яЁё]")
_CODE = finder(r"(?<![\w-])([ABEKMHOPCTX])-\d{2,}")
_ADDRESS = re.compile(r"\S+@\S+|\w+://\S+|\bwww\.\S+")


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each such word; addresses of sites and mail are left out."""
    for document in finished.documents:
        for _, text in document.paragraphs():
            for word in _mixed_words(text):
                yield RULE.at(
                    document.place_of(word),
                    f"в слове «{word}» латинские буквы: {', '.join(_LATIN.findall(word))}",
                    hint="наберите слово заново по-русски",
                )
            for found in _CODE(text):
                yield RULE.at(
                    document.place_of(found[0]),
                    f"в «{found[0]}» латинская буква «{found[1]}»",
                    hint="наберите букву по-русски, иначе документ не найдётся по номеру",
                )


@lru_cache(maxsize=4096)
def _mixed_words(text: str) -> tuple[str, ...]:
    if not _LATIN.search(text):
        return ()
    words = _TOKEN.findall(_ADDRESS.sub(" ", text))
    return tuple(word for word in words if _LATIN.search(word) and _CYRILLIC.search(word))
