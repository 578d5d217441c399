"""Findings as text: for a person, for one line of a log, for a program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from actgen.diagnostics.diagnostic import Diagnostic, Severity

SEVERITY_NAMES = {Severity.ERROR: "ошибка", Severity.WARNING: "предупреждение", Severity.INFO: "замечание"}
MOST_SHOWN = 20
"""How many findings are shown in full; of the rest only the number by file."""


def full(diagnostic: Diagnostic, texts: Mapping[str, str]) -> str:
    """Return a finding with its source line and a mark under what is at fault.

    Args:
        diagnostic: The finding.
        texts: Text of each file by its path; a finding in a file that is not among them has no source line.
    """
    place = diagnostic.place
    name = SEVERITY_NAMES[diagnostic.severity]
    lines = [f"{place}: {name} {diagnostic.code}: {diagnostic.message}", *_source(diagnostic, texts)]
    for related in diagnostic.related:
        lines.append(f"   {related.place}: {related.message}")
    more = f"подробнее: actgen explain {diagnostic.code}"
    hint = f"   подсказка: {diagnostic.hint}        " if diagnostic.hint else "   "
    lines.append(hint + more)
    return "\n".join(lines)


def _source(diagnostic: Diagnostic, texts: Mapping[str, str]) -> list[str]:
    place = diagnostic.place
    rows = texts.get(place.file, "").split("\n")
    if not 1 <= place.line <= len(rows):
        return []
    row = rows[place.line - 1].rstrip("\r")
    number = f"{place.line:>5} | "
    before = "".join("\t" if letter == "\t" else " " for letter in row[: place.column - 1])
    return [f"{number}{row}", f"      | {before}{'^' * max(1, min(place.length, len(row) - place.column + 1))}"]


def concise(diagnostic: Diagnostic) -> str:
    """Return a finding on one line: place, severity, message, code."""
    return f"{diagnostic.place}: {SEVERITY_NAMES[diagnostic.severity]}: {diagnostic.message} [{diagnostic.code}]"


def as_data(diagnostic: Diagnostic) -> dict[str, object]:
    """Return a finding as JSON has it; line and column are None where the whole file is meant."""
    place = diagnostic.place
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "file": place.file,
        "line": place.line or None,
        "column": place.column or None,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
    }


def report(diagnostics: Sequence[Diagnostic], texts: Mapping[str, str]) -> str:
    """Return the findings for a person: the first twenty in full, of the rest the number by file."""
    shown = [full(diagnostic, texts) for diagnostic in diagnostics[:MOST_SHOWN]]
    rest: dict[str, int] = {}
    for diagnostic in diagnostics[MOST_SHOWN:]:
        rest[diagnostic.place.file] = rest.get(diagnostic.place.file, 0) + 1
    if rest:
        by_file = ", ".join(f"{file}: {number}" for file, number in sorted(rest.items()))
        shown.append(f"и ещё {sum(rest.values())}: {by_file}")
    return "\n\n".join(shown)


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """Return the number of errors and warnings in words."""
    errors = sum(d.severity is Severity.ERROR for d in diagnostics)
    warnings = sum(d.severity is Severity.WARNING for d in diagnostics)
    return f"Ошибок: {errors}, предупреждений: {warnings}."
