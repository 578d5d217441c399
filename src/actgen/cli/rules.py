"""The command rules."""

from __future__ import annotations

import argparse

from actgen.cli.console import say, say_json
from actgen.cli.exit_codes import DONE
from actgen.cli.options import add_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command understands."""
    add_json(parser)


def run(request: argparse.Namespace) -> int:
    """Print every rule with its weight, its basis and the days on which it holds."""
    from actgen.workflow import rule_lines  # noqa: PLC0415

    lines = rule_lines()
    if request.json:
        say_json([line.as_data() for line in lines])
        return DONE
    for line in lines:
        say(f"{line.code}  {line.severity:<14} {line.title}")
        say(f"      основание: {line.basis}{line.validity}")
    say(f"Правил: {len(lines)}. Страница правила: actgen explain {lines[0].code}")
    return DONE
