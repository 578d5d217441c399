"""What rules on returned files read: a file that came back, compared with the document that it should be."""

from __future__ import annotations

from dataclasses import dataclass

from actgen.certificates import SignatureCheck
from actgen.diagnostics import Place
from actgen.docx import Difference, Trace


@dataclass(frozen=True, slots=True)
class ReturnedFile:
    """A file that came back, as far as it could be read.

    Attributes:
        file: How messages call it.
        title: The document that it is; empty when it is none that the data give.
        is_known: Whether there is anything to compare it with.
        differences: Where its text says something else.
        traces: What an editor left beside the text.
        foreign: What no document of actgen holds, in Russian: macros, links that open by themselves, objects.
        signatures: Of the file itself and of its `.sig`.
        changed: What of the recorded file is not as the journal has it, in Russian; empty when all is.
    """

    file: str
    title: str = ""
    is_known: bool = True
    differences: tuple[Difference, ...] = ()
    traces: tuple[Trace, ...] = ()
    foreign: tuple[str, ...] = ()
    signatures: tuple[SignatureCheck, ...] = ()
    changed: str = ""

    @property
    def place(self) -> Place:
        """The file as a whole."""
        return Place(self.file)
