"""S112: a point that calls mentoring unpaid or a public duty."""

import re
from collections.abc import Iterator
from datetime import date

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.acts import Acts
from actgen.rules.finding import finder
from actgen.rules.rule import Rule

RULE = Rule(
    "S112",
    Severity.WARNING,
    "наставничество названо неоплачиваемым",
    basis="тк_351_8",
    since=date(2025, 3, 1),
)
_unpaid = finder(
    r"общественн\w+ (?:поручени\w+|началах)|безвозмездн\w+|без (?:дополнительной )?оплаты|не оплачивается",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"(?:\bне|нельзя|не допускается)\b[^.;]{0,30}$", re.IGNORECASE)


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each such wording in an act on mentoring of 1 March 2025 or later."""
    for document in acts.first_of_each_kind():
        if not RULE.holds_on(document.requisites.judged_on):
            continue
        for text in acts.texts(document):
            for found in _unpaid(text):
                if "настав" in text.casefold() and not _NEGATED.search(text[: found.start()]):
                    yield RULE.at(
                        text.place_at(found.start(), len(found[0])),
                        f"формулировка противоречит статье 351.8 ТК РФ: «{found[0]}»",
                        hint="наставничество — оплачиваемая работа по соглашению: назовите соглашение и выплату",
                    )
