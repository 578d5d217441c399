"""S145: a pair without a program where the others have theirs approved."""

from collections.abc import Iterator

from actgen.acts import IssuedFor
from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.acts import Acts
from actgen.rules.rule import Rule

RULE = Rule("S145", Severity.WARNING, "у пары нет программы")


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each pair without a program, once its work is summed up or other programs are issued."""
    issued = any(
        entry.day is not None for entry, document in acts.entries() if document.kind.issued_for is IssuedFor.PROGRAM
    )
    for pair in acts.school.pairs:
        if pair.program is None and (issued or pair.result is not None):
            yield RULE.at(
                pair.place("наставник"),
                f"у пары нет программы: {pair.title}",
                hint="добавьте «программа: имя_файла» и файл в data/programs",
            )
