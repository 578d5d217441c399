"""The menu of usual actions, shown when no command is given."""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from actgen.cli.console import say
from actgen.cli.exit_codes import DONE
from actgen.cli.questions import NoAnswer, agree, ask, can_ask, choose


def run(request: argparse.Namespace) -> int:
    """Show the menu; at a terminal ask for a number and do it, elsewhere only show."""
    say(f"actgen: локальные акты школы. Папка: {request.project.resolve()}")
    if _is_for_show(request):
        say("Это показательная школа: на ней видно, что получится. Свою начните в новой папке, номер 7.")
    _show()
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
            elif (words := _typed_command(answer)) is not None:
                _command(*words)(request)
            else:
                say(f"Нужен номер от 0 до {len(_ACTIONS)} или команда, как в подсказке: actgen import --undo")
                continue
            _show()
        except NoAnswer:
            return DONE


def _show() -> None:
    for number, (text, _) in enumerate(_ACTIONS, start=1):
        say(f"  {number}  {text}")
    say("  0  выйти")


def _typed_command(answer: str) -> list[str] | None:
    """Return the words of a command as hints name it, «actgen check --fix», or None for something else."""
    from actgen.cli.command_line import COMMANDS  # noqa: PLC0415

    # Not as a shell of Unix reads them: a path of Windows has backslashes.
    words = [word.replace('"', "").strip("'") for word in re.findall(r"""(?:[^\s"']|"[^"]*"|'[^']*')+""", answer)]
    words = words[1:] if words[:1] == ["actgen"] else words
    return words if words and any(words[0] in (command.name, command.alias) for command in COMMANDS) else None


def _command(*words: str) -> Callable[[argparse.Namespace], None]:
    def do(request: argparse.Namespace) -> None:
        from actgen.cli.command_line import run  # noqa: PLC0415

        run([*words, "--project", str(request.project)])

    return do


def _is_for_show(request: argparse.Namespace) -> bool:
    """Return whether this is the school that came with the program, beside the shipped acts."""
    from actgen.workflow import package_folder  # noqa: PLC0415

    return bool(request.project.resolve() == package_folder().resolve())


def _in_own_school(action: Callable[[argparse.Namespace], None]) -> Callable[[argparse.Namespace], None]:
    def do(request: argparse.Namespace) -> None:
        if not _is_for_show(request) or agree("Это показательная школа, не ваша. Всё равно записать в неё?"):
            action(request)

    return do


def _import(request: argparse.Namespace) -> None:
    found = [path for folder in (request.project, request.project.resolve().parent) for path in _tables(folder)]
    path_by_name = {path.name: path for path in reversed(found)}
    question = "Таблица (номер; или перетащите файл мышью в это окно; Enter — назад):"
    chosen = choose(question, list(path_by_name), is_optional=True) if found else ask("Перетащите таблицу мышью сюда: ")
    # A file dragged into the window of a console comes in quotes.
    if file := chosen.strip("\"'& "):
        _command("import", str(path_by_name.get(file, file)))(request)


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
    say("Команду из подсказки — actgen import --undo — набирают здесь же, вместо номера.")
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
    ("взять сотрудников из Excel", _in_own_school(_import)),
    ("новая пара", _in_own_school(_command("new", "pair"))),
    ("помощь", _help),
    ("начать свою школу в новой папке", _start),
)
