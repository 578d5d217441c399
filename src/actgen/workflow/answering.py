"""import, of answers to our questionnaires: from a table of answers into `data/bank.yaml`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from actgen.acts import read_kinds
from actgen.diagnostics import Diagnostic
from actgen.plan.filled_questionnaires import Filled, FilledSheet, find_questionnaire, read_answers
from actgen.school import read_school
from actgen.school.reading import BANK, STAFF
from actgen.sources import Absent, NotWritten, add_items
from actgen.tables import Sheet
from actgen.workflow.edited_files import EditedFiles
from actgen.workflow.refusal import Refused
from actgen.workflow.workspace import act_texts, read_workspace

_BANK_HEAD = "# Банк наставников и наставляемых, ответы анкет. Реестры видят куратор и руководитель.\n"


def preview_answers(project: Path, sheets: Sequence[Sheet]) -> Filled | None:
    """Return what a table of answers would add to the bank, or None for a table of something else.

    Raises:
        Refused: The school's data cannot be read, so nobody can be found in them.
    """
    snapshot = read_workspace(project)
    ignored: list[Diagnostic] = []
    kinds = read_kinds(dict(act_texts(snapshot.value, ignored))).value
    found = find_questionnaire(sheets, kinds)
    if found is None:
        return None
    outcome = read_school(snapshot.value.texts)
    broken = next((d for d in outcome.diagnostics if d.is_error and d.place.file in (BANK, STAFF)), None)
    if broken is not None or outcome.value is None:
        where = f"{broken.place.file}, строка {broken.place.line}: {broken.message}" if broken else "data/school.yaml"
        raise Refused(f"в данных ошибка: {where}", "исправьте её и повторите")
    try:
        return read_answers(*found, outcome.value)
    except Absent as absent:
        raise Refused("в данных ошибка", "её покажет actgen check") from absent


def write_answers(project: Path, filled: Filled) -> tuple[str, ...]:
    """Write the answers of a preview by marks and return the files that changed.

    Raises:
        Refused: The data say another thing than at the preview, or `data/bank.yaml` is written in a way in which it
            cannot be changed surely.
        WriteFault: The disk prevents it; every file is as it was.
    """
    now = preview_answers(project, (filled.sheet,))
    if now is None or (now.new, now.replaced) != (filled.new, filled.replaced):
        raise Refused(f"файл тем временем изменился: {BANK}", "повторите команду")
    files = EditedFiles(project)
    name = filled.kind.names[-1]
    try:
        for position, sheet in filled.replaced:
            files.set(BANK, (["анкеты", position, "ответы"], dict(sheet.answers)))
            if sheet.day:
                files.set(BANK, (["анкеты", position, "дата"], sheet.day))
        if filled.new:
            records = [_record(name, sheet) for sheet in filled.new]
            files.edit(BANK, lambda text: add_items(text, "анкеты", records), new=_BANK_HEAD)
        return files.write(undone_by="import")
    except NotWritten as fault:
        raise Refused(f"{BANK}: {fault}", "запишите анкеты построчно, каждую с дефиса") from fault


def _record(questionnaire: str, sheet: FilledSheet) -> dict[str, Any]:
    return {
        "анкета": questionnaire,
        **({"кто": sheet.name} if sheet.name else {}),
        **({"дата": sheet.day} if sheet.day else {}),
        "ответы": dict(sheet.answers),
    }
