"""check, plan and build of several schools: which they are, how they go on, one table and one exit code in the end."""

from __future__ import annotations

import argparse
import os
import posixpath
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from glob import glob, has_magic
from pathlib import Path

from actgen.cli.console import say, say_json
from actgen.cli.exit_codes import DONE, ENVIRONMENT, FOUND, OWN_DEFECT, WRONG_LINE
from actgen.cli.findings import code_of
from actgen.diagnostics import Diagnostic
from actgen.diagnostics.printing import as_data, concise
from actgen.version import VERSION
from actgen.workflow.executors import FEWEST_FOR_PROCESSES, ClusterFault, in_processes, on_cluster
from actgen.workflow.schools import Ending, SchoolResult, SchoolTask

_SHOWN_ERRORS = 3
_EXIT_CODES = {
    Ending.RIGHT: DONE,
    Ending.WOULD_CHANGE: DONE,
    Ending.FAULTY: FOUND,
    Ending.UNKNOWN_KIND: WRONG_LINE,
    Ending.PREVENTED: ENVIRONMENT,
    Ending.DEFECT: OWN_DEFECT,
}
_GRAVEST_FIRST = (OWN_DEFECT, ENVIRONMENT, WRONG_LINE, FOUND)
_DASK = "dask://"


def is_pattern(text: str) -> bool:
    """Return whether the text names folders by a pattern, not one folder."""
    return has_magic(text) and not Path(text).is_dir()


def run(request: argparse.Namespace, folders: Sequence[str]) -> int:
    """Do the command for each school; return the gravest exit code of all."""
    fault = _fault_of_line(request)
    names, passed_over = _schools(folders)
    if not fault and not names:
        fault = f"нет ни одной школы по образцу: {', '.join(folders)}"
    tasks = [] if fault else _tasks(request, names)
    outs = [task.out for task in tasks if task.out is not None]
    if len(set(outs)) < len(outs):
        fault = "у двух школ одно имя папки, в --out они легли бы вместе; соберите их отдельно"
    if fault:
        say(f"actgen: {fault}", sys.stderr)
        return WRONG_LINE
    for folder in passed_over:
        say(f"actgen: пропущено, нет папки data: {folder}", sys.stderr)
    try:
        results = _done(request, tasks)
    except ClusterFault as prevented:
        say(f"actgen: {prevented}", sys.stderr)
        say(f"   подсказка: {prevented.hint}", sys.stderr)
        return ENVIRONMENT
    for result in results:
        if result.trace:
            say(f"{result.name}:\n{result.trace}", sys.stderr)
    _say(request, results)
    codes = {_EXIT_CODES[result.ending] for result in results}
    codes |= {code_of(result.diagnostics, has_errors=False) for result in results}
    if getattr(request, "exit_code", False) and any(result.ending is Ending.WOULD_CHANGE for result in results):
        codes.add(FOUND)
    return next((code for code in _GRAVEST_FIRST if code in codes), DONE)


def _fault_of_line(request: argparse.Namespace) -> str:
    if request.command not in ("check", "plan", "build"):
        return f"команда {request.command} берёт одну школу: --project ПАПКА; несколько берут check, plan и build"
    if getattr(request, "fix", False):
        return "исправлять надо по одной школе: check --fix --project ПАПКА"
    if getattr(request, "pdf", False) or getattr(request, "bundle", False) or getattr(request, "copies", False):
        return "PDF и комплект делают для одной школы: build --bundle --project ПАПКА"
    if request.processes is not None and request.processes < 1:
        return f"процессов должно быть не меньше одного: -j {request.processes}"
    if request.executor and not request.executor.startswith(_DASK):
        return f"непонятный исполнитель: {request.executor}; нужно {_DASK}УЗЕЛ:ПОРТ"
    return ""


