"""W102: a word of letters of two alphabets, or a lone Latin letter before a number."""

import re
from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.finding import remembering
from actgen.rules.finished import Finished
from actgen.rules.rule import Rule

RULE = Rule("W102", Severity.WARNING, "в слове буквы двух азбук")
_TOKEN = re.compile(r"[^\W\d_]+")
_LATIN, _CYRILLIC = re.compile("[A-Za-z]"), re.compile("[А-Яа-яЁё]")
_CODE = re.compile(r"(?<![\w-])([ABEKMHOPCTX])-\d{2,}")
_ADDRESS = re.compile(r"\S+@\S+|\w+://\S+|\bwww\.\S+")


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each such word; addresses of sites and mail are left out."""
    for document, _, (written, message, hint) in finished.found(_mixed):
        yield RULE.at(document.place_of(written), message, hint)


@remembering
def _mixed(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield each word or code with Latin letters among Russian ones, what is wrong with it, and the hint."""
    if not _LATIN.search(text):
        return
    for word in _TOKEN.findall(_ADDRESS.sub(" ", text)):
        if _LATIN.search(word) and _CYRILLIC.search(word):
            latin = ", ".join(_LATIN.findall(word))
            yield word, f"в слове «{word}» латинские буквы: {latin}", "наберите слово заново по-русски"
    for found in _CODE.finditer(text):
        hint = "наберите букву по-русски, иначе документ не найдётся по номеру"
        yield found[0], f"в «{found[0]}» латинская буква «{found[1]}»", hint
