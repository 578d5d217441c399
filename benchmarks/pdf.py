"""`python -m benchmarks.pdf`: PDF of 60 documents by residents against one `soffice --convert-to` of all files.

Both take turns round by round, so that what else the machine does falls on both alike; the ratio is the median of the
rounds. Theirs is the plain call with the same export options and a profile that was used before; ours starts with a new
profile for each resident and includes what makes the bytes reproducible.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from actgen.bundle import (
    Conversion,
    Converter,
    Item,
    Office,
    Part,
    find_office,
    finish_pdf,
    inventory_rows,
    join,
    open_office,
    read_facts,
    sheet_marks,
)
from actgen.bundle.converter import export_format
from actgen.docx import compile, fill
from actgen.workflow import Request
from actgen.workflow.print_run import Printable, print_documents
from actgen.workflow.temporary import temporary_folder
from benchmarks.engines import ours
from benchmarks.words import make_words

DOCUMENTS = 60
KINDS = ("order", "short-regulation", "roadmap")
"""Of each as many: about 340 pages."""
LEAST_RATIO, MOST_JOIN_SECONDS, MOST_MEGABYTES, MOST_UNCHANGED_SECONDS = 1.6, 0.5, 600, 0.2
ROOT = Path(__file__).resolve().parents[1]
INVENTORY = ROOT / "templates" / "inventory.docx"


def main() -> int:
    """Measure and print; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pdf", description="Сколько стоит PDF.")
    parser.add_argument("--rounds", type=int, default=3, help="кругов (3)")
    parser.add_argument("--gate", action="store_true", help="код 1, если что-то хуже нужного")
    options = parser.parse_args()
    soffice = find_office()
    if soffice is None:
        print("нет LibreOffice: измерять нечего")
        return 3
    office = open_office(soffice)
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "?"
    print(f"{platform.platform()}, {os.cpu_count()} ядра, загрузка {load}; {office.version}")
    per_kind = DOCUMENTS // len(KINDS)
    fills = {kind: ours(kind) for kind in KINDS}
    documents = {f"{kind} {n:02}": fills[kind](make_words(kind, n)) for kind in KINDS for n in range(per_kind)}
    short = [*_ratio(office, documents, options.rounds), *_whole(documents), *_unchanged(options.rounds)]
    for line in short:
        print(f"хуже нужного: {line}")
    return 1 if short and options.gate else 0


def _ratio(office: Office, documents: Mapping[str, bytes], rounds: int) -> Iterator[str]:
    ratios, one_call, residents = [], [], []
    pdfs: dict[str, bytes] = {}
    with tempfile.TemporaryDirectory() as folder:
        call = _plain_call(office, Path(folder), documents)
        call()  # the profile is made
        for _ in range(rounds):
            one_call.append(call())
            residents.append(_seconds(office, documents, pdfs))
            ratios.append(one_call[-1] / residents[-1])
    pages = sum(read_facts(pdf).pages for pdf in pdfs.values())
    print(f"{len(documents)} документов, страниц {pages}; медианы {rounds} кругов:")
    for name, spent in (("одним вызовом soffice", one_call), ("резидентами, начисто", residents)):
        print(f"  {name:<24}{median(spent):7.2f} с   {pages / median(spent):6.1f} страниц/с")
    shown = ", ".join(f"{ratio:.2f}" for ratio in ratios)
    print(f"  быстрее в {median(ratios):.2f} раза (по кругам: {shown})")
    if median(ratios) < LEAST_RATIO:
        yield f"резиденты быстрее в {median(ratios):.2f} раза, нужно {LEAST_RATIO}"
    spent = _join_seconds(office, pdfs)
    print(f"  соединить в один файл    {spent:7.2f} с")
    if spent > MOST_JOIN_SECONDS:
        yield f"соединение {spent:.2f} с, нужно {MOST_JOIN_SECONDS}"


