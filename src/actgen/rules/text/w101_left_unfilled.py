"""W101: a placeholder, a prompt or a rule to fill in that was left in a text."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Place, Severity
from actgen.rules.finding import finder
from actgen.rules.finished import Finished, FinishedDocument
from actgen.rules.rule import Rule

RULE = Rule("W101", Severity.ERROR, "в документе осталось незаполненное место")
# Never right, wherever it stands; «ХХ век» is a century.
_ANYWHERE = finder(
    r"\{\{[^}]*\}?\}?|\{%[^%]*%?\}?|20ХХ|ХХ\.ХХ(?:\.\d{4})?|№\s?ХХ(?!\w)|\bTODO\b|"
    r"\((?:название|наименование) (?:образовательной )?(?:организации|школы|учреждения)\)"
)
# Right under a line for a signature, so only a fault where it was typed into data or an act.
_TYPED = finder(r"_{3,}|\((?:ФИО|Ф\.\s?И\.\s?О\.|указать[^)]*|вписать[^)]*|дата|должность)\)|\[\s?\.{3}\s?\]")

_FINAL = ("приказ", "распоряжение", "положение", "порядок", "дорожная карта")


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each unfilled place; those to be filled in by pen come from templates and stay."""
    for document in finished.documents:
        for _, text in document.paragraphs():
            for found in _ANYWHERE(text):
                yield _at(document.place_of(found[0]), found[0])
            for found in _TYPED(text):
                place = document.written_at(found[0])
                if place is not None and (place.file.startswith("data/") or _is_final(document)):
                    yield _at(place, found[0])


def _is_final(document: FinishedDocument) -> bool:
    """Whether the text of the act itself leaves nothing to the pen; consents, extracts and answers may."""
    return document.document.planned.kind.document_kind.casefold() in _FINAL


def _at(place: Place, text: str) -> Diagnostic:
    return RULE.at(place, f"не заполнено: «{text}»", hint="впишите то, что должно здесь стоять")
