"""V111: a file of signed/ that is not as the journal has it."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.returned_file import ReturnedFile
from actgen.rules.rule import Rule

RULE = Rule("V111", Severity.ERROR, "подписанный файл не тот, что записан в журнале")


def check(returned: ReturnedFile) -> Iterator[Diagnostic]:
    """Yield one diagnostic for a recorded file that is gone or has other bytes."""
    if returned.changed:
        yield RULE.at(
            returned.place,
            f"{returned.changed}: {returned.file}",
            hint="верните файл из git или из копии; папку signed не правят",
        )
