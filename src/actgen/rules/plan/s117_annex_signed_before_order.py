"""S117: an annex that is signed while the act approving it is not."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.acts import Acts
from actgen.rules.rule import Rule
from actgen.school import ActState

RULE = Rule("S117", Severity.WARNING, "приложение подписано, а приказ — нет")


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each signed annex of an act that is still a draft."""
    for entry, document in acts.entries():
        parent, kind = document.parent, document.parent_kind
        if parent is None or kind is None or entry.state is not ActState.SIGNED:
            continue
        if parent.state is ActState.DRAFT:
            yield RULE.at(
                entry.place("состояние"),
                f"приложение подписано, а приказ — нет: {document.kind.full_title}",
                hint=f"внесите в журнал акт «{kind.title}» или исправьте «состояние:»",
            )
