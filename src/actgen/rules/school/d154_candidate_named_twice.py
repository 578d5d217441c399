"""D154: a person who stands twice in one list of the bank."""

from collections.abc import Iterator, Sequence

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.rules.rule import Rule
from actgen.school import MenteeCandidate, MentorCandidate, School

RULE = Rule("D154", Severity.WARNING, "человек в банке дважды")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each second mention: the register would print her twice."""
    bank = school.bank
    if bank is None:
        return
    yield from _twice(bank.mentors)
    yield from _twice(bank.mentees)


def _twice(candidates: Sequence[MentorCandidate | MenteeCandidate]) -> Iterator[Diagnostic]:
    for number, candidate in enumerate(candidates):
        first = next((other for other in candidates[:number] if other.person == candidate.person), None)
        if first is not None:
            yield RULE.at(
                candidate.place("кто"),
                f"человек в банке дважды: {candidate.person.short_name}",
                hint="соедините обе записи в одну",
                related=(Related(first.place("кто"), "первый раз здесь"),),
            )
