"""W110: a name typed into a text that is not the staff's spelling of it."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity, closest
from actgen.rules.finding import finder
from actgen.rules.finished import Finished
from actgen.rules.rule import Rule
from actgen.school import Person

RULE = Rule("W110", Severity.ERROR, "человек назван с другими инициалами")
_NAME = finder(
    r"([А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)[ \u00a0]([А-ЯЁ])\.[ \u00a0]?([А-ЯЁ])\.|"
    r"([А-ЯЁ])\.[ \u00a0]?([А-ЯЁ])\.[ \u00a0]([А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)"
)
_SHORTEST_STEM = 4


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each typed name that has a colleague's surname and other initials."""
    stems = [(person, *_stem(person)) for person in finished.school.staff]
    for document in finished.documents:
        for _, text in document.paragraphs():
            for found in _NAME(text):
                surname = found[1] or found[6]
                initials = (found[2] or found[4], found[3] or found[5])
                folded = _folded(surname)
                alike = [
                    person
                    for person, stem, length in stems
                    if folded.startswith(stem) and abs(length - len(surname)) <= _SHORTEST_STEM
                ]
                if not alike or any(_initials(person) == initials for person in alike):
                    continue
                place = document.written_at(found[0])
                if place is not None:
                    near = closest(found[0], [person.short_name for person in alike]) or alike[0].short_name
                    yield RULE.at(
                        place,
                        f"человек назван с другими инициалами: «{found[0]}», в списке «{near}»",
                        hint="исправьте инициалы или назовите человека словом",
                    )


def _stem(person: Person) -> tuple[str, int]:
    """Return how the surname begins in every case, and its length."""
    own = _folded(person.short_name.split()[0])
    return own[: max(_SHORTEST_STEM, len(own) - 2)], len(own)


def _folded(text: str) -> str:
    return text.casefold().replace("ё", "е")


def _initials(person: Person) -> tuple[str, ...]:
    return tuple(part[:1] for part in person.short_name.partition(" ")[2].split(".") if part)
