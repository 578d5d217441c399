"""Names of output files: Russian, readable, safe on Windows, unique."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from actgen.acts import ActKind

LONGEST_NAME_BYTES = 220
"""Bytes of UTF-8 for a name without ending: 255 less «.docx», « (новый)» and room for a temporary name."""

_RESERVED = re.compile(r"^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]) *(\.|$)", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]')


def file_name(rank: int | None, kind: ActKind, number: str | None, subject: str, *, is_draft: bool) -> str:
    """Return the name without ending: «01 Приказ № 80-8 О реализации системы наставничества».

    A document spoken of outside of the set has no rank (None).

    >>> order = ActKind(title="О закреплении пар", document_kind="приказ", order=40)
    >>> file_name(4, order, None, "", is_draft=True)
    '04 Приказ о закреплении пар (проект)'
    >>> program = ActKind(title="Персонализированная программа", document_kind="программа", order=50)
    >>> file_name(5, program, None, "Ким А. — Ли Б.", is_draft=False)
    '05 Персонализированная программа Ким А. — Ли Б'
    """
    title = listed_title(kind, number, subject)
    return safe_name(title if rank is None else f"{rank:02} {title}", " (проект)" if is_draft else "")


def listed_title(kind: ActKind, number: str | None, subject: str) -> str:
    """Return how an inventory calls the document: «Приказ № 80/8 О реализации системы наставничества».

    >>> listed_title(ActKind(title="О закреплении пар", document_kind="приказ", order=40), "80/8", "")
    'Приказ № 80/8 О закреплении пар'
    """
    sign = f"№ {number}" if number else ""
    # An order is known by its number, so that comes first: «Приказ № 80/8 О …».
    is_order = kind.full_title != kind.title and number is not None
    parts = (
        [kind.document_kind[:1].upper() + kind.document_kind[1:], sign, kind.title]
        if is_order
        else [kind.full_title, sign]
    )
    return " ".join(part for part in (*parts, subject) if part)


def safe_name(text: str, tail: str = "") -> str:
    """Return the text as a file name that Windows takes too; `tail` is never cut off.

    >>> safe_name('Приказ № 80/8 «О карте: 2026»')
    'Приказ № 80-8 «О карте 2026»'
    >>> safe_name("con.")
    '_con'
    """
    name = unicodedata.normalize("NFC", text).replace("/", "-").replace("\\", "-")
    name = _FORBIDDEN.sub("", re.sub(r"\s+", " ", name)).lstrip(" .").rstrip()
    # Windows takes a full stop in the middle of a name, and «Жук Р.С. (проект)» has it there.
    name = name if tail and name.strip(".") else name.rstrip(" .")
    room = LONGEST_NAME_BYTES - len(tail.encode())
    if len(name.encode()) > room:
        name = name.encode()[: room - 4].decode(errors="ignore").rsplit(" ", 1)[0].strip(" .,—-") + "…"
    return ("_" + name if _RESERVED.match(name) or not name else name) + tail


def unique_names(names: Iterable[str]) -> list[str]:
    """Return the names, a later one with « (2)» where it would fall on an earlier one, letter case apart.

    >>> unique_names(["План", "план"])
    ['План', 'план (2)']
    """
    taken: set[str] = set()
    result = []
    for name in names:
        free, number = name, 2
        while free.casefold() in taken:
            free, number = f"{name} ({number})", number + 1
        taken.add(free.casefold())
        result.append(free)
    return result
