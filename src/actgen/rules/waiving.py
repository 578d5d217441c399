"""Waivers at work: a finding that the school has a reason to keep becomes a remark with that reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from actgen.diagnostics import Diagnostic, Related, Severity, closest
from actgen.language import date_in_digits
from actgen.school import People, SchoolYear, Waiver, fold_name, record_name, record_names

UNUSED = "D191"
CODES: Mapping[str, str] = MappingProxyType(
    {
        "D190": "отступление истекло",
        UNUSED: "отступление не пригодилось",
        "D192": "отступление от неизвестного правила",
        "D193": "отступление слишком долгое",
        "D194": "отступление названо ни от чего",
    }
)
LONGEST_YEARS = 2
"""For how many school years at most a waiver may be written."""


@dataclass(frozen=True, slots=True)
class Nameable:
    """What a waiver may name: the files of the workspace (their texts by path), their records, the people."""

    files: Mapping[str, str]
    people: People

    def has(self, where: str) -> bool:
        """Return whether there is such a file, record or person; who is unknown may be a person not yet believed."""
        if self.people.named(where) or not self.people.is_known:
            return True
        return where in self.files or any(where in names for names in self._records())

    def nearest(self, where: str) -> str | None:
        """Return what was most likely meant by a misspelt name."""
        people = (person.short_name for person in self.people.all)
        return closest(where, [*self.files, *(name for names in self._records() for name in names), *people])

    def _records(self) -> Iterator[tuple[str, ...]]:
        for file, text in self.files.items():
            own = [name for name in dict.fromkeys(record_names(text)) if name]
            yield (*own, *(f"{file}, {name}" for name in own))

    def is_named(self, where: str, finding: Diagnostic) -> bool:
        """Return whether a finding stands in the file or record, or its message names the person."""
        file = finding.place.file
        record = record_name(self.files.get(file, ""), finding.place.line)
        if where in (file, record, f"{file}, {record}"):
            return True
        message = fold_name(finding.message)
        return any(re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", message) for name in self._spellings(where))

    def _spellings(self, where: str) -> Iterable[str]:
        """Return how messages may call the person, without what a namesake is called too."""
        named = self.people.named(where)
        if len(named) != 1:
            return [fold_name(where)] if named else []
        spellings = (fold_name(named[0].full_name), fold_name(named[0].short_name))
        return [key for key in spellings if self.people.named(key) == named]


def waived(
    findings: Iterable[Diagnostic],
    waivers: Iterable[Waiver],
    year: SchoolYear,
    asked: Iterable[str],
    nameable: Nameable,
) -> Iterator[Diagnostic]:
    """Yield the findings; those that a waiver covers as remarks with its reason; then waivers that covered none.

    A waiver holds for a school year when its last day is not before the first day of the year: today is never asked.

    Args:
        findings: What the rules found.
        waivers: What the school keeps; one with a broken field is left out, its fault has been reported.
        year: The school year of the acts.
        asked: Codes of the rules that were asked; of the others it is not known whether a waiver is needed.
        nameable: What a waiver may name; one that names nothing of it is left out too.
    """
    whole = [waiver for waiver in waivers if waiver.is_whole]
    holding = [one for one in whole if one.until >= year.starts_on and nameable.has(one.where)]
    used: set[int] = set()
    for finding in findings:
        waiver = next((one for one in holding if _covers(one, finding, nameable)), None)
        if waiver is None:
            yield finding
            continue
        used.add(id(waiver))
        yield replace(
            finding,
            severity=Severity.INFO,
            hint=f"отступление до {date_in_digits(waiver.until)}: {waiver.reason}",
            related=(*finding.related, Related(waiver.place(), "отступление записано здесь")),
        )
    codes = frozenset(asked)
    for waiver in holding:
        if waiver.code in codes and id(waiver) not in used:
            yield Diagnostic(
                UNUSED,
                Severity.WARNING,
                f"отступление не пригодилось: {waiver.code}, {waiver.where}",
                waiver.place("код"),
                hint="уберите его: того, что оно допускало, больше нет",
            )


def misfits(
    waivers: Iterable[Waiver], year: SchoolYear, known: Iterable[str], nameable: Nameable
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the waivers themselves: an unknown rule or place, a day gone by or too far away."""
    codes = tuple(known)
    last = date(year.first + LONGEST_YEARS, 8, 31)
    for waiver in waivers:
        if not waiver.is_whole:
            continue
        if waiver.code not in codes:
            yield Diagnostic(
                "D192",
                Severity.ERROR,
                f"нет правила «{waiver.code}»{_similar(closest(waiver.code, codes))}",
                waiver.place("код"),
                hint="отступить можно только от правила; список показывает actgen rules",
            )
        elif waiver.until < year.starts_on:
            yield Diagnostic(
                "D190",
                Severity.WARNING,
                f"отступление истекло {date_in_digits(waiver.until)} и больше не действует: {waiver.code}",
                waiver.place("до"),
                hint="исправьте то, что оно допускало, и уберите его",
            )
        elif not nameable.has(waiver.where):
            yield Diagnostic(
                "D194",
                Severity.ERROR,
                f"нет ни файла, ни записи, ни сотрудника «{waiver.where}»{_similar(nameable.nearest(waiver.where))}",
                waiver.place("где"),
                hint="назовите файл, запись или сотрудника: data/roadmap.yaml, пара 3, Лебедева Т.Н.",
            )
        elif waiver.until > last:
            yield Diagnostic(
                "D193",
                Severity.WARNING,
                f"отступление слишком долгое: {waiver.code} до {date_in_digits(waiver.until)}",
                waiver.place("до"),
                hint=f"назовите день не позже {date_in_digits(last)}",
            )


def _similar(name: str | None) -> str:
    return f"; похожее: «{name}»" if name else ""


def _covers(waiver: Waiver, finding: Diagnostic, nameable: Nameable) -> bool:
    return waiver.code == finding.code and nameable.is_named(waiver.where, finding)
