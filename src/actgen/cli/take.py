"""The command take: a document stays as a hand has changed it."""

from __future__ import annotations

import argparse
from pathlib import Path

from actgen.cli.console import say
from actgen.cli.exit_codes import DONE
from actgen.cli.options import add_out


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command understands."""
    parser.add_argument("file", metavar="ФАЙЛ", type=Path, help="документ из папки out, исправленный вручную")
    add_out(parser)


def run(request: argparse.Namespace) -> int:
    """Keep the file, and print which line of data, act or template would give the same text."""
    from actgen.workflow import take_file  # noqa: PLC0415

    own = take_file(request.project, request.file, request.out)
    say(f"Принят ваш вариант: {own.path.name}")
    say("Сборка его не тронет, а новый положит рядом, только когда изменятся данные.")
    if own.advice:
        say("Чтобы правка появлялась сама, измените:")
    for advice in own.advice:
        places = ", ".join(map(str, advice.places))
        before, after = f"«{advice.before}»" if advice.before else "", f"«{advice.after}»" if advice.after else ""
        what = f"{before} на {after}" if before and after else f"уберите {before}" if before else f"добавьте {after}"
        say(f"  {places}: {what}")
    return DONE
