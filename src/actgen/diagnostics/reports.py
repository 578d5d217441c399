"""Findings for programs: GitHub and GitLab, SARIF, JUnit. No source lines, and unless asked for no names of people."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from actgen.diagnostics.diagnostic import Diagnostic, Related, Severity
from actgen.diagnostics.printing import SEVERITY_NAMES, summary

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_GITLAB = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}
_SARIF = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def github(diagnostics: Sequence[Diagnostic]) -> str:
    """Return annotations of GitHub Actions, the total first: only ten of a kind are shown for a step.

    >>> print(github([]))
    ::notice title=actgen::Ошибок: 0, предупреждений: 0.
    """
    lines = [f"::notice title=actgen::{_github_text(summary(diagnostics))}"]
    for diagnostic in sorted(diagnostics, key=lambda d: list(Severity).index(d.severity)):
        place = diagnostic.place
        properties = {"file": place.file, "title": diagnostic.code}
        if place.line:
            properties |= {
                "line": str(place.line),
                "col": str(place.column),
                "endColumn": str(place.column + place.length),
            }
        shown = ",".join(f"{key}={_github_property(value)}" for key, value in properties.items())
        lines.append(f"::{_GITHUB[diagnostic.severity]} {shown}::{_github_text(_text(diagnostic))}")
    return "\n".join(lines)


def gitlab(diagnostics: Iterable[Diagnostic]) -> str:
    """Return a Code Quality report of GitLab; a finding keeps its fingerprint when lines above it come or go."""
    seen: dict[str, int] = {}
    report = []
    for diagnostic in diagnostics:
        about = "\0".join((diagnostic.code, diagnostic.place.file, diagnostic.message))
        seen[about] = seen.get(about, 0) + 1
        report.append(
            {
                "description": _text(diagnostic),
                "check_name": diagnostic.code,
                "fingerprint": sha256(f"{about}\0{seen[about]}".encode()).hexdigest(),
                "severity": _GITLAB[diagnostic.severity],
                "location": {"path": diagnostic.place.file, "lines": {"begin": max(1, diagnostic.place.line)}},
            }
        )
    return json.dumps(report, ensure_ascii=False, indent=1)


def sarif(diagnostics: Sequence[Diagnostic], titles: Mapping[str, str], version: str) -> str:
    """Return a SARIF 2.1.0 log; columns count code points.

    Args:
        diagnostics: The findings.
        titles: The title of each code.
        version: The version of the program.
    """
    codes = sorted({diagnostic.code for diagnostic in diagnostics})
    run = {
        "tool": {
            "driver": {
                "name": "actgen",
                "version": version,
                "rules": [{"id": code, "shortDescription": {"text": titles.get(code, code)}} for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(diagnostic, codes) for diagnostic in diagnostics],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1)


def junit(diagnostics: Iterable[Diagnostic], files: Iterable[str]) -> str:
    """Return a JUnit report: one test case for each file, which fails when an error stands in it."""
    return junit_of_suites([Suite("actgen", tuple(diagnostics), tuple(files))])


@dataclass(frozen=True, slots=True)
class Suite:
    """A test suite of a JUnit report: a workspace. `fault` tells why nothing else is known of it."""

    name: str
    diagnostics: Sequence[Diagnostic]
    files: Sequence[str]
    fault: str = ""


def junit_of_suites(suites: Iterable[Suite]) -> str:
    """Return a JUnit report of several workspaces."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<testsuites>"]
    for suite in suites:
        lines += _suite_lines(suite)
    return "\n".join([*lines, "</testsuites>"])


def _suite_lines(suite: Suite) -> Iterator[str]:
    # It loads half of `http`, which other reports and every check would pay for.
    from xml.sax.saxutils import escape, quoteattr  # noqa: PLC0415

    found: dict[str, list[Diagnostic]] = {file: [] for file in sorted(suite.files)}
    for diagnostic in suite.diagnostics:
        found.setdefault(diagnostic.place.file, []).append(diagnostic)
    failed = sum(any(one.is_error for one in own) for own in found.values())
    name, faults = quoteattr(suite.name), int(bool(suite.fault))
    counts = f'tests="{len(found) + faults}" failures="{failed}" errors="{faults}" skipped="0"'
    yield f"<testsuite name={name} {counts}>"
    if suite.fault:
        yield f'<testcase classname={name} name="actgen"><error message={quoteattr(suite.fault)}/></testcase>'
    for file, own in found.items():
        yield f"<testcase classname={name} name={quoteattr(file)} file={quoteattr(file)}>"
        text = escape("\n".join(f"{one.place}: {SEVERITY_NAMES[one.severity]} {_text(one)}" for one in own))
        errors = sum(one.is_error for one in own)
        if errors:
            yield f'<failure message="ошибок: {errors}">{text}</failure>'
        elif own:
            yield f"<system-out>{text}</system-out>"
        yield "</testcase>"
    yield "</testsuite>"


def without_names(
    diagnostics: Iterable[Diagnostic], mask: Callable[[str], str], name_of: Callable[[Diagnostic], str]
) -> tuple[Diagnostic, ...]:
    """Return the findings with people masked in message and hint, and the record named before the message.

    Args:
        diagnostics: The findings.
        mask: Replaces the names of people in a text.
        name_of: How the record at fault is called: «пара 3», "" for none.
    """
    masked = []
    for diagnostic in diagnostics:
        record = name_of(diagnostic)
        message = mask(diagnostic.message)
        masked.append(
            replace(
                diagnostic,
                message=f"{record}: {message}" if record else message,
                hint=mask(diagnostic.hint),
                related=tuple(replace(one, message=mask(one.message)) for one in diagnostic.related),
                edits=(),
            )
        )
    return tuple(masked)


def _text(diagnostic: Diagnostic) -> str:
    hint = f" Подсказка: {diagnostic.hint}" if diagnostic.hint else ""
    return f"{diagnostic.code}: {diagnostic.message}.{hint}"


def _github_text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _github_property(text: str) -> str:
    return _github_text(text).replace(":", "%3A").replace(",", "%2C")


def _sarif_result(diagnostic: Diagnostic, codes: Sequence[str]) -> Mapping[str, object]:
    place = diagnostic.place
    location: dict[str, object] = {"artifactLocation": {"uri": place.file}}
    if place.line:
        location["region"] = {
            "startLine": place.line,
            "startColumn": place.column,
            "endColumn": place.column + place.length,
        }
    related = [_sarif_related(one) for one in diagnostic.related]
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": codes.index(diagnostic.code),
        "level": _SARIF[diagnostic.severity],
        "message": {"text": _text(diagnostic)},
        "locations": [{"physicalLocation": location}],
        "relatedLocations": related,
    }


def _sarif_related(related: Related) -> Mapping[str, object]:
    location: dict[str, object] = {"artifactLocation": {"uri": related.place.file}}
    if related.place.line:
        location["region"] = {"startLine": related.place.line}
    return {"physicalLocation": location, "message": {"text": related.message}}


__all__ = ["Suite", "github", "gitlab", "junit", "junit_of_suites", "sarif", "without_names"]
