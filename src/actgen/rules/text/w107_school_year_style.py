"""W107: a school year whose years do not follow each other, or two styles of it in one document."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.finding import finder
from actgen.rules.finished import Finished
from actgen.rules.rule import Rule

RULE = Rule("W107", Severity.WARNING, "учебный год записан неверно")
_YEAR = finder(r"(20\d\d)\s?([/–—-])\s?(20\d\d)[ \u00a0]+учебн")


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each pair of years that is none, and for each sign that is not the document's first."""
    first_of: dict[tuple[str, str], str] = {}
    for document, _, found in finished.found(_YEAR):
        years, sign = found[0].rpartition("учебн")[0].strip(), "/" if found[2] == "/" else "-"
        first = first_of.setdefault(document.document.key, sign)
        if int(found[3]) != int(found[1]) + 1:
            yield RULE.at(
                document.place_of(years),
                f"годы идут не подряд: «{years}»",
                hint=f"напишите {found[1]}/{int(found[1]) + 1}",
            )
        elif sign != first:
            yield RULE.at(
                document.place_of(years),
                f"учебный год записан по-разному: «{years}», а выше через «{first}»",
                hint="пишите в одном документе одинаково",
            )
