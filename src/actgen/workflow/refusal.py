"""What a command will not do: one sentence, the next step, and nothing changed."""

from __future__ import annotations

from actgen.diagnostics import Diagnostic


class Refused(Exception):
    """The command is not carried out and every file is as it was.

    Attributes:
        message: What is wrong, in Russian.
        hint: What to do next.
        is_wrong_line: Whether the command line is at fault, not the data or the files.
        found: Findings that say more, if there are any.
    """

    def __init__(
        self, message: str, hint: str = "", *, is_wrong_line: bool = False, found: tuple[Diagnostic, ...] = ()
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.is_wrong_line = is_wrong_line
        self.found = found
