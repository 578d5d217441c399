"""Bytes of a file -> its text: encodings and letters broken by a wrong save are found here."""

from __future__ import annotations

import codecs
import re

from actgen.diagnostics import Diagnostic, Outcome, Place, Severity
from actgen.sources.lexical import bad_characters
from actgen.sources.values import LOST

MOST_BYTES = 1_000_000

_SAVE_HINT = "откройте файл в Блокноте, «Файл» — «Сохранить как», кодировка «UTF-8», и сохраните поверх"
_RUSSIAN = re.compile("[А-Яа-яЁё]")
_PUNCTUATION = re.compile("[«»№—–…“”„•·\u00a0]")
# «Северск» saved as UTF-8 and read as Windows-1251 looks like «РЎРµРІРµСЂСЃРє».
_TWICE_ENCODED = re.compile("(?:[РС][^а-яА-Я\\s\\x00-\\x7f]){2}")


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
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and not content.startswith(codecs.BOM_UTF32_LE):
        return _in_other_encoding(file, content.decode("utf-16", "replace"), "UTF-16")
    if b"\0" in content:
        return _unreadable(
            file,
            "F004",
            "файл не текстовый: внутри нулевые байты",
            "верните прошлую копию файла или сохраните его заново",
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        as_windows = content.decode("cp1251", "replace")
        if _share_of_russian(as_windows) > 0.9:
            return _in_other_encoding(file, as_windows, "Windows-1251")
        text = content.decode("utf-8-sig", "replace")
    return _checked(file, text, ())


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
