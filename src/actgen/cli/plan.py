"""The command plan."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from actgen.cli.console import say
from actgen.cli.documents import say_differences, state_line, stems_of, totals
from actgen.cli.exit_codes import DONE, FOUND, WRONG_LINE
from actgen.cli.findings import code_of, say_findings, say_for_programs
from actgen.cli.options import add_format, add_kinds, add_many, add_out
from actgen.cli.plan_table import add_to_summary, plan_table

if TYPE_CHECKING:
    from actgen.workflow import Planned


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command understands."""
    add_kinds(parser)
    add_out(parser)
    add_format(parser, also=("markdown",))
    add_many(parser)
    parser.add_argument(
        "--exit-code", "--код", action="store_true", dest="exit_code", help="код выхода 1, если что-то изменится"
    )
    parser.add_argument(
        "--diff", "--разница", action="store_true", dest="diff", help="показать по абзацам, как изменится текст"
    )
    parser.add_argument(
        "--against",
        "--против",
        metavar="ВЕРСИЯ|ПАПКА",
        dest="against",
        help="сравнить не с папкой out, а с версией git (main, HEAD~1) или с другой папкой школы",
    )


def run(request: argparse.Namespace) -> int:
    """Print what a build would do with each file, and because of which places."""
    planned = _planned(request)
    kinds = stems_of(request.kinds, planned.checked.kinds)
    if kinds is None:
        return WRONG_LINE
    states = [state for state in planned.states if not kinds or state.kind in kinds]
    checked = planned.checked
    if request.format == "markdown":
        say(plan_table(planned, states, with_text=request.diff, with_names=request.show_names))
    elif say_for_programs(request, checked, planned.diagnostics, states):
        if request.format == "github":
            add_to_summary(plan_table(planned, states, with_text=request.diff, with_names=request.show_names))
    else:
        say_findings(planned.diagnostics, checked.texts, request.format)
        for state in states:
            say(state_line(state, checked.layers))
            if request.diff:
                say_differences(planned.differences.get(state.key, ()))
        say(totals(states))
    if planned.has_errors:
        return code_of(planned.diagnostics, has_errors=True)
    return FOUND if request.exit_code and any(state.will_change for state in states) else DONE


def _planned(request: argparse.Namespace) -> Planned:
    from actgen.workflow import compare_workspace, plan_workspace  # noqa: PLC0415

    if request.against is None:
        return plan_workspace(request.project, request.out)
    compared = compare_workspace(request.project, request.against)
    if compared.were_faulty:
        say(f"actgen: в {request.against} есть ошибки: {compared.were_faulty}; сравнение неполное", sys.stderr)
    return compared.planned
