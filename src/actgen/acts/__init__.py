"""What `acts/` says: kinds of act and their points."""

from actgen.acts.changes import PointChange, PointsFile, with_own_points
from actgen.acts.kind import ActKind, DateFrom, Grif, GrifAction, IssuedFor, OnSite
from actgen.acts.points import NumberedPoint, OwnPoint, Point, every_point, number_by_code, numbered, point_digest
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
    "OwnPoint",
    "Point",
    "PointChange",
    "PointsFile",
    "Question",
    "QuestionKind",
    "every_point",
    "missing_template",
    "number_by_code",
    "numbered",
    "point_digest",
    "read_kinds",
    "with_own_points",
]
