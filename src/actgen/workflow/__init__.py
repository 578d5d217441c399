"""The stages in order: check, plan, build; the clock and all writing live here.

Names are loaded when first asked for: what a command does not need costs it no time.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from actgen.workflow.adding import (
        DOCUMENT_KINDS,
        ISSUED_FOR,
        PAIR_FORMS,
        PAIR_KINDS,
        Added,
        Known,
        add_act,
        add_pair,
        add_person,
        add_point,
        add_program,
        known_of,
        points_of,
    )
    from actgen.workflow.against import Compared, compare_workspace
    from actgen.workflow.answering import preview_answers, write_answers
    from actgen.workflow.build import Written, build_workspace
    from actgen.workflow.bundling import Bundled, bundle_workspace
    from actgen.workflow.by_hand import OwnFile, own_file, take_file
    from actgen.workflow.check import Checked, check_workspace
    from actgen.workflow.differences import Difference
    from actgen.workflow.doctor import Check, examine
    from actgen.workflow.edited_files import undo
    from actgen.workflow.file_text import text_of_file
    from actgen.workflow.files import WriteFault
    from actgen.workflow.fixing import Fix, find_fixes, write_fixes
    from actgen.workflow.forms import FormRow, confirm_forms, forms_of
    from actgen.workflow.importing import (
        Preview,
        naming_files,
        preview_staff,
        read_tables,
        without_patronymic,
        write_staff,
    )
    from actgen.workflow.match import match_workspace
    from actgen.workflow.next_year import NextYear, open_next_year, plan_next_year
    from actgen.workflow.norms import CitedNorms, CitingDocument, KindNorms, Lapse, lapse_of, norms_of_workspace
    from actgen.workflow.numbering import Numbered, number_acts
    from actgen.workflow.planning import Planned, plan_workspace
    from actgen.workflow.printed_state import PrintedState, Request, known_print, left_behind
    from actgen.workflow.quick import is_built, known_workspace
    from actgen.workflow.refusal import Refused
    from actgen.workflow.schema import refresh_schemas, write_schemas
    from actgen.workflow.signing import Signed, sign_act
    from actgen.workflow.starting import Started, start_workspace
    from actgen.workflow.states import FileState, State
    from actgen.workflow.status import ActStatus, Status, status_of
    from actgen.workflow.status_page import write_status_page
    from actgen.workflow.verifying import NOT_JUDGED, Verified, verify_files
    from actgen.workflow.vocabulary import (
        KindWords,
        code_titles,
        explanation,
        known_codes,
        rule_lines,
        words_of_kind,
    )
    from actgen.workflow.workspace import package_folder

_MODULES = {
    "against": ("Compared", "compare_workspace"),
    "build": ("Written", "build_workspace"),
    "bundling": ("Bundled", "bundle_workspace"),
    "check": ("Checked", "check_workspace"),
    "differences": ("Difference",),
    "file_text": ("text_of_file",),
    "files": ("WriteFault",),
    "fixing": ("Fix", "find_fixes", "write_fixes"),
    "forms": ("FormRow", "confirm_forms", "forms_of"),
    "match": ("match_workspace",),
    "norms": ("CitedNorms", "CitingDocument", "KindNorms", "Lapse", "lapse_of", "norms_of_workspace"),
    "next_year": ("NextYear", "open_next_year", "plan_next_year"),
    "numbering": ("Numbered", "number_acts"),
    "by_hand": ("OwnFile", "own_file", "take_file"),
    "planning": ("Planned", "plan_workspace"),
    "printed_state": ("PrintedState", "Request", "known_print", "left_behind"),
    "quick": ("is_built", "known_workspace"),
    "refusal": ("Refused",),
    "signing": ("Signed", "sign_act"),
    "doctor": (
        "Check",
        "examine",
    ),
    "adding": (
        "Added",
        "DOCUMENT_KINDS",
        "ISSUED_FOR",
        "Known",
        "PAIR_FORMS",
        "PAIR_KINDS",
        "add_act",
        "add_pair",
        "add_person",
        "add_point",
        "add_program",
        "known_of",
        "points_of",
    ),
    "schema": (
        "refresh_schemas",
        "write_schemas",
    ),
    "answering": (
        "preview_answers",
        "write_answers",
    ),
    "edited_files": ("undo",),
    "importing": (
        "Preview",
        "naming_files",
        "preview_staff",
        "read_tables",
        "without_patronymic",
        "write_staff",
    ),
    "starting": ("Started", "start_workspace"),
    "workspace": ("package_folder",),
    "states": ("FileState", "State"),
    "status": ("ActStatus", "Status", "status_of"),
    "status_page": ("write_status_page",),
    "verifying": ("NOT_JUDGED", "Verified", "verify_files"),
    "vocabulary": ("KindWords", "code_titles", "explanation", "known_codes", "rule_lines", "words_of_kind"),
}

__all__ = [
    "DOCUMENT_KINDS",
    "ISSUED_FOR",
    "NOT_JUDGED",
    "PAIR_FORMS",
    "PAIR_KINDS",
    "ActStatus",
    "Added",
    "Bundled",
    "Check",
    "Checked",
    "CitedNorms",
    "CitingDocument",
    "Compared",
    "Difference",
    "FileState",
    "Fix",
    "FormRow",
    "KindNorms",
    "KindWords",
    "Known",
    "Lapse",
    "NextYear",
    "Numbered",
    "OwnFile",
    "Planned",
    "Preview",
    "PrintedState",
    "Refused",
    "Request",
    "Signed",
    "Started",
    "State",
    "Status",
    "Verified",
    "WriteFault",
    "Written",
    "add_act",
    "add_pair",
    "add_person",
    "add_point",
    "add_program",
    "build_workspace",
    "bundle_workspace",
    "check_workspace",
    "code_titles",
    "compare_workspace",
    "confirm_forms",
    "examine",
    "explanation",
    "find_fixes",
    "forms_of",
    "is_built",
    "known_codes",
    "known_of",
    "known_print",
    "known_workspace",
    "lapse_of",
    "left_behind",
    "match_workspace",
    "naming_files",
    "norms_of_workspace",
    "number_acts",
    "open_next_year",
    "own_file",
    "package_folder",
    "plan_next_year",
    "plan_workspace",
    "points_of",
    "preview_answers",
    "preview_staff",
    "read_tables",
    "refresh_schemas",
    "rule_lines",
    "sign_act",
    "start_workspace",
    "status_of",
    "take_file",
    "text_of_file",
    "undo",
    "verify_files",
    "without_patronymic",
    "words_of_kind",
    "write_answers",
    "write_fixes",
    "write_schemas",
    "write_staff",
    "write_status_page",
]


def __getattr__(name: str) -> Any:
    for module, names in _MODULES.items():
        if name in names:
            return getattr(import_module(f"actgen.workflow.{module}"), name)
    raise AttributeError(f"module 'actgen.workflow' has no attribute {name!r}")
