"""S116: a signed act without number or date."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.acts import Acts
from actgen.rules.rule import Rule
from actgen.school import ActState

RULE = Rule("S116", Severity.WARNING, "у подписанного акта нет номера или даты")


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each signed act that lacks them; an annex has those of its act."""
    for entry, document in acts.entries():
        if entry.state is not ActState.SIGNED:
            continue
        needs_number = document.parent is None and bool(entry.series or document.kind.series)
        lacking = ["номера"] if needs_number and entry.number is None else []
        lacking += ["даты"] if entry.day is None else []
        if lacking:
            yield RULE.at(
                entry.place("состояние"),
                f"у подписанного акта нет {' и '.join(lacking)}: {document.title}",
                hint="впишите «номер:» и «дата:» из журнала регистрации или исправьте «состояние:»",
            )
