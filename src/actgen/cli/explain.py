"""The command explain."""

from __future__ import annotations

import argparse
import sys

from actgen.cli.console import say
from actgen.cli.exit_codes import DONE, WRONG_LINE
from actgen.diagnostics import closest

_IN_RUSSIAN = str.maketrans("ДСЛФВ", "DSLFV")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command understands."""
    parser.add_argument("code", metavar="КОД", help="код из сообщения: D101")


def run(request: argparse.Namespace) -> int:
    """Print the page of a code."""
    from actgen.workflow import explanation, known_codes  # noqa: PLC0415

    # A code is typed in whichever layout is on: «Д101» is what D101 sounds like, «С101» what S101 does.
    code = request.code.strip().upper().translate(_IN_RUSSIAN)
    text = explanation(code)
    if text is None:
        near = closest(code, known_codes())
        meant = f" Может быть, «{near}»?" if near else ""
        say(f"actgen: нет кода «{request.code}».{meant} Все коды правил: actgen rules", sys.stderr)
        return WRONG_LINE
    say(text.rstrip())
    return DONE
