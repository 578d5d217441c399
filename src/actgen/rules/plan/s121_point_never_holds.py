"""S121: a point whose days leave none, by themselves or with those of the point above."""

from collections.abc import Iterator

from actgen.acts import Point
from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.rules.acts import Acts
from actgen.rules.rule import Rule

RULE = Rule("S121", Severity.WARNING, "пункт не действует ни для какой даты")


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each point that no act of any day would print."""
    for kind in acts.kinds:
        yield from _dead(kind.points, None)


def _dead(points: tuple[Point, ...], above: Point | None) -> Iterator[Diagnostic]:
    for point in points:
        if point.since is not None and point.until is not None and point.until < point.since:
            yield RULE.at(
                point.place("по"),
                f"пункт не действует никогда: с {date_in_digits(point.since)} по {date_in_digits(point.until)}",
                hint="исправьте одну из дат",
            )
            continue
        if above is not None and _never_together(point, above):
            yield RULE.at(
                point.place("с" if point.since else "по"),
                "пункт не действует никогда: в эти дни нет пункта, в который он вложен",
                hint="исправьте даты одного из них",
                related=(Related(above.place(), "он вложен в этот пункт"),),
            )
            continue
        yield from _dead(point.points, point if point.since or point.until else above)


def _never_together(point: Point, above: Point) -> bool:
    is_after = point.since is not None and above.until is not None and above.until < point.since
    is_before = point.until is not None and above.since is not None and point.until < above.since
    return is_after or is_before
