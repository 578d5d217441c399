"""D124: a short name of the school that contradicts the full one."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D124", Severity.WARNING, "полное и краткое наименования расходятся")
_TYPES: Mapping[str, str] = MappingProxyType({"автономн": "А", "бюджетн": "Б", "казённ": "К", "казенн": "К"})
_ABBREVIATION = re.compile(r"^[А-ЯЁ]{1,3}?([АБК])[А-Я]*У")
_NUMBER = re.compile(r"№\s*(\d+)")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic when type (бюджетное, казённое, автономное) or number differ between the two names."""
    organisation = school.settings.organisation
    full, short = organisation.full_name, organisation.short_name
    in_full = {letter for word, letter in _TYPES.items() if word in full.casefold()}
    abbreviation = _ABBREVIATION.match(short)
    if abbreviation and in_full and abbreviation[1] not in in_full:
        word = next(word for word, letter in _TYPES.items() if letter in in_full)
        reason = f"в полном «{word}ое», в кратком буква «{abbreviation[1]}»"
    elif _NUMBER.findall(full) and _NUMBER.findall(short) and _NUMBER.findall(full) != _NUMBER.findall(short):
        reason = f"номера № {', '.join(_NUMBER.findall(full))} и № {', '.join(_NUMBER.findall(short))}"
    else:
        return
    yield RULE.at(
        organisation.place("краткое"),
        f"полное и краткое наименования расходятся: {reason}",
        hint="перепишите оба наименования из устава",
        related=(Related(organisation.place("полное"), "полное наименование здесь"),),
    )
