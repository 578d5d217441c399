"""Findings on the screen and for programs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from actgen.cli.console import say, say_json
from actgen.cli.exit_codes import DONE, ENVIRONMENT, FOUND, WRONG_LINE
from actgen.diagnostics import Diagnostic
from actgen.diagnostics.printing import as_data, concise, report
from actgen.version import VERSION

if TYPE_CHECKING:
    from actgen.workflow import Checked, FileState, Refused, WriteFault


def say_findings(diagnostics: Sequence[Diagnostic], texts: Mapping[str, str], style: str) -> None:
    """Print the findings as a person reads them: `style` is full or concise."""
    if not diagnostics:
        return
    if style == "concise":
        for diagnostic in diagnostics:
            say(concise(diagnostic))
    else:
        say(report(diagnostics, texts))
        say()


UNREADABLE = "F040"


def code_of(diagnostics: Iterable[Diagnostic], *, has_errors: bool) -> int:
    """Return the exit code of what was found: a file that cannot be read is a fault of the machine, not of the data."""
    if any(found.code == UNREADABLE and found.is_error for found in diagnostics):
        return ENVIRONMENT
    return FOUND if has_errors else DONE


def say_for_programs(
    request: argparse.Namespace, checked: Checked, diagnostics: Sequence[Diagnostic], states: Sequence[FileState]
) -> bool:
    """Print the findings in a format for programs; return whether one was asked for."""
    style = request.format
    if style in ("full", "concise"):
        return False
    if style != "json" and not getattr(request, "show_names", False):
        diagnostics = checked.masked(diagnostics)
    if style == "json":
        _say_json(diagnostics, states)
        return True
    from actgen.diagnostics import reports  # noqa: PLC0415

    if style == "github":
        say(reports.github(diagnostics))
    elif style == "gitlab":
        say(reports.gitlab(diagnostics))
    elif style == "junit":
        say(reports.junit(diagnostics, checked.texts))
    else:
        from actgen.workflow import code_titles  # noqa: PLC0415

        say(reports.sarif(diagnostics, code_titles(), VERSION))
    return True


def _say_json(diagnostics: Iterable[Diagnostic], states: Iterable[FileState]) -> None:
    found = [as_data(diagnostic) for diagnostic in diagnostics]
    say_json({"diagnostics": found, "documents": [state.as_data() for state in states]})


def prevented(fault: WriteFault) -> int:
    """Say which file the disk or an open window kept from being written; return the exit code."""
    say(f"actgen: {fault.reason}: {fault.path}", sys.stderr)
    say(f"   подсказка: {fault.hint}. Файлы остались как были.", sys.stderr)
    return ENVIRONMENT


def refused(fault: Refused, *, is_writing: bool = True) -> int:
    """Say what is not done and why; return the exit code. A command that never writes does not speak of it."""
    say(f"actgen: {fault.message}", sys.stderr)
    for found in fault.found:
        say(f"   {concise(found)}", sys.stderr)
    if fault.hint:
        say(f"   подсказка: {fault.hint}", sys.stderr)
    if is_writing:
        say("Ничего не записано.", sys.stderr)
    return WRONG_LINE if fault.is_wrong_line else code_of(fault.found, has_errors=True)
