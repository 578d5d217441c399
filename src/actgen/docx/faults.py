"""What may be wrong with a template or with words put into it: codes of family W, exceptions that carry them."""

from __future__ import annotations

from collections.abc import Iterable

from actgen.diagnostics import Diagnostic, Place, Severity


class TemplateFault(Exception):
    """A template that cannot be used; `diagnostics` names every reason, each at its place."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("; ".join(d.message for d in self.diagnostics))


class FillFault(Exception):
    """Words that do not fit the template: an unknown word, a group where a text is printed, a character not printed."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("; ".join(d.message for d in self.diagnostics))


def error(code: str, file: str, message: str, hint: str = "") -> Diagnostic:
    """Return an error that concerns the whole template file; its message names part and paragraph."""
    return Diagnostic(code, Severity.ERROR, message, Place(file), hint)
