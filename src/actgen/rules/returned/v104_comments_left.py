"""V104: comments."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.docx import TraceKind
from actgen.rules.returned_file import ReturnedFile
from actgen.rules.rule import Rule

RULE = Rule("V104", Severity.WARNING, "в файле остались примечания")


def check(returned: ReturnedFile) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each comment."""
    for trace in returned.traces:
        if trace.kind is TraceKind.COMMENT:
            author = f", автор: {trace.author}" if trace.author else ""
            yield RULE.at(
                returned.place,
                f"примечание «{trace.text}»{author}",
                hint="удалите примечания: Рецензирование → Удалить",
            )
