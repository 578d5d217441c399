"""The command forms: all six cases of everyone, and the confirmation of doubtful ones."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from actgen.cli.console import say, say_json
from actgen.cli.exit_codes import DONE, FOUND
from actgen.cli.options import add_json

if TYPE_CHECKING:
    from actgen.workflow import FormRow


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command understands."""
    parser.add_argument(
        "--confirm", "--подтвердить", nargs="+", metavar="ИМЯ", default=(), dest="confirm", help="формы верны"
    )
    add_json(parser)


def run(request: argparse.Namespace) -> int:
    """Show every form, the doubtful ones first; or confirm those that were named."""
    from actgen.workflow import forms_of  # noqa: PLC0415

    if request.confirm:
        return _confirm(request)
    rows = forms_of(request.project)
    if not rows:
        say("Формы не вычислены: сначала исправьте ошибки, их показывает actgen check.", sys.stderr)
        return FOUND
    if request.json:
        say_json([_as_data(row) for row in rows])
    else:
        _show(rows)
    return FOUND if any(row.is_doubtful for row in rows) else DONE


def _show(rows: Sequence[FormRow]) -> None:
    for row in rows:
        mark = "?" if row.is_doubtful else " "
        say(f"{mark} {row.text}  ({row.kind.value})")
        for case, form in row.forms.items():
            if case.russian != "именительный":
                say(f"      {case.russian:<13} {form}   [{row.sources[case]}]")
        for doubt in row.doubts:
            say(f"      {doubt.code}: {doubt.reason}; {doubt.kind.advice}")
    doubtful = [row.text for row in rows if row.is_doubtful]
    say(f"Всего: {len(rows)}, сомнительных: {len(doubtful)}.")
    if doubtful:
        say(f'Если формы верны: actgen forms --confirm "{doubtful[0]}"')
        say("Если нет, впишите верные в data/declension.yaml.")


def _as_data(row: FormRow) -> dict[str, object]:
    return {
        "kind": row.kind.value,
        "text": row.text,
        "forms": {case.russian: form for case, form in row.forms.items()},
        "sources": {case.russian: source for case, source in row.sources.items()},
        "doubts": [{"code": doubt.code, "reason": doubt.reason} for doubt in row.doubts],
    }


def _confirm(request: argparse.Namespace) -> int:
    from actgen.workflow import confirm_forms  # noqa: PLC0415

    rows = confirm_forms(request.project, request.confirm)
    for row in rows:
        say(f"Подтверждено: {row.text}")
    say("Записано в data/declension.yaml." if rows else "Сомнений не было, ничего не записано.")
    return DONE
