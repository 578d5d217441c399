"""Where the time of one school goes: `python -m benchmarks.stages FOLDER`, whose schools `benchmarks.many` made."""

from __future__ import annotations

import functools
import gc
import shutil
import sys
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


def main(folder: Path) -> None:
    """Build schools in turn, each for the first time, and print medians."""
    spent = dict.fromkeys(_STAGES, 0.0)
    for stage, (module, names) in _STAGES.items():
        for name in names:
            setattr(module, name, _timed(getattr(module, name), stage, spent))
    rows: dict[str, list[float]] = {stage: [] for stage in (*_STAGES, "всё")}
    projects = sorted(folder.glob("school-*"))[: _WARM_UP + _MEASURED]
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
    main(Path(sys.argv[1]))
