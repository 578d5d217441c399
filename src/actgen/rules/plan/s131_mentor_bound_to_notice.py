"""S131: a wording that makes the mentor give notice before she refuses."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.acts import Acts
from actgen.rules.rule import Rule

RULE = Rule(
    "S131", Severity.WARNING, "наставника обязывают предупреждать об отказе", basis="тк_351_8", since=date(2025, 3, 1)
)
_SENTENCE = re.compile(r"[^.;]+")
_MENTOR = re.compile(r"\b(?:наставник|работник)\b", re.IGNORECASE)
_NOTICE = re.compile(r"(?:предупр|уведом|извещ|извест)\w*", re.IGNORECASE)
_DAYS = re.compile(r"\bза\s+(?:\w+\s+){1,3}(?:дн\w+|недел\w+|месяц\w*)", re.IGNORECASE)
_END = re.compile(r"отказ|прекра", re.IGNORECASE)
_FREE = re.compile(r"не обязан|вправе не|работодател|руководител|директор", re.IGNORECASE)


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each such sentence in an act of 1 March 2025 or later.

    Source: Роструд: a mentor may refuse at any time, the law sets no term of notice for her.
    """
    for document in acts.first_of_each_kind():
        if not RULE.holds_on(document.requisites.judged_on):
            continue
        for text in acts.texts(document):
            for offset, days in _terms(text):
                yield RULE.at(
                    text.place_at(offset, len(days)),
                    f"закон не обязывает наставника предупреждать об отказе заранее: «{days}»",
                    hint="уберите срок: наставник вправе отказаться в любое время; за три рабочих дня "
                    "предупреждает работодатель, когда отменяет поручение",
                )


@lru_cache(maxsize=4096)
def _terms(text: str) -> tuple[tuple[int, str], ...]:
    """Return the terms of notice that a text sets the mentor, each with its offset; schools share most texts."""
    found = []
    # Most texts speak of no end: to cut every one into sentences took a tenth of the time of all rules.
    for sentence in _SENTENCE.finditer(text) if _END.search(text) else ():
        days = _DAYS.search(sentence[0])
        is_duty = all(word.search(sentence[0]) for word in (_MENTOR, _NOTICE, _END))
        if days is not None and is_duty and not _FREE.search(sentence[0]):
            found.append((sentence.start() + days.start(), days[0]))
    return tuple(found)
