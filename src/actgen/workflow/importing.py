"""import: a list of staff or answers to a questionnaire, from a spreadsheet into `data/`; a merge, never a paste."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from actgen.school import TO_FILL_IN, School, fold_name, read_school
from actgen.school.person import short_name
from actgen.school.reading import COLUMNS, SCHOOL, STAFF
from actgen.school.staff_list import (
    FIELDS,
    NAME,
    POSITION,
    SURNAME,
    Listed,
    Reading,
    read_day,
    read_list,
    rows_of,
)
from actgen.school.staff_merge import Change, Merge, compare, named_twice
from actgen.sources import NotWritten, Record, add_items, remove_items
from actgen.tables import Column, Layout, Sheet, TableFault, find_layout, fold_header, read_sheets
from actgen.workflow.asked_columns import (
    Meanings,
    as_told,
    is_to_be_kept,
    joined,
    keep_answers,
    remembered_columns,
    told_columns,
)
from actgen.workflow.edited_files import EditedFiles
from actgen.workflow.files import WriteFault
from actgen.workflow.refusal import Refused
from actgen.workflow.workspace import read_workspace

if TYPE_CHECKING:
    from actgen.school import Person

SURE = 0.75
"""Below this a column is asked about, never assumed."""

_HEADS = ("директор", "заведующий", "заведующая", "и.о. директора", "исполняющий обязанности директора")
_STAFF_HEAD = "# Сотрудники. Каждый человек записан здесь один раз, в других файлах он назван по имени.\n"


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be taken: where from, how each column was understood, who was read, how that differs from our staff.

    `told` is what was said of columns now, `remembered` what was answered the last time and holds. `head` is who would
    be written as the head of the school in place of what `init` left to be filled in.
    """

    sheet: Sheet
    layout: Layout
    reading: Reading
    merge: Merge
    school: School
    told: Meanings
    remembered: Meanings
    head: Listed | None = None

    @property
    def doubtful(self) -> tuple[Column, ...]:
        """The columns about which a person has to be asked."""
        return tuple(column for column in self.layout.columns if column.key and column.confidence < SURE)

    @property
    def needs_curator(self) -> bool:
        """Whether the school still has to say who the curator is."""
        return TO_FILL_IN in (self.school.settings.written("куратор") or "")

    @property
    def changes_nothing(self) -> bool:
        """Whether the staff is already as the list says."""
        merge = self.merge
        return not (merge.new or merge.changed or merge.renamed or self.head or self.has_new_answers)

    @property
    def has_new_answers(self) -> bool:
        """Whether more is known of the columns of such a list than what is kept."""
        return is_to_be_kept(self.school.answered_lists, self.layout, {**self.remembered, **self.told})

    def without_renamed(self) -> Preview:
        """Return the preview that leaves a row which may be a new surname: it is neither hers nor somebody new's."""
        rows = [change.listed for change in self.merge.renamed]
        people = tuple(one for one in self.reading.people if one not in rows)
        return replace(
            self,
            reading=replace(self.reading, people=people),
            merge=replace(self.merge, renamed=()),
            head=None if self.head in rows else self.head,
        )

    def called(self, one: Listed) -> str | None:
        """Return how data call somebody of the list; None where neither her name nor a code means her alone."""
        whose = next((person for row, person in self.merge.known if row is one), None)
        name = one.name if whose is None or "." not in one.name else whose.full_name
        added = [*self.merge.new, *(change.listed for change in self.merge.renamed)]
        others = [person.full_name for person in self.school.staff if person is not whose]
        others += [row.name for row in added if row is not one]
        if fold_name(one.short_name) not in [fold_name(short_name(other)) for other in others]:
            return one.short_name
        if whose is not None and whose.has("code") and whose.code:
            return whose.code
        is_clear = "." not in name and fold_name(name) not in map(fold_name, others)
        return name if is_clear else None


def read_tables(file: Path) -> tuple[Sheet, ...]:
    """Return the sheets of a file.

    Raises:
        Refused: It is not there, or cannot be read as a table.
        WriteFault: Another program holds it.
        NoReader: The reader of workbooks is not installed.
    """
    if not file.is_file():
        what = "это папка, а не таблица" if file.is_dir() else "нет такого файла"
        hint = "назовите таблицу .xlsx, .xls, .ods или .csv; имя с пробелами — в кавычках"
        raise Refused(f"{what}: {file}", hint, is_wrong_line=True)
    try:
        return read_sheets(file.read_bytes())
    except TableFault as fault:
        raise Refused(f"{fault.reason}: {file.name}", fault.hint) from fault
    except OSError as error:
        raise WriteFault(file, "файл не читается", "закройте его в Excel и повторите") from error


