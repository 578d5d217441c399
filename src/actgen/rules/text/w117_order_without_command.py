"""W117: an order that does not say «ПРИКАЗЫВАЮ» exactly once."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Place, Severity
from actgen.rules.finished import Finished
from actgen.rules.rule import Rule

RULE = Rule("W117", Severity.WARNING, "в приказе нет слова «ПРИКАЗЫВАЮ»")


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each template of an order whose text commands not once."""
    seen: set[str] = set()
    for document in finished.documents:
        kind = document.document.planned.kind
        if kind.document_kind.casefold() != "приказ" or not kind.points or document.template in seen:
            continue
        seen.add(document.template)
        count = sum(text.replace(" ", "").upper().count("ПРИКАЗЫВАЮ") for _, text in document.paragraphs())
        if count != 1:
            yield RULE.at(
                Place(document.template),
                f"слово «ПРИКАЗЫВАЮ» стоит в приказе {count} раз: {kind.title}",
                hint="поставьте его один раз, перед пунктами",
            )
