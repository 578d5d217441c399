"""year: the next school year is opened; what was is kept beside what was signed, and can be brought back.

Staff, acts and templates go on. Pairs whose term is over are closed with their programs. The roadmap and the work of
the year are of their year. What the journal has stays listed under the year that is over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from actgen.diagnostics import Diagnostic
from actgen.plan import planned_documents
from actgen.school import JOURNAL, PROGRAMS, ActState, Pair, School, SchoolYear
from actgen.sources import decode, remove_items, set_value, set_values
from actgen.workflow.check import Checked, check_workspace
from actgen.workflow.edited_files import EditedFiles
from actgen.workflow.files import WriteFault, encoded_as
from actgen.workflow.journal_file import entries_of, new_findings
from actgen.workflow.refusal import Refused
from actgen.workflow.signed import recorded_files
from actgen.workflow.signing import SIGNED

_SCHOOL, _PAIRS, _WAIVERS = "data/school.yaml", "data/pairs.yaml", "data/waivers.yaml"
_OF_ITS_YEAR = ("data/roadmap.yaml", "data/year.yaml")


@dataclass(frozen=True, slots=True)
class NextYear:
    """What opening the next year changes; nothing is written yet.

    Attributes:
        old: The year that is over.
        new: The year that begins.
        texts: The new text of each file of `data/`, None for one that goes into the archive.
        before: Its bytes now.
        closed: Pairs whose term is over.
        carried: Pairs that go on.
        kept: Acts that stay in force, by title.
        listed: How many entries of the journal are listed under the old year.
        unkept: Signed documents of the old year of which `signed/` holds no file, by title.
        found: What the check finds then and does not find now.
    """

    old: SchoolYear
    new: SchoolYear
    texts: Mapping[str, str | None] = field(repr=False)
    before: Mapping[str, bytes] = field(repr=False)
    closed: tuple[Pair, ...] = ()
    carried: tuple[Pair, ...] = ()
    kept: tuple[str, ...] = ()
    listed: int = 0
    staff: int = 0
    unkept: tuple[str, ...] = ()
    found: tuple[Diagnostic, ...] = ()

    @property
    def archive(self) -> str:
        """The folder where the data of the old year are kept."""
        return f"{SIGNED}/{self.old.first}-{self.old.second}/data"


def plan_next_year(project: Path | str, year: str, keep: Sequence[str] = ()) -> NextYear:
    """Return what opening the next school year would change; nothing is written.

    Args:
        project: The workspace folder.
        year: The year as it is written: 2027/2028.
        keep: Kinds of act that stay in force as they are: положение.

    Raises:
        Refused: It is not the next year, the data have errors now, or would have some then.
    """
    folder = Path(project)
    checked = check_workspace(folder)
    school = checked.school
    errors = tuple(found for found in checked.diagnostics if found.is_error)
    if school is None or errors:
        raise Refused("сначала исправьте ошибки в данных", "все ошибки показывает actgen check", found=errors)
    old = school.settings.year
    new = SchoolYear(old.first + 1)
    if year.replace("-", "/").replace("–", "/").replace(" ", "") not in (str(new), f"{new.first}/{new.second % 100}"):
        raise Refused(f"после {old} идёт {new}, а не {year}", f"запустите: actgen year {new}", is_wrong_line=True)
    kinds_kept = _kinds(checked, keep)
    closed = tuple(pair for pair in school.pairs if pair.ends_on < new.starts_on or pair.stopped_on is not None)
    carried = tuple(pair for pair in school.pairs if pair not in closed)
    before = _contents(folder)
    texts = dict(_changed(school, new, closed, carried, before))
    staying = _staying(checked, kinds_kept, carried)
    going = [number for number, one in enumerate(entries_of(checked)) if _goes(one, school, staying)]
    if going:
        text = _text(JOURNAL, before)
        texts[JOURNAL] = _edited(JOURNAL, lambda t: _under_year(t, going, old), text)
    after = check_workspace(folder, {path: _read(path, text) for path, text in texts.items()})
    found = new_findings(checked, after)
    new_errors = tuple(one for one in found if one.is_error)
    if new_errors or after.school is None or after.school.settings.year != new:
        raise Refused("новый год с такими данными не сойдётся", "исправьте это и повторите", found=new_errors)
    kept = tuple(kind.title for kind in checked.kinds if kind.stem in kinds_kept)
    unkept = tuple(_unkept(checked, staying))
    return NextYear(old, new, texts, before, closed, carried, kept, len(going), len(school.staff), unkept, found)


def open_next_year(project: Path | str, planned: NextYear) -> None:
    """Write the next year: the changed files, and the old ones into the archive; `undo` brings all of it back.

    Raises:
        Refused: A file changed since it was planned, or the archive has such a file already.
        WriteFault: A file cannot be written; everything is as it was.
    """
    folder = Path(project)
    if _contents(folder) != planned.before:
        raise Refused("данные тем временем изменились", "повторите команду")
    files = EditedFiles(folder)
    for path, text in planned.texts.items():
        old, archived = planned.before[path], f"{planned.archive}/{path.removeprefix('data/')}"
        if files.content(archived) is not None:
            raise Refused(f"в архиве уже лежит такой файл: {archived}", "переименуйте его и повторите")
        files.put(archived, old)
        files.put(path, encoded_as(old, text) if text is not None else None)
    files.write(undone_by="year")


# --- what changes ---------------------------------------------------------------------------------


def _kinds(checked: Checked, names: Iterable[str]) -> frozenset[str]:
    stems = set()
    for name in names:
        kind = checked.kinds.named(name)
        if kind is None:
            near = checked.kinds.nearest(name)
            raise Refused(f"нет вида акта «{name}»", f"может быть, «{near}»?" if near else "", is_wrong_line=True)
        stems.add(kind.stem)
    return frozenset(stems)


def _changed(
    school: School, new: SchoolYear, closed: Sequence[Pair], carried: Sequence[Pair], before: Mapping[str, bytes]
) -> Mapping[str, str | None]:
    """Return the files that change, but for the journal: their new text, None where the file goes."""
    texts: dict[str, str | None] = {
        _SCHOOL: _edited(_SCHOOL, lambda t: set_value(t, ["учебный_год"], str(new)), _text(_SCHOOL, before))
    }
    if closed:
        numbers = [number for number, pair in enumerate(school.pairs) if pair in closed]
        texts[_PAIRS] = _edited(_PAIRS, lambda t: remove_items(t, "пары", numbers), _text(_PAIRS, before))
    going_on = [pair.program for pair in carried]
    gone = [name for name, program in school.programs.items() if not any(program is one for one in going_on)]
    texts |= {f"{PROGRAMS}{name}.yaml": None for name in gone}
    texts |= {path: None for path in _OF_ITS_YEAR if path in before}
    expired = [number for number, waiver in enumerate(school.waivers) if waiver.until < new.starts_on]
    if expired:
        text = _edited(_WAIVERS, lambda t: remove_items(t, "отступления", expired), _text(_WAIVERS, before))
        texts[_WAIVERS] = text
    return texts


def _staying(checked: Checked, kinds: frozenset[str], carried: Sequence[Pair]) -> list[object]:
    """Return the entries of acts that stay in force: of kinds that were named, and of pairs that go on."""
    assert checked.school is not None
    return [
        one.requisites.entry
        for one in planned_documents(checked.school, checked.kinds)
        if one.requisites.entry is not None
        and (one.kind.stem in kinds or (one.subject.pair is not None and one.subject.pair in carried))
    ]


def _goes(entry: object, school: School, staying: Sequence[object]) -> bool:
    is_of_this_year = any(entry is one for one in school.journal)
    return is_of_this_year and not any(entry is one for one in staying)


def _unkept(checked: Checked, staying: Sequence[object]) -> Iterator[str]:
    for document in checked.plan.documents:
        requisites = document.planned.requisites
        is_over = not any(requisites.entry is one for one in staying)
        if requisites.state is ActState.SIGNED and is_over and not any(recorded_files([document])):
            yield document.planned.title


def _under_year(text: str, numbers: Iterable[int], year: SchoolYear) -> str:
    return set_values(text, [(["журнал", number, "год"], str(year)) for number in numbers])


def _contents(folder: Path) -> dict[str, bytes]:
    paths = [*(folder / "data").glob("*.yaml"), *(folder / "data" / "programs").glob("*.yaml")]
    try:
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(paths)}
    except OSError as error:
        raise WriteFault(folder / "data", "файл не читается: занят или нет прав", "закройте его и повторите") from error


def _text(path: str, before: Mapping[str, bytes]) -> str:
    if decode(path, before[path]).diagnostics:
        raise Refused(f"файл сохранён не в UTF-8: {path}", "исправьте: actgen check --fix")
    return before[path].decode("utf-8-sig")


def _read(path: str, text: str | None) -> str | None:
    return decode(path, text.encode()).value if text is not None else None


def _edited(path: str, change: Callable[[str], str], text: str) -> str:
    try:
        return change(text)
    except ValueError as bad:
        hint = "запишите каждый ключ с новой строки"
        raise Refused(f"файл записан не по строкам, сам он не меняется: {path}", hint) from bad
