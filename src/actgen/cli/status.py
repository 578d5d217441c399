"""The command status: where each act stands."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from actgen.cli.console import say, say_json
from actgen.cli.exit_codes import DONE
from actgen.cli.options import add_day, add_out, add_text_or_json

if TYPE_CHECKING:
    from actgen.workflow import ActStatus, Status


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command understands."""
    add_day(parser, "--on", "--на", "на какой день; обычно сегодня: 15.05.2027")
    parser.add_argument("--html", metavar="ФАЙЛ", type=Path, help="записать страницей для просмотра и печати")
    add_out(parser)
    add_text_or_json(parser)


def run(request: argparse.Namespace) -> int:
    """Print the state of every act, what is overdue and who has still to read it."""
    from actgen.workflow import status_of, write_status_page  # noqa: PLC0415

    status = status_of(request.project, request.on, request.out)
    if request.html is not None:
        write_status_page(status, request.html)
    if request.format == "json":
        say_json(_as_data(status))
        return DONE
    if request.html is not None:
        say(f"Записано: {request.html}")
        return DONE
    for line in _lines(status):
        say(line)
    return DONE


def _lines(status: Status) -> Iterator[str]:
    yield f"Документы {status.year} на {status.on:%d.%m.%Y}"
    for act in status.acts:
        day = f" {act.day:%d.%m.%Y}" if act.day else ""
        number = f"№ {act.number} " if act.number else ""
        yield f"  {act.state + day:<22} {number}{act.title}"
        if act.note:
            yield f"{'':25}{act.note}"
        if act.waiting:
            read = f"ознакомлены {act.readers - len(act.waiting)} из {act.readers}"
            yield f"{'':25}{read}; нет: {', '.join(act.waiting)}"
        for one in act.overdue:
            yield f"{'':25}! просрочено с {one.since:%d.%m.%Y}: {one.what}"
    for act in status.former:
        day = f" {act.day:%d.%m.%Y}" if act.day else ""
        yield f"  {act.note}: {act.state + day} {f'№ {act.number} ' if act.number else ''}{act.title}"
    late = sum(bool(act.overdue) for act in status.acts)
    yield f"Документов: {len(status.acts)}, просрочено: {late}."


def _as_data(status: Status) -> dict[str, object]:
    return {
        "year": status.year,
        "on": status.on.isoformat(),
        "documents": [_act_data(act) for act in status.acts],
        "former": [_act_data(act) for act in status.former],
    }


def _act_data(act: ActStatus) -> dict[str, object]:
    return {
        "kind": act.kind,
        "subject": act.subject,
        "title": act.title,
        "number": act.number,
        "date": act.day.isoformat() if act.day else None,
        "state": act.state,
        "note": act.note or None,
        "readers": act.readers,
        "waiting": list(act.waiting),
        "overdue": [{"what": one.what, "since": one.since.isoformat()} for one in act.overdue],
    }
