"""The stages in order: check, plan, build; the clock and all writing live here."""

from actgen.workflow.build import Planned, Written, build_workspace, plan_workspace
from actgen.workflow.check import Checked, check_workspace
from actgen.workflow.files import WriteFault
from actgen.workflow.states import FileState, State
from actgen.workflow.vocabulary import KindWords, explanation, known_codes, words_of_kind

__all__ = [
    "Checked",
    "FileState",
    "KindWords",
    "Planned",
    "State",
    "WriteFault",
    "Written",
    "build_workspace",
    "check_workspace",
    "explanation",
    "known_codes",
    "plan_workspace",
    "words_of_kind",
]
