"""What a rule is: a code, its weight, what is wrong, on what norm it rests and for acts of which days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from actgen.diagnostics import Diagnostic, Place, Related, Severity

PRACTICE = "практика"
"""The basis of a rule that rests on no norm but on what such documents mean."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule; it judges only acts dated from `since` to `until` (both included, None where it has always held).

    `basis` is a key of the register of norms, or `PRACTICE`.
    """

    code: str
    severity: Severity
    title: str
    basis: str = PRACTICE
    since: date | None = None
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Return whether an act of that day is judged by this rule."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def at(
        self,
        place: Place,
        message: str,
        hint: str = "",
        related: Iterable[Related] = (),
        severity: Severity | None = None,
    ) -> Diagnostic:
        """Return the finding that the rule is broken at a place; `severity` may make it lighter."""
        return Diagnostic(self.code, severity or self.severity, message, place, hint, tuple(related))
