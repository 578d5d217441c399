"""Whole processes on a workspace of 30 documents: our commands beside the plain script on the same files."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median

from tools.municipality import make_schools

MOST = {
    "check после одной правки": ("простой: check", 1 / 2),
    "build после одной правки": ("простой: build", 1 / 4),
    "check без изменений": ("простой: build", 1 / 8),
    "build без изменений": ("простой: build", 1 / 8),
}
"""What each of our commands may cost at most, as a part of what the plain script costs."""

GATED = ("check без изменений", "build без изменений")
"""Those that are reached and kept; `docs/performance.md` tells what stands in the way of the others."""


def print_workspace(rounds: int, only: Sequence[str] | None = None) -> list[str]:
    """Print CPU and peak memory of each process, medians of rounds in turn; return what costs more than it may.

    Args:
        rounds: How often each process is started.
        only: The names of our commands to judge; all when not given.
    """
    with tempfile.TemporaryDirectory() as folder:
        costs = _measured(Path(folder), rounds)
    print(f"\nпроцесс целиком, школа из 30 документов, медианы {rounds} кругов:")
    short = []
    for name, (ms, peak) in costs.items():
        against, most = MOST.get(name, (name, 1.0))
        part = ms / costs[against][0]
        asked = f"{part:5.2f} от «{against}», нужно ≤ {most:.3g}" if name in MOST else ""
        print(f"    {name:<26}{ms:8.0f} мс проц., пик {peak:5.1f} МиБ   {asked}")
        if part > most and (only is None or name in only):
            short.append(f"{name}: {part:.2f} от «{against}», нужно {most:.3g}")
    return short


def _measured(folder: Path, rounds: int) -> Mapping[str, tuple[float, float]]:
    (project,) = make_schools(folder, 1)
    words = folder / "words.json"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["ACTGEN_CACHE"] = str(folder / "cache")
    (folder / "cache").mkdir(mode=0o700)
    ours = [sys.executable, "-m", "actgen"]
    plain = [sys.executable, str(Path(__file__).parent / "plain.py")]
    subprocess.run([*ours, "build", "--project", project], env=environment, check=True, stdout=subprocess.DEVNULL)
    subprocess.run([sys.executable, "-m", "benchmarks.workspace", project, words], env=environment, check=True)
    edits = iter(range(10**6))

    def edited(command: str) -> Callable[[], list[str]]:
        def make() -> list[str]:
            path = project / "data" / "pairs.yaml"
            text = path.read_text("utf-8").partition("\n# правка")[0]
            # One fact: it is printed in the agreement, in the order on pairs and in the order on payments.
            text = re.sub(r"сумма: 5 \d+", f"сумма: 5 {next(edits) + 100}", text)
            path.write_text(f"{text}\n# правка {next(edits)}\n", "utf-8")
            return [*ours, command, "--project", str(project)]

        return make

    def fixed(*command: object) -> Callable[[], list[str]]:
        return lambda: [str(part) for part in command]

    commands = {
        "простой: check": fixed(*plain, "check", project, words),
        "простой: build": fixed(*plain, "build", project, words),
        "check после одной правки": edited("check"),
        "check без изменений": fixed(*ours, "check", "--project", project),
        "build после одной правки": edited("build"),
        "build без изменений": fixed(*ours, "build", "--project", project),
        "--version": fixed(*ours, "--version"),
    }
    spent: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(rounds + 1):
        for name, command in commands.items():
            spent[name].append(_cost(command(), environment))
    # The first round fills caches, also those of the disk.
    return {
        name: (median(ms for ms, _ in costs[1:]), median(peak for _, peak in costs[1:]))
        for name, costs in spent.items()
    }


def _cost(command: list[str], environment: Mapping[str, str]) -> tuple[float, float]:
    """Return CPU milliseconds and peak MiB of a process; a small one starts it: a peak begins with the starter's."""
    starter = [sys.executable, "-S", "-c", _STARTER, *command]
    done = subprocess.run(starter, env=environment, capture_output=True, text=True, check=True)
    ms, peak = done.stdout.splitlines()[-1].split()
    return float(ms), float(peak)


_STARTER = """
import os, sys
quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
process = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet)
_, status, used = os.wait4(process, 0)
print((used.ru_utime + used.ru_stime) * 1000, used.ru_maxrss / 1024)
sys.exit(os.waitstatus_to_exitcode(status))
"""


def write_words(project: Path, target: Path) -> None:
    """Write the words of every document, and the template of each, for the plain script."""
    from actgen.workflow import check_workspace  # noqa: PLC0415
    from actgen.workflow.workspace import package_folder  # noqa: PLC0415

    templates = package_folder() / "templates"
    documents = [
        {"template": str(templates / f"{one.planned.kind.stem}.docx"), "words": one.words}
        for one in check_workspace(project).plan.documents
    ]
    # docxtpl knows no signature fields: it prints the rule that our picture shows.
    target.write_text(json.dumps(documents, ensure_ascii=False, default=lambda _: "____________"), "utf-8")


if __name__ == "__main__":
    write_words(Path(sys.argv[1]), Path(sys.argv[2]))
