"""W131: a page without a word."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Place, Severity
from actgen.rules.printed_pages import Printed
from actgen.rules.rule import Rule

RULE = Rule("W131", Severity.WARNING, "пустая страница")


def check(printed: Printed) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each document with a page that bears nothing, or only its number."""
    for document in printed.documents:
        blank = [number for number, page in enumerate(document.pages, start=1) if not page.strip(" \n\t0123456789")]
        if blank:
            which = "пустая страница" if len(blank) == 1 else "пустые страницы"
            yield RULE.at(
                Place(document.template),
                f"{which} {', '.join(map(str, blank))}: {document.title}",
                hint="уберите в шаблоне лишний разрыв страницы или пустые абзацы в конце",
            )
