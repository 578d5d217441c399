"""S106: an order that says nothing of who sees to its execution."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.acts import Acts
from actgen.rules.rule import Rule

RULE = Rule("S106", Severity.WARNING, "в приказе нет пункта о контроле")


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each order with points none of which names control of its execution."""
    for document in acts.first_of_each_kind():
        kind = document.kind
        if kind.document_kind.casefold() != "приказ" or not kind.points:
            continue
        if not any("контрол" in text.casefold() for text in acts.texts(document)):
            yield RULE.at(
                kind.place("пункты"),
                f"в приказе нет пункта о контроле: {kind.title}",
                hint="добавьте последний пункт: «Контроль за исполнением настоящего приказа оставляю за собой.»",
            )
