"""The command text: a document as text, for `git diff` and for reading."""

from __future__ import annotations

import argparse
from pathlib import Path

from actgen.cli.console import say
from actgen.cli.exit_codes import DONE


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command understands."""
    parser.add_argument("file", metavar="ФАЙЛ", type=Path, help="файл Word (.docx) или PDF")


def run(request: argparse.Namespace) -> int:
    """Print a document a line a paragraph or row, as it is compared."""
    from actgen.workflow import text_of_file  # noqa: PLC0415

    say(text_of_file(request.file).rstrip("\n"))
    return DONE
