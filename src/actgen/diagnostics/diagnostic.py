"""Diagnostic, Place and Outcome: frozen values, made by every stage, printed by none of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from actgen.diagnostics.edit import Edit

T_co = TypeVar("T_co", covariant=True)


class Severity(Enum):
    """How much a finding weighs: an error withholds documents, a warning and an info are printed beside them."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file: path relative to the project folder with `/`, line and column from 1, in characters.

    `line` and `column` are 0 where the whole file is meant (a template, an unreadable file);
    `length` is how many characters of that line are at fault, at least 1.
    """

    file: str
    line: int = 0
    column: int = 0
    length: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that explains a finding: «приказ издан здесь»."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: a stable code, what is wrong (and whose), where, and what to do next, in Russian."""

    code: str
    severity: Severity
    message: str
    place: Place
    hint: str = ""
    related: tuple[Related, ...] = ()
    edits: tuple[Edit, ...] = ()

    @property
    def is_error(self) -> bool:
        """Whether this finding withholds documents."""
        return self.severity is Severity.ERROR


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T_co]):
    """What a stage gives: its value, as far as it could be had, and everything that it found."""

    value: T_co
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def has_errors(self) -> bool:
        """Whether any finding is an error."""
        return any(d.is_error for d in self.diagnostics)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the findings by place, each once: file, line, column, code."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda d: (d.place, d.code, d.message)))
