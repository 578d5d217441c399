"""Many schools of 30 documents: from YAML text to DOCX files with every check, the forms taken from the lock.

`python -m benchmarks.many FOLDER --schools 1000` makes the schools in FOLDER, builds them once (that writes
their locks) and then measures each way; what is there already is used again.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from actgen.workflow.cache import cache_folder
from tools.municipality import make_schools

DOCUMENTS = 30
_WAYS = ("один процесс", "2 процесса", "Dask, 2 процесса", "docxtpl в цикле")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.many", description="Много школ.")
    parser.add_argument("folder", type=Path, help="где школы; чего нет, будет сделано")
    parser.add_argument("--schools", type=int, default=1000)
    parser.add_argument("--few", type=int, default=100, help="школ для одного процесса и Dask (100)")
    parser.add_argument("--way", help=argparse.SUPPRESS)
    options = parser.parse_args()
    folder = options.folder.resolve()
    if options.way:
        return _measure(options.way, _projects(folder)[: options.schools])
    projects = _prepared(folder, options.schools)
    print(f"{len(projects)} школ × {DOCUMENTS} документов, из YAML в файлы, со всеми проверками:")
    for way in _WAYS:
        schools = options.schools if way == "2 процесса" else 20 if "цикле" in way else options.few
        for project in projects[:schools]:
            shutil.rmtree(project / "out", ignore_errors=True)
        forget_readings()
        command = [sys.executable, "-m", "benchmarks.many", str(folder), "--schools", str(schools), "--way", way]
        subprocess.run(command, check=True)
    return 0


def forget_readings() -> None:
    """Take what was read of documents out of the user's cache: every school is to be built for the first time."""
    folder = cache_folder()
    for kept in folder.glob("*.readings") if folder is not None else ():
        kept.unlink()


def _projects(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("school-*") if (path / "data").is_dir())


def _prepared(folder: Path, schools: int) -> list[Path]:
    if len(_projects(folder)) < schools:
        make_schools(folder, schools)
    projects = _projects(folder)[:schools]
    without_lock = [project for project in projects if not (project / "data/declension.lock.yaml").exists()]
    _results("2 процесса", without_lock)
    return projects


def _results(way: str, projects: Iterable[Path]) -> int:
    """Build the schools that way; return how many documents were written."""
    from actgen.workflow.executors import in_processes, on_cluster  # noqa: PLC0415
    from actgen.workflow.schools import SchoolTask  # noqa: PLC0415

    tasks = [SchoolTask("build", project.name, project) for project in projects]
    if way.startswith("Dask"):
        from distributed import LocalCluster  # noqa: PLC0415

        with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
            address = str(cluster.scheduler_address).removeprefix("tcp://")
            return sum(result.written for result in on_cluster(tasks, address))
    written = 0
    for done, result in enumerate(in_processes(tasks, 2 if way == "2 процесса" else 1), start=1):
        written += result.written
        if way == "один процесс" and done in (10, len(tasks) // 2, len(tasks)):
            print(f"      память после {done} школ: {_own_memory():.0f} МиБ")
    return written


def _measure(way: str, projects: list[Path]) -> int:
    began = time.perf_counter()
    documents = _plain_loop(projects) if "цикле" in way else _results(way, projects)
    seconds = time.perf_counter() - began
    own, theirs = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = own.ru_utime + own.ru_stime + theirs.ru_utime + theirs.ru_stime
    if documents != len(projects) * DOCUMENTS:
        print(f"собрано {documents} из {len(projects) * DOCUMENTS}")
        return 1
    peak = max(own.ru_maxrss, theirs.ru_maxrss) / 1024
    print(
        f"    {way:<18}{len(projects):5} шк.: {seconds:7.1f} с, {documents / seconds:6.0f} док./с; процессора "
        f"{processor / documents * 1000:5.2f} мс на документ, пик процесса {peak:.0f} МиБ"
    )
    return 0


def _plain_loop(projects: list[Path]) -> int:
    """Run the plain script for each school in one process, the words being ready; its start is not counted twice."""
    from benchmarks import plain  # noqa: PLC0415

    for project in projects:
        if not (project / "words.json").exists():
            subprocess.run([sys.executable, "-m", "benchmarks.workspace", project, project / "words.json"], check=True)
    began = time.process_time()
    for project in projects:
        plain.main("build", project, project / "words.json")
        shutil.rmtree(project / "plain")
    documents = len(projects) * DOCUMENTS
    print(f"      сам цикл: {(time.process_time() - began) / documents * 1000:.2f} мс процессора на документ")
    return documents


def _own_memory() -> float:
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


if __name__ == "__main__":
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.exit(main())
