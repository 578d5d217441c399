"""V105: text that the reader does not see."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.docx import UNSEEN
from actgen.rules.returned_file import ReturnedFile
from actgen.rules.rule import Rule

RULE = Rule("V105", Severity.ERROR, "в файле текст, которого не видно")


def check(returned: ReturnedFile) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each piece of hidden, pale, tiny or struck text."""
    for trace in returned.traces:
        if trace.kind in UNSEEN:
            yield RULE.at(
                returned.place, f"{trace.kind.value}: «{trace.text}»", hint="удалите его или сделайте обычным текстом"
            )
