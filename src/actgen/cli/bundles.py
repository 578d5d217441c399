"""PDF, print file and archive on the command line: progress, what was made, what prevented it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from actgen.cli.console import printable, say
from actgen.cli.exit_codes import ENVIRONMENT

if TYPE_CHECKING:
    from actgen.bundle import OfficeFault
    from actgen.workflow import Bundled, PrintedState, Request, WriteFault

_LINES = 10
"""How many lines of progress a log gets at most; a terminal gets a bar instead."""


def add_bundle_options(parser: argparse.ArgumentParser) -> None:
    """Add what makes more of the documents than Word files."""
    parser.add_argument("--pdf", "--пдф", action="store_true", dest="pdf", help="ещё и PDF каждого документа: out/pdf")
    parser.add_argument(
        "--bundle",
        "--комплект",
        action="store_true",
        dest="bundle",
        help="ещё и один файл для печати с описью (out/print) и архив out/bundle.zip",
    )
    parser.add_argument(
        "--copies",
        "--копии",
        action="store_true",
        dest="copies",
        help="с --bundle: каждый документ столько раз, сколько экземпляров велит акт",
    )


def bundle_request(request: argparse.Namespace) -> Request | None:
    """Return what was asked for, None when nothing but the DOCX was; `--copies` speaks of the bundle."""
    if not (request.pdf or request.bundle or request.copies):
        return None
    from actgen.workflow import Request  # noqa: PLC0415

    return Request(is_bundle=request.bundle or request.copies, with_copies=request.copies)


def find_printed(out: Path, inputs: str, wanted: Request) -> PrintedState | None:
    """Return what stands in `out` when nothing has to be made; no LibreOffice is started to know it."""
    from actgen.bundle import find_office, read_version  # noqa: PLC0415
    from actgen.workflow import known_print  # noqa: PLC0415

    soffice = find_office()
    return known_print(out, inputs, wanted, read_version(soffice) if soffice is not None else None)


def say_printed(state: PrintedState) -> None:
    """Print that there was nothing to make, and what was found when it was made."""
    if state.report:
        say(state.report)
        say()
    say("PDF, комплект и архив свежие." if state.request.is_bundle else "PDF свежие.")


def say_left_behind(out: Path, files: Iterable[str]) -> None:
    """Print which PDF, print file and archive in `out` are of other documents than the files that stand there now."""
    from actgen.workflow import left_behind  # noqa: PLC0415

    left = left_behind(out, files)
    named = [f"{out / 'pdf'} (файлов: {left.pdfs})"] if left.pdfs else []
    named += [str(out / path) for path in left.products]
    if named:
        option = "--bundle" if left.is_bundle else "--pdf"
        say(f"Прежнее, не от этих документов: {', '.join(named)}. Обновит: actgen build {option}")


@contextmanager
def progress() -> Iterator[Callable[[int, int, str], None]]:
    """Give what shows the progress of conversion on standard error: a bar at a terminal, else a few plain lines."""
    if not sys.stderr.isatty():
        yield _say_progress
        return
    from tqdm import tqdm  # noqa: PLC0415

    with tqdm(desc="PDF", unit="док.", file=sys.stderr, leave=False, disable=None) as bar:

        def show(done: int, total: int, title: str) -> None:
            bar.total = total
            bar.set_postfix_str(printable(title[:40], sys.stderr.encoding or "utf-8"), refresh=False)
            bar.update(done - bar.n)

        yield show


def _say_progress(done: int, total: int, title: str) -> None:
    if done == total or done * _LINES // total > (done - 1) * _LINES // total:
        say(f"PDF: {done} из {total}, {title}", sys.stderr)


def say_bundled(bundled: Bundled, held: int) -> None:
    """Print what was made; `held` documents wait and are not in it."""
    run = bundled.run
    for title in run.restarted:
        say(f"  LibreOffice остановился на документе и запущен заново: {title}")
    made = f"PDF: {run.pdfs} из {run.documents}, страниц {run.pages}"
    say(f"{made}; сделано сейчас {run.converted}, остальные свежие." if run.converted < run.pdfs else f"{made}.")
    for path in run.written:
        sheets = f", листов {run.sheets} (кроме описи)" if path.suffix == ".pdf" else ""
        say(f"{'Комплект на печать' if path.suffix == '.pdf' else 'Архив'}: {path}{sheets}")
    if held:
        say(f"Документов, которые ждут: {held}; здесь их нет.")


def say_faults(bundled: Bundled) -> int:
    """Print what LibreOffice or the lack of it prevented; return the exit code."""
    for fault in bundled.run.faults:
        _say_fault(fault)
    if bundled.run.faults:
        say("   Документы DOCX и архив bundle.zip с описью готовы.", sys.stderr)
    return ENVIRONMENT


def say_not_written(fault: WriteFault) -> int:
    """Say that the disk or an open window kept PDF or bundle from being written, the DOCX being there."""
    say(f"actgen: {fault.reason}: {fault.path}", sys.stderr)
    say(f"   подсказка: {fault.hint}. Документы DOCX собраны, PDF и комплект остались как были.", sys.stderr)
    return ENVIRONMENT


def _say_fault(fault: OfficeFault) -> None:
    say(f"actgen: {fault.reason}", sys.stderr)
    say(f"   подсказка: {fault.hint}", sys.stderr)
