"""What `data/` says: the school, its people, pairs, programs, roadmap and journal."""

from actgen.school.journal import Acquaintance, ActState, Adoption, JournalEntry
from actgen.school.organisation import Body, Organisation, PageStyle, SchoolFile, SchoolYear
from actgen.school.pair import Pair
from actgen.school.person import Person, fold_name, short_name
from actgen.school.program import Activity, Control, PlanPart, Program
from actgen.school.reading import DECLENSION, KNOWN_FILES, LOCK, PROGRAMS, read_school
from actgen.school.references import People, References
from actgen.school.roadmap import OwnGrif, PeopleGroup, Roadmap, RoadmapRow, Stage, months_of
from actgen.school.school import School

__all__ = [
    "DECLENSION",
    "KNOWN_FILES",
    "LOCK",
    "PROGRAMS",
    "Acquaintance",
    "ActState",
    "Activity",
    "Adoption",
    "Body",
    "Control",
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
    "fold_name",
    "months_of",
    "read_school",
    "short_name",
]
