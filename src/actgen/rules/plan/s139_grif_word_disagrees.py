"""S139: a word of a grif that does not agree with the kind of document."""

import re
from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Place, Severity
from actgen.plan.grifs import gender_index
from actgen.rules.acts import Acts
from actgen.rules.rule import Rule

RULE = Rule("S139", Severity.WARNING, "слово грифа не согласовано с видом документа")
_PARTICIPLE = re.compile(r"(УТВЕРЖД[ЕЁ]Н|СОГЛАСОВАН|ПРИНЯТ|РАССМОТР[ЕЁ]Н)([АОЫ]?)")
_ENDINGS = ("", "А", "О", "Ы")


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each such word of a grif put by an act or a body.

    СОГЛАСОВАНО, ПРИНЯТО or РАССМОТРЕНО put by a person stand as they are.

    Source: ГОСТ Р 7.0.97-2025, гриф утверждения.
    """
    bodies = {body.code for body in acts.school.settings.bodies}
    for kind in acts.kinds:
        for grif in kind.grifs:
            if grif.word is not None and (grif.by in bodies or acts.kinds.named(grif.by) is not None):
                yield from _disagreeing(grif.word, kind.document_kind, grif.place("слово"))
    roadmap = acts.school.roadmap
    if roadmap is not None and roadmap.grif is not None:
        yield from _disagreeing(roadmap.grif.word, "дорожная карта", roadmap.grif.place("слово"))


def _disagreeing(word: str, document_kind: str, place: Place) -> Iterator[Diagnostic]:
    found = _PARTICIPLE.fullmatch(word.strip().upper())
    ending = _ENDINGS[gender_index(document_kind)]
    if found is not None and found[2] != ending:
        stem = found[1].replace("ЕН", "ЁН") if not ending else found[1].replace("ЁН", "ЕН")
        yield RULE.at(
            place,
            f"слово грифа не согласовано: «{word}», а документ — {document_kind}",
            hint=f"напишите {stem}{ending}",
        )
