"""The command watch: build again on every saving."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from itertools import chain

from actgen.cli.console import say
from actgen.cli.exit_codes import DONE, WRONG_LINE
from actgen.cli.options import add_out


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command understands."""
    add_out(parser)


def run(request: argparse.Namespace) -> int:
    """Build at once and after every change, a line for each, until Ctrl+C."""
    from actgen.workflow.watch import looks_at, saved_files  # noqa: PLC0415

    if not (request.project / "data").is_dir():
        say(f"actgen: нет папки data: {request.project}", sys.stderr)
        return WRONG_LINE
    say(f"Слежу за папкой {request.project.resolve()}; закончить: Ctrl+C")
    try:
        looks = looks_at(request.project)
        first = next(looks)  # before the first build: what is saved during it is built too
        say(_line((), request))
        for files in saved_files(chain([first], looks)):
            say(_line(files, request))
    except KeyboardInterrupt:
        say("Слежение закончено.")
    return DONE


def _line(files: tuple[str, ...], request: argparse.Namespace) -> str:
    """Build, and return what came of it in one line."""
    from actgen.workflow import WriteFault, build_workspace  # noqa: PLC0415

    saved = ", ".join(files[:3]) + (f" и ещё {len(files) - 3}" if len(files) > 3 else "")
    head = f"{datetime.now():%H:%M:%S} {saved or 'первая сборка'}: "
    try:
        done = build_workspace(request.project, request.out)
    except WriteFault as fault:
        return f"{head}не собрано, {fault.reason}: {fault.path}; {fault.hint}"
    parts = [f"собрано {len(done.written)}: {', '.join(path.stem for path in done.written[:3])}"]
    if not done.written:
        parts = ["документы не изменились"]
    if len(done.written) > 3:
        parts[0] += f" и ещё {len(done.written) - 3}"
    if done.moved:
        parts.append(f"убрано в «прежние» {len(done.moved)}")
    held = sum(state.state.value == "held" for state in done.states)
    if held:
        parts.append(f"ждут {held}")
    errors = [found for found in done.diagnostics if found.is_error]
    if errors:
        parts.append(f"ошибок {len(errors)}: {errors[0].place}: {errors[0].code} {errors[0].message}")
    return head + "; ".join(parts)
