"""Files -> texts -> values that remember their place -> records that are believed as far as they can be."""

from actgen.diagnostics import Outcome
from actgen.sources.codes import CODES, DATA_CODES, FILE_CODES
from actgen.sources.decode import OtherEncoding, decode, other_encoding
from actgen.sources.edit import add_under, edited, quoted
from actgen.sources.edit_records import NotWritten, add_items, record_text, remove_items, scalar, set_value, set_values
from actgen.sources.expression_fields import WordCondition, WordText
from actgen.sources.fields import (
    Day,
    Email,
    Identifier,
    Line,
    Many,
    Money,
    OneOf,
    OneOfOrOther,
    Percent,
    Phone,
    Prose,
    TextOr,
    Whole,
    YesNo,
    fold_word,
    text_of,
)
from actgen.sources.folder import names_in, read_folder
from actgen.sources.record import Absent, Record, believe
from actgen.sources.refusing import Collector, leave_absent, options_of, refuse
from actgen.sources.values import Mapping, Sequence, Text, Value, place_of
from actgen.sources.yaml_reader import read_yaml

__all__ = [
    "CODES",
    "DATA_CODES",
    "FILE_CODES",
    "Absent",
    "Collector",
    "Day",
    "Email",
    "Identifier",
    "Line",
    "Many",
    "Mapping",
    "Money",
    "NotWritten",
    "OneOf",
    "OneOfOrOther",
    "OtherEncoding",
    "Percent",
    "Phone",
    "Prose",
    "Record",
    "Sequence",
    "Text",
    "TextOr",
    "Value",
    "Whole",
    "WordCondition",
    "WordText",
    "YesNo",
    "add_items",
    "add_under",
    "believe",
    "decode",
    "edited",
    "fold_word",
    "leave_absent",
    "names_in",
    "options_of",
    "other_encoding",
    "place_of",
    "quoted",
    "read_content",
    "read_folder",
    "read_yaml",
    "record_text",
    "refuse",
    "remove_items",
    "scalar",
    "set_value",
    "set_values",
    "text_of",
]


def read_content(file: str, content: bytes) -> Outcome[Mapping | None]:
    """Return the mapping that a file holds, or None when it cannot be read: `decode`, then `read_yaml`."""
    decoded = decode(file, content)
    values = read_yaml(file, decoded.value)
    return Outcome(values.value, decoded.diagnostics + values.diagnostics)
