"""W122: a mark of an electronic signature without the data of one, or with an organisation as its owner."""

import re
from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.finding import finder
from actgen.rules.finished import Finished
from actgen.rules.rule import Rule

RULE = Rule("W122", Severity.WARNING, "отметка об электронной подписи без подписи")
_MARK = finder(r"документ\s+подписан\s+(?:\w+\s+){0,3}электронной\s+подписью", re.IGNORECASE)
_CERTIFICATE = re.compile(r"сертификат\w*\W+(?:№\s*)?[0-9A-F]{8}", re.IGNORECASE)
_OWNER = re.compile(r"владел\w+\W+([^\n]+)", re.IGNORECASE)
_PERSON = re.compile(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?\s+[А-ЯЁ](?:[а-яё]+|\.)")
_LINES_OF_MARK = 5


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each such mark; its fields are looked for in the five lines from it on.

    Source: ГОСТ Р 7.0.97, отметка об электронной подписи: number of the certificate, the owner's full name, its term.
    """
    if next(finished.found(_MARK), None) is None:
        return
    for document in finished.documents:
        texts = [text for _, text in document.paragraphs()]
        for number, text in enumerate(texts):
            found = next(iter(_MARK(text)), None)
            if found is None:
                continue
            mark = "\n".join(texts[number : number + _LINES_OF_MARK])
            owner = _OWNER.search(mark)
            if not _CERTIFICATE.search(mark) or owner is None:
                reason = "в отметке нет сертификата и владельца"
            elif not _PERSON.search(owner[1]):
                reason = f"владелец подписи — не человек: {owner[1].strip()}"
            else:
                continue
            yield RULE.at(
                document.place_of(found[0]),
                f"отметка об электронной подписи без подписи: {reason}",
                hint="уберите отметку: её ставит программа подписи, с сертификатом и фамилией подписавшего",
            )
