"""S137: a regulation that makes mentor or mentee write papers which their agreement does not name."""

import re
from collections.abc import Iterator
from datetime import date

from actgen.diagnostics import Diagnostic, Severity
from actgen.plan import Planned
from actgen.rules.acts import Acts
from actgen.rules.finding import finder
from actgen.rules.rule import Rule
from actgen.sources import Text

RULE = Rule("S137", Severity.WARNING, "на педагога возложены отчёты", basis="приказ_779", since=date(2025, 3, 1))
_JUDGED = ("положение", "порядок", "правила")
_TEACHER = re.compile(r"\b(?:наставник|наставляем|педагог|учител|воспитател)\w*", re.IGNORECASE)
_duties = finder(
    r"\b(?:вед[её]т|ведут|вести|составля\w+|составить|готов\w+|подготов\w+|заполня\w+|заполнить|предоставля\w+|"
    r"представля\w+|представить|предоставить|сда(?:[её]|ю)т|сда(?:ва)?ть|оформля\w+|пишет|пишут|писать)\s+(?:[\w-]+\s+){0,4}?"
    r"(отч[её]т\w*|дневник\w*|журнал\w*|справк\w+|портфолио|самоанализ\w*|характеристик\w+)",
    re.IGNORECASE,
)
_FREE = re.compile(r"\bне\s+(?:\w+\s+){0,2}$|куратор|по (?:его |своему |их )?желанию", re.IGNORECASE)
_STEM = 5


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each such duty, from 1 March 2025 on; one that an agreement lists is paid work."""
    duties = " ".join(
        duty.casefold() for pair in acts.school.pairs if pair.agreement is not None for duty in pair.agreement.duties
    )
    for document in acts.first_of_each_kind():
        kind = document.kind
        is_asked = kind.document_kind.casefold() in _JUDGED and "наставнич" in kind.title.casefold()
        if not is_asked or not RULE.holds_on(document.requisites.judged_on):
            continue
        for text, leading in _texts(document):
            for found in _duties(text):
                said = f"{leading} {text[: found.start()]}"
                if not _TEACHER.search(said) or _FREE.search(said) or found[1][:_STEM].casefold() in duties:
                    continue
                yield RULE.at(
                    text.place_at(found.start(), len(found[0])),
                    f"от педагога требуют документ вне перечня: «{found[0]}»",
                    hint="поручите это куратору или впишите в «содержание» соглашения с наставником",
                )


def _texts(document: Planned) -> Iterator[tuple[Text, str]]:
    """Yield the text of each holding point, and the text of the point that it stands under: «Наставник обязан:»."""
    above: dict[int, str] = {}
    for found in document.kind.outline_on(document.requisites.judged_on).points:
        text = found.point.written("текст")
        above[found.level] = str(text or "")
        if text is not None:
            yield text, above.get(found.level - 1, "")
