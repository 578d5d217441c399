"""W102: a word of letters of two alphabets, or a lone Latin letter before a number."""

import re
from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.finished import Finished
from actgen.rules.rule import Rule

RULE = Rule("W102", Severity.WARNING, "в слове буквы двух азбук")
_TOKEN = re.compile(r"[^\W\d_]+")
_LATIN, _CYRILLIC = re.compile("[A-Za-z]"), re.compile("[А-Яа-яЁё]")
_CODE = re.compile(r"(?<![\w-])([ABEKMHOPCTX])-\d{2,}")
_ADDRESS = re.compile(r"\S+@\S+|\w+://\S+|\bwww\.\S+")


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each such word; addresses of sites and mail are left out."""
    for document in finished.documents:
        for _, text in document.paragraphs():
            for found in _TOKEN.finditer(_ADDRESS.sub(" ", text)):
                if _LATIN.search(found[0]) and _CYRILLIC.search(found[0]):
                    yield RULE.at(
                        document.place_of(found[0]),
                        f"в слове «{found[0]}» латинские буквы: {', '.join(_LATIN.findall(found[0]))}",
                        hint="наберите слово заново по-русски",
                    )
            for found in _CODE.finditer(text):
                yield RULE.at(
                    document.place_of(found[0]),
                    f"в «{found[0]}» латинская буква «{found[1]}»",
                    hint="наберите букву по-русски, иначе документ не найдётся по номеру",
                )
