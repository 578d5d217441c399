"""The stages in order: check, plan, build; the clock and all writing live here."""

from actgen.workflow.build import Planned, Written, build_workspace, plan_workspace
from actgen.workflow.check import Checked, check_workspace
from actgen.workflow.files import WriteFault
from actgen.workflow.forms import FormRow, UnknownForm, confirm_forms, forms_of
from actgen.workflow.states import FileState, State
from actgen.workflow.vocabulary import KindWords, explanation, known_codes, words_of_kind

__all__ = [
    "Checked",
    "FileState",
    "FormRow",
    "KindWords",
    "Planned",
    "State",
    "UnknownForm",
    "WriteFault",
    "Written",
    "build_workspace",
    "check_workspace",
    "confirm_forms",
    "explanation",
    "forms_of",
    "known_codes",
    "plan_workspace",
    "words_of_kind",
]
