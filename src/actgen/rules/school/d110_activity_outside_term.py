"""D110: an activity of a program that lies outside the term of its pair."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.rules.dates import dates_in
from actgen.rules.rule import Rule
from actgen.school import Activity, Pair, School, months_of

RULE = Rule("D110", Severity.WARNING, "мероприятие программы вне срока пары")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each activity whose month or day the pair does not work in."""
    for pair in school.pairs:
        for part in pair.program.plan if pair.program is not None else ():
            for activity in part.activities:
                if _is_outside(activity, pair):
                    yield RULE.at(
                        activity.place("срок"),
                        f"мероприятие выходит за срок пары: {activity.term}; пара работает "
                        f"с {pair.starts_on:%d.%m.%Y} по {pair.ends_on:%d.%m.%Y}",
                        hint="исправьте срок мероприятия или пары",
                        related=(Related(pair.place("с"), "срок пары здесь"),),
                    )


def _is_outside(activity: Activity, pair: Pair) -> bool:
    days = [found.day for found in dates_in(activity.term) if found.day is not None and found.has_year]
    if days:
        return not all(pair.starts_on <= day <= pair.ends_on for day in days)
    first = pair.starts_on.year * 12 + pair.starts_on.month - 1
    last = pair.ends_on.year * 12 + pair.ends_on.month - 1
    covered = {month % 12 + 1 for month in range(first, last + 1)}
    return not covered.issuperset(months_of(activity.term))
