"""The command sign: record that an act was signed; people sign, this keeps what they signed."""

from __future__ import annotations

import argparse
from pathlib import Path

from actgen.cli.console import say, say_json
from actgen.cli.exit_codes import DONE
from actgen.cli.options import add_about, add_day, add_out, add_text_or_json
from actgen.diagnostics.printing import concise


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command understands."""
    parser.add_argument("kind", metavar="ВИД", help="вид акта: приказ-о-парах")
    parser.add_argument(
        "files",
        nargs="*",
        metavar="ФАЙЛ",
        type=Path,
        help="что вернулось подписанным: DOCX или PDF и его .sig; без файла — собранный, подписан на бумаге",
    )
    parser.add_argument("--number", "--номер", dest="number", metavar="НОМЕР", help="номер, если его нет в журнале")
    add_day(parser, "--date", "--дата", "день подписания, если его нет в журнале: 15.09.2026")
    add_about(parser)
    parser.add_argument(
        "--as-is",
        "--как-есть",
        dest="as_is",
        action="store_true",
        help="записать, хотя текст файла не тот",
    )
    add_out(parser)
    add_text_or_json(parser)


def run(request: argparse.Namespace) -> int:
    """Record the act and print what is kept where."""
    from actgen.workflow import sign_act  # noqa: PLC0415

    signed = sign_act(
        request.project,
        request.kind,
        request.files,
        number=request.number,
        day=request.date,
        about=request.about,
        out=request.out,
        is_as_it_is=request.as_is,
    )
    if request.format == "json":
        say_json(
            {
                "kind": signed.planned.key[0],
                "subject": signed.planned.key[1],
                "number": signed.number,
                "date": f"{signed.day}",
                "files": [{"file": one.file, "sha256": one.sha256, "text": one.text} for one in signed.files],
            }
        )
        return DONE
    number = f" № {signed.number}" if signed.number else ""
    say(f"Подписан{number} от {signed.day:%d.%m.%Y}: {signed.planned.title}")
    for file in signed.files:
        say(f"  {file.file}  sha256 {file.sha256[:12]}…")
        if file.signature is not None:
            say(f"  {file.signature.file}  sha256 {file.signature.sha256[:12]}…")
    for one in signed.verified:
        if not one.has_text:
            say("  текст не сверен: в PDF нет текста (скан)")
        for found in one.diagnostics:
            say(f"  {concise(found)}")
    for found in signed.found:
        say(concise(found))
    say("Записано в data/journal.yaml. Эти файлы actgen больше не меняет; проверить их: actgen verify")
    return DONE
