"""The command build."""

from __future__ import annotations

import argparse

from actgen.cli.check import say_known
from actgen.cli.console import say
from actgen.cli.documents import all_fresh, say_written, stems_of
from actgen.cli.exit_codes import DONE, FOUND, WRONG_LINE
from actgen.cli.findings import prevented, say_findings, say_for_programs
from actgen.cli.options import add_all_or_nothing, add_format, add_kinds, add_many, add_out
from actgen.diagnostics.printing import summary


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command understands."""
    add_kinds(parser)
    add_out(parser)
    add_format(parser)
    add_many(parser)
    parser.add_argument(
        "--locked",
        "--закреплено",
        action="store_true",
        dest="locked",
        help="ничего не записывать, если печатаемая форма не та, что в data/declension.lock.yaml",
    )
    add_all_or_nothing(parser)


def run(request: argparse.Namespace) -> int:
    """Check, build, and print what was written."""
    from actgen.workflow import is_built, known_workspace  # noqa: PLC0415

    known = known_workspace(request.project) if not request.kinds and request.format == "full" else None
    if known is not None and is_built(request.project, request.out or request.project / "out", known):
        say_known(known)
        say(all_fresh(len(known.documents)))
        return DONE
    from actgen.workflow import WriteFault, build_workspace, check_workspace  # noqa: PLC0415

    kinds = stems_of(request.kinds, check_workspace(request.project).kinds) if request.kinds else []
    if kinds is None:
        return WRONG_LINE
    try:
        written = build_workspace(
            request.project, request.out, kinds, is_locked=request.locked, all_or_nothing=request.all_or_nothing
        )
    except WriteFault as fault:
        return prevented(fault)
    if say_for_programs(request, written.checked, written.diagnostics, written.states):
        return FOUND if written.has_errors else DONE
    say_findings(written.diagnostics, written.checked.texts, request.format)
    if written.is_refused:
        say(f"Ничего не собрано, файлы в папке out не тронуты. {summary(written.diagnostics)}")
        return FOUND
    say_written(written)
    if written.diagnostics:
        say(summary(written.diagnostics))
    return FOUND if written.has_errors else DONE
