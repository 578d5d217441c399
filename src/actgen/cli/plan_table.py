"""The plan as a table for a merge request: what would change, why, and how its text would read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from actgen.cli.documents import SIGNS, because_of

if TYPE_CHECKING:
    from actgen.workflow import FileState, Planned


def plan_table(planned: Planned, states: Sequence[FileState], *, with_text: bool, with_names: bool) -> str:
    """Return the plan in Markdown; documents that stay as they are only count.

    A comment is read by more people than the data: without `with_names` people are masked, and no text is shown, for
    in a sentence a name stands in every case.
    """
    mask = str if with_names else planned.checked.mask
    return "\n".join(_lines(planned, states, mask, with_text=with_text and with_names)) + "\n"


def _lines(
    planned: Planned, states: Sequence[FileState], mask: Callable[[str], str], *, with_text: bool
) -> Iterator[str]:
    shown = [state for state in states if state.state.value not in ("same", "signed") or state.is_outdated]
    yield f"### Документы: изменится {sum(state.will_change for state in shown)} из {len(states)}"
    if shown:
        yield ""
        yield "| | документ | что с ним | почему |"
        yield "|---|---|---|---|"
    for state in shown:
        cells = (SIGNS[state.state.value], _title(state), state.state.russian, "; ".join(_why(state)))
        yield "| " + " | ".join(mask(cell).replace("|", "\\|") for cell in cells) + " |"
    changes = {_title(state): planned.differences[state.key] for state in shown if state.key in planned.differences}
    if with_text and changes:
        yield ""
        yield "<details><summary>Что изменится в тексте</summary>"
        for name, found in changes.items():
            yield ""
            yield f"**{mask(name)}**"
            yield ""
            yield "```diff"
            yield from (mask(line).replace("```", "`\u200b``") for one in found for line in one.shown().split("\n"))
            yield "```"
        yield ""
        yield "</details>"
    errors = sum(found.is_error for found in planned.diagnostics)
    signed = sum(state.state.value == "signed" and not state.is_outdated for state in states)
    yield ""
    yield f"Ошибок: {errors}. Без изменений: {len(states) - len(shown) - signed}. Подписанные ({signed}) не затронуты."


def _title(state: FileState) -> str:
    return state.document.planned.title if state.document is not None else state.name


def _why(state: FileState) -> list[str]:
    return [*([state.reason] if state.reason else []), *because_of(state)]


def add_to_summary(table: str) -> None:
    """Add the table to the summary of the step, where GitHub Actions keeps one."""
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if file:
        with Path(file).open("a", encoding="utf-8") as summary:
            summary.write(table)
