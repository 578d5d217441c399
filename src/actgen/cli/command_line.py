"""The command line: commands and options, English names with Russian aliases, and the way from them to a command."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from actgen.cli.console import say
from actgen.cli.russian import Parser, speak_russian
from actgen.version import VERSION

FORMATS = ("full", "concise", "json", "github", "gitlab", "sarif", "junit")

DONE, FOUND, WRONG_LINE, ENVIRONMENT, OWN_DEFECT = 0, 1, 2, 3, 70


def run(arguments: Sequence[str] | None = None) -> int:
    """Parse the arguments, run the command and return its exit code."""
    speak_russian()
    parser = _parser()
    try:
        request = parser.parse_args(arguments)
    except SystemExit as leave:
        return leave.code if isinstance(leave.code, int) else WRONG_LINE
    if "format" in request and request.format is None:
        request.format = "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "full"
    request.project = Path(request.project or os.environ.get("ACTGEN_PROJECT") or ".")
    if not request.project.is_dir():
        say(f"actgen: нет такой папки: {request.project}", sys.stderr)
        return WRONG_LINE
    try:
        return _command(request.command)(request)
    except KeyboardInterrupt:
        say("actgen: остановлено", sys.stderr)
        return 130
    except BrokenPipeError:
        # The reader of a pipe (head, less) left: nothing is wrong with the work.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
        return DONE
    except Exception as defect:  # every defect of our own ends here, with one sentence and its trace
        return _own_defect(defect)


def _command(name: str | None) -> Callable[[argparse.Namespace], int]:
    from actgen.cli import commands, forms, matching, menu  # noqa: PLC0415

    return {
        None: menu.show,
        "check": commands.check,
        "plan": commands.plan,
        "build": commands.build,
        "forms": forms.forms,
        "words": commands.words,
        "explain": commands.explain,
        "match": matching.match,
        "rules": commands.rules,
    }[name]


def _own_defect(defect: Exception) -> int:
    import traceback  # noqa: PLC0415

    traceback.print_exception(defect)
    say("actgen: это ошибка самой программы, ваши файлы не изменены.", sys.stderr)
    say("Пришлите разработчикам строки выше и скажите, что вы делали.", sys.stderr)
    return OWN_DEFECT


def _parser() -> Parser:
    common = Parser(add_help=False)
    _add_common(common, default=argparse.SUPPRESS)
    parser = Parser(
        prog="actgen",
        description="Собирает локальные акты школы из файлов data, acts и templates.",
        epilog="Без команды — меню обычных действий. О коде ошибки: actgen explain D101",
        allow_abbrev=False,
    )
    parser.commands = ("check", "plan", "build", "forms", "words", "explain", "match", "rules")
    parser.add_argument("--version", "--версия", action="version", version=f"actgen {VERSION}", help="показать версию")
    _add_common(parser, default=None)
    parser.set_defaults(command=None)
    commands = parser.add_subparsers(title="команды", metavar="КОМАНДА", parser_class=Parser)

    def add(name: str, alias: str, text: str) -> argparse.ArgumentParser:
        command = commands.add_parser(
            name, aliases=[alias], help=text, description=text, parents=[common], allow_abbrev=False
        )
        command.set_defaults(command=name)
        return command

    check = add("check", "проверить", "проверить данные, акты и шаблоны, ничего не записывая")
    _add_format(check)
    check.add_argument(
        "--fix",
        "--исправить",
        action="store_true",
        dest="fix",
        help="исправить то, у чего один верный ответ",
    )
    check.add_argument("--yes", "--да", action="store_true", dest="yes", help="исправить без вопроса")
    plan = add("plan", "план", "показать, какие документы изменит сборка и почему")
    _add_kinds(plan)
    _add_out(plan)
    _add_format(plan)
    plan.add_argument(
        "--exit-code", "--код", action="store_true", dest="exit_code", help="код выхода 1, если что-то изменится"
    )
    build = add("build", "собрать", "проверить и собрать документы в папку out")
    _add_kinds(build)
    _add_out(build)
    _add_format(build)
    build.add_argument(
        "--locked",
        "--закреплено",
        action="store_true",
        dest="locked",
        help="ничего не записывать, если печатаемая форма не та, что в data/declension.lock.yaml",
    )
    forms = add("forms", "формы", "показать все падежи всех, сначала сомнительные")
    forms.add_argument(
        "--confirm", "--подтвердить", nargs="+", metavar="ИМЯ", default=(), dest="confirm", help="формы верны"
    )
    forms.add_argument("--json", action="store_true", help="для программ")
    words = add("words", "слова", "показать слова, которые может печатать шаблон акта")
    words.add_argument("kind", metavar="ВИД", help="имя вида акта: order-on-pairs или приказ-о-парах")
    words.add_argument("--json", action="store_true", help="для программ")
    explain = add("explain", "объяснить", "объяснить код ошибки")
    rules = add("rules", "правила", "показать все правила: код, вес, основание, с какого дня действует")
    rules.add_argument("--json", action="store_true", help="для программ")
    explain.add_argument("code", metavar="КОД", help="код из сообщения: D101")
    match = add("match", "подобрать", "предложить наставников для наставляемых из банка, с доводами; ничего не решает")
    match.add_argument("--json", action="store_true", help="для программ")
    return parser


def _add_common(parser: argparse.ArgumentParser, default: object) -> None:
    parser.add_argument("--project", "--проект", metavar="ПАПКА", default=default, help="папка школы (обычно текущая)")


def _add_kinds(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kinds", nargs="*", metavar="ВИД", help="только эти виды актов; обычно все")


def _add_out(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--out", "--папка", metavar="ПАПКА", type=Path, default=None, help="куда собирать (обычно out в папке школы)"
    )


def _add_format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format",
        "--формат",
        dest="format",
        metavar="|".join(FORMATS),
        choices=FORMATS,
        default=None,
        help="вид сообщений: подробно (full), по строке (concise), для программ; в GitHub Actions обычно github",
    )
    parser.add_argument(
        "--show-names",
        "--с-именами",
        action="store_true",
        dest="show_names",
        help="в видах для программ называть людей, а не записи",
    )
