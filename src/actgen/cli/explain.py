"""The command explain."""

from __future__ import annotations

import argparse
import sys

from actgen.cli.console import say
from actgen.cli.exit_codes import DONE, WRONG_LINE
from actgen.diagnostics import closest


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command understands."""
    parser.add_argument("code", metavar="КОД", help="код из сообщения: D101")


def run(request: argparse.Namespace) -> int:
    """Print the page of a code."""
    from actgen.workflow import explanation, known_codes  # noqa: PLC0415

    code = request.code.strip().upper()
    text = explanation(code)
    if text is None:
        near = closest(code, known_codes())
        meant = f" Может быть, «{near}»?" if near else ""
        say(f"actgen: нет кода «{request.code}».{meant}", sys.stderr)
        return WRONG_LINE
    say(text.rstrip())
    return DONE
