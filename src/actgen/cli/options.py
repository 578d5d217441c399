"""Options that several commands share, each with its Russian alias."""

from __future__ import annotations

import argparse
import os
from datetime import date, datetime
from pathlib import Path

FORMATS = ("full", "concise", "json", "github", "gitlab", "sarif", "junit")


ONE_SCHOOL = "папка школы; обычно та, в которой вы сейчас"
SEVERAL_SCHOOLS = f'{ONE_SCHOOL}; школ может быть несколько: назовите каждую или дайте образец в кавычках: "школы/*"'
NO_SCHOOL = argparse.SUPPRESS
"""What the help of a command says of the folder; one that reads no school takes the option and keeps silent of it."""


def add_project(parser: argparse.ArgumentParser, default: object, text: str = ONE_SCHOOL) -> None:
    """Add the folder of the school; `text` is one of the helps above."""
    parser.add_argument(
        "--project",
        "--проект",
        metavar="ПАПКА",
        action="append",
        default=default,
        help=text,
    )


def add_kinds(parser: argparse.ArgumentParser) -> None:
    """Add the kinds of act to look at."""
    parser.add_argument("kinds", nargs="*", metavar="ВИД", help="только эти виды актов; обычно все")


def add_out(parser: argparse.ArgumentParser) -> None:
    """Add the folder of built files."""
    parser.add_argument(
        "--out", "--папка", metavar="ПАПКА", type=Path, default=None, help="куда собирать (обычно out в папке школы)"
    )


def add_many(parser: argparse.ArgumentParser) -> None:
    """Add where many schools are worked on."""
    parser.add_argument(
        "-j", "--processes", "--процессов", metavar="N", type=int, dest="processes", help="процессов на много школ"
    )
    parser.add_argument(
        "--executor",
        "--исполнитель",
        metavar="dask://УЗЕЛ:ПОРТ",
        dest="executor",
        help="работать над школами на кластере Dask; папки школ там лежат по тем же путям",
    )


def add_all_or_nothing(parser: argparse.ArgumentParser) -> None:
    """Add whether an error in one record holds back every document; in CI it does unless told otherwise."""
    group = parser.add_mutually_exclusive_group()
    group.add_argument(
        "--all-or-nothing",
        "--всё-или-ничего",
        "--все-или-ничего",
        action="store_true",
        dest="all_or_nothing",
        default=bool(os.environ.get("CI")),
        help="при любой ошибке не собирать ничего; так и без этого слова, когда задана переменная CI",
    )
    group.add_argument(
        "--what-can",
        "--что-можно",
        action="store_false",
        dest="all_or_nothing",
        help="собрать всё, чего ошибка не касается (обычно так)",
    )


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add the answer for programs."""
    parser.add_argument("--json", action="store_true", help="для программ")


def add_format(parser: argparse.ArgumentParser, also: tuple[str, ...] = ()) -> None:
    """Add the form of messages; `also` are forms that this command has besides."""
    parser.add_argument(
        "--format",
        "--формат",
        dest="format",
        metavar="|".join((*FORMATS, *also)),
        choices=(*FORMATS, *also),
        default="github" if os.environ.get("GITHUB_ACTIONS") == "true" else "full",
        help="вид сообщений: подробно (full), по строке (concise), для программ; в GitHub Actions обычно github",
    )
    parser.add_argument(
        "--show-names",
        "--с-именами",
        action="store_true",
        dest="show_names",
        help="в видах для программ называть людей, а не записи",
    )


def add_day(parser: argparse.ArgumentParser, name: str, alias: str, text: str) -> None:
    """Add an option that takes a calendar day."""
    parser.add_argument(name, alias, dest=name.strip("-"), metavar="ДАТА", type=_day, default=None, help=text)


def add_about(parser: argparse.ArgumentParser) -> None:
    """Add the subject of an act of which the school has several."""
    parser.add_argument(
        "--about", "--о-ком", dest="about", metavar="КТО", help="о ком акт, если он не один на школу: belova"
    )


def add_text_or_json(parser: argparse.ArgumentParser) -> None:
    """Add the form of the answer: for people or for programs."""
    parser.add_argument(
        "--format",
        "--формат",
        dest="format",
        metavar="full|json",
        choices=("full", "json"),
        default="full",
        help="вид ответа: подробно (full) или для программ (json)",
    )


def _day(text: str) -> date:
    for form in ("%d.%m.%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text.strip(), form).date()
        except ValueError:
            continue
    raise argparse.ArgumentTypeError(f"нужна дата вида 01.09.2026: «{text}»")
