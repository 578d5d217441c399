"""Many DOCX -> PDF: residents in parallel, a time limit for each document, a new resident for one that failed."""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Queue
from types import TracebackType

from actgen.bundle.office import Office, OfficeFault, install_hint
from actgen.bundle.profile import make_profile
from actgen.bundle.resident import Resident, ResidentEnded, end_group, start_group
from actgen.bundle.uno_worker import EXPORT

LIMIT_SECONDS = 120.0
DOCUMENTS_OF_A_RESIDENT = 4
"""Fewer for each do not repay another resident: its start and first document take 0.3 s, any other 0.03 to 0.1 s."""
RESTART_AFTER = 200
"""Documents after which a resident gives way to a new one: its memory only grows."""

LATE, DIED = "LibreOffice не справился за отведённое время", "LibreOffice завершился, не сделав PDF"
REFUSED = "LibreOffice не открыл документ"


@dataclass(frozen=True, slots=True)
class Conversion:
    """What became of a document: its PDF as LibreOffice wrote it, or a Russian sentence that says why there is none.

    `is_restarted` tells that LibreOffice had to be started anew over this document, `is_lost` that the file was taken
    away before it was read, so that the document is not at fault.
    """

    pdf: bytes | None
    fault: str = ""
    is_restarted: bool = False
    is_lost: bool = False


class _NotDriven(Exception):
    """LibreOffice started and cannot be driven: its `uno` or its Basic is not whole, or is not allowed."""


