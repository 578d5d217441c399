"""The menu of usual actions, shown when no command is given."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from actgen.cli.console import say
from actgen.cli.exit_codes import DONE


def run(request: argparse.Namespace) -> int:
    """Show the menu; at a terminal ask for a number and do it, elsewhere only show."""
    say(f"actgen: локальные акты школы. Папка: {request.project.resolve()}")
    for number, (text, _) in enumerate(_ACTIONS, start=1):
        say(f"  {number}  {text}")
    say("  0  выйти")
    if not (sys.stdin and sys.stdin.isatty()):
        say("Команды: actgen check, actgen plan, actgen build; справка: actgen --help")
        return DONE
    while True:
        try:
            answer = input("Номер: ").strip()
        except EOFError:
            return DONE
        if answer in ("", "0"):
            return DONE
        if answer.isdigit() and 1 <= int(answer) <= len(_ACTIONS):
            _ACTIONS[int(answer) - 1][1](request)
        else:
            say(f"Нужен номер от 0 до {len(_ACTIONS)}.")


def _command(*words: str) -> Callable[[argparse.Namespace], None]:
    def do(request: argparse.Namespace) -> None:
        from actgen.cli.command_line import run  # noqa: PLC0415

        run([*words, "--project", str(request.project)])

    return do


def _open(request: argparse.Namespace) -> None:
    folder = request.project / "out" / "docx"
    if not folder.is_dir():
        say("Папки ещё нет: сначала соберите документы.")
        return
    _open_folder(folder)


def _open_folder(folder: Path) -> None:
    if sys.platform == "win32":
        os.startfile(folder)
        return
    opener = "open" if sys.platform == "darwin" else "xdg-open"
    try:
        subprocess.run([opener, str(folder)], check=False)
    except OSError:
        say(f"Откройте сами: {folder}")


_ACTIONS: tuple[tuple[str, Callable[[argparse.Namespace], None]], ...] = (
    ("проверить данные", _command("check")),
    ("показать, что изменится", _command("plan")),
    ("собрать документы", _command("build")),
    ("открыть папку с документами", _open),
    ("справка", _command("--help")),
)
