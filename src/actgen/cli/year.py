"""The command year: open the next school year, or take that back."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from actgen.cli.console import say
from actgen.cli.exit_codes import DONE, WRONG_LINE
from actgen.cli.questions import may_write
from actgen.cli.undoing import add_undo, take_back
from actgen.diagnostics.printing import concise

if TYPE_CHECKING:
    from actgen.workflow import NextYear


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command understands."""
    parser.add_argument("year", nargs="?", metavar="ГОД", help="следующий учебный год: 2027/2028")
    parser.add_argument(
        "--keep", "--остаётся", dest="keep", nargs="+", default=(), metavar="ВИД", help="акты, которые остаются в силе"
    )
    add_undo(parser, "вернуть прежний год")
    parser.add_argument("--yes", "--да", action="store_true", dest="yes", help="записать без вопроса")


def run(request: argparse.Namespace) -> int:
    """Show what changes, ask, and write."""
    from actgen.workflow import open_next_year, plan_next_year  # noqa: PLC0415

    if (request.year is None) != request.undo:
        say("actgen: укажите год: actgen year 2027/2028; или --undo, чтобы вернуть прежний", sys.stderr)
        return WRONG_LINE
    if request.undo:
        return take_back(request)
    planned = plan_next_year(request.project, request.year, request.keep)
    _show(planned)
    if not may_write(request):
        return DONE
    open_next_year(request.project, planned)
    say(f"Открыт {planned.new}. Прежние данные: {planned.archive}. Вернуть всё как было: actgen year --undo")
    return DONE


def _show(planned: NextYear) -> None:
    say(f"Новый учебный год {planned.new}")
    say(f"  перенесено: сотрудники {planned.staff}; пары, которые продолжаются: {len(planned.carried)}")
    say(f"  закрыто:    пары {planned.old}: {len(planned.closed)}")
    for pair in planned.closed:
        say(f"              {pair.title}{'' if pair.result is not None else ' (итог не записан)'}")
    say(f"  в журнале останутся под {planned.old}: записей {planned.listed}")
    if planned.unkept:
        say(f"  подписаны, а файла в папке signed нет: {len(planned.unkept)}, среди них «{planned.unkept[0]}»")
        say("              сборка нового года уберёт их из out/docx; сохраните раньше: actgen sign ВИД")
    if planned.kept:
        say(f"  остаётся в силе: {', '.join(planned.kept)}")
    say("  меняются файлы:")
    for path, text in planned.texts.items():
        say(f"    {'в архив' if text is None else 'изменить'}  {path}")
    for found in planned.found:
        say(f"  {concise(found)}")
    say("  нужно от вас: список сотрудников на 01.09, новые пары и программы, дорожная карта, номера приказов")
