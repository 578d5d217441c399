"""The command build."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from actgen.cli.bundles import (
    add_bundle_options,
    bundle_request,
    find_printed,
    progress,
    say_bundled,
    say_faults,
    say_left_behind,
    say_not_written,
    say_printed,
)
from actgen.cli.check import say_known
from actgen.cli.console import say
from actgen.cli.documents import all_fresh, say_written, stems_of
from actgen.cli.exit_codes import DONE, WRONG_LINE
from actgen.cli.findings import code_of, prevented, say_findings, say_for_programs
from actgen.cli.options import add_all_or_nothing, add_format, add_kinds, add_many, add_out
from actgen.diagnostics.printing import summary

if TYPE_CHECKING:
    from actgen.workflow import Bundled, Request, Written


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command understands."""
    add_kinds(parser)
    add_out(parser)
    add_format(parser)
    add_bundle_options(parser)
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

    out, wanted = request.out or request.project / "out", bundle_request(request)
    known = known_workspace(request.project) if not request.kinds and request.format == "full" else None
    if known is not None and is_built(request.project, out, known):
        printed = find_printed(out, known.inputs, wanted) if wanted is not None else None
        if wanted is None or printed is not None:
            say_known(known)
            say(all_fresh(len(known.documents)))
            if printed is not None:
                say_printed(printed)
            say_left_behind(out, [one.file for one in known.documents])
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
    if wanted is None or written.is_refused:
        return _say(request, out, written, None)
    try:
        bundled = _bundle(request.project, out, written, wanted, is_whole_set=not kinds)
    except WriteFault as fault:
        _say(request, out, written, None)
        return say_not_written(fault)
    return _say(request, out, written, bundled)


def _bundle(project: Path, out: Path, written: Written, wanted: Request, *, is_whole_set: bool) -> Bundled:
    from actgen.workflow import bundle_workspace  # noqa: PLC0415

    with progress() as on_progress:
        return bundle_workspace(project, out, written, wanted, on_progress, is_whole_set=is_whole_set)


def _say(request: argparse.Namespace, out: Path, written: Written, bundled: Bundled | None) -> int:
    """Print what was found and made; return the exit code."""
    found = (*written.diagnostics, *(bundled.diagnostics if bundled is not None else ()))
    code = code_of(found, has_errors=written.has_errors or (bundled is not None and bundled.has_errors))
    if not say_for_programs(request, written.checked, found, written.states):
        say_findings(found, written.checked.texts, request.format)
        if written.is_refused:
            say(f"Ничего не собрано, файлы в папке out не тронуты. {summary(found)}")
            return code
        say_written(written)
        if bundled is not None:
            say_bundled(bundled, sum(state.state.value == "held" for state in written.states))
        say_left_behind(out, [state.file for state in written.states if state.document is not None])
        if found:
            say(summary(found))
    if bundled is not None and bundled.run.faults:
        return say_faults(bundled)
    return code