def preview_staff(
    project: Path,
    sheets: Sequence[Sheet],
    columns: Mapping[str, str],
    *,
    sheet_name: str = "",
    is_remembering: bool = True,
) -> Preview:
    """Return what an import of a list of staff would do; nothing is written.

    Args:
        project: The school's folder.
        sheets: The sheets of the file.
        columns: What a person said of columns: by the column's letter or heading a key of `data/staff.yaml`, or «нет».
        sheet_name: The sheet that is taken; the one that looks most like a list of staff when not given.
        is_remembering: Whether what she said the last time of a list with the same headings counts.

    Raises:
        Refused: No sheet lists people, two people have one name, or the files that are changed have errors.
    """
    if sheet_name and fold_header(sheet_name) not in {fold_header(sheet.name) for sheet in sheets}:
        hint = f"есть: {', '.join(f'«{sheet.name}»' for sheet in sheets)}"
        raise Refused(f"в таблице нет листа «{sheet_name}»", hint, is_wrong_line=True)
    sheets = [sheet for sheet in sheets if not sheet_name or fold_header(sheet.name) == fold_header(sheet_name)]
    filled = [sheet for sheet in sheets if any(any(row) for row in sheet.rows)]
    if not filled:
        raise Refused("таблица пуста", "проверьте, тот ли это файл")
    laid = [(sheet, find_layout(sheet, FIELDS)) for sheet in filled]
    sheet, layout = max(laid, key=lambda one: _worth(one[1]))
    school = _believed_staff(project)
    told = told_columns(layout, columns)
    meanings = joined(remembered_columns(school.answered_lists, layout) if is_remembering else {}, told)
    layout = as_told(layout, meanings)
    if layout.column_of(NAME) is None and layout.column_of(SURNAME) is None:
        raise Refused(
            "это не список сотрудников: ни один столбец не похож на фамилии",
            "проверьте, тот ли это файл; если тот, укажите столбец: --column фио=B",
        )
    reading = read_list(sheet, layout)
    if not reading.people:
        raise Refused(
            "в таблице нет ни одного человека", "в столбце «фио» должны быть имена: Лебедева Татьяна Николаевна"
        )
    staff = [p for p in school.staff if TO_FILL_IN not in p.full_name]
    twice = named_twice(reading.people, staff)
    if twice is not None:
        first, second = twice
        raise Refused(
            f"в списке двое с одним именем: {first.name}, строки {first.row} и {second.row}",
            "если это один человек, оставьте в списке одну его строку; если двое, запишите обоих в data/staff.yaml, "
            "дайте каждому «код:» и возьмите список снова",
        )
    merge = compare(reading.people, staff)
    remembered = {number: meaning for number, meaning in meanings.items() if number not in told}
    preview = Preview(sheet, layout, reading, merge, school, told, remembered)
    head = _head(school, reading.people)
    return replace(preview, head=head) if head is not None and preview.called(head) is not None else preview


def _worth(layout: Layout) -> tuple[bool, float]:
    names = any(column.key in (NAME, SURNAME) for column in layout.columns)
    return names, sum(column.confidence for column in layout.columns if column.key)


def _believed_staff(project: Path) -> School:
    snapshot = read_workspace(project)
    outcome = read_school(snapshot.value.texts)
    for found in (*snapshot.diagnostics, *outcome.diagnostics):
        if found.is_error and found.place.file in (STAFF, COLUMNS) and found.code != "F041":
            where = f"{found.place.file} ошибка, строка {found.place.line}"
            raise Refused(f"в {where}: {found.message}", "исправьте её и повторите")
    if outcome.value is None:
        raise Refused(f"нет файла {SCHOOL} или он не читается", "начните с новой папки: actgen init ПАПКА")
    return outcome.value


def _head(school: School, people: Sequence[Listed]) -> Listed | None:
    """Return the one director of the list, where the school still has to fill its head in."""
    if not school.settings.has("head") or TO_FILL_IN not in school.settings.head.full_name:
        return None
    # «Директор, учитель истории» is a director who teaches.
    heads = [
        one for one in people if re.split(r"[,;/(]| и ", one.values.get(POSITION, "").casefold())[0].strip() in _HEADS
    ]
    return heads[0] if len(heads) == 1 else None


def naming_files(school: School, person: Person) -> tuple[str, ...]:
    """Return where the data name somebody: `data/pairs.yaml:14`, each file once."""
    held = (school.settings, *school.pairs, *school.journal, school.roadmap, school.bank, school.year_work)
    places: dict[str, str] = {}
    for record in held:
        if record is not None:
            for holder in _holders(record, person):
                places.setdefault(holder.place().file, f"{holder.place().file}:{holder.place().line}")
    return tuple(places.values())


