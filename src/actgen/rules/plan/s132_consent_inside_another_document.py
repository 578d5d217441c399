"""S132: a consent to the use of personal data that stands inside another document."""

import re
from collections.abc import Iterator
from datetime import date

from actgen.acts import ActKind, DateFrom
from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.acts import Acts
from actgen.rules.finding import finder
from actgen.rules.rule import Rule

RULE = Rule(
    "S132",
    Severity.ERROR,
    "согласие на обработку данных внутри другого документа",
    basis="фз_152_9",
    since=date(2025, 9, 1),
)
_GIVEN = r"(?:(?:даю|выражаю|подтверждаю)\s+(?:сво[её]\s+)?согласие|согласен|согласна|не возражаю)"
_consents = finder(
    rf"{_GIVEN}[^.;]{{0,80}}?(?:обработк|распространени|использовани|публикаци|размещени)\w*[^.;]{{0,60}}?персональн\w+\s+данн\w+",
    re.IGNORECASE,
)
_both = finder(
    rf"{_GIVEN}[^.;]{{0,60}}?обработк\w*[^.;]{{0,60}}?распространени\w*|{_GIVEN}[^.;]{{0,60}}?распространени\w*[^.;]{{0,60}}?\bи\s+(?:на\s+)?обработк",
    re.IGNORECASE,
)
_OWN = (DateFrom.PROCESSING_CONSENT, DateFrom.PUBLICATION_CONSENT)


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each wording by which somebody consents, in an act of 1 September 2025 or later.

    A consent of its own may hold one kind of consent only: to processing or to distribution.

    Source: Федеральный закон от 24.06.2025 № 156-ФЗ: a consent is drawn up apart from other documents.
    """
    for document in acts.first_of_each_kind():
        if not RULE.holds_on(document.requisites.judged_on):
            continue
        is_own = _is_consent_to_data(document.kind)
        wordings = _both if is_own else _consents
        for text in acts.texts(document):
            # The patterns try every letter; most texts have no «персональные данные».
            for found in wordings(text) if "персональн" in text.casefold() or is_own else ():
                yield RULE.at(
                    text.place_at(found.start(), len(found[0])),
                    f"два согласия в одном документе: «{found[0]}»"
                    if is_own
                    else f"согласие на обработку персональных данных внутри другого документа: {document.kind.title}",
                    hint="оформите отдельным документом: согласие-на-обработку или согласие-на-распространение",
                )


def _is_consent_to_data(kind: ActKind) -> bool:
    return kind.date_from in _OWN or (
        kind.document_kind.casefold() == "согласие" and "персональн" in f"{kind.title}".casefold()
    )
