"""S142: a regulation for teachers that rests on the methodology for pupils alone."""

import re
from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Place, Severity
from actgen.plan import Planned
from actgen.rules.acts import Acts, used_words
from actgen.rules.finding import finder
from actgen.rules.rule import Rule

RULE = Rule("S142", Severity.WARNING, "положение о педагогах опирается на документ об обучающихся")
_about_pupils = finder(r"Р-145|МР-42/02", re.IGNORECASE)
_about_teachers = finder(r"351\.8|АЗ-1128/08")
_WORDS_ABOUT_TEACHERS = ("тк_351_8", "рекомендации_657")
_WORD_ABOUT_PUPILS = "распоряжение_145"


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each regulation on teachers that cites Р-145 and nothing about teachers."""
    for document in acts.first_of_each_kind():
        kind = document.kind
        title = kind.title.casefold()
        if kind.document_kind.casefold() != "положение" or "наставнич" not in title or "педагог" not in title:
            continue
        place = _cited_at(acts, document)
        if place is not None and not _cites_teachers(acts, document):
            yield RULE.at(
                place,
                f"документ о наставничестве обучающихся, а положение — о педагогах: {kind.title}",
                hint="назовите {{ норма.тк_351_8.именительный }} и {{ норма.рекомендации_657.именительный }}",
            )


def _cited_at(acts: Acts, document: Planned) -> Place | None:
    for record, key, path in used_words(document):
        if path[:2] == ("норма", _WORD_ABOUT_PUPILS):
            return record.place(key)
    found = ((text, match) for text in acts.texts(document) for match in _about_pupils(text))
    return next((text.place_at(match.start(), len(match[0])) for text, match in found), None)


def _cites_teachers(acts: Acts, document: Planned) -> bool:
    if any(path[0] == "норма" and path[1] in _WORDS_ABOUT_TEACHERS for _, _, path in used_words(document)):
        return True
    return any(_about_teachers(text) for text in acts.texts(document))