def _plain_call(office: Office, folder: Path, documents: Mapping[str, bytes]) -> Callable[[], float]:
    """Return what measures the seconds of one `soffice --convert-to` of all the files."""
    sources, profile, target = folder / "docx", folder / "profile", folder / "pdf"
    sources.mkdir()
    for name, content in documents.items():
        (sources / f"{name}.docx").write_bytes(content)
    command = [
        *(str(office.soffice), f"-env:UserInstallation={profile.as_uri()}", "--headless"),
        *("--convert-to", export_format(), "--outdir", str(target), *map(str, sorted(sources.iterdir()))),
    ]

    def call() -> float:
        shutil.rmtree(target, ignore_errors=True)
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, stdin=subprocess.DEVNULL)
        spent = time.perf_counter() - start
        assert len(list(target.iterdir())) == len(documents), "not every document became a PDF"
        return spent

    return call


def _seconds(office: Office, documents: Mapping[str, bytes], pdfs: dict[str, bytes]) -> float:
    start = time.perf_counter()
    with temporary_folder("actgen-pdf-") as folder, Converter(office, folder) as converter:

        def take(name: str, conversion: Conversion) -> None:
            assert conversion.pdf is not None, conversion.fault
            pdfs[name] = finish_pdf(conversion.pdf)

        converter.convert(documents, take)
    return time.perf_counter() - start


def _join_seconds(office: Office, pdfs: Mapping[str, bytes]) -> float:
    parts = [Part(name, pdf, read_facts(pdf).pages) for name, pdf in sorted(pdfs.items())]
    rows = inventory_rows([Item(part.title, part.pages) for part in parts])
    names = ("номер", "название", "страниц", "листов", "экземпляров")
    words = {
        "документ": {"заголовок": "документов"},
        "организация": {"краткое": {"именительный": "МБОУ «Школа № 7»"}},
        "строки": [dict(zip(names, row, strict=True)) for row in rows],
        "итого": "",
        "метки": sheet_marks(parts),
    }
    sheet: dict[str, bytes] = {}
    _seconds(office, {"опись": fill(compile(INVENTORY.read_bytes()), words)}, sheet)
    spent = []
    for _ in range(3):
        start = time.perf_counter()
        join("Комплект", sheet["опись"], parts)
        spent.append(time.perf_counter() - start)
    return median(spent)


def _whole(documents: Mapping[str, bytes]) -> Iterator[str]:
    """Measure the memory of everything together, from DOCX to print file and archive."""
    with tempfile.TemporaryDirectory() as folder:
        printables = []
        for name, content in documents.items():
            path = Path(folder, f"{name}.docx")
            path.write_bytes(content)
            printables.append(Printable(name, name, path))
        with _peak_megabytes() as peak:
            run = print_documents(Path(folder, "out"), printables, Request())
        print(f"  память всех процессов    {peak[0]:7.0f} МБ (PSS); PDF {run.pdfs}")
        if peak[0] > MOST_MEGABYTES:
            yield f"память {peak[0]:.0f} МБ, нужно {MOST_MEGABYTES}"


@contextmanager
def _peak_megabytes() -> Iterator[list[float]]:
    """Give a list whose only item is the greatest memory of this process and all below it, shared pages shared out."""
    peak = [0.0]
    is_over = threading.Event()

    def watch() -> None:
        while not is_over.wait(0.1):
            peak[0] = max(peak[0], sum(map(_megabytes, _family())))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield peak
    finally:
        is_over.set()
        watcher.join()


def _family() -> list[int]:
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
    family = {os.getpid()}
    while more := {child for child, parent in parents.items() if parent in family} - family:
        family |= more
    return sorted(family)


def _megabytes(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def _unchanged(rounds: int) -> Iterator[str]:
    """Measure `build --bundle` of an unchanged workspace, start of Python included."""
    with tempfile.TemporaryDirectory() as folder:
        line = [sys.executable, "-m", "actgen", "build", "--project", str(ROOT), "--out", folder, "--bundle"]
        subprocess.run(line, check=True, capture_output=True)
        spent = []
        for _ in range(rounds * 3):
            start = time.perf_counter()
            subprocess.run(line, check=True, capture_output=True)
            spent.append(time.perf_counter() - start)
    print(f"  ничего не изменилось     {median(spent):7.2f} с (меньшее {min(spent):.2f})")
    if median(spent) > MOST_UNCHANGED_SECONDS:
        yield f"без изменений {median(spent):.2f} с, нужно {MOST_UNCHANGED_SECONDS}"


if __name__ == "__main__":
    raise SystemExit(main())
