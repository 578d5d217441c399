"""`python -m benchmarks`: CPU per document of each engine in one run, memory, growth; whole processes on a workspace.

Engines take turns round by round, so that what else the machine does falls on all alike; numbers are medians of
rounds. Peers are measured when they are there: `pip install docx-mailmerge2`, `npm install docxtemplater pizzip
easy-template-x` in the folder that `--node-modules` names.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.engines import NODE_ENGINES, PYTHON_ENGINES, WARM_UP, Fill, node_cpu_ms, versions
from benchmarks.words import KINDS, make_words
from benchmarks.workspace import GATED, print_workspace

DEMANDED = {("docxtpl", "order"): 25.0, ("docxtpl", "regulation"): 25.0, ("docxtpl", "roadmap"): 20.0}
DEMANDED_OF_OTHERS = 5.0


def main() -> int:
    """Measure and print; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Сколько стоит документ.")
    parser.add_argument("--documents", type=int, default=40, help="документов в круге (40)")
    parser.add_argument("--rounds", type=int, default=5, help="кругов (5)")
    parser.add_argument("--many", type=int, default=8000, help="документов в проверке памяти (8000)")
    parser.add_argument("--node-modules", type=Path, default=Path("benchmarks/node_modules"), help="папка node_modules")
    parser.add_argument("--gate", action="store_true", help="только отношения; код 1, если какое-то мало")
    parser.add_argument("--memory-of", nargs=2, metavar=("ENGINE", "DOCUMENTS"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.memory_of:
        return _use_memory(options.memory_of[0], int(options.memory_of[1]))
    print(f"{platform.platform()}, {os.cpu_count()} ядра; {versions()}")
    short = _print_ratios(options.documents, options.rounds, options.node_modules.resolve())
    if not options.gate:
        _print_growth(options.many)
    short += print_workspace(options.rounds, only=GATED if options.gate else None)
    for line in short:
        print(f"мало: {line}")
    return 1 if short and options.gate else 0


def _print_ratios(documents: int, rounds: int, modules: Path) -> list[str]:
    """Print the ratios; return those below what is demanded."""
    short: list[str] = []
    print(f"\nмс процессора на документ (от слов до файла), медианы {rounds} кругов по {documents}:")
    for kind in KINDS:
        spent = _python_cpu_ms(kind, documents, rounds)
        for engine in NODE_ENGINES:
            try:
                spent[engine] = median(node_cpu_ms(engine, kind, documents, modules) for _ in range(3))
            except (OSError, RuntimeError) as absent:
                print(f"  {engine} не измерен: {absent}")
        print(f"  {kind}:")
        for engine, ms in sorted(spent.items(), key=lambda item: item[1]):
            ratio = ms / spent["ours"]
            print(f"    {engine:<18}{ms:9.3f}   {ratio:7.1f} × наш")
            least = 1.0 if engine == "ours" else DEMANDED.get((engine, kind), DEMANDED_OF_OTHERS)
            if ratio < least:
                short.append(f"{kind}: {engine} {ratio:.1f} × наш, нужно {least:.0f}")
    return short


def _python_cpu_ms(kind: str, documents: int, rounds: int) -> dict[str, float]:
    fills: dict[str, Fill] = {}
    for name, make in PYTHON_ENGINES.items():
        try:
            fills[name] = make(kind)
        except ImportError:
            print(f"  {name} не измерен: не установлен")
    words = [make_words(kind, number) for number in range(documents)]
    spent: dict[str, list[float]] = {name: [] for name in fills}
    with tempfile.TemporaryDirectory() as folder:
        for fill in fills.values():
            for one in words[:WARM_UP]:
                fill(one)
        for _ in range(rounds):
            for name, fill in fills.items():
                start = time.process_time()
                for number, one in enumerate(words):
                    Path(folder, f"{name}-{number}.docx").write_bytes(fill(one))
                spent[name].append((time.process_time() - start) / documents * 1000)
    return {name: median(values) for name, values in spent.items()}


def _use_memory(engine: str, documents: int) -> int:
    """Fill documents in this process alone; print CPU seconds and peak memory in MiB."""
    fills = {kind: PYTHON_ENGINES[engine](kind) for kind in KINDS}
    for kind, fill in fills.items():
        fill(make_words(kind, 0))
    start = time.process_time()
    for number in range(documents):
        kind = KINDS[number % len(KINDS)]
        fills[kind](make_words(kind, number))
    spent = time.process_time() - start
    # Not ru_maxrss: it remembers the process that started this one.
    status = Path("/proc/self/status").read_text("ascii")
    print(spent, int(status.partition("VmHWM:")[2].split()[0]) / 1024)
    return 0


def _print_growth(many: int) -> None:
    print("\nрост с числом документов (три вида по очереди, слова выдумываются тут же):")
    sizes = sorted({8, 80, 800, many})
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "ACTGEN_BENCHMARK_CACHE": cache}
        for engine, documents in (("docxtpl", 80), *(("ours", size) for size in (sizes[0], *sizes))):
            command = [sys.executable, "-m", "benchmarks", "--memory-of", engine, str(documents)]
            done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
            seconds, peak = map(float, done.stdout.split())
            print(f"    {engine:<9}{documents:6} док.: {seconds / documents * 1000:8.3f} мс/док., пик {peak:6.1f} МиБ")
    print("    (первая строка «ours» — без готового кэша: шаблоны в ней составляются)")


if __name__ == "__main__":
    sys.exit(main())
