"""The command doctor."""

from __future__ import annotations

import argparse

from actgen.cli.console import say
from actgen.cli.exit_codes import DONE, ENVIRONMENT


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command understands: nothing more."""


def run(request: argparse.Namespace) -> int:
    """Print what this computer has and lacks; exit 3 when something without which nothing is built is missing."""
    from actgen.workflow import examine  # noqa: PLC0415

    lacking = []
    for check in examine(request.project):
        say(f"{check.what:<32} {check.found}")
        if check.is_needed and not check.is_there:
            lacking.append(check.what)
    if lacking:
        say(f"Не обойтись без этого: {', '.join(lacking)}.")
        return ENVIRONMENT
    return DONE
