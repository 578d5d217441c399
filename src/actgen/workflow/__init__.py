"""The stages in order: check, plan, build; the clock and all writing live here.

Names are loaded when first asked for: what a command does not need costs it no time.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from actgen.workflow.build import Written, build_workspace
    from actgen.workflow.check import Checked, check_workspace
    from actgen.workflow.differences import Difference
    from actgen.workflow.files import WriteFault
    from actgen.workflow.fixing import Fix, find_fixes, write_fixes
    from actgen.workflow.forms import FormRow, UnknownForm, confirm_forms, forms_of
    from actgen.workflow.match import match_workspace
    from actgen.workflow.planning import Planned, plan_workspace
    from actgen.workflow.quick import is_built, known_workspace
    from actgen.workflow.states import FileState, State
    from actgen.workflow.vocabulary import (
        KindWords,
        code_titles,
        explanation,
        known_codes,
        rule_lines,
        words_of_kind,
    )

_MODULES = {
    "build": ("Written", "build_workspace"),
    "check": ("Checked", "check_workspace"),
    "differences": ("Difference",),
    "files": ("WriteFault",),
    "fixing": ("Fix", "find_fixes", "write_fixes"),
    "forms": ("FormRow", "UnknownForm", "confirm_forms", "forms_of"),
    "match": ("match_workspace",),
    "planning": ("Planned", "plan_workspace"),
    "quick": ("is_built", "known_workspace"),
    "states": ("FileState", "State"),
    "vocabulary": ("KindWords", "code_titles", "explanation", "known_codes", "rule_lines", "words_of_kind"),
}

__all__ = [
    "Checked",
    "Difference",
    "FileState",
    "Fix",
    "FormRow",
    "KindWords",
    "Planned",
    "State",
    "UnknownForm",
    "WriteFault",
    "Written",
    "build_workspace",
    "check_workspace",
    "code_titles",
    "confirm_forms",
    "explanation",
    "find_fixes",
    "forms_of",
    "is_built",
    "known_codes",
    "known_workspace",
    "match_workspace",
    "plan_workspace",
    "rule_lines",
    "words_of_kind",
    "write_fixes",
]


def __getattr__(name: str) -> Any:
    for module, names in _MODULES.items():
        if name in names:
            return getattr(import_module(f"actgen.workflow.{module}"), name)
    raise AttributeError(f"module 'actgen.workflow' has no attribute {name!r}")
