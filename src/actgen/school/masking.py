"""Texts without the names of people: each becomes the record that holds it, «сотрудник 5»."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from actgen.school.person import Person, short_name

# A name that is nobody's, misspelt perhaps, is somebody's all the same.
_SHAPE = re.compile(
    r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?[ \u00a0][А-ЯЁ]\.[ \u00a0]?(?:[А-ЯЁ]\.)?|"
    r"[А-ЯЁ]\.[ \u00a0]?[А-ЯЁ]\.[ \u00a0][А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?|"
    r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)? [А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(?:вич|ич|вна|чна|вича|вны|вичу|вне|вичем|вной)\b"
)
SOMEBODY = "имя скрыто"


def masking(people: Iterable[Person]) -> Callable[[str], str]:
    """Return what replaces the names of these people, and all that look like names, in a text.

    >>> masking([Person(written_name="Ким Алина Олеговна", position="учитель")])("нет согласия: Ким А.О.")
    'нет согласия: сотрудник 1'
    >>> masking([])("нет сотрудника «Ивонова М.П.»")
    'нет сотрудника «имя скрыто»'
    """
    records: dict[str, str] = {}
    for number, person in enumerate(people, start=1):
        name = vars(person).get("written_name") or person.full_name
        for spelling in (name, short_name(name)):
            if spelling:
                records.setdefault(spelling, f"сотрудник {number}")
    longest_first = sorted(records, key=len, reverse=True)
    known = re.compile("|".join(re.escape(name) for name in longest_first)) if records else None

    def mask(text: str) -> str:
        masked = known.sub(lambda found: records[found[0]], text) if known is not None else text
        return _SHAPE.sub(SOMEBODY, masked)

    return mask
