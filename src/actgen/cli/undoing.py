"""The option --undo of the commands that change many files at once."""

from __future__ import annotations

import argparse

from actgen.cli.console import say
from actgen.cli.exit_codes import DONE


def add_undo(parser: argparse.ArgumentParser, text: str) -> None:
    """Add the option."""
    parser.add_argument("--undo", "--отменить", "--вернуть", action="store_true", dest="undo", help=text)


def take_back(request: argparse.Namespace) -> int:
    """Bring the files back that the last run of this command changed, and say which they are."""
    from actgen.workflow import refresh_schemas, undo  # noqa: PLC0415

    files = undo(request.project, request.command)
    refresh_schemas(request.project)
    say(f"Возвращено как было: {', '.join(files)}.")
    return DONE
