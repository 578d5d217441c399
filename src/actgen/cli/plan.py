"""The command plan."""

from __future__ import annotations

import argparse

from actgen.cli.console import say
from actgen.cli.documents import state_line, stems_of, totals
from actgen.cli.exit_codes import DONE, FOUND, WRONG_LINE
from actgen.cli.findings import prevented, say_findings, say_for_programs
from actgen.cli.options import add_format, add_kinds, add_many, add_out


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command understands."""
    add_kinds(parser)
    add_out(parser)
    add_format(parser)
    add_many(parser)
    parser.add_argument(
        "--exit-code", "--код", action="store_true", dest="exit_code", help="код выхода 1, если что-то изменится"
    )


def run(request: argparse.Namespace) -> int:
    """Print what a build would do with each file, and because of which places."""
    from actgen.workflow import WriteFault, plan_workspace  # noqa: PLC0415

    try:
        planned = plan_workspace(request.project, request.out)
    except WriteFault as fault:
        return prevented(fault)
    kinds = stems_of(request.kinds, planned.checked.kinds)
    if kinds is None:
        return WRONG_LINE
    states = [state for state in planned.states if not kinds or state.kind in kinds]
    checked = planned.checked
    if not say_for_programs(request, checked, planned.diagnostics, states):
        say_findings(planned.diagnostics, checked.texts, request.format)
        for state in states:
            say(state_line(state, checked.layers))
        say(totals(states))
    if planned.has_errors:
        return FOUND
    return FOUND if request.exit_code and any(state.will_change for state in states) else DONE
