"""forms: how everybody and every title is declined, what is doubtful, and how a person confirms it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from actgen.diagnostics import Diagnostic, Place, Severity, closest
from actgen.language import Case, Declined, Doubt, Forms, Gender, Kind, Level, typeset
from actgen.school import LOCK, OVERRIDES, School, confirmed, fold_name, short_name
from actgen.workflow.check import Checked, check_workspace
from actgen.workflow.edited_files import EditedFiles
from actgen.workflow.refusal import Refused


@dataclass(frozen=True, slots=True)
class FormRow:
    """One name, title or organisation in all six cases; `sources` says for each case where the form came from."""

    kind: Kind
    text: str
    forms: Mapping[Case, str]
    sources: Mapping[Case, str]
    doubts: tuple[Doubt, ...]

    @property
    def is_doubtful(self) -> bool:
        """Whether a document that prints an oblique form of it is held back."""
        return any(doubt.kind.level is not Level.NOTE for doubt in self.doubts)


def forms_of(project: Path | str) -> tuple[FormRow, ...]:
    """Return everybody, every position and every organisation of the data, the doubtful ones first."""
    checked = check_workspace(project)
    return _rows(checked)


def _rows(checked: Checked) -> tuple[FormRow, ...]:
    if checked.school is None:
        return ()
    asked = Forms(checked.forms.overrides, checked.forms.lock)
    rows = [_row(kind, text, gender, asked) for kind, text, gender in dict.fromkeys(_texts(checked.school))]
    return tuple(sorted(rows, key=lambda row: (not row.is_doubtful, list(Kind).index(row.kind))))


def _row(kind: Kind, text: str, gender: Gender | None, forms: Forms) -> FormRow:
    def decline(case: Case) -> Declined:
        if kind is Kind.NAME:
            return forms.name(text, case, gender)
        return forms.position(text, case) if kind is Kind.POSITION else forms.organisation(text, case)

    declined = {case: decline(case) for case in Case}
    doubts = tuple(dict.fromkeys(doubt for one in declined.values() for doubt in one.doubts))
    texts = {case: one.text for case, one in declined.items()}
    return FormRow(kind, text, texts, {case: one.layer.russian for case, one in declined.items()}, doubts)


def _texts(school: School) -> Iterator[tuple[Kind, str, Gender | None]]:
    for person in school.staff:
        if not person.is_whole:
            continue
        yield Kind.NAME, person.full_name, person.explicit_gender
        yield Kind.POSITION, typeset(person.position), None
    settings = vars(school.settings)
    organisation, founder, union = settings.get("organisation"), settings.get("founder"), settings.get("union")
    if organisation is not None and organisation.is_whole:
        yield Kind.ORGANISATION, organisation.full_name, None
        yield Kind.ORGANISATION, organisation.short_name, None
    for named in (founder, union):
        if named is not None and named.is_whole:
            yield Kind.ORGANISATION, getattr(named, "full_name", None) or named.name, None
    for body in settings.get("bodies") or ():
        if body.is_whole:
            yield Kind.ORGANISATION, body.name, None


def confirm_forms(project: Path | str, texts: Sequence[str]) -> tuple[FormRow, ...]:
    """Write to `data/declension.yaml` that a person has seen the forms of these texts and they are right.

    Returns:
        The rows that were confirmed; those that needed no confirmation are left out.

    Raises:
        Refused: A text is no name, title or organisation of the data, or the file is not written in block style.
        WriteFault: The file cannot be written.
    """
    rows = _rows(check_workspace(project))
    chosen = [_find(text, rows) for text in texts]
    changed = tuple(row for row in chosen if row.is_doubtful)
    files = EditedFiles(Path(project))
    try:
        for row in changed:
            files.edit(OVERRIDES, partial(confirmed, kind=row.kind, nominative=row.text), new=_HEAD)
    except ValueError as bad:
        raise Refused(f"файл записан не по строкам: {OVERRIDES}", "допишите в него сами: «проверено: да»") from bad
    files.write()
    return changed


_HEAD = """\
# Как склонять то, чего не знает грамматика. Пишет человек; главнее правил языка.
# проверено: да — формы посмотрел человек, они верны; иначе впишите верную: «родительный: …».
"""


def _find(text: str, rows: Iterable[FormRow]) -> FormRow:
    wanted = fold_name(text)
    by_name = {name: row for row in rows for name in (fold_name(short_name(row.text)), fold_name(row.text))}
    if wanted in by_name:
        return by_name[wanted]
    near = closest(text, [row.text for row in rows])
    hint = f"может быть, «{near}»?" if near else "что склоняется, покажет actgen forms"
    raise Refused(f"в данных нет «{text}»", hint, is_wrong_line=True)


def lock_differences(checked: Checked) -> tuple[Diagnostic, ...]:
    """Return an error for each printed form that the lock lacks or has otherwise, and for each line that is unused."""
    found = []
    lock = checked.forms.lock
    hint = "соберите без --locked и проверьте, что изменилось в data/declension.lock.yaml"
    for asked in checked.forms.asked():
        form = f"{asked.key.text}, {asked.key.case}: {asked.declined.text}"
        if asked.key not in lock:
            found.append(Diagnostic("L204", Severity.ERROR, f"форма не закреплена: {form}", Place(LOCK), hint))
        elif lock[asked.key] != asked.locked:
            message = f"форма закреплена иначе: {form}; в файле: {lock[asked.key].text}"
            found.append(Diagnostic("L204", Severity.ERROR, message, Place(LOCK), hint))
    for key in checked.forms.unused_lock():
        message = f"закреплённая форма больше не нужна: {key.text}, {key.case}"
        found.append(Diagnostic("L204", Severity.ERROR, message, Place(LOCK), hint))
    return tuple(found)
