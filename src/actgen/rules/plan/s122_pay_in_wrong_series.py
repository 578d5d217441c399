"""S122: an order on pay that is registered with those on the main activity."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.acts import Acts
from actgen.rules.rule import Rule

RULE = Rule("S122", Severity.WARNING, "приказ о выплате не в той серии журнала")
_PAY = ("выплат", "доплат", "надбав", "стимулирован", "премирован")


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each order on pay whose series is that of the main activity."""
    for document in acts.first_of_each_kind():
        kind, entry = document.kind, document.requisites.entry
        if kind.document_kind.casefold() != "приказ" or not any(word in kind.title.casefold() for word in _PAY):
            continue
        own = entry is not None and entry.series is not None
        series = (entry.series if entry is not None and own else kind.series) or ""
        if "основн" in series.casefold():
            yield RULE.at(
                entry.place("серия") if entry is not None and own else kind.place("серия"),
                f"приказ о выплате в серии «{series}»: {kind.title}",
                hint="напишите «серия: личный состав»: такие приказы хранят 50/75 лет, отдельно от остальных",
            )
