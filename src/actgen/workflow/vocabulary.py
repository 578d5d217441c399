"""What can be asked about the workspace: the words of a kind of act, the meaning of a code."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib import resources
from pathlib import Path

from actgen.acts import ActKind
from actgen.diagnostics.printing import SEVERITY_NAMES
from actgen.docx import DateField, SignatureField
from actgen.docx.codes import CODES as DOCX_CODES
from actgen.docx.codes import code_page
from actgen.language import DOUBT_KINDS, Case, Declined, Forms
from actgen.norms import norms
from actgen.plan import Doubtful, Facts, Gathered, PlainWord, document_words, every_word, planned_documents
from actgen.plan.codes import CODES as PLAN_CODES
from actgen.rules import PRACTICE, codes, page, rules
from actgen.rules.waiving import CODES as WAIVER_CODES
from actgen.sources import CODES as SOURCE_CODES
from actgen.sources import Absent
from actgen.workflow.check import check_workspace
from actgen.workflow.signed import CODES as SIGNED_CODES


@dataclass(frozen=True, slots=True)
class PointLayer:
    """A point of an act and the layer that it comes from: `number` is "" for one that was dropped."""

    number: str
    code: str
    layer: str


@dataclass(frozen=True, slots=True)
class KindWords:
    """The words of a kind; `kind` is None when there is none of that name, `nearest` what was most likely meant.

    `has_documents` is no where the data ask for no document of the kind, so that there is nothing to take values from.
    """

    kind: str | None
    title: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    known: tuple[str, ...] = ()
    nearest: str | None = None
    has_documents: bool = True
    points: tuple[PointLayer, ...] = ()


def words_of_kind(project: Path | str, name: str) -> KindWords:
    """Return every word that the template of a kind may use, with its value in the first document of that kind."""
    checked = check_workspace(project)
    known = tuple(own for kind in checked.kinds for own in kind.names)
    kind = checked.kinds.named(name)
    if kind is None:
        return KindWords(None, known=known, nearest=checked.kinds.nearest(name))
    if checked.school is None:
        return KindWords(kind.names[-1], known=known)
    planned = planned_documents(checked.school, checked.kinds)
    own = next((document for document in planned if document.kind is kind), None)
    if own is None:
        return KindWords(kind.names[-1], known=known, has_documents=False)
    facts = Facts(checked.school, checked.kinds, planned, Forms())
    values: dict[str, str] = {}
    for word, leaf in every_word(document_words(own, facts, Gathered())):
        with contextlib.suppress(Absent):
            value = leaf.word()
            values[word] = _shown(value.text if isinstance(value, (Declined, Doubtful)) else value)
    layer = checked.layers.get(kind.stem, "")
    points = tuple(_point_layers(kind, own.requisites.judged_on, layer))
    return KindWords(kind.names[-1], own.title, values, known, points=points)


def _point_layers(kind: ActKind, day: date, layer: str) -> Iterator[PointLayer]:
    changed = {own.code: own for own in kind.own_points if own.code}
    for found in kind.outline_on(day).points:
        own = changed.get(found.point.code or "")
        yield PointLayer(found.number, found.point.code or "", f"школа, {own.action}" if own else layer)
    yield from (PointLayer("", own.code, "школа, убран") for own in kind.own_points if own.action == "убран")


def _shown(value: PlainWord) -> str:
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, SignatureField):
        return f"[подпись: {value.role}]"
    if isinstance(value, DateField):
        return f"[дата: {value.role}]"
    return str(value)


def known_codes() -> tuple[str, ...]:
    """Return every code that a finding may have, sorted."""
    return tuple(sorted({*_titles(), *codes()}))


def explanation(code: str) -> str | None:
    """Return the Russian page of a code, or None for a code that does not exist."""
    of_rule = page(code)
    if of_rule is not None:
        return of_rule
    of_template = code_page(code)
    if of_template is not None:
        return of_template
    title, body = _titles().get(code), _pages().get(code)
    return f"# {code}: {title}\n\n{body}" if title and body else None


def _pages() -> Mapping[str, str]:
    """Return what the pages of this package say of each code that is neither a rule's nor a template's."""
    found = {}
    for file in (resources.files("actgen.workflow") / "pages").iterdir():
        for section in file.read_text("utf-8").split("\n# "):
            code, _, body = section.removeprefix("# ").partition("\n")
            found[code] = body.strip()
    return found


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule as lists show it, in Russian."""

    code: str
    severity: str
    title: str
    basis: str
    since: date | None
    until: date | None

    @property
    def validity(self) -> str:
        """For acts of which days it holds, after a semicolon; empty where it always does."""
        parts = [f"с {self.since:%d.%m.%Y}"] if self.since else []
        parts += [f"по {self.until:%d.%m.%Y}"] if self.until else []
        return f"; для актов {' '.join(parts)}" if parts else ""

    def as_data(self) -> Mapping[str, str | None]:
        """Return it as JSON has it."""
        days = {"since": self.since, "until": self.until}
        return {
            "code": self.code,
            "severity": self.severity,
            "title": self.title,
            "basis": self.basis,
            **{key: day.isoformat() if day else None for key, day in days.items()},
        }


def rule_lines() -> tuple[RuleLine, ...]:
    """Return every rule in code order."""
    return tuple(
        RuleLine(
            rule.code,
            SEVERITY_NAMES[rule.severity],
            rule.title,
            rule.basis if rule.basis == PRACTICE else norms()[rule.basis].named(Case.NOMINATIVE),
            rule.since,
            rule.until,
        )
        for rule in rules()
    )


def code_titles() -> Mapping[str, str]:
    """Return the Russian title of every code."""
    return {**_titles(), **{rule.code: rule.title for rule in rules()}}


def _titles() -> Mapping[str, str]:
    doubts = {kind.code: kind.reason for kind in DOUBT_KINDS}
    templates = {code: page.title for code, page in DOCX_CODES.items()}
    return {**SOURCE_CODES, **PLAN_CODES, **WAIVER_CODES, **SIGNED_CODES, **doubts, **templates}
