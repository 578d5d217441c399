"""The command number: an act gets its number and date in the journal."""

from __future__ import annotations

import argparse

from actgen.cli.console import say, say_json
from actgen.cli.exit_codes import DONE
from actgen.cli.options import add_about, add_day, add_text_or_json
from actgen.diagnostics.printing import concise


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command understands."""
    parser.add_argument("kinds", nargs="+", metavar="ВИД", help="вид акта: приказ-о-парах; можно несколько")
    parser.add_argument(
        "--number", "--номер", dest="number", metavar="НОМЕР", help="номер: 81/8; без него — следующий свободный"
    )
    add_day(parser, "--date", "--дата", "дата регистрации: 01.09.2026; без неё — сегодня")
    add_about(parser)
    parser.add_argument(
        "--all", "--все", dest="every", action="store_true", help="всем документам вида, у которых ещё нет номера"
    )
    parser.add_argument(
        "--new-edition",
        "--новая-редакция",
        dest="new_edition",
        action="store_true",
        help="новая редакция акта, который уже подписан",
    )
    add_text_or_json(parser)


def run(request: argparse.Namespace) -> int:
    """Write the numbers and print them."""
    from actgen.workflow import number_acts  # noqa: PLC0415

    numbered = number_acts(
        request.project,
        request.kinds,
        number=request.number,
        day=request.date,
        about=request.about,
        is_every=request.every,
        is_new_edition=request.new_edition,
    )
    if request.format == "json":
        say_json(
            [
                {"kind": one.planned.key[0], "subject": one.planned.key[1], "number": one.number, "date": f"{one.day}"}
                for one in numbered
            ]
        )
        return DONE
    for one in numbered:
        was = f" (было № {one.was})" if one.was not in (None, one.number) else ""
        say(f"№ {one.number} от {one.day:%d.%m.%Y}{was}: {one.planned.title}")
    for found in numbered[0].found:
        say(concise(found))
    say("Записано в data/journal.yaml. Дальше: actgen build")
    return DONE
