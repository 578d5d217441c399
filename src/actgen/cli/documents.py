"""Kinds of act and states of documents on the command line."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from actgen.cli.console import say

if TYPE_CHECKING:
    from actgen.acts import ActKinds
    from actgen.workflow import FileState


_SIGNS = {"new": "+", "changed": "~", "same": "=", "signed": "#", "edited": "!", "extra": "-"}


def stems_of(names: Iterable[str], kinds: ActKinds) -> list[str] | None:
    """Return the file stems of the named kinds; None when a name is unknown, which is said."""
    stems = []
    for name in names:
        kind = kinds.named(name)
        if kind is None:
            near = kinds.nearest(name)
            meant = f" Может быть, «{near}»?" if near else ""
            known = ", ".join(own for one in kinds for own in one.names)
            say(f"actgen: нет вида акта «{name}».{meant} Есть: {known}", sys.stderr)
            if Path(name).is_dir():
                # The shell opened an unquoted pattern, and the second folder came here.
                say("   подсказка: образец школ пишут в кавычках: --project 'schools/*'", sys.stderr)
            return None
        stems.append(kind.stem)
    return stems


def state_line(state: FileState, layers: Mapping[str, str]) -> str:
    """Return one line on a file: its sign, name, state, layer of its act, and the places of the change."""
    name = Path(state.file).stem
    layer = layers.get(state.kind, "")
    notes = [state.state.russian]
    planned = state.document.planned if state.document is not None else None
    if planned is not None and planned.is_draft:
        notes.append("без номера")
    if layer not in ("", "школа"):
        notes.append(f"акт: {layer}")
    if planned is not None and planned.kind.own_points:
        own = ", ".join(f"{point.code} ({point.action})" for point in planned.kind.own_points)
        notes.append(f"пункты школы: {own}")
    if state.state.value in ("changed", "edited") and state.because:
        shown = ", ".join(f"{place.file}:{place.line}" for place in state.because[:3])
        more = f" и ещё {len(state.because) - 3}" if len(state.because) > 3 else ""
        notes.append(f"из-за {shown}{more}")
    return f"{_SIGNS[state.state.value]} {name}  — {'; '.join(notes)}"


def totals(states: Iterable[FileState]) -> str:
    """Return how many files are in each state."""
    found = [state.state.value for state in states]
    names = {
        "new": "создать",
        "changed": "изменить",
        "same": "без изменений",
        "signed": "подписанных",
        "edited": "изменённых вручную",
        "extra": "убрать в «прежние»",
    }
    counts = {value: found.count(value) for value in names}
    shown = [f"{names[value]} {count}" for value, count in counts.items() if count]
    return f"Итого: {', '.join(shown)}." if shown else "Документов нет."


def all_fresh(documents: int) -> str:
    """Return the answer of a build that found nothing to do."""
    return f"Изменений нет: документов {documents}, все свежие."


def say_written(
    states: Sequence[FileState], written: Sequence[Path], moved: Sequence[Path], layers: Mapping[str, str]
) -> None:
    """Print what a build wrote, laid beside, or put away."""
    planned = [state for state in states if state.document is not None]
    if not written and not moved:
        say(all_fresh(len(planned)))
    else:
        folder = (written or moved)[0].parent
        say(f"Собрано документов: {len(written)} из {len(planned)}. Папка: {folder}")
        for state in states:
            if state.state.value in ("new", "changed"):
                say("  " + state_line(state, layers))
    for state in states:
        if state.state.value == "edited" and state.is_outdated:
            name = Path(state.file)
            say(f"  ! {name.name} изменён вручную, ваш файл не тронут. Рядом: {name.stem} (новый){name.suffix}")
        elif state.state.value == "extra":
            say(f"  - {Path(state.file).name} больше не нужен, перенесён в папку «прежние»")
