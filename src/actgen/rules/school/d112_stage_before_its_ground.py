"""D112: a stage of the roadmap that ends before the one it rests on has begun."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from actgen.diagnostics import Diagnostic, Place, Related, Severity
from actgen.rules.rule import Rule
from actgen.school import School, Stage, StageKind, months_of

RULE = Rule("D112", Severity.WARNING, "этап дорожной карты раньше того, от которого зависит")

PAIRING = "приказ о закреплении пар"
_GROUNDS: Mapping[str, tuple[StageKind, ...]] = MappingProxyType(
    {
        PAIRING: (StageKind.MENTEE_BANK, StageKind.MENTOR_BANK, StageKind.SELECTION),
        StageKind.SELECTION.value: (StageKind.MENTEE_BANK, StageKind.MENTOR_BANK),
        StageKind.WORK.value: (StageKind.SELECTION,),
        StageKind.COMPLETION.value: (StageKind.WORK,),
        StageKind.DATABASES.value: (StageKind.COMPLETION,),
        StageKind.REPORT.value: (StageKind.COMPLETION,),
    }
)


@dataclass(frozen=True, slots=True)
class _Step:
    name: str
    place: Place
    term: str
    first: int
    last: int


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each step whose last month lies before the first one of its ground."""
    stages = school.roadmap.stages if school.roadmap is not None else ()
    steps = [step for stage in stages for step in _steps(stage)]
    for step in steps:
        grounds = {kind.value for kind in _GROUNDS.get(step.name, ())}
        later = [other for other in steps if other.name in grounds and step.last < other.first]
        if later:
            ground = later[0]
            yield RULE.at(
                step.place,
                f"{step.name} ({step.term}) раньше, чем этап, от которого зависит: {ground.name} ({ground.term})",
                hint="исправьте сроки или переставьте этапы",
                related=tuple(Related(other.place, f"{other.name} — здесь") for other in later),
            )


def _steps(stage: Stage) -> Iterator[_Step]:
    months = [(month - 9) % 12 for month in months_of(stage.term or "")]
    if not months or months != sorted(months):
        return
    if stage.kind is not None:
        yield _Step(stage.kind.value, stage.place("срок"), stage.term or "", months[0], months[-1])
    if stage.kind is StageKind.WORK:
        return
    for row in stage.rows:
        for number, item in enumerate(row.items):
            if "закреплени" in item.casefold() and "приказ" in item.casefold():
                yield _Step(PAIRING, row.place("перечень", number), stage.term or "", months[0], months[-1])
