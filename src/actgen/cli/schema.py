"""The command schema."""

from __future__ import annotations

import argparse
from pathlib import Path

from actgen.cli.console import say
from actgen.cli.exit_codes import DONE


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command understands."""
    parser.add_argument(
        "--out",
        "--папка",
        dest="out",
        metavar="ПАПКА",
        type=Path,
        help="куда записать; обычно .vscode/schema в папке школы, где их ищет VS Code",
    )


def run(request: argparse.Namespace) -> int:
    """Write the schemas of the workspace."""
    from actgen.workflow import write_schemas  # noqa: PLC0415

    changed = write_schemas(request.project, request.out)
    folder = request.out or request.project / ".vscode" / "schema"
    say(f"Подсказки редактора: {folder}; изменилось файлов: {len(changed)}.")
    return DONE
