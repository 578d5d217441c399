"""The command init."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from actgen.cli.console import say
from actgen.cli.exit_codes import DONE, WRONG_LINE


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command understands."""
    parser.add_argument("folder", metavar="ПАПКА", type=Path, help="папка новой школы; её можно ещё не создавать")
    parser.add_argument(
        "--year",
        "--год",
        dest="year",
        metavar="ГОД",
        help="учебный год: 2026/2027; обычно — нынешний, с августа — новый",
    )
    parser.add_argument(
        "--ci", choices=("github", "gitlab"), help="положить и пример проверки на сервере GitHub или GitLab"
    )


def run(request: argparse.Namespace) -> int:
    """Lay a commented workspace and say what to do next."""
    from actgen.workflow import start_workspace, write_schemas  # noqa: PLC0415

    try:
        started = start_workspace(request.folder, request.year, request.ci)
        write_schemas(request.folder)
    except ValueError:
        say(f"actgen: учебный год не прочитан: «{request.year}»; напишите так: 2026/2027", sys.stderr)
        return WRONG_LINE
    say(f"Папка школы: {request.folder}, учебный год {started.year}.")
    for name in started.laid:
        say(f"  + {name}")
    for name in started.kept:
        say(f"  = {name}  — уже есть, не тронут")
    say("Дальше: откройте в этой папке Акты.cmd (в Linux и macOS — акты.sh), возьмите сотрудников из Excel")
    say("и замените ЗАПОЛНИТЕ в data/school.yaml. Что осталось, покажет «проверить».")
    return DONE
