"""The school: everything that `data/` says, believed and joined."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from actgen.school.bank import Bank
from actgen.school.columns import AnsweredList
from actgen.school.journal import JournalEntry
from actgen.school.organisation import SchoolFile
from actgen.school.pair import Pair
from actgen.school.person import Person
from actgen.school.program import Program
from actgen.school.references import People
from actgen.school.roadmap import Roadmap
from actgen.school.waivers import Waiver
from actgen.school.year import YearWork
from actgen.sources import Record

TO_FILL_IN = "ЗАПОЛНИТЕ"
"""What `init`, `new` and `import` write where only the school knows what to write."""


@dataclass(frozen=True, slots=True)
class School:
    """What is true this year, as far as it could be believed; a file that could not be read leaves its part empty.

    `journal` has the acts of this year, `former` those that the journal lists under an earlier one (`год:`);
    `answered_lists` serve imports only.
    """

    settings: SchoolFile
    people: People
    pairs: tuple[Pair, ...] = ()
    programs: Mapping[str, Program] = None  # type: ignore[assignment]  # set by read_school, never None afterwards
    roadmap: Roadmap | None = None
    journal: tuple[JournalEntry, ...] = ()
    former: tuple[JournalEntry, ...] = ()
    bank: Bank | None = None
    year_work: YearWork = field(default_factory=YearWork)
    waivers: tuple[Waiver, ...] = ()
    answered_lists: tuple[AnsweredList, ...] = ()

    @property
    def staff(self) -> tuple[Person, ...]:
        """Everybody of `data/staff.yaml`, in its order."""
        return self.people.all

    def without(self, record: Record) -> School:
        """Return the school less the record and every pair or entry that rests on it.

        A rule that met an absent field is asked again without the record at fault, so one error hides no other: but the
        bank, the roadmap and the work of the year go as a whole, for places count the items of their lists.
        """
        return replace(
            self,
            people=People(p for p in self.staff if p is not record),
            pairs=tuple(p for p in self.pairs if not _rests_on(p, record)),
            programs={name: p for name, p in self.programs.items() if not _rests_on(p, record)},
            roadmap=None if self.roadmap is not None and _rests_on(self.roadmap, record) else self.roadmap,
            journal=tuple(e for e in self.journal if not _rests_on(e, record)),
            former=tuple(e for e in self.former if not _rests_on(e, record)),
            bank=None if self.bank is not None and _rests_on(self.bank, record) else self.bank,
            year_work=YearWork() if _rests_on(self.year_work, record) else self.year_work,
        )


def _rests_on(holder: object, record: Record) -> bool:
    if holder is record:
        return True
    if isinstance(holder, Record):
        return any(_rests_on(value, record) for value in vars(holder).values())
    return isinstance(holder, tuple) and any(_rests_on(value, record) for value in holder)
