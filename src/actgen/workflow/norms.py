"""norms: which laws and orders the acts cite, whether they are in force on the day, and whom a lapse would touch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from actgen.acts import ActKind, ActKinds, Point, every_point, left_out
from actgen.diagnostics import Place
from actgen.expressions import Expression
from actgen.language import Case, Forms
from actgen.norms import Norm, norms
from actgen.plan import Facts, Planned, choose_documents
from actgen.plan.faults import WordFault
from actgen.plan.texts import holds
from actgen.plan.words import facts_words
from actgen.sources import Absent
from actgen.workflow.check import Checked, check_workspace

_NORM, _OF_351_8 = "норма", ("документ", "нужны_соглашения")
"""`{{ норма.ключ.падеж }}` cites by key; the other word rests on статья 351.8 without naming it."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One place of a kind of act that cites a norm.

    `where` is in Russian: «преамбула», «пункт «выплаты»», «шаблон, абзац 12». `cited` is how it is printed there, empty
    where it is only relied on. `point` is None for what stands in no point; its days are those of the point.
    """

    key: str
    where: str
    cited: str
    place: Place
    point: Point | None = None


@dataclass(frozen=True, slots=True)
class CitingDocument:
    """A document of the year, the day by which it is judged, and the norms that it cites.

    `number` is empty and `has_date` no for a draft.
    """

    title: str
    day: date
    has_date: bool
    number: str
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class KindNorms:
    """A kind of act with every citation in its texts and template, and those of its documents that there are."""

    stem: str
    title: str
    file: str
    citations: tuple[Citation, ...]
    documents: tuple[CitingDocument, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The norms that it cites, each once, as they first appear."""
        return tuple(dict.fromkeys(citation.key for citation in self.citations))

    def citing(self, key: str) -> tuple[CitingDocument, ...]:
        """Return the documents that cite the norm."""
        return tuple(document for document in self.documents if key in document.keys)


@dataclass(frozen=True, slots=True)
class CitedNorms:
    """What a workspace cites; `is_whole` is no where the data could not be believed, so that documents are missing."""

    act_kinds: ActKinds
    kinds: tuple[KindNorms, ...]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Lapse:
    """Whom it touches that a norm is not in force from a day.

    `affected` are documents of that day and later, `earlier` those that cited it before; `replacement` is what the
    register has instead of it and what is in force on the day.
    """

    norm: Norm
    day: date
    replacement: Norm | None
    affected: tuple[CitingDocument, ...]
    earlier: tuple[CitingDocument, ...]
    kinds: tuple[KindNorms, ...]


def norms_of_workspace(project: Path | str) -> CitedNorms:
    """Return what every kind of act and every document of the workspace cites, inherited acts and templates too."""
    checked = check_workspace(project)
    choice = choose_documents(checked.school, checked.kinds, Forms()).value if checked.school is not None else None
    kinds = []
    for kind in checked.kinds:
        if not kind.is_whole:
            continue
        citations = tuple(_citations(kind, checked))
        planned = choice.of_kind(kind) if choice is not None else ()
        documents = [_document(one, citations, choice.facts) for one in planned if choice is not None]
        kinds.append(KindNorms(kind.stem, kind.full_title, kind.file, citations, tuple(documents)))
    return CitedNorms(checked.kinds, tuple(kinds), is_whole=choice is not None and not checked.has_errors)


def lapse_of(cited: CitedNorms, norm: Norm, day: date) -> Lapse:
    """Return whom it touches when the norm is not in force from the day."""
    kinds = tuple(kind for kind in cited.kinds if norm.key in kind.keys)
    documents = [document for kind in kinds for document in kind.citing(norm.key)]
    return Lapse(
        norm=norm,
        day=day,
        replacement=_replacement(norm, day),
        affected=tuple(document for document in documents if document.day >= day),
        earlier=tuple(document for document in documents if document.day < day),
        kinds=kinds,
    )


def _replacement(norm: Norm, day: date) -> Norm | None:
    """Return the first that follows the norm in the register and is in force on the day."""
    following = norms().get(norm.replaced_by) if norm.replaced_by is not None else None
    if following is None or following.is_in_force(day):
        return following
    return _replacement(following, day)


def _citations(kind: ActKind, checked: Checked) -> Iterator[Citation]:
    yield from _in_text(kind, "заголовок", kind.heading, "заголовок", None)
    yield from _in_text(kind, "преамбула", kind.preamble, "преамбула", None)
    for point in every_point(kind.points):
        name = f"пункт «{point.code}»" if point.code else "пункт"
        yield from _in_text(point, "раздел", point.section, name, point)
        yield from _in_text(point, "текст", point.wording, name, point)
    template = checked.templates.get(kind.stem)
    for placeholder in template.placeholders if template is not None else ():
        cited = _cited(placeholder.path)
        if cited is not None:
            yield Citation(
                cited[0],
                f"шаблон, {placeholder.where}",
                cited[1],
                Place(template.file if template is not None else kind.file),
            )


def _in_text(
    record: ActKind | Point, key: str, text: Expression | None, where: str, point: Point | None
) -> Iterator[Citation]:
    written = record.written(key)
    for path in sorted(text.used) if text is not None else ():
        cited = _cited(path)
        if cited is None:
            continue
        offset = written.find(".".join(path[:2])) if written is not None else -1
        place = written.place_at(offset, len(".".join(path[:2]))) if written is not None and offset >= 0 else None
        yield Citation(cited[0], where, cited[1], place or record.place(key), point)


def _cited(path: tuple[str, ...]) -> tuple[str, str] | None:
    """Return the key of the norm that a word cites and how it is printed, None for another word."""
    if path[:2] == _OF_351_8:
        return "тк_351_8", ""
    if path[0] != _NORM or len(path) < 2 or path[1] not in norms():
        return None
    case = next((case for case in Case if len(path) > 2 and case.russian == path[2]), Case.NOMINATIVE)
    return path[1], norms()[path[1]].named(case)


def _document(planned: Planned, citations: tuple[Citation, ...], facts: Facts) -> CitingDocument:
    requisites = planned.requisites
    printed = {id(point) for point in _printed(planned, facts)}
    keys = frozenset(one.key for one in citations if one.point is None or id(one.point) in printed)
    parent = planned.parent  # an annex has the number of the act that approves it
    number = requisites.number or (parent.number if parent is not None else None) or ""
    has_date = requisites.day is not None or (parent is not None and parent.day is not None)
    return CitingDocument(planned.title, requisites.judged_on, has_date, number, keys)


def _printed(planned: Planned, facts: Facts) -> Iterator[Point]:
    """Yield the points that the document has on its day, their conditions tried."""
    words = facts_words(planned, facts)

    def is_needed(point: Point) -> bool:
        try:
            return holds(point, words)
        except (Absent, WordFault):
            return True  # what is wrong in it, says check

    points = planned.kind.outline_on(planned.requisites.judged_on).points
    dropped = frozenset(left_out(points, is_needed))
    yield from (found.point for position, found in enumerate(points) if position not in dropped)
