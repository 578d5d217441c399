"""The command text: a document as text, for `git diff` and for reading."""

from __future__ import annotations

import argparse
from pathlib import Path

from actgen.cli.console import say
from actgen.cli.exit_codes import DONE
from actgen.cli.findings import prevented, refused


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command understands."""
    parser.add_argument("file", metavar="ФАЙЛ", type=Path, help="файл Word (.docx) или PDF")


def run(request: argparse.Namespace) -> int:
    """Print a document a line a paragraph or row, as it is compared."""
    from actgen.workflow import Refused, WriteFault, text_of_file  # noqa: PLC0415

    try:
        say(text_of_file(request.file).rstrip("\n"))
    except Refused as fault:
        return refused(fault, is_writing=False)
    except WriteFault as fault:
        return prevented(fault)
    return DONE
