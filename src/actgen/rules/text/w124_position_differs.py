"""W124: a typed position that is not the one of the person whose name follows it."""

import re
from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.finding import remembering
from actgen.rules.finished import Finished
from actgen.rules.names import WrittenName, names_in
from actgen.rules.rule import Rule
from actgen.school import Person

RULE = Rule("W124", Severity.WARNING, "должность названа не так, как в списке сотрудников")
_HEADS = "учител|воспитател|директор|заместител|методист|библиотекар|педагог|преподавател|мастер|психолог|логопед"
_POSITION = re.compile(rf"\b((?:{_HEADS})[а-яё-]*(?:[ \u00a0]+[а-яё-]+){{0,4}})[ \u00a0]+$", re.IGNORECASE)
_ANYWHERE = re.compile(r"(?:школ|организац|учрежден|сад|колледж|гимнази|лице|наш)\w*|и|по|на|с")
_STEM, _ENDING = 4, 2


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each typed position with a word that the person's own position does not have.

    A shorter one («учитель Белова Е.Н.» of a teacher of physics) is no fault.
    """
    for document, text, (typed, name) in finished.found(_positions):
        people = finished.roster.bearers(name)
        if len(people) != 1 or _fits(typed[1], people[0]):
            continue
        place = document.written_at(text[typed.start(1) : name.offset + len(name.text)])
        if place is not None:
            yield RULE.at(
                place,
                f"должность в тексте — «{typed[1]}», в списке — «{people[0].position}»: {people[0].short_name}",
                hint="исправьте или назовите должность словом: {{ куратор.должность.винительный }}",
            )


@remembering
def _positions(text: str) -> Iterator[tuple[re.Match[str], WrittenName]]:
    """Yield each name that stands after a position, with that position."""
    for name in names_in(text):
        typed = _POSITION.search(text[: name.offset])
        if typed is not None:
            yield typed, name


def _fits(typed: str, person: Person) -> bool:
    own = [_stem(word) for word in re.findall(r"[а-яё-]+", person.position.casefold())]
    return all(
        any(_stem(word).startswith(stem) or stem.startswith(_stem(word)) for stem in own) or _ANYWHERE.fullmatch(word)
        for word in re.findall(r"[а-яё-]+", typed.casefold())
    )


def _stem(word: str) -> str:
    return word[: max(_STEM, len(word) - _ENDING)].replace("ё", "е")
