"""W101: a placeholder, a prompt or a rule to fill in that was left in a text."""

import re
from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Place, Severity
from actgen.rules.finding import remembering
from actgen.rules.finished import Finished, FinishedDocument
from actgen.rules.rule import Rule
from actgen.school import TO_FILL_IN

RULE = Rule("W101", Severity.ERROR, "в документе осталось незаполненное место")
# What init and new leave for the school to write; one paragraph may print several of them.
# Never right, wherever it stands; «ХХ век» is a century.
_ANYWHERE = re.compile(
    rf"{TO_FILL_IN}|"
    r"\{\{[^}]*\}?\}?|\{%[^%]*%?\}?|20ХХ|ХХ\.ХХ(?:\.\d{4})?|№\s?ХХ(?!\w)|\bTODO\b|"
    r"\((?:название|наименование) (?:образовательной )?(?:организации|школы|учреждения)\)"
)
# Right under a line for a signature, so only a fault where it was typed into data or an act.
_TYPED = re.compile(r"_{3,}|\((?:ФИО|Ф\.\s?И\.\s?О\.|указать[^)]*|вписать[^)]*|дата|должность)\)|\[\s?\.{3}\s?\]")


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each unfilled place; those to be filled in by pen come from templates and stay."""
    for document, _, (left, is_for_pen) in finished.found(_left):
        if is_for_pen:
            place = document.written_at(left)
            if place is not None and (place.file.startswith("data/") or not _is_blank(document)):
                yield _at(place, left)
        else:
            everywhere = tuple(document.written_everywhere(left)) if left == TO_FILL_IN else ()
            for own in everywhere or (document.place_of(left),):
                yield _at(own, left)


@remembering
def _left(text: str) -> Iterator[tuple[str, bool]]:
    """Yield each unfilled place, and whether it is right where a pen fills it in."""
    yield from ((found[0], False) for found in _ANYWHERE.finditer(text))
    yield from ((found[0], True) for found in _TYPED.finditer(text))


def _is_blank(document: FinishedDocument) -> bool:
    """Whether a part of the text of the act is left to the pen: «бланк: да»."""
    return document.document.planned.kind.is_blank


def _at(place: Place, text: str) -> Diagnostic:
    return RULE.at(place, f"не заполнено: «{text}»", hint="впишите то, что должно здесь стоять")
