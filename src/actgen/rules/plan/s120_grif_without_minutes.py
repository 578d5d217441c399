"""S120: a signed act whose grif names a body without minutes in the journal."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.acts import Acts
from actgen.rules.rule import Rule
from actgen.school import ActState

RULE = Rule("S120", Severity.WARNING, "подписан, а протокола органа нет")


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each body of a grif that has no minutes for a signed act."""
    bodies = {body.code: body.name for body in acts.school.settings.bodies}
    for entry, document in acts.entries():
        adopted = {adoption.body for adoption in entry.adopted}
        for grif in document.kind.grifs:
            if entry.state is ActState.SIGNED and grif.by in bodies and grif.by not in adopted:
                yield RULE.at(
                    entry.place("состояние"),
                    f"акт подписан, а протокола нет: {bodies[grif.by]}",
                    hint=f"впишите «принято: [{{орган: {grif.by}, протокол: …, дата: …}}]»",
                )
