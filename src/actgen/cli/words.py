"""The command words."""

from __future__ import annotations

import argparse
import sys

from actgen.cli.console import say, say_json
from actgen.cli.exit_codes import DONE, FOUND, WRONG_LINE
from actgen.cli.options import add_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command understands."""
    parser.add_argument("kind", metavar="ВИД", help="имя вида акта: order-on-pairs или приказ-о-парах")
    add_json(parser)


def run(request: argparse.Namespace) -> int:
    """Print every word that the template of a kind may use, with its value today."""
    from actgen.workflow import words_of_kind  # noqa: PLC0415

    found = words_of_kind(request.project, request.kind)
    if found.kind is None:
        near = f" Может быть, «{found.nearest}»?" if found.nearest else ""
        say(f"actgen: нет вида акта «{request.kind}».{near} Есть: {', '.join(found.known)}", sys.stderr)
        return WRONG_LINE
    if request.json:
        say_json(dict(found.values))
        return DONE
    if not found.has_documents:
        say(f"Слов нет: по данным этого года ни одного документа вида «{found.kind}» не нужно.")
        return DONE
    if not found.values:
        say("Слова не вычислены: сначала исправьте ошибки, их показывает actgen check.", sys.stderr)
        return FOUND
    say(f"Слова вида «{found.kind}» (пример: {found.title}); в шаблоне пишут {{{{ слово }}}}:")
    width = min(48, max(len(name) for name in found.values))
    for name, value in found.values.items():
        say(f"  {name:<{width}}  {value}")
    if found.points:
        say("Пункты и откуда каждый:")
        for point in found.points:
            say(f"  {point.number or '—':<8}{point.code or 'без ид':<{width}}  {point.layer}")
    return DONE
