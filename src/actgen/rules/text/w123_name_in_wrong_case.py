"""W123: a typed name in the nominative where the verb asks for another case."""

import re
from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.language import Case, decline_short_name
from actgen.rules.finding import remembering
from actgen.rules.finished import Finished
from actgen.rules.names import WrittenName, names_in
from actgen.rules.rule import Rule

RULE = Rule("W123", Severity.ERROR, "имя не в том падеже")
_VERBS = {
    "назначить": Case.ACCUSATIVE,
    "освободить": Case.ACCUSATIVE,
    "наградить": Case.ACCUSATIVE,
    "ознакомить": Case.ACCUSATIVE,
    "поручить": Case.DATIVE,
    "объявить благодарность": Case.DATIVE,
    "возложить на": Case.ACCUSATIVE,
}
_CASES = {Case.ACCUSATIVE: "винительный", Case.DATIVE: "дательный"}
# Between verb and name at most the person's position stands: «назначить куратором Зимина П.Л.».
_BEFORE = re.compile(rf"\b({'|'.join(_VERBS)})((?:[ \u00a0]+[а-яё-]+){{0,5}})[ \u00a0]+$", re.IGNORECASE)
_ANOTHER_CLAUSE = re.compile(r"\b(?:который|которая|которые|если|как|что)\b", re.IGNORECASE)


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each such name of the staff; a name whose forms are alike or doubtful is left out."""
    for document, _, (verb, name) in finished.found(_governed):
        people = finished.roster.bearers(name)
        if len(people) != 1:
            continue
        own = people[0]
        case = _VERBS[" ".join(verb.casefold().split())]
        right = decline_short_name(own.full_name, case, gender=own.gender)
        wanted = right.text.split("\u00a0")[0]
        is_nominative = name.surname == own.short_name.split()[0]
        if right.doubts or not is_nominative or name.surname == wanted:
            continue
        yield RULE.at(
            document.place_of(name.text),
            f"после «{verb}» нужен {_CASES[case]} падеж: «{wanted}», а стоит «{name.surname}»",
            hint=f"исправьте или назовите человека словом: {{{{ куратор.фамилия_инициалы.{_CASES[case]} }}}}",
        )


@remembering
def _governed(text: str) -> Iterator[tuple[str, WrittenName]]:
    """Yield each name that stands after such a verb in the same clause, with the verb."""
    for name in names_in(text):
        verb = _BEFORE.search(text[: name.offset])
        if verb is not None and not _ANOTHER_CLAUSE.search(verb[2]):
            yield verb[1], name
