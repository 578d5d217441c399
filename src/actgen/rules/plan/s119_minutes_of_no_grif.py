"""S119: minutes of a body that no grif of the act names."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.acts import Acts
from actgen.rules.rule import Rule

RULE = Rule("S119", Severity.WARNING, "протокол органа, которого нет в грифах акта")


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each adoption that would be printed nowhere."""
    known = {body.code for body in acts.school.settings.bodies}
    for entry, document in acts.entries():
        named = {grif.by for grif in document.kind.grifs}
        for adoption in entry.adopted:
            if adoption.body in known and adoption.body not in named:
                yield RULE.at(
                    adoption.place("орган"),
                    f"ни один гриф акта не называет этот орган: {adoption.body}",
                    hint="добавьте гриф «принять» в акт или уберите протокол",
                )
