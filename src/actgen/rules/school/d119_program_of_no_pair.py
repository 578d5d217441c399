"""D119: a program that no pair names."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D119", Severity.WARNING, "программа ни к одной паре не относится")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each program that no pair names: no document is made of it.

    Where no pair could be read (a tab in `data/pairs.yaml`), nothing is known of any program.
    """
    if not school.pairs:
        return
    used = {id(pair.program) for pair in school.pairs}
    for name, program in school.programs.items():
        if id(program) not in used:
            yield RULE.at(
                program.place(),
                f"программа ни к одной паре не относится: {name}",
                hint=f"впишите «программа: {name}» в её пару или уберите файл",
            )