def _schools(folders: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the folders of schools, each once, and those folders of a pattern that hold no `data`.

    We open the pattern ourselves: the Windows console does not, and quoted it means the same everywhere.
    """
    names: list[str] = []
    passed_over: list[str] = []
    for folder in folders:
        if not is_pattern(folder):
            names.append(folder)
            continue
        for found in sorted(glob(folder)):  # noqa: PTH207 — a pattern may be absolute, or start with `..`
            if os.path.lexists(Path(found, "data")):
                names.append(found)
            elif Path(found).is_dir():
                passed_over.append(found)
    return list(dict.fromkeys(Path(name).as_posix() for name in names)), passed_over


def _tasks(request: argparse.Namespace, names: Sequence[str]) -> list[SchoolTask]:
    out = getattr(request, "out", None)
    for_programs = request.format not in ("full", "concise")
    return [
        SchoolTask(
            request.command,
            name,
            Path(name).resolve(),
            out=(out / Path(name).resolve().name).resolve() if out is not None else None,
            kinds=tuple(getattr(request, "kinds", ())),
            is_locked=getattr(request, "locked", False),
            all_or_nothing=getattr(request, "all_or_nothing", False),
            is_whole=request.format != "full",
            masks_names=for_programs and request.format != "json" and not request.show_names,
        )
        for name in names
    ]


def _done(request: argparse.Namespace, tasks: Sequence[SchoolTask]) -> list[SchoolResult]:
    if request.executor:
        coming = on_cluster(tasks, request.executor.removeprefix(_DASK))
    else:
        few = len(tasks) < FEWEST_FOR_PROCESSES
        coming = in_processes(tasks, request.processes or (1 if few else os.cpu_count() or 1))
    results: dict[str, SchoolResult] = {}
    with _progress(len(tasks)) as went_on:
        for result in coming:
            results[result.name] = result
            went_on()
    return [results[task.name] for task in tasks]


@contextmanager
def _progress(schools: int) -> Iterator[Callable[[], None]]:
    """Show how many schools are done: a bar at a terminal, else a line for each tenth of them."""
    if sys.stderr.isatty():
        from tqdm import tqdm  # noqa: PLC0415

        with tqdm(total=schools, desc="Школы", unit=" шк.", file=sys.stderr, leave=False) as bar:
            yield bar.update
        return
    done, tenth = 0, max(1, schools // 10)

    def went_on() -> None:
        nonlocal done
        done += 1
        if done % tenth == 0 or done == schools:
            say(f"Школ готово: {done} из {schools}", sys.stderr)

    yield went_on


def _say(request: argparse.Namespace, results: Sequence[SchoolResult]) -> None:
    if request.format == "full":
        _say_table(request.command, results)
    elif request.format == "concise":
        for result in results:
            for diagnostic in _with_school(result):
                say(concise(diagnostic))
            if result.reason:
                say(f"{result.name}: {result.reason}")
        say(_total(request.command, results))
    elif request.format == "json":
        say_json({"schools": [_as_data(result) for result in results], "total": _total_data(results)})
    else:
        _say_report(request.format, results)


def _say_report(style: str, results: Sequence[SchoolResult]) -> None:
    from actgen.diagnostics import reports  # noqa: PLC0415

    if style == "junit":
        suites = (reports.Suite(one.name, one.diagnostics, one.files, one.reason) for one in results)
        say(reports.junit_of_suites(suites))
        return
    found = [diagnostic for result in results for diagnostic in _with_school(result)]
    for result in results:
        if result.reason:
            say(f"{result.name}: {result.reason}", sys.stderr)
    if style == "github":
        say(reports.github(found))
    elif style == "gitlab":
        say(reports.gitlab(found))
    else:
        from actgen.workflow import code_titles  # noqa: PLC0415

        say(reports.sarif(found, code_titles(), VERSION))


def _with_school(result: SchoolResult) -> Iterator[Diagnostic]:
    """Yield the findings with the folder of the school before their files; shipped acts lie in no school."""
    for one in result.diagnostics:
        file = one.place.file
        if not file.startswith("actgen/"):
            file = posixpath.normpath(f"{result.name}/{file}")
        yield replace(one, place=replace(one.place, file=file))


_Columns = Mapping[str, Callable[[SchoolResult], int]]
_COLUMNS: Mapping[str, _Columns] = {
    "check": {"документов": lambda one: one.documents},
    "plan": {
        "создать": lambda one: one.states.get("new", 0),
        "изменить": lambda one: one.states.get("changed", 0) + one.states.get("edited", 0),
        "без изменений": lambda one: one.states.get("same", 0),
        "подписано": lambda one: one.states.get("signed", 0),
    },
    "build": {
        "документов": lambda one: one.documents,
        "собрано": lambda one: one.written,
        "без изменений": lambda one: one.states.get("same", 0),
        "подписано": lambda one: one.states.get("signed", 0),
    },
}


def _say_table(command: str, results: Sequence[SchoolResult]) -> None:
    columns: _Columns = {
        "ошибок": lambda one: one.errors,
        "предупреждений": lambda one: one.warnings,
        **_COLUMNS[command],
    }
    width = max(len("школа"), *(len(result.name) for result in results))
    say("  ".join(("школа".ljust(width), *columns)))
    for result in results:
        cells = ["—" if result.reason else str(count(result)) for count in columns.values()]
        say("  ".join((result.name.ljust(width), *(c.rjust(len(n)) for c, n in zip(cells, columns, strict=True)))))
    troubled = [result for result in results if result.reason or result.errors]
    if troubled:
        say("\nТребуют внимания:")
    for result in troubled:
        _say_trouble(result)
    say()
    say(_total(command, results))


def _say_trouble(result: SchoolResult) -> None:
    if result.reason:
        hint = f". Подсказка: {result.hint}" if result.hint else ""
        say(f"  {result.name}: {result.reason}{hint}")
        return
    errors = [one for one in _with_school(result) if one.is_error]
    for one in errors[:_SHOWN_ERRORS]:
        say(f"  {concise(one)}")
    more = len(errors) - _SHOWN_ERRORS
    if more > 0:
        say(f"     и ещё {more}; подробно: actgen check --project {result.name}")


def _total(command: str, results: Sequence[SchoolResult]) -> str:
    total = _total_data(results)
    built = f", собрано документов {total['written']}" if command == "build" else ""
    return (
        f"Школ: {total['schools']}, из них с ошибками {total['faulty']}, не обработано {total['unfinished']}{built}. "
        f"Ошибок: {total['errors']}, предупреждений: {total['warnings']}."
    )


def _total_data(results: Sequence[SchoolResult]) -> dict[str, int]:
    endings = Counter(result.ending for result in results)
    return {
        "schools": len(results),
        "faulty": endings[Ending.FAULTY],
        "unfinished": sum(bool(result.reason) for result in results),
        "errors": sum(result.errors for result in results),
        "warnings": sum(result.warnings for result in results),
        "written": sum(result.written for result in results),
    }


def _as_data(result: SchoolResult) -> dict[str, object]:
    return {
        "school": result.name,
        "exit_code": _EXIT_CODES[result.ending],
        "reason": result.reason or None,
        "errors": result.errors,
        "warnings": result.warnings,
        "written": result.written,
        "states": dict(result.states),
        "diagnostics": [as_data(diagnostic) for diagnostic in result.diagnostics],
        "documents": list(result.document_states),
    }