def _holders(record: Record, person: Person) -> Iterator[Record]:
    for value in vars(record).values():
        for item in value if isinstance(value, tuple) else (value,):
            if item is person:
                yield record
            elif isinstance(item, Record):
                yield from _holders(item, person)


def write_staff(
    project: Path,
    preview: Preview,
    renamed: Sequence[Change] = (),
    dismissed_on: str | None = None,
    curator: Listed | None = None,
) -> tuple[str, ...]:
    """Write what the preview showed, by marks, and return the files that changed; nobody is removed.

    Args:
        project: The school's folder.
        preview: What was shown and agreed to.
        renamed: Those of the preview's renamed people who really are; the others are new, and the old names stay.
        dismissed_on: The day that people who are not in the list are marked with; None leaves them as they are.
        curator: Who of the list is the curator, where the school still has to fill that in.

    Raises:
        Refused: `data/staff.yaml` says another thing than at the preview, or is written in a way in which it cannot be
            changed surely; nothing tells the curator from a namesake; or that is no day.
        WriteFault: The disk prevents it; every file is as it was.
    """
    merge = preview.merge
    day = read_day(dismissed_on) if dismissed_on else None
    if dismissed_on and day is None:
        raise Refused(f"дата увольнения не читается: {dismissed_on}", "запишите её так: 31.08.2026", is_wrong_line=True)
    files = EditedFiles(project)
    staff = preview.school.staff
    now = _believed_staff(project)
    if (now.staff, now.answered_lists) != (staff, preview.school.answered_lists):
        # Records are found by their positions, and one may have been added while the question waited.
        raise Refused("данные тем временем изменились", "повторите команду")
    new = [*merge.new, *(change.listed for change in merge.renamed if change not in renamed)]
    try:
        files.set(STAFF, *_changes(staff, preview.merge, renamed, day))
        if new:
            files.edit(STAFF, lambda text: add_items(text, "сотрудники", rows_of(new)), new=_STAFF_HEAD)
        _write_places(files, preview, {"руководитель": preview.head, "куратор": curator})
        if preview.has_new_answers:
            keep_answers(files, now.answered_lists, preview.layout, {**preview.remembered, **preview.told})
        return files.write(undone_by="import")
    except NotWritten as fault:
        raise Refused(
            f"файл записан не по строкам: {fault}", "запишите каждую запись с новой строки, с дефиса"
        ) from fault


def _changes(
    staff: Sequence[Person], merge: Merge, renamed: Sequence[Change], day: str | None
) -> Iterator[tuple[Sequence[str | int], str | Sequence[str]]]:
    """Yield each value of somebody on the staff that changes: its path and the new value."""
    position_of = {id(person): number for number, person in enumerate(staff)}
    for change in (*merge.changed, *renamed):
        record: tuple[str | int, ...] = ("сотрудники", position_of[id(change.person)])
        for key, (_, value) in change.values.items():
            yield (*record, key), value
        if change in renamed:
            yield (*record, "прежние"), [*change.person.former_names, change.person.full_name]
    for person in merge.left if day else ():
        yield ("сотрудники", position_of[id(person)], "уволен"), day or ""


def _write_places(files: EditedFiles, preview: Preview, people: Mapping[str, Listed | None]) -> None:
    """Name people in `data/school.yaml`; the record that init left to be filled in goes when nobody refers to it."""
    school = preview.school
    taken = {key: one for key, one in people.items() if one is not None}
    for key, one in taken.items():
        called = preview.called(one)
        if called is None:
            raise Refused(
                f"под именем «{one.name}» не один человек", "дайте каждому «код:» в data/staff.yaml и повторите"
            )
        files.set(SCHOOL, ([key], called))
    waiting = {key for key in ("руководитель", "куратор") if TO_FILL_IN in (school.settings.written(key) or "")}
    left = [p for p in school.staff if TO_FILL_IN in p.full_name]
    if taken and waiting <= set(taken) and len(left) == 1:
        files.edit(STAFF, lambda text: remove_items(text, "сотрудники", [_position(list(school.staff), left[0])]))


def _position(staff: Sequence[Person], person: Person) -> int:
    return next(number for number, one in enumerate(staff) if one is person)


def without_patronymic(people: Sequence[Listed]) -> tuple[str, ...]:
    """Return the names whose gender nothing tells, which a school should look at: no patronymic, or initials alone."""
    return tuple(one.name for one in people if len(one.name.split()) == 2 and "пол" not in one.values)
