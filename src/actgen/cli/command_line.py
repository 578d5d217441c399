"""The command line: commands and options, English names with Russian aliases, and the way from them to a command."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from actgen.cli.console import say
from actgen.cli.exit_codes import DONE, OWN_DEFECT, WRONG_LINE
from actgen.cli.options import NO_SCHOOL, ONE_SCHOOL, SEVERAL_SCHOOLS, add_project
from actgen.cli.russian import Parser, speak_russian
from actgen.version import VERSION


class Command(NamedTuple):
    """A command: its module in this package, of the same name unless given, has `add_arguments(parser)` and `run`.

    `schools` is what its help says of `--project`; where it does not do what was asked, one that `is_writing` says that
    nothing is written.
    """

    name: str
    alias: str
    help: str
    module: str = ""
    schools: str = ONE_SCHOOL
    is_writing: bool = True


COMMANDS = (
    Command("init", "начать", "положить в новую папку рабочее место школы с пояснениями", schools=NO_SCHOOL),
    Command("import", "взять", "взять сотрудников или ответы анкет из Excel или CSV", "import_staff"),
    Command("new", "новый", "записать нового сотрудника, пару, программу, вид акта или свой пункт"),
    Command("schema", "схема", "подсказки редактора: имена людей, программ и актов из ваших данных"),
    Command("doctor", "здоровье", "чего не хватает на этом компьютере и что из этого следует", is_writing=False),
    Command(
        "check",
        "проверить",
        "проверить данные, акты и шаблоны, ничего не записывая",
        schools=SEVERAL_SCHOOLS,
        is_writing=False,
    ),
    Command(
        "plan", "план", "показать, какие документы изменит сборка и почему", schools=SEVERAL_SCHOOLS, is_writing=False
    ),
    Command("build", "собрать", "проверить и собрать документы в папку out", schools=SEVERAL_SCHOOLS),
    Command("watch", "следить", "собирать заново после каждого сохранения, пока не нажато Ctrl+C"),
    Command("diff", "сравнить", "показать, что в собранном документе изменила рука, а что данные", is_writing=False),
    Command("take", "принять", "оставить документ таким, каким его исправили вручную"),
    Command("forms", "формы", "показать все падежи всех, сначала сомнительные"),
    Command("words", "слова", "показать слова, которые может печатать шаблон акта", is_writing=False),
    Command("explain", "объяснить", "объяснить код ошибки", schools=NO_SCHOOL, is_writing=False),
    Command("number", "номер", "записать в журнал номер и дату акта; без --number — следующий свободный"),
    Command("sign", "подписать", "записать, что акт подписан: файлы — в signed, их суммы — в журнал"),
    Command("status", "состояние", "показать, что подписано, кто не ознакомлен, что просрочено", is_writing=False),
    Command("year", "год", "открыть следующий учебный год; --undo возвращает прежний"),
    Command("verify", "сверить", "сверить вернувшийся файл с данными и проверить его подпись", is_writing=False),
    Command("text", "текст", "показать документ текстом, как его сравнивают", schools=NO_SCHOOL, is_writing=False),
    Command(
        "match",
        "подобрать",
        "предложить наставников для наставляемых из банка, с доводами; ничего не решает",
        is_writing=False,
    ),
    Command(
        "norms", "нормы", "показать, на какие законы ссылаются акты, и кого заденет отмена нормы", is_writing=False
    ),
    Command(
        "rules",
        "правила",
        "показать все правила: код, вес, основание, с какого дня действует",
        schools=NO_SCHOOL,
        is_writing=False,
    ),
)


def run(arguments: Sequence[str] | None = None) -> int:
    """Parse the arguments, run the command and return its exit code."""
    speak_russian()
    arguments = sys.argv[1:] if arguments is None else arguments
    try:
        request = _parser(arguments).parse_args(arguments)
    except SystemExit as leave:
        return leave.code if isinstance(leave.code, int) else WRONG_LINE
    try:
        return _run(request, request.project or [os.environ.get("ACTGEN_PROJECT") or "."])
    except KeyboardInterrupt:
        say("actgen: остановлено", sys.stderr)
        return 130
    except BrokenPipeError:
        # The reader of a pipe (head, less) left: nothing is wrong with the work.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
        return DONE
    except Exception as fault:  # whatever ends a command ends here, each with its sentence and its exit code
        return _ended_by(fault, request.command)


def _run(request: argparse.Namespace, folders: Sequence[str]) -> int:
    request.project = Path(folders[-1])
    if len(folders) > 1 or getattr(request, "executor", None) or not request.project.is_dir():
        from actgen.cli import schools  # noqa: PLC0415

        if len(folders) > 1 or getattr(request, "executor", None) or schools.is_pattern(folders[0]):
            return schools.run(request, folders)
        say(f"actgen: нет такой папки: {request.project}", sys.stderr)
        return WRONG_LINE
    return int(_module(request.command).run(request))


def _ended_by(fault: Exception, command: str) -> int:
    from actgen.cli.findings import prevented, refused  # noqa: PLC0415
    from actgen.workflow import Refused, WriteFault  # noqa: PLC0415

    if isinstance(fault, Refused):
        is_writing = next((one.is_writing for one in COMMANDS if one.name == command), True)
        return refused(fault, is_writing=is_writing)
    if isinstance(fault, WriteFault):
        return prevented(fault)
    return _own_defect(fault)


def _own_defect(defect: Exception) -> int:
    import traceback  # noqa: PLC0415

    traceback.print_exception(defect)
    say("actgen: это ошибка самой программы. Проверьте, что записано: actgen plan (в git — git status).", sys.stderr)
    say("Пришлите разработчикам строки выше и скажите, что вы делали.", sys.stderr)
    return OWN_DEFECT


def _parser(arguments: Sequence[str]) -> Parser:
    """Return the parser: every command with its help, and the options of those that the arguments name.

    A command's own module is imported only when it is named: the unchanged `check` pays for no other.
    """
    parser = Parser(
        prog="actgen",
        description="Собирает локальные акты школы из файлов data, acts и templates.",
        epilog="Без команды — меню обычных действий. О коде ошибки: actgen explain D101",
        allow_abbrev=False,
    )
    parser.commands = tuple(command.name for command in COMMANDS)
    parser.add_argument("--version", "--версия", action="version", version=f"actgen {VERSION}", help="показать версию")
    add_project(parser, default=None)
    parser.set_defaults(command="menu")
    parsers = parser.add_subparsers(title="команды", metavar="КОМАНДА", parser_class=Parser)
    for command in COMMANDS:
        own = parsers.add_parser(
            command.name,
            aliases=[command.alias],
            help=command.help,
            description=command.help,
            allow_abbrev=False,
        )
        add_project(own, default=argparse.SUPPRESS, text=command.schools)
        own.set_defaults(command=command.name)
        if command.name in arguments or command.alias in arguments:
            _module(command.name).add_arguments(own)
    return parser


def _module(name: str) -> Any:
    named = next((command.module for command in COMMANDS if command.name == name), "")
    return import_module(f"actgen.cli.{named or name}")
