"""D125: a municipality that bears two names in the data."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from actgen.diagnostics import Diagnostic, Place, Related, Severity
from actgen.rules.rule import Rule
from actgen.school import School
from actgen.sources import Record

RULE = Rule("D125", Severity.WARNING, "муниципалитет назван по-разному")
_KIND = r"(городск\w+|муниципальн\w+) (округ|район)\w*"
_NAME_FIRST = re.compile(rf"([А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*(?:ий|ого|ому|им|ом)) {_KIND}")
_NAME_LAST = re.compile(rf"{_KIND} ([А-ЯЁ][а-яё]+(?:[ -][А-ЯЁ][а-яё]+)*)")
_ENDING = re.compile(r"(ий|ого|ому|им|ом)$")
_SAME_BEGINNING = 5


@dataclass(frozen=True, slots=True)
class _Naming:
    text: str
    kind: str
    name: str
    place: Place


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each spelling that is not that of the first text which names the municipality."""
    first: list[_Naming] = []
    for naming in _namings(school):
        other = next((one for one in first if _is_other_name(one, naming)), None)
        if other is None:
            first.append(naming)
            continue
        yield RULE.at(
            naming.place,
            f"муниципалитет назван по-разному: «{naming.text}» и «{other.text}»",
            hint="пишите его везде одинаково, как в уставе",
            related=(Related(other.place, "в первый раз здесь"),),
        )


def _is_other_name(one: _Naming, other: _Naming) -> bool:
    is_same_place = one.kind == other.kind and one.name[:_SAME_BEGINNING] == other.name[:_SAME_BEGINNING]
    return is_same_place and one.name != other.name


def _namings(school: School) -> Iterator[_Naming]:
    settings = school.settings
    texts: list[tuple[Record, str]] = []
    if settings.founder is not None:
        texts.append((settings.founder, "полное"))
    texts += [(settings.organisation, key) for key in ("полное", "краткое", "адрес")]
    for stage in school.roadmap.stages if school.roadmap is not None else ():
        texts += [(row, key) for row in {id(r): r for r in (stage, *stage.rows)}.values() for key in _ROW_KEYS]
    for record, key in texts:
        written = record.written(key)
        if written is None:
            continue
        for found in _NAME_FIRST.finditer(written):
            place = written.place_at(found.start(), len(found[0]))
            yield _Naming(found[0], found[2][:5] + found[3], _ENDING.sub("", found[1]).casefold(), place)
        for found in _NAME_LAST.finditer(written):
            place = written.place_at(found.start(), len(found[0]))
            yield _Naming(found[0], found[1][:5] + found[2], f"{found[3].casefold()} после", place)


_ROW_KEYS = ("название", "содержание", "результат")
