"""D121: a pair that stands twice in the file, its terms meeting."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D121", Severity.ERROR, "пара записана дважды")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each pair with a mentor and mentee who work together in an earlier one."""
    for number, pair in enumerate(school.pairs):
        for other in school.pairs[:number]:
            if other.starts_on > pair.ends_on or pair.starts_on > other.ends_on or other.mentor != pair.mentor:
                continue
            both = [mentee.short_name for mentee in pair.mentees if mentee in other.mentees]
            if both:
                yield RULE.at(
                    pair.place("наставляемые"),
                    f"пара записана дважды: {pair.mentor.short_name} — {', '.join(both)}",
                    hint="уберите лишнюю запись или исправьте сроки, если это продолжение работы",
                    related=(Related(other.place("наставник"), "первая запись здесь"),),
                )
