"""What `data/` says: the school, its people, pairs, programs, roadmap and journal."""

from actgen.school.agreement import Agreement, Payment
from actgen.school.bank import AnswerSheet, Bank, MenteeCandidate, MentorCandidate
from actgen.school.consent import ConsentKind, DataConsent
from actgen.school.declension import LOCK, OVERRIDES, SECTIONS, Declension, confirmed, lock_text, read_declension
from actgen.school.event import Event, EventKind
from actgen.school.journal import (
    Acquaintance,
    ActState,
    Adoption,
    DetachedSignature,
    JournalEntry,
    SignedFile,
    count_of,
)
from actgen.school.masking import masking
from actgen.school.organisation import Body, Organisation, OwnRules, PageStyle, SchoolFile, SchoolYear, read_school_year
from actgen.school.pair import Pair, WorkBasis
from actgen.school.person import Absence, Person, fold_name, short_name
from actgen.school.program import Activity, Control, PlanPart, Program
from actgen.school.reading import JOURNAL, KNOWN_FILES, PROGRAMS, read_school
from actgen.school.record_names import LIST_ITEM, TOP_KEY, record_name, record_names
from actgen.school.references import People, References
from actgen.school.result import PairResult, ProgramOutcome
from actgen.school.roadmap import OwnGrif, PeopleGroup, Roadmap, RoadmapRow, Stage, StageKind, months_of
from actgen.school.school import TO_FILL_IN, School
from actgen.school.waivers import Waiver
from actgen.school.year import (
    Amendment,
    FounderReport,
    Minutes,
    OwnIndicator,
    Publication,
    RepealedAct,
    SchoolProgram,
    Training,
    TrainingForm,
    UnionAnswer,
    UnionOpinion,
    YearEvent,
    YearWork,
)

__all__ = [
    "JOURNAL",
    "KNOWN_FILES",
    "LIST_ITEM",
    "LOCK",
    "OVERRIDES",
    "PROGRAMS",
    "SECTIONS",
    "TOP_KEY",
    "TO_FILL_IN",
    "Absence",
    "Acquaintance",
    "ActState",
    "Activity",
    "Adoption",
    "Agreement",
    "Amendment",
    "AnswerSheet",
    "Bank",
    "Body",
    "ConsentKind",
    "Control",
    "DataConsent",
    "Declension",
    "DetachedSignature",
    "Event",
    "EventKind",
    "FounderReport",
    "JournalEntry",
    "MenteeCandidate",
    "MentorCandidate",
    "Minutes",
    "Organisation",
    "OwnGrif",
    "OwnIndicator",
    "OwnRules",
    "PageStyle",
    "Pair",
    "PairResult",
    "Payment",
    "People",
    "PeopleGroup",
    "Person",
    "PlanPart",
    "Program",
    "ProgramOutcome",
    "Publication",
    "References",
    "RepealedAct",
    "Roadmap",
    "RoadmapRow",
    "School",
    "SchoolFile",
    "SchoolProgram",
    "SchoolYear",
    "SignedFile",
    "Stage",
    "StageKind",
    "Training",
    "TrainingForm",
    "UnionAnswer",
    "UnionOpinion",
    "Waiver",
    "WorkBasis",
    "YearEvent",
    "YearWork",
    "confirmed",
    "count_of",
    "fold_name",
    "lock_text",
    "masking",
    "months_of",
    "read_declension",
    "read_school",
    "read_school_year",
    "record_name",
    "record_names",
    "short_name",
]
