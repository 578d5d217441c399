"""What was found and where: the values that every stage hands on beside its result."""

from actgen.diagnostics.diagnostic import Diagnostic, Outcome, Place, Related, Severity
from actgen.diagnostics.edit import Edit
from actgen.diagnostics.similar import closest

__all__ = ["Diagnostic", "Edit", "Outcome", "Place", "Related", "Severity", "closest"]
