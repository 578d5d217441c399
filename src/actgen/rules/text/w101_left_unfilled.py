"""W101: a placeholder, a prompt or a rule to fill in that was left in a text."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Place, Severity
from actgen.rules.finding import finder
from actgen.rules.finished import Finished, FinishedDocument
from actgen.rules.rule import Rule
from actgen.school import TO_FILL_IN

RULE = Rule("W101", Severity.ERROR, "в документе осталось незаполненное место")
# What init and new leave for the school to write; one paragraph may print several of them.
# Never right, wherever it stands; «ХХ век» is a century.
_ANYWHERE = finder(
    rf"{TO_FILL_IN}|"
    r"\{\{[^}]*\}?\}?|\{%[^%]*%?\}?|20ХХ|ХХ\.ХХ(?:\.\d{4})?|№\s?ХХ(?!\w)|\bTODO\b|"
    r"\((?:название|наименование) (?:образовательной )?(?:организации|школы|учреждения)\)"
)
# Right under a line for a signature, so only a fault where it was typed into data or an act.
_TYPED = finder(r"_{3,}|\((?:ФИО|Ф\.\s?И\.\s?О\.|указать[^)]*|вписать[^)]*|дата|должность)\)|\[\s?\.{3}\s?\]")


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each unfilled place; those to be filled in by pen come from templates and stay."""
    for document in finished.documents:
        for _, text in document.paragraphs():
            for found in _ANYWHERE(text):
                everywhere = tuple(document.written_everywhere(found[0])) if found[0] == TO_FILL_IN else ()
                for own in everywhere or (document.place_of(found[0]),):
                    yield _at(own, found[0])
            for found in _TYPED(text):
                place = document.written_at(found[0])
                if place is not None and (place.file.startswith("data/") or not _is_blank(document)):
                    yield _at(place, found[0])


def _is_blank(document: FinishedDocument) -> bool:
    """Whether a part of the text of the act is left to the pen: «бланк: да»."""
    return document.document.planned.kind.is_blank


def _at(place: Place, text: str) -> Diagnostic:
    return RULE.at(place, f"не заполнено: «{text}»", hint="впишите то, что должно здесь стоять")
