"""S115: a mark of approval that mixes its two forms."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Place, Severity
from actgen.rules.acts import Acts
from actgen.rules.rule import Rule

RULE = Rule("S115", Severity.WARNING, "«УТВЕРЖДАЮ» вместе с приказом")
_BY_PERSON = "утверждаю"
_ORDERS = ("приказ", "распоряжени", "постановлени")


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each grif that says УТВЕРЖДАЮ and names an act: in the roadmap's own, in acts."""
    roadmap = acts.school.roadmap
    if roadmap is not None and roadmap.grif is not None and roadmap.grif.word.casefold() == _BY_PERSON:
        grif = roadmap.grif
        if any(word in line.source.casefold() for line in grif.lines for word in _ORDERS):
            yield _mixed(grif.place("слово"))
    for kind in acts.kinds:
        for mark in kind.grifs:
            if (mark.word or "").casefold() == _BY_PERSON and acts.kinds.named(mark.by) is not None:
                yield _mixed(mark.place("слово"))


def _mixed(place: Place) -> Diagnostic:
    return RULE.at(
        place,
        "гриф смешан: «УТВЕРЖДАЮ» и приказ",
        hint="«УТВЕРЖДАЮ» пишут, когда подписывает руководитель; если есть приказ — «УТВЕРЖДЕНО приказом …»",
    )
