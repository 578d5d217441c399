"""Waivers at work: a finding that the school has a reason to keep becomes a remark with that reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from actgen.diagnostics import Diagnostic, Place, Related, Severity, closest
from actgen.language import date_in_digits
from actgen.school import SchoolYear, Waiver, fold_name

UNUSED = "D191"
CODES: Mapping[str, str] = MappingProxyType(
    {
        "D190": "отступление истекло",
        UNUSED: "отступление не пригодилось",
        "D192": "отступление от неизвестного правила",
        "D193": "отступление слишком долгое",
    }
)
LONGEST_YEARS = 2
"""For how many school years at most a waiver may be written."""


def waived(
    findings: Iterable[Diagnostic],
    waivers: Iterable[Waiver],
    year: SchoolYear,
    asked: Iterable[str],
    name_of: Callable[[Place], str],
) -> Iterator[Diagnostic]:
    """Yield the findings; those that a waiver covers as remarks with its reason; then waivers that covered none.

    A waiver holds for a school year when its last day is not before the first day of the year: today is never asked.

    Args:
        findings: What the rules found.
        waivers: What the school keeps; one with a broken field is left out, its fault has been reported.
        year: The school year of the acts.
        asked: Codes of the rules that were asked; of the others it is not known whether a waiver is needed.
        name_of: How a record is called: «пара 3».
    """
    whole = [waiver for waiver in waivers if waiver.is_whole]
    holding = [waiver for waiver in whole if waiver.until >= year.starts_on]
    used: set[int] = set()
    for finding in findings:
        waiver = next((one for one in holding if _covers(one, finding, name_of)), None)
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


def misfits(waivers: Iterable[Waiver], year: SchoolYear, known: Iterable[str]) -> Iterator[Diagnostic]:
    """Yield what is wrong with the waivers themselves: an unknown rule, a day gone by, a day too far away."""
    codes = tuple(known)
    for waiver in waivers:
        if not waiver.is_whole:
            continue
        if waiver.code not in codes:
            near = closest(waiver.code, codes)
            yield Diagnostic(
                "D192",
                Severity.ERROR,
                f"нет правила «{waiver.code}»" + (f"; похожее: «{near}»" if near else ""),
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
        elif waiver.until.year - year.first > LONGEST_YEARS:
            yield Diagnostic(
                "D193",
                Severity.WARNING,
                f"отступление слишком долгое: {waiver.code} до {date_in_digits(waiver.until)}",
                waiver.place("до"),
                hint=f"назовите день не позже 31.08.{year.first + LONGEST_YEARS}",
            )


def _covers(waiver: Waiver, finding: Diagnostic, name_of: Callable[[Place], str]) -> bool:
    if waiver.code != finding.code:
        return False
    file, record = finding.place.file, name_of(finding.place)
    return waiver.where in (file, record, f"{file}, {record}") or fold_name(waiver.where) in fold_name(finding.message)
