"""What `data/` says: the school, its people, pairs, programs, roadmap and journal."""

from actgen.school.declension import LOCK, OVERRIDES, SECTIONS, Declension, confirmed, lock_text, read_declension
from actgen.school.journal import Acquaintance, ActState, Adoption, JournalEntry
from actgen.school.organisation import Body, Organisation, PageStyle, SchoolFile, SchoolYear
from actgen.school.pair import Pair
from actgen.school.person import Person, fold_name, short_name
from actgen.school.program import Activity, Control, PlanPart, Program
from actgen.school.reading import KNOWN_FILES, PROGRAMS, read_school
from actgen.school.references import People, References
from actgen.school.roadmap import OwnGrif, PeopleGroup, Roadmap, RoadmapRow, Stage, months_of
from actgen.school.school import School

__all__ = [
    "KNOWN_FILES",
    "LOCK",
    "OVERRIDES",
    "PROGRAMS",
    "SECTIONS",
    "Acquaintance",
    "ActState",
    "Activity",
    "Adoption",
    "Body",
    "Control",
    "Declension",
    "JournalEntry",
    "Organisation",
    "OwnGrif",
    "PageStyle",
    "Pair",
    "People",
    "PeopleGroup",
    "Person",
    "PlanPart",
    "Program",
    "References",
    "Roadmap",
    "RoadmapRow",
    "School",
    "SchoolFile",
    "SchoolYear",
    "Stage",
    "confirmed",
    "fold_name",
    "lock_text",
    "months_of",
    "read_declension",
    "read_school",
    "short_name",
]
