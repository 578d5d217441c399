"""D113: minutes of a signed act without number or date."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.rule import Rule
from actgen.school import ActState, School

RULE = Rule("D113", Severity.ERROR, "у протокола нет номера или даты")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each adoption of a signed act that lacks its number or date."""
    for entry in school.journal:
        for adoption in entry.adopted if entry.state is ActState.SIGNED else ():
            lacking = [name for name, value in (("номера", adoption.minutes), ("даты", adoption.day)) if value is None]
            if lacking:
                yield RULE.at(
                    adoption.place(),
                    f"у протокола нет {' и '.join(lacking)}: {adoption.body}",
                    hint="впишите «протокол:» и «дата:», иначе в грифе останутся пустые линейки",
                )
