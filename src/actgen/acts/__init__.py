"""What `acts/` says: kinds of act and their points."""

from actgen.acts.changes import PointChange, PointsFile, with_own_points
from actgen.acts.kind import ActKind, DateFrom, Grif, GrifAction, IssuedFor, OnSite, fold_kind_name
from actgen.acts.points import (
    NumberedPoint,
    Outline,
    OwnPoint,
    Point,
    every_point,
    left_out,
    number_by_code,
    numbered,
    numbered_without,
    point_digest,
)
from actgen.acts.questions import Question, QuestionKind
from actgen.acts.reading import ActKinds, missing_template, read_kinds

__all__ = [
    "ActKind",
    "ActKinds",
    "DateFrom",
    "Grif",
    "GrifAction",
    "IssuedFor",
    "NumberedPoint",
    "OnSite",
    "Outline",
    "OwnPoint",
    "Point",
    "PointChange",
    "PointsFile",
    "Question",
    "QuestionKind",
    "every_point",
    "fold_kind_name",
    "left_out",
    "missing_template",
    "number_by_code",
    "numbered",
    "numbered_without",
    "point_digest",
    "read_kinds",
    "with_own_points",
]
