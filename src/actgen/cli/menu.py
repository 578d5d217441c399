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
from actgen.cli.questions import NoAnswer, ask, can_ask, choose


def run(request: argparse.Namespace) -> int:
    """Show the menu; at a terminal ask for a number and do it, elsewhere only show."""
    say(f"actgen: локальные акты школы. Папка: {request.project.resolve()}")
    for number, (text, _) in enumerate(_ACTIONS, start=1):
        say(f"  {number}  {text}")
    say("  0  выйти")
    if not can_ask():
        say("Команды: actgen check, actgen plan, actgen build; справка: actgen --help")
        return DONE
    while True:
        try:
            answer = ask("Номер: ")
            if answer in ("", "0"):
                return DONE
            if answer.isdecimal() and 1 <= int(answer) <= len(_ACTIONS):
                _ACTIONS[int(answer) - 1][1](request)
            else:
                say(f"Нужен номер от 0 до {len(_ACTIONS)}.")
        except NoAnswer:
            return DONE


def _command(*words: str) -> Callable[[argparse.Namespace], None]:
    def do(request: argparse.Namespace) -> None:
        from actgen.cli.command_line import run  # noqa: PLC0415

        run([*words, "--project", str(request.project)])

    return do


def _import(request: argparse.Namespace) -> None:
    found = [path for folder in (request.project, request.project.resolve().parent) for path in _tables(folder)]
    question = "Таблица (номер; или перетащите файл мышью в это окно):" if found else "Перетащите таблицу мышью сюда:"
    chosen = choose(question, [str(path) for path in found]) if found else ask(f"{question} ")
    # A file dragged into the window of a console comes in quotes.
    if file := chosen.strip("\"'& "):
        _command("import", file)(request)


def _tables(folder: Path) -> list[Path]:
    return sorted(p for p in folder.glob("*.*") if p.suffix.casefold() in _TABLES and not p.name.startswith("~$"))


_TABLES = (".xlsx", ".xls", ".ods", ".csv")


def _start(request: argparse.Namespace) -> None:
    name = ask("Как назвать папку новой школы [Моя школа]: ") or "Моя школа"
    folder = request.project.resolve().parent / name
    _command("init", str(folder))(request)
    if (folder / "data" / "school.yaml").exists():
        request.project = folder
        say(f"Меню теперь работает с папкой: {folder}")


def _help(_: argparse.Namespace) -> None:
    say("Обычный порядок: взять сотрудников из Excel, записать пары, заполнить data/school.yaml, проверить, собрать.")
    say("Данные школы — в папке data, их правят в Блокноте; готовые документы — в out/docx.")
    say("Код ошибки объяснит команда: actgen explain D101. Все команды: actgen --help")
    say("Страница «Первые пятнадцать минут»: docs/first-fifteen-minutes.md")


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
    ("проверить", _command("check")),
    ("собрать", _command("build")),
    ("открыть папку с документами", _open),
    ("взять сотрудников из Excel", _import),
    ("новая пара", _command("new", "pair")),
    ("помощь", _help),
    ("начать свою школу в новой папке", _start),
)
