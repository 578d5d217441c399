"""D117: a mentor with more mentees at one time than the school's regulation allows."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.rule import Rule
from actgen.school import Pair, School

RULE = Rule("D117", Severity.WARNING, "наставляемых больше, чем допускает положение")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each pair with which its mentor passes the limit of `правила:`."""
    limit = school.settings.rules.max_mentees
    for number, pair in enumerate(school.pairs):
        earlier = [other for other in school.pairs[:number] if other.mentor == pair.mentor and _meet(other, pair)]
        before = {mentee.full_name for other in earlier for mentee in other.mentees}
        now = before | {mentee.full_name for mentee in pair.mentees}
        if len(now) > limit and len(before) <= limit:
            yield RULE.at(
                pair.place("наставляемые"),
                f"наставляемых {len(now)} при пределе {limit}: {pair.mentor.short_name}",
                hint="поручите часть наставляемых другому или исправьте «предел_наставляемых» в data/school.yaml",
            )


def _meet(one: Pair, other: Pair) -> bool:
    """Whether two pairs work at least one day together."""
    return one.starts_on <= other.ends_on and other.starts_on <= one.ends_on
