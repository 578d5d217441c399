"""Many schools: the same command for each of them, and nothing that happens in one stops the others.

Only the standard library is loaded here: schools in which nothing changed need no more.
"""

from __future__ import annotations

import gc
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from actgen.version import VERSION
from actgen.workflow.files import WriteFault
from actgen.workflow.quick import is_built, known_workspace

if TYPE_CHECKING:
    from actgen.diagnostics import Diagnostic
    from actgen.workflow.check import Checked
    from actgen.workflow.states import FileState


class Ending(Enum):
    """How the work on a school ended, from the lightest to the gravest."""

    RIGHT = "right"
    WOULD_CHANGE = "would change"
    FAULTY = "faulty"
    UNKNOWN_KIND = "unknown kind"
    PREVENTED = "prevented"
    DEFECT = "defect"


@dataclass(frozen=True, slots=True)
class SchoolTask:
    """What to do with one school.

    `command` is check, plan or build, `name` what the school is called in messages: its folder as it was written.
    `is_whole` asks for every finding and document in the answer, not only for counts and errors; `masks_names` has
    records named in them, not people. `version` is the program that asks: a node of a cluster may have another.
    """

    command: str
    name: str
    project: Path
    out: Path | None = None
    kinds: tuple[str, ...] = ()
    is_locked: bool = False
    all_or_nothing: bool = False
    is_whole: bool = False
    masks_names: bool = False
    version: str = VERSION


@dataclass(frozen=True, slots=True)
class SchoolResult:
    """What became of a school; values that any process can hand over.

    `states` counts the files of `out/` by state before the command, `written` the documents that a build wrote;
    `reason` and `hint` tell why there is nothing else, `trace` is the trace of a defect of our own.
    """

    name: str
    ending: Ending
    errors: int = 0
    warnings: int = 0
    documents: int = 0
    written: int = 0
    states: Mapping[str, int] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    files: tuple[str, ...] = ()
    document_states: tuple[Mapping[str, object], ...] = ()
    reason: str = ""
    hint: str = ""
    trace: str = ""


def do_schools(tasks: Sequence[SchoolTask]) -> tuple[SchoolResult, ...]:
    """Return what became of each school, in order; whatever happens in one of them is its own result."""
    return tuple(each_school(tasks))


def each_school(tasks: Iterable[SchoolTask]) -> Iterator[SchoolResult]:
    """Yield what became of each school.

    The collector of garbage runs between schools and passes over what stays: run whenever it likes, it takes a third
    of the time, looking for garbage in a school that is still needed.
    """
    gc.disable()
    try:
        for task in tasks:
            yield do_school(task)
            gc.collect()
            gc.freeze()
    finally:
        gc.unfreeze()
        gc.enable()


def do_school(task: SchoolTask) -> SchoolResult:
    """Return what became of one school; never raises an `Exception`."""
    if task.version != VERSION:
        hint = f"поставьте на узел кластера версию {task.version}"
        return SchoolResult(task.name, Ending.PREVENTED, reason=f"там другая версия actgen: {VERSION}", hint=hint)
    try:
        return _known(task) or _worked(task)
    except WriteFault as fault:
        return SchoolResult(task.name, Ending.PREVENTED, reason=f"{fault.reason}: {fault.path}", hint=fault.hint)
    except OSError as error:
        reason = f"не читается: {error.filename or task.project} ({error.strerror or error})"
        hint = "проверьте права на папку и диск"
        return SchoolResult(task.name, Ending.PREVENTED, reason=reason, hint=hint)
    except Exception as defect:  # a defect that shows in one school must not cost the others theirs
        reason = f"ошибка самой программы: {type(defect).__name__}: {defect}"
        hint = "файлы школы не изменены; пришлите разработчикам строки выше таблицы"
        return SchoolResult(task.name, Ending.DEFECT, reason=reason, hint=hint, trace=traceback.format_exc())


def _known(task: SchoolTask) -> SchoolResult | None:
    """Return the result for a school that has not changed since it was found to be right, else None."""
    if task.is_whole or task.kinds or task.command == "plan":
        return None
    known = known_workspace(task.project)
    if known is None:
        return None
    documents = len(known.documents)
    result = SchoolResult(task.name, Ending.RIGHT, warnings=known.warnings, documents=documents)
    if task.command == "check":
        return result
    built = is_built(task.project, task.out or task.project / "out", known)
    return replace(result, states={"same": documents}) if built else None


def _worked(task: SchoolTask) -> SchoolResult:
    from actgen.workflow.build import build_workspace  # noqa: PLC0415
    from actgen.workflow.check import check_workspace  # noqa: PLC0415
    from actgen.workflow.planning import plan_workspace  # noqa: PLC0415

    if not (task.project / "data").is_dir():
        reason, hint = f"нет папки data: {task.project}", "проверьте путь к папке школы"
        return SchoolResult(task.name, Ending.PREVENTED, reason=reason, hint=hint)
    kinds: list[str] = []
    if task.kinds:
        known = check_workspace(task.project).kinds
        for name in task.kinds:
            kind = known.named(name)
            if kind is None:
                return SchoolResult(task.name, Ending.UNKNOWN_KIND, reason=f"нет вида акта «{name}»")
            kinds.append(kind.stem)
    if task.command == "check":
        checked = check_workspace(task.project)
        return _told(task, checked, checked.diagnostics, ())
    if task.command == "plan":
        planned = plan_workspace(task.project, task.out, kinds)
        return _told(task, planned.checked, planned.diagnostics, planned.states)
    built = build_workspace(task.project, task.out, kinds, is_locked=task.is_locked, all_or_nothing=task.all_or_nothing)
    return replace(
        _told(task, built.checked, built.diagnostics, built.states),
        written=len(built.written),
    )


def _told(
    task: SchoolTask, checked: Checked, diagnostics: tuple[Diagnostic, ...], states: Iterable[FileState]
) -> SchoolResult:
    states = tuple(states)
    errors = sum(one.is_error for one in diagnostics)
    shown = diagnostics if task.is_whole else tuple(one for one in diagnostics if one.is_error)
    counts = Counter(state.state.value for state in states)
    ending = Ending.FAULTY if errors else Ending.RIGHT
    if not errors and task.command == "plan" and any(state.will_change for state in states):
        ending = Ending.WOULD_CHANGE
    return SchoolResult(
        task.name,
        ending,
        errors=errors,
        warnings=sum(one.severity.value == "warning" for one in diagnostics),
        documents=len(checked.plan.documents),
        states=dict(counts),
        diagnostics=checked.masked(shown) if task.masks_names else shown,
        files=tuple(checked.texts) if task.is_whole else (),
        document_states=tuple(state.as_data() for state in states) if task.is_whole else (),
    )
