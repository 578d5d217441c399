"""V103: tracked changes."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.docx import TRACKED
from actgen.rules.returned_file import ReturnedFile
from actgen.rules.rule import Rule

RULE = Rule("V103", Severity.ERROR, "в файле остались исправления")


def check(returned: ReturnedFile) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each tracked change."""
    for trace in returned.traces:
        if trace.kind in TRACKED:
            text = f" «{trace.text}»" if trace.text else ""
            author = f", автор: {trace.author}" if trace.author else ""
            yield RULE.at(
                returned.place,
                f"{trace.kind.value}{text}{author}",
                hint="примите или отклоните исправления: Рецензирование → Исправления",
            )
