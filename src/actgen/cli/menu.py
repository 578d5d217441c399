"""The menu of usual actions, shown when no command is given."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from actgen.cli import commands
from actgen.cli.command_line import DONE
from actgen.cli.console import say


def show(request: argparse.Namespace) -> int:
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


def _check(request: argparse.Namespace) -> None:
    commands.check(argparse.Namespace(project=request.project, format="full", fix=False))


def _plan(request: argparse.Namespace) -> None:
    commands.plan(argparse.Namespace(project=request.project, out=None, kinds=[], format="full", exit_code=False))


def _build(request: argparse.Namespace) -> None:
    commands.build(argparse.Namespace(project=request.project, out=None, kinds=[], format="full", locked=False))


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


def _help(request: argparse.Namespace) -> None:
    from actgen.cli.command_line import run  # noqa: PLC0415

    run(["--help"])


_ACTIONS: tuple[tuple[str, Callable[[argparse.Namespace], None]], ...] = (
    ("проверить данные", _check),
    ("показать, что изменится", _plan),
    ("собрать документы", _build),
    ("открыть папку с документами", _open),
    ("справка", _help),
)
