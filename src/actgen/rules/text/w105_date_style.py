"""W105: a date with a letter after digits, or with a year of two digits."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.finding import finder
from actgen.rules.finished import Finished
from actgen.rules.rule import Rule

RULE = Rule("W105", Severity.WARNING, "дата записана не по образцу")
_BAD = finder(
    r"(?=[\dг])(?:(?<!\d)\d{2}\.\d{2}\.\d{4}\s?г\b\.?|(?<![\d.])\d{2}\.\d{2}\.\d{2}(?!\.?\d)|"
    r"\b20\d\d[гГ]\b\.?|\bг\.\s?г\.)"
)


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each such date; a grif that the school words itself is printed as it is."""
    roadmap = finished.school.roadmap
    own = roadmap.grif if roadmap is not None else None
    exempt = [own.place("строки", number) for number in range(len(own.lines))] if own is not None else []
    for document, _, found in finished.found(_BAD):
        place = document.place_of(found[0])
        if not any((place.file, place.line) == (line.file, line.line) for line in exempt):
            yield RULE.at(
                place,
                f"дата записана не по образцу: «{found[0]}»",
                hint="пишите 01.09.2026 без «г.» или 1 сентября 2026 г.; «годы» сокращают «гг.»",
            )