class Converter:
    """LibreOffice for the time of a `with`: started when first needed, kept for the next call, ended at the end.

    What it needs for the time, it lays into `folder`.
    """

    def __init__(
        self, office: Office, folder: Path, *, limit_seconds: float = LIMIT_SECONDS, residents: int | None = None
    ) -> None:
        self._office = office
        self._folder = folder
        self.limit_seconds = limit_seconds
        self._most = residents or _cores()
        self._idle: deque[Resident] = deque()
        self.running: list[Resident] = []
        self._lock = threading.Lock()
        self._is_leaving = False
        self._is_driven = office.python is not None
        self._started = 0

    def __enter__(self) -> Converter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._leave()

    def convert(self, documents: Mapping[str, bytes], on_done: Callable[[str, Conversion], None]) -> None:
        """Convert DOCX by name; `on_done` is told of each in this thread as it comes, while the others go on.

        Raises:
            OfficeFault: LibreOffice does not start.
        """
        folder = Path(tempfile.mkdtemp(dir=self._folder))
        # The longest first, so that no resident waits for the other at the end.
        names = sorted(documents, key=lambda name: len(documents[name]), reverse=True)
        sources = {name: folder / f"{number:04}.docx" for number, name in enumerate(names)}
        for name, source in sources.items():
            source.write_bytes(documents[name])
        if self._is_driven:
            try:
                self._convert_by_residents(sources, on_done)
            except _NotDriven:
                self._is_driven = False
                for source in sources.values():
                    source.with_suffix(".pdf").unlink(missing_ok=True)  # half of one, where LibreOffice died over it
        if not self._is_driven:
            self._convert_in_one_call(sources, on_done)

    def _convert_by_residents(self, sources: dict[str, Path], on_done: Callable[[str, Conversion], None]) -> None:
        """Convert each and take it out of `sources`.

        Raises:
            OfficeFault: LibreOffice does not start.
            _NotDriven: It cannot be driven; what is not converted stays in `sources`.
        """
        waiting = deque(sources)
        ready: Queue[tuple[str, Conversion] | None] = Queue()
        count = max(1, min(self._most, len(sources) // DOCUMENTS_OF_A_RESIDENT))
        with ThreadPoolExecutor(count) as threads:
            work = [threads.submit(self._work, waiting, sources, ready) for _ in range(count)]
            try:
                left = count
                while left:
                    one = ready.get()
                    if one is None:
                        left -= 1
                    else:
                        del sources[one[0]]
                        on_done(*one)
                for thread in work:
                    thread.result()
            except BaseException:
                waiting.clear()
                self._leave()
                raise

    def _work(
        self, waiting: deque[str], sources: Mapping[str, Path], ready: Queue[tuple[str, Conversion] | None]
    ) -> None:
        """Convert what waits, until nothing does; put each when it is ready, and None at the end."""
        resident = self._idle.pop() if self._idle else None
        converted = 0
        try:
            while waiting:
                try:
                    name = waiting.popleft()
                except IndexError:
                    break  # the other thread took it
                if resident is not None and converted and not converted % RESTART_AFTER:
                    self._stop(resident)
                    resident = None
                resident, conversion = self._one(resident, sources[name])
                converted += 1
                ready.put((name, conversion))
            if resident is not None:
                self._idle.append(resident)
        except (OfficeFault, _NotDriven):
            waiting.clear()
            raise
        finally:
            ready.put(None)

    def _one(self, resident: Resident | None, source: Path) -> tuple[Resident | None, Conversion]:
        """Convert a document, with a second try when LibreOffice died over it; a late one is not tried again."""
        target = source.with_suffix(".pdf")
        for is_last in (False, True):
            if self._is_leaving:
                break
            resident = resident or self._start()
            try:
                fault = resident.convert(source, target, self.limit_seconds)
            except ResidentEnded as ended:
                self._stop(resident)
                resident = None
                if ended.is_late or is_last:
                    return None, Conversion(None, LATE if ended.is_late else DIED, is_restarted=True)
                continue
            if fault and not source.is_file():
                return resident, Conversion(
                    None, f"временная папка {source.parent} очищена другой программой", is_lost=True
                )
            if fault:
                return resident, Conversion(None, REFUSED)
            return resident, Conversion(target.read_bytes(), is_restarted=is_last)
        return None, Conversion(None, DIED)

    def _start(self) -> Resident:
        with self._lock:
            self._started += 1
            folder = self._folder / f"resident-{self._started}"
        try:
            resident = Resident(self._office, folder)
        except OSError as fault:
            raise broken_office() from fault
        except ResidentEnded as ended:
            raise (broken_office() if ended.is_late else _NotDriven()) from ended
        with self._lock:
            self.running.append(resident)
            is_leaving = self._is_leaving
        if is_leaving:
            resident.stop()
        return resident

    def _stop(self, resident: Resident) -> None:
        resident.stop()
        with self._lock:
            self.running.remove(resident)

    def _leave(self) -> None:
        with self._lock:
            self._is_leaving = True
            running = list(self.running)
        for resident in running:
            resident.stop()

    def _convert_in_one_call(self, sources: Mapping[str, Path], on_done: Callable[[str, Conversion], None]) -> None:
        """Convert without driving: one LibreOffice takes all files; after one that it cannot do, the rest anew."""
        waiting = list(sources)
        is_again = False
        while waiting:
            is_late = self._call([sources[name] for name in waiting])
            left = [name for name in waiting if not sources[name].with_suffix(".pdf").is_file()]
            for name in waiting:
                if name not in left:
                    on_done(name, Conversion(sources[name].with_suffix(".pdf").read_bytes(), is_restarted=False))
            if not left:
                return
            if len(left) == len(waiting) and not is_again and not is_late:
                is_again = True  # perhaps a start that failed; a second one tells
                waiting = left
                continue
            if len(left) == len(sources) and not self._makes_a_page(sources[left[0]].parent):
                raise broken_office()
            on_done(left[0], Conversion(None, LATE if is_late else DIED, is_restarted=True))
            waiting = left[1:]

    def _makes_a_page(self, folder: Path) -> bool:
        """Return whether LibreOffice makes a PDF of a plain line: then a document is at fault, not LibreOffice."""
        line = folder / "start.txt"
        line.write_bytes(b"actgen\n")
        self._call([line])
        return line.with_suffix(".pdf").is_file()

    def _call(self, sources: Sequence[Path]) -> bool:
        """Run LibreOffice over the files; return whether the time limit ended it."""
        self._started += 1
        profile = make_profile(self._office, self._folder / f"resident-{self._started}").as_uri()
        process = start_group(
            [
                str(self._office.soffice),
                f"-env:UserInstallation={profile}",
                *("--headless", "--norestore", "--convert-to", export_format(), "--outdir"),
                str(sources[0].parent),
                *map(str, sources),
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            # All share one start; a document in it is given a part of its limit, for a call of many is long anyway.
            process.wait(timeout=self.limit_seconds * max(1.0, len(sources) / 10))
        except subprocess.TimeoutExpired:
            return True
        finally:
            end_group(process)
        return False


def export_format() -> str:
    """Return what `--convert-to` is told, for the same PDF that a resident makes."""
    return "pdf:writer_pdf_Export:{" + ",".join(f'"{key}":{_typed(value)}' for key, value in EXPORT.items()) + "}"


def _typed(value: object) -> str:
    kind = "boolean" if isinstance(value, bool) else "long"
    return f'{{"type":"{kind}","value":"{str(value).lower()}"}}'


def _cores() -> int:
    with contextlib.suppress(AttributeError):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def broken_office() -> OfficeFault:
    """Return the fault of a LibreOffice that is there and does not work."""
    return OfficeFault("LibreOffice не запускается, PDF не сделаны", f"запустите LibreOffice сами или {install_hint()}")
