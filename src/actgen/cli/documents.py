"""Kinds of act and states of documents on the command line."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from actgen.cli.console import say

if TYPE_CHECKING:
    from actgen.acts import ActKinds
    from actgen.workflow import Difference, FileState, Written


SIGNS = {"new": "+", "changed": "~", "same": "=", "signed": "#", "edited": "!", "extra": "-", "held": "x"}


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
    layer = layers.get(state.kind, "")
    notes = [state.state.russian + (f": {state.reason}" if state.reason else "")]
    planned = state.document.planned if state.document is not None else None
    if planned is not None and planned.is_draft:
        notes.append("без номера")
    if layer not in ("", "школа"):
        notes.append(f"акт: {layer}")
    if planned is not None and planned.kind.own_points:
        own = ", ".join(f"{point.code} ({point.action})" for point in planned.kind.own_points)
        notes.append(f"пункты школы: {own}")
    notes += _notes_on_a_kept_file(state)
    if state.state.value in ("changed", "held") or state.is_outdated:
        notes += because_of(state)
    return f"{SIGNS[state.state.value]} {state.name}  — {'; '.join(notes)}"


def _notes_on_a_kept_file(state: FileState) -> list[str]:
    notes = []
    if state.is_taken:
        notes.append("ваш вариант принят")
    if state.state.value == "signed" and not (state.signed_file or state.signed_pdf):
        notes.append("файл не сохранён, сохранит actgen sign")
    if state.state.value == "signed" and state.is_outdated:
        notes.append("данные теперь дают другой текст")
    return notes


def because_of(state: FileState) -> list[str]:
    """Return the lines that a state comes from in words, the first three of them; empty without any."""
    if not state.because:
        return []
    lines = list(dict.fromkeys(f"{one.file}:{one.line}" if one.line else one.file for one in state.because))
    more = f" и ещё {len(lines) - 3}" if len(lines) > 3 else ""
    return [f"из-за {', '.join(lines[:3])}{more}"]


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
        "held": "ждут",
    }
    counts = {value: found.count(value) for value in names}
    shown = [f"{names[value]} {count}" for value, count in counts.items() if count]
    return f"Итого: {', '.join(shown)}." if shown else "Документов нет."


def all_fresh(documents: int) -> str:
    """Return the answer of a build that found nothing to do."""
    return f"Изменений нет: документов {documents}, все свежие."


def say_written(done: Written) -> None:
    """Print what a build wrote, laid beside, put away, left as signed, or held back."""
    layers = done.checked.layers
    planned = [state for state in done.states if state.document is not None]
    held = [state for state in done.states if state.state.value == "held"]
    if not done.written and not done.moved:
        fresh = all_fresh(len(planned))
        say(f"Изменений нет: документов {len(planned)}, ждут {len(held)}." if held else fresh)
    else:
        folder = (done.written or done.moved)[0].parent
        say(f"Собрано документов: {len(done.written)} из {len(planned) + len(held)}. Папка: {folder}")
    for state in done.states:
        name = Path(state.file)
        match state.state.value:
            case "new" | "changed":
                say("  " + state_line(state, layers))
            case "edited" if state.is_outdated:
                say(f"  ! {name.name} изменён вручную, ваш файл не тронут. Рядом: {name.stem} (новый){name.suffix}")
            case "edited" if not state.is_taken:
                say(f"  ! {name.name} изменён вручную и остаётся вашим; что изменено: actgen diff")
            case "extra":
                say(f"  - {name.name} больше не нужен, перенесён в папку «прежние»: {state.reason}")
                for cause in because_of(state):
                    say(f"      {cause}")
            case "held":
                say("  " + state_line(state, layers))
            case "signed" if state.is_outdated:
                _say_signed(state, done)
    _say_advice([state for state in done.states if state.state.value == "signed" and state.is_outdated])


def _say_signed(state: FileState, done: Written) -> None:
    """Print that a signed act stays as it is, and what its data would give now."""
    cause = "".join(f", {one}" for one in because_of(state))
    say(f"  # {Path(state.file).name} подписан и не тронут, а данные теперь дают другой текст{cause}:")
    say_differences(done.differences.get(state.key, ()))


def _say_advice(outdated: Sequence[FileState]) -> None:
    """Print once the ways to put right signed acts whose data give another text."""
    if not outdated:
        return
    say(
        f"Подписанные не тронуты ({len(outdated)}). Чтобы изменить подписанный акт, подготовьте приказ о внесении"
        " изменений"
    )
    say("(раздел «изменения» в data/year.yaml) или новую редакцию: actgen number ВИД --new-edition.")
    if not all(state.signed_file or state.signed_pdf for state in outdated):
        say("Если акт ещё не подписан, впишите в журнал «состояние: проект».")


MOST_DIFFERENCES = 20
"""How many paragraphs of one document are shown when only their number matters."""


def say_differences(found: Sequence[Difference], most: int = MOST_DIFFERENCES) -> None:
    """Print what is another in the text of a document, paragraph by paragraph."""
    for difference in found[:most]:
        for line in difference.shown().split("\n"):
            say(f"      {line}")
    if len(found) > most:
        say(f"      и ещё абзацев: {len(found) - most}")
