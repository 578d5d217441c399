"""The command check."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from actgen.cli.console import say
from actgen.cli.exit_codes import DONE
from actgen.cli.findings import code_of, say_findings, say_for_programs
from actgen.cli.options import add_format, add_many
from actgen.cli.questions import NoAnswer, agree, can_ask
from actgen.diagnostics.printing import summary

if TYPE_CHECKING:
    from actgen.workflow import Checked
    from actgen.workflow.quick import KnownWorkspace


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command understands."""
    add_format(parser)
    add_many(parser)
    parser.add_argument(
        "--fix",
        "--исправить",
        action="store_true",
        dest="fix",
        help="исправить то, у чего один верный ответ",
    )
    parser.add_argument("--yes", "--да", action="store_true", dest="yes", help="исправить без вопроса")


def run(request: argparse.Namespace) -> int:
    """Print everything that is wrong with the workspace."""
    from actgen.workflow import known_workspace  # noqa: PLC0415

    known = known_workspace(request.project) if request.format == "full" and not request.fix else None
    if known is not None:
        say_known(known)
        say(_all_right(known.checked_files, len(known.documents), known.found))
        return DONE
    from actgen.workflow import check_workspace  # noqa: PLC0415

    if request.fix:
        _fix(request)
    checked = check_workspace(request.project)
    if not say_for_programs(request, checked, checked.diagnostics, ()):
        say_findings(checked.diagnostics, checked.texts, request.format)
        if checked.has_errors:
            say(f"Проверено файлов: {len(checked.texts)}. {summary(checked.diagnostics)}")
            curable = _curable(request, checked)
            if curable:
                say(f"Из них исправит сам: {curable}; команда: actgen check --fix")
        else:
            say(_all_right(len(checked.texts), len(checked.plan.documents), summary(checked.diagnostics)))
    return code_of(checked.diagnostics, has_errors=checked.has_errors)


def _curable(request: argparse.Namespace, checked: Checked) -> int:
    """Return how many findings `--fix` would mend."""
    from actgen.workflow import find_fixes  # noqa: PLC0415

    files = {fix.file for fix in find_fixes(request.project, checked)}
    return sum((bool(d.edits) or d.code == "F001") and d.place.file in files for d in checked.diagnostics)


def say_known(known: KnownWorkspace) -> None:
    """Print the findings of an unchanged workspace as the last check left them."""
    if known.report:
        say(known.report)
        say()


def _all_right(files: int, documents: int, found: str) -> str:
    return f"Проверено файлов: {files}, документов будет {documents}. {found}"


def _fix(request: argparse.Namespace) -> None:
    """Show what can be mended and mend it after «да»."""
    from actgen.workflow import find_fixes, write_fixes  # noqa: PLC0415

    stream = sys.stdout if request.format in ("full", "concise") else sys.stderr
    fixes = find_fixes(request.project)
    if not fixes:
        say("Исправлять самому нечего.", stream)
        return
    for fix in fixes:
        say(fix.diff, stream)
    if not request.yes and not can_ask():
        say("Чтобы исправить, повторите с --yes.", stream)
    if not request.yes and not (can_ask() and _agreed()):
        say("Файлы не изменены.", stream)
        return
    write_fixes(request.project, fixes)
    say(f"Исправлено мест: {sum(fix.places for fix in fixes)}, файлов: {len(fixes)}.", stream)


def _agreed() -> bool:
    try:
        return agree("Исправить?")
    except NoAnswer:
        return False
