"""V106: macros, links that open by themselves, objects, attached files."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.returned_file import ReturnedFile
from actgen.rules.rule import Rule

RULE = Rule("V106", Severity.ERROR, "в файле то, чего actgen не печатает")


def check(returned: ReturnedFile) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each such thing."""
    for found in returned.foreign:
        yield RULE.at(returned.place, found, hint="не открывайте этот файл на рабочем компьютере; попросите его заново")
