"""One rule = one module and its Russian page; the catalogue finds them all."""

from actgen.rules.catalogue import (
    check_acts,
    check_printed,
    check_returned,
    check_school,
    check_texts,
    codes,
    page,
    rules,
)
from actgen.rules.finished import Finished, FinishedDocument, Reading
from actgen.rules.printed_pages import Printed, PrintedDocument
from actgen.rules.returned_file import ReturnedFile
from actgen.rules.rule import PRACTICE, Rule
from actgen.rules.waiving import waived

__all__ = [
    "PRACTICE",
    "Finished",
    "FinishedDocument",
    "Printed",
    "PrintedDocument",
    "Reading",
    "ReturnedFile",
    "Rule",
    "check_acts",
    "check_printed",
    "check_returned",
    "check_school",
    "check_texts",
    "codes",
    "page",
    "rules",
    "waived",
]
