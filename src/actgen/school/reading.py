"""From the texts of `data/` to the School: every file read, every error of every file reported."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import Field

from actgen.diagnostics import Diagnostic, Outcome, Place, Related, Severity, closest
from actgen.diagnostics.diagnostic import in_order
from actgen.school.bank import Bank
from actgen.school.columns import ColumnsFile
from actgen.school.declension import LOCK, OVERRIDES
from actgen.school.journal import JournalEntry
from actgen.school.organisation import SchoolFile
from actgen.school.pair import Pair
from actgen.school.person import Person
from actgen.school.program import Program
from actgen.school.references import People, References
from actgen.school.roadmap import Roadmap
from actgen.school.school import School
from actgen.school.waivers import Waiver
from actgen.school.year import YearWork
from actgen.sources import Many, Record, believe, read_yaml
from actgen.sources import Mapping as Values

SCHOOL = "data/school.yaml"
STAFF = "data/staff.yaml"
PAIRS = "data/pairs.yaml"
ROADMAP = "data/roadmap.yaml"
JOURNAL = "data/journal.yaml"
BANK = "data/bank.yaml"
YEAR = "data/year.yaml"
WAIVERS = "data/waivers.yaml"
COLUMNS = "data/columns.yaml"
POINTS = "data/points.yaml"  # read by `actgen.acts`: it changes acts
PROGRAMS = "data/programs/"

KNOWN_FILES = (SCHOOL, STAFF, PAIRS, ROADMAP, JOURNAL, BANK, YEAR, WAIVERS, COLUMNS, POINTS, OVERRIDES, LOCK)

R = TypeVar("R", bound=Record)


class StaffFile(Record):
    """The whole of `data/staff.yaml`."""

    people: Many[Person] = Field((), alias="сотрудники", description="сотрудники")


class PairsFile(Record):
    """The whole of `data/pairs.yaml`."""

    pairs: Many[Pair] = Field((), alias="пары", description="наставнические пары и группы")


class JournalFile(Record):
    """The whole of `data/journal.yaml`."""

    entries: Many[JournalEntry] = Field((), alias="журнал", description="записи журнала регистрации")


class WaiversFile(Record):
    """The whole of `data/waivers.yaml`."""

    waivers: Many[Waiver] = Field((), alias="отступления", description="отступления от правил")


def read_school(texts: Mapping[str, str]) -> Outcome[School | None]:
    """Return the school that the texts of `data/` describe, and all that is wrong with them.

    Args:
        texts: The text of each file by its path in the project (`data/school.yaml`).

    Returns:
        The school, as far as it can be believed; None where `data/school.yaml` itself cannot be read.
    """
    reader = _Reader(texts)
    staff = reader.read(STAFF, StaffFile, References(People((), is_known=False)))
    members: tuple[Person, ...] = _listed(staff, "people")
    is_known = staff is not None and staff.is_whole and all(member.has_name for member in members)
    people = People(members, is_known=is_known)
    reader.found.extend(_named_twice(people))
    nobody_else = References(people)
    programs = {
        path.removeprefix(PROGRAMS).removesuffix(".yaml"): program
        for path in sorted(texts)
        if path.startswith(PROGRAMS) and (program := reader.read(path, Program, nobody_else)) is not None
    }
    unread = {p.removeprefix(PROGRAMS).removesuffix(".yaml") for p in texts if p.startswith(PROGRAMS)} - set(programs)
    known = References(people, programs, frozenset(unread))
    settings = reader.read(SCHOOL, SchoolFile, known)
    pairs = reader.read(PAIRS, PairsFile, known, is_needed=False)
    roadmap = reader.read(ROADMAP, Roadmap, known, is_needed=False)
    journal = reader.read(JOURNAL, JournalFile, known, is_needed=False)
    bank = reader.read(BANK, Bank, known, is_needed=False)
    year_work = reader.read(YEAR, YearWork, known, is_needed=False)
    waivers = reader.read(WAIVERS, WaiversFile, known, is_needed=False)
    columns = reader.read(COLUMNS, ColumnsFile, known, is_needed=False)
    reader.found.extend(_unknown_files(texts))
    if settings is None:
        return Outcome(None, in_order(reader.found))
    entries: tuple[JournalEntry, ...] = _listed(journal, "entries")
    former = tuple(entry for entry in entries if vars(entry).get("year") not in (None, vars(settings).get("year")))
    school = School(
        settings=settings,
        people=people,
        pairs=_listed(pairs, "pairs"),
        programs=programs,
        roadmap=roadmap,
        journal=tuple(entry for entry in entries if not any(entry is other for other in former)),
        former=former,
        bank=bank,
        year_work=year_work if year_work is not None else YearWork(),
        waivers=_listed(waivers, "waivers"),
        answered_lists=_listed(columns, "lists"),
    )
    return Outcome(school, in_order(reader.found))


def _listed(file: Record | None, field: str) -> tuple[Any, ...]:
    """Return the list that a file holds, as far as it was believed."""
    return vars(file).get(field, ()) if file is not None else ()


class _Reader:
    """Reads one file after the other and keeps what it finds."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self.found: list[Diagnostic] = []

    def read(self, file: str, model: type[R], references: References, *, is_needed: bool = True) -> R | None:
        if file not in self._texts:
            if is_needed:
                self.found.append(
                    Diagnostic(
                        "F041",
                        Severity.ERROR,
                        f"нет файла {file}",
                        Place(file),
                        hint="если он назван иначе (Блокнот дописывает .txt), переименуйте; если его нет, создайте",
                    )
                )
            return None
        values = read_yaml(file, self._texts[file])
        self.found.extend(values.diagnostics)
        if not isinstance(values.value, Values):
            return None
        needed = [info.alias or name for name, info in model.model_fields.items() if info.is_required()]
        if needed and not values.value:
            self.found.append(
                Diagnostic(
                    "D002",
                    Severity.ERROR,
                    f"файл пуст: {file}",
                    Place(file, 1, 1),
                    hint=f"впишите в него ключи: {', '.join(needed)}",
                )
            )
            return None
        believed = believe(model, values.value, references)
        self.found.extend(believed.diagnostics)
        return believed.value


def _named_twice(people: People) -> list[Diagnostic]:
    first: dict[tuple[str, str], Person] = {}
    found = []
    for person in people.all:
        key = person.identity
        if key[0] and key in first:
            found.append(
                Diagnostic(
                    "D007",
                    Severity.ERROR,
                    f"сотрудник записан дважды: {person.full_name}",
                    person.place("фио"),
                    hint="уберите лишнюю запись, а если это разные люди, дайте каждому «код:»",
                    related=(Related(first[key].place("фио"), "первая запись здесь"),),
                )
            )
        first.setdefault(key, person)
    return found


def _unknown_files(texts: Mapping[str, str]) -> list[Diagnostic]:
    found = []
    for file in sorted(texts):
        if file in KNOWN_FILES or (file.startswith(PROGRAMS) and file.endswith(".yaml")):
            continue
        near = closest(file, KNOWN_FILES)
        found.append(
            Diagnostic(
                "F042",
                Severity.ERROR,
                f"лишний файл в data: {file}" + (f"; похожий: {near}" if near else ""),
                Place(file),
                hint=f"переименуйте в {near}" if near else "перенесите файл из папки data",
            )
        )
    return found
