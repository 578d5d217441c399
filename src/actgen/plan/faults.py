"""Why a document cannot be worded: every reason at its place, all of them in one run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import TracebackType

from actgen.diagnostics import Diagnostic, Place, Severity
from actgen.plan.tree import Tree, Unbelieved
from actgen.sources import Absent, Record


class WordFault(Exception):
    """A document that cannot be worded; `diagnostics` names every reason, each at its place."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("; ".join(diagnostic.message for diagnostic in self.diagnostics))


class Gathered:
    """Takes what goes wrong in one part of a document (`with gathered:`), so that the others are looked at as well."""

    def __init__(self) -> None:
        self._found: list[Diagnostic] = []
        self._absent: Absent | None = None

    def __enter__(self) -> None:
        """Begin a part."""

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, _: TracebackType | None) -> bool:
        """Take what was raised inside the part: a `WordFault`, or `Absent`, whose fault has been reported."""
        if isinstance(fault, WordFault):
            self._found.extend(fault.diagnostics)
        elif isinstance(fault, Absent):
            self._absent = fault
        return isinstance(fault, WordFault | Absent)

    def take(self, found: Iterable[Diagnostic]) -> None:
        """Take findings that keep the document from being worded."""
        self._found.extend(found)

    def words(self, record: Record, make: Callable[[], Tree]) -> Tree:
        """Return the words of a part, or what stands for them where something went wrong."""
        with self:
            return make()
        return Unbelieved(Absent(record, "words"))

    def raise_if_any(self) -> None:
        """Raise everything that was taken as one fault.

        Raises:
            WordFault: Something was taken.
            Absent: Nothing else was.
        """
        if self._found:
            raise WordFault(dict.fromkeys(self._found))
        if self._absent is not None:
            raise self._absent


def unknown_name(message: str, hint: str, place: Place) -> WordFault:
    """Return the fault that an act names a role, body or act that the school does not have."""
    return WordFault([Diagnostic("D045", Severity.ERROR, message, place, hint)])
