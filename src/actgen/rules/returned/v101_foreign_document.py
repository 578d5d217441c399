"""V101: a file that is none of the documents of the data."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.returned_file import ReturnedFile
from actgen.rules.rule import Rule

RULE = Rule("V101", Severity.ERROR, "такого документа данные не дают")


def check(returned: ReturnedFile) -> Iterator[Diagnostic]:
    """Yield one diagnostic for a file whose text is that of no document."""
    if not returned.is_known:
        yield RULE.at(
            returned.place,
            f"это не документ этой школы и этого года: {returned.file}",
            hint="проверьте, тот ли файл; список документов — actgen plan",
        )
