"""Where the time of one school goes: `python -m benchmarks.stages FOLDER`, whose schools `benchmarks.many` made."""

from __future__ import annotations

import argparse
import functools
import gc
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

from actgen.workflow import build, check, planning, prepared
from benchmarks.many import DOCUMENTS, forget_readings

_STAGES: dict[str, tuple[Any, tuple[str, ...]]] = {
    "чтение файлов": (check, ("inputs_of", "read_workspace", "act_texts")),
    "данные: YAML с местами, pydantic": (check, ("read_school", "read_declension")),
    "виды актов и шаблоны (общие)": (check, ("_kinds", "_compiled")),
    "выбор документов": (check, ("choose_documents",)),
    "правила о данных и комплекте": (check, ("rule_findings",)),
    "план и слова": (check, ("make_plan",)),
    "запомнить проверенное": (check, ("_known", "remember")),
    "документы, которые ждут": (prepared, ("sort_documents",)),
    "заполнить": (prepared, ("fill",)),
    "прочитать готовое, правила о тексте": (prepared, ("_text_findings",)),
    "состояния файлов": (planning, ("read_built", "file_states", "read_texts")),
    "манифест, отпечатки": (build, ("_entries", "manifest_text")),
    "тексты построенного": (build, ("texts_of", "texts_content")),
    "записать": (build, ("_write",)),
    "запомнить прочитанное": (build, ("keep_readings",)),
}
_WARM_UP, _MEASURED = 10, 40


def main() -> None:
    """Build schools in turn, each for the first time, and print medians."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stages", description="На что уходит время одной школы.")
    parser.add_argument("folder", type=Path, help="школы, которые сделала benchmarks.many")
    projects = sorted(parser.parse_args().folder.glob("school-*"))[: _WARM_UP + _MEASURED]
    if len(projects) <= _WARM_UP:
        parser.error(f"школ в папке {len(projects)}, нужно больше {_WARM_UP}: сделайте их командой benchmarks.many")
    spent = dict.fromkeys(_STAGES, 0.0)
    for stage, (module, names) in _STAGES.items():
        for name in names:
            setattr(module, name, _timed(getattr(module, name), stage, spent))
    rows: dict[str, list[float]] = {stage: [] for stage in (*_STAGES, "всё")}
    forget_readings()
    gc.disable()
    for project in projects:
        shutil.rmtree(project / "out", ignore_errors=True)
        spent.update(dict.fromkeys(spent, 0.0))
        began = time.process_time()
        build.build_workspace(project)
        rows["всё"].append(time.process_time() - began)
        for stage, seconds in spent.items():
            rows[stage].append(seconds)
        gc.collect()
        gc.freeze()
    print(f"мс процессора на школу из {DOCUMENTS} документов, медианы {len(projects) - _WARM_UP} школ:")
    for stage, seconds in rows.items():
        print(f"    {stage:<38}{median(seconds[_WARM_UP:]) * 1000:7.1f}")


def _timed(function: Callable[..., Any], stage: str, spent: dict[str, float]) -> Callable[..., Any]:
    @functools.wraps(function)
    def run(*arguments: Any, **options: Any) -> Any:
        began = time.process_time()
        try:
            result = function(*arguments, **options)
            # What is yielded is computed here, not where it is read.
            return iter(list(result)) if isinstance(result, Iterator) else result
        finally:
            spent[stage] += time.process_time() - began

    return run


if __name__ == "__main__":
    main()
