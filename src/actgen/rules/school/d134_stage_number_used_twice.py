"""D134: a stage whose printed number another stage has."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D134", Severity.WARNING, "номер этапа повторяется")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each stage whose own number is that of an earlier stage."""
    stages = school.roadmap.stages if school.roadmap is not None else ()
    numbers = [(stage.number or str(position)).strip(" .") for position, stage in enumerate(stages, start=1)]
    for position, stage in enumerate(stages):
        if numbers[position] in numbers[:position]:
            first = stages[numbers.index(numbers[position])]
            yield RULE.at(
                stage.place("№"),
                f"номер этапа повторяется: {numbers[position]}",
                hint="исправьте номер или уберите строку «№», тогда этапы пронумеруются сами",
                related=(Related(first.place(), "первый раз здесь"),),
            )
