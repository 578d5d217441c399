"""`python -m benchmarks.rules`: CPU of all rules on one school after reading, and its growth over schools.

Reading, choosing the documents, planning and filling are not counted, nor is the first round: it loads tables that all
later ones share.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from types import ModuleType
from typing import Any

from actgen.acts import read_kinds
from actgen.docx import fill
from actgen.language import Forms
from actgen.plan import choose_documents
from actgen.rules import Finished, FinishedDocument
from actgen.rules.acts import Acts
from actgen.rules.catalogue import check_acts, check_school, check_texts, rules_on
from actgen.school import read_school
from actgen.workflow import check_workspace

ROOT = Path(__file__).resolve().parents[1]
DEMANDED_MS = 30.0


def texts_of(workspace: Path) -> tuple[dict[str, str], dict[str, tuple[str, str]]]:
    """Return the texts of `data/` by path, and those of the shipped acts as `read_kinds` takes them."""
    files = workspace.glob("data/**/*.yaml")
    data = {path.relative_to(workspace).as_posix(): path.read_text("utf-8") for path in files}
    acts = {path.stem: (f"acts/{path.name}", path.read_text("utf-8")) for path in ROOT.glob("acts/*.yaml")}
    return data, acts


def cpu_ms(work: Callable[[], object], rounds: int) -> float:
    """Return the median of CPU milliseconds over the rounds, after one that is not counted."""
    work()
    spent = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        spent.append((time.process_time() - start) * 1000)
    return median(spent)


def main() -> int:
    """Measure and print; return 1 with `--gate` when one school costs more than demanded."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rules", description="Сколько стоят правила.")
    parser.add_argument("--rounds", type=int, default=9, help="кругов (9)")
    parser.add_argument("--schools", type=int, default=100, help="школ в проверке роста (100)")
    parser.add_argument("--each", action="store_true", help="показать самые дорогие правила")
    parser.add_argument("--gate", action="store_true", help="код 1, если школа дороже нужного")
    options = parser.parse_args()
    print(f"{platform.platform()}, {os.cpu_count()} ядра")
    worst = 0.0
    for name in (".", "examples/school-2026"):
        school, kinds = _read(ROOT / name)
        on_data = cpu_ms(lambda: list(check_school(school)), options.rounds)  # noqa: B023
        choosing = cpu_ms(lambda: choose_documents(school, kinds, Forms()), options.rounds)  # noqa: B023
        choice = choose_documents(school, kinds, Forms()).value
        on_set = cpu_ms(lambda: list(check_acts(choice)), options.rounds)  # noqa: B023
        acts = Acts.of(choice)
        worst = max(worst, on_data + on_set)
        print(f"\n{name}: пар {len(school.pairs)}, документов {len(acts.planned)}; мс процессора, медиана:")
        print(f"    выбор документов (один на правила и план): {choosing:8.2f}")
        print(f"    правила о данных ({len(rules_on('school'))}):   {on_data:8.2f}")
        print(f"    правила о комплекте ({len(rules_on('plan'))}): {on_set:8.2f}")
        _print_texts(ROOT / name, options.rounds)
        if options.each:
            _print_each({"данные": (rules_on("school"), school), "комплект": (rules_on("plan"), acts)}, options.rounds)
    _print_growth(options.schools)
    if options.gate and worst > DEMANDED_MS:
        print(f"мало: {worst:.1f} мс, нужно {DEMANDED_MS:.0f}")
        return 1
    return 0


def _read(workspace: Path) -> tuple[Any, Any]:
    data, acts = texts_of(workspace)
    return read_school(data).value, read_kinds(acts).value


def _print_texts(workspace: Path, rounds: int) -> None:
    checked = check_workspace(workspace)
    documents = [
        (document, fill(checked.templates[document.planned.kind.stem], document.words))
        for document in checked.plan.documents
    ]

    def work() -> object:
        finished = tuple(
            FinishedDocument(one, lambda content=content: content, "template", checked.texts)
            for one, content in documents
        )
        return list(check_texts(Finished(checked.school, finished)))  # type: ignore[arg-type]

    spent = cpu_ms(work, max(1, rounds // 3))
    each = spent / max(1, len(documents))
    print(
        f"    правила о готовом тексте ({len(rules_on('text'))}): {spent:8.2f}, на документ {each:.2f} (с чтением DOCX)"
    )


def _print_each(groups: Mapping[str, tuple[tuple[ModuleType, ...], Any]], rounds: int) -> None:
    for name, (modules, asked) in groups.items():
        costs = [(cpu_ms(lambda: list(m.check(asked)), rounds), m.RULE.code) for m in modules]  # noqa: B023
        shown = ", ".join(f"{code} {cost:.2f}" for cost, code in sorted(costs, reverse=True)[:6])
        print(f"    дороже всех, {name}: {shown}")


def _print_growth(most: int) -> None:
    data, acts = texts_of(ROOT)
    kinds = read_kinds(acts).value
    print("\nрост с числом школ (корневая папка, каждая прочитана отдельно), мс процессора на школу:")
    for count in sorted({1, 10, most}):
        schools = [read_school(data).value for _ in range(count)]
        start = time.process_time()
        for school in schools:
            if school is not None:
                list(check_school(school))
                list(check_acts(choose_documents(school, kinds, Forms()).value))
        print(f"    {count:5} школ: {(time.process_time() - start) / count * 1000:8.2f}")


if __name__ == "__main__":
    sys.exit(main())
