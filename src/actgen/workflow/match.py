"""match: proposals of mentors for the mentees of the bank; nothing is written and nothing decided."""

from __future__ import annotations

from pathlib import Path

from actgen.plan import Match, match_mentors
from actgen.school import read_school
from actgen.sources import Absent
from actgen.workflow.workspace import read_workspace


def match_workspace(project: Path | str) -> tuple[Match, ...] | None:
    """Return for each mentee of `data/bank.yaml` the mentors who may fit, with reasons; None where the data are broken.

    Acts and templates are not looked at: candidates are sought before any document is made.
    """
    read = read_workspace(Path(project))
    school = read_school(read.value.texts)
    if school.value is None or any(found.is_error for found in (*read.diagnostics, *school.diagnostics)):
        return None
    try:
        return match_mentors(school.value)
    except Absent:
        return None
