"""Bytes of a file -> its text: encodings and letters broken by a wrong save are found here."""

from __future__ import annotations

import codecs
import re
from enum import Enum

from actgen.diagnostics import Diagnostic, Outcome, Place, Severity
from actgen.sources.lexical import bad_characters
from actgen.sources.values import LOST

MOST_BYTES = 1_000_000

_SAVE_HINT = "откройте файл в Блокноте, «Файл» — «Сохранить как», кодировка «UTF-8», и сохраните поверх"
_RUSSIAN = re.compile("[А-Яа-яЁё]")
_PUNCTUATION = re.compile("[«»№—–…“”„•·\u00a0]")
# «Северск» saved as UTF-8 and read as Windows-1251 looks like «РЎРµРІРµСЂСЃРє».
_TWICE_ENCODED = re.compile("(?:[РС][^а-яА-Я\\s\\x00-\\x7f]){2}")


class OtherEncoding(Enum):
    """An encoding that is read but not right: the name of its codec; `title` is how a person calls it."""

    UTF_16 = "utf-16"
    WINDOWS_1251 = "cp1251"

    @property
    def title(self) -> str:
        """Its name as Notepad shows it."""
        return "UTF-16" if self is OtherEncoding.UTF_16 else "Windows-1251"


def other_encoding(content: bytes) -> OtherEncoding | None:
    """Return in what encoding a text was saved where that is not UTF-8, None for UTF-8 and for what is no text."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and not content.startswith(codecs.BOM_UTF32_LE):
        return OtherEncoding.UTF_16
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError:
        if b"\0" not in content and _share_of_russian(content.decode("cp1251", "replace")) > 0.9:
            return OtherEncoding.WINDOWS_1251
    return None


def decode(file: str, content: bytes) -> Outcome[str]:
    """Return the text of a file without its byte order mark, and what is wrong with its letters.

    A file in UTF-16 or Windows-1251 is an error and is read all the same, so that its other faults are found
    in the same run. A fault of one character leaves U+FFFD in its place. A file that holds no text at all gives
    one U+FFFD and an error; `read_yaml` answers that with None and says nothing more.
    """
    if len(content) > MOST_BYTES:
        return _unreadable(
            file, "F006", f"файл слишком велик: {len(content) / 1e6:.1f} МБ, бывает до 1 МБ", "разделите файл на части"
        )
    other = other_encoding(content)
    if other is not None:
        return _in_other_encoding(file, content.decode(other.value, "replace"), other.title)
    if b"\0" in content:
        return _unreadable(
            file,
            "F004",
            "файл не текстовый: внутри нулевые байты",
            "верните прошлую копию файла или сохраните его заново",
        )
    return _checked(file, content.decode("utf-8-sig", "replace"), ())


def _in_other_encoding(file: str, text: str, name: str) -> Outcome[str]:
    finding = Diagnostic("F001", Severity.ERROR, f"файл сохранён не в UTF-8: {name}", Place(file), _SAVE_HINT)
    return _checked(file, text, (finding,))


def _checked(file: str, text: str, found: tuple[Diagnostic, ...]) -> Outcome[str]:
    # A lone CR ends a line for YAML and for editors; one sort of line end keeps the counting simple.
    text = re.sub("\r(?!\n)", "\n", text)
    twice = next((match for match in _TWICE_ENCODED.finditer(text) if _is_twice_encoded(match[0])), None)
    if twice is not None:
        # Nothing of such a file can be believed; its keys would only be unknown.
        return Outcome(LOST, (*found, _broken_at(file, text, twice.start(), twice.end())))
    broken = _broken_letters(file, text)
    outcome = bad_characters(file, text)
    return Outcome(outcome.value, found + broken + outcome.diagnostics)


def _broken_letters(file: str, text: str) -> tuple[Diagnostic, ...]:
    """Report once a file whose letters were lost: at the first of them, with their number."""
    first = text.find(LOST)
    if first < 0:
        return ()
    end = first
    while text.startswith(LOST, end):
        end += 1
    count = text.count(LOST)
    return (_broken_at(file, text, first, end, f"; всего таких знаков: {count}" if count > 1 else ""),)


def _broken_at(file: str, text: str, start: int, end: int, more: str = "") -> Diagnostic:
    line_start = text.rfind("\n", 0, start) + 1
    return Diagnostic(
        "F003",
        Severity.ERROR,
        f"буквы испорчены при сохранении: {text[line_start:].splitlines()[0].strip()[:60]}{more}",
        Place(file, text.count("\n", 0, start) + 1, start - line_start + 1, end - start),
        "верните прошлую копию файла или впишите испорченные буквы заново",
    )


def _is_twice_encoded(letters: str) -> bool:
    try:
        return _RUSSIAN.search(letters.encode("cp1251").decode("utf-8")) is not None
    except UnicodeError:
        return False


def _unreadable(file: str, code: str, message: str, hint: str) -> Outcome[str]:
    return Outcome(LOST, (Diagnostic(code, Severity.ERROR, message, Place(file), hint),))


def _share_of_russian(text: str) -> float:
    foreign = [c for c in text if c > "\x7f" and not _PUNCTUATION.match(c)]
    return sum(_RUSSIAN.match(c) is not None for c in foreign) / len(foreign) if foreign else 0.0
