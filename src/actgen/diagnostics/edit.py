"""A change of a text that a finding may carry as its cure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the characters `start` (from 0, included) to `end` (excluded) of one file by `text`."""

    file: str
    start: int
    end: int
    text: str
