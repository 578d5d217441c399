"""School × kinds of act × templates -> the plan: every document with its words, or the reason why it must wait."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from actgen.acts import ActKinds
from actgen.diagnostics import Diagnostic, Outcome, Place, Severity
from actgen.diagnostics.diagnostic import in_order
from actgen.expressions import WordPath
from actgen.language import Forms
from actgen.plan.blocks import UnknownName
from actgen.plan.document import Document, Held, Plan, Planned
from actgen.plan.facts import Facts
from actgen.plan.file_names import file_name, unique_names
from actgen.plan.fingerprint import fingerprint
from actgen.plan.selection import misfits, planned_documents
from actgen.plan.texts import TextFault, holds
from actgen.plan.tree import UnknownWord, select
from actgen.plan.words import document_words, facts_words
from actgen.school import School
from actgen.sources import Absent, Record


@dataclass(frozen=True, slots=True)
class TemplateWords:
    """What a template reads: its file, the hash of its content, and each word with the place where it stands.

    `where` is in Russian: «абзац 12», «таблица 1, строка 2, ячейка 3».
    """

    file: str
    digest: str
    where: Mapping[WordPath, str]

    @property
    def used(self) -> frozenset[WordPath]:
        """Every word that it reads."""
        return frozenset(self.where)


def make_plan(
    school: School, kinds: ActKinds, templates: Mapping[str, TemplateWords], forms: Forms, version: str
) -> Outcome[Plan]:
    """Return the documents that must exist, worded.

    Args:
        school: What `data/` says.
        kinds: What `acts/` says.
        templates: By file stem of the kind; a kind without one has no documents (its absence is reported elsewhere).
        forms: Asked for every oblique form.
        version: Goes into every fingerprint, so that another version builds anew.
    """
    try:
        planned = planned_documents(school, kinds)
    except Absent:  # the school year, or who is meant by it, could not be believed: that has been reported
        return Outcome(Plan())
    facts = Facts(school, kinds, planned, forms)
    found: list[Diagnostic] = list(misfits(school, kinds, planned))
    documents: list[Document] = []
    held: list[Held] = []
    for one in planned:
        template = templates.get(one.kind.stem)
        if template is None:
            continue
        try:
            if not holds(one.kind, facts_words(one, facts)):
                continue
            document, doubts = _worded(one, facts, template, version)
        except Absent as absent:
            record = absent.obj if isinstance(absent.obj, Record) else one.kind
            held.append(Held(one, record.place(), "данные с ошибкой"))
        except (TextFault, UnknownName, _TemplateFault) as fault:
            diagnostic = _diagnostic(fault)
            found.append(diagnostic)
            held.append(Held(one, diagnostic.place, diagnostic.message))
        else:
            documents.append(document)
            found.extend(doubts)
    return Outcome(Plan(_named(documents), tuple(held)), in_order(found))


class _TemplateFault(Exception):
    def __init__(self, template: TemplateWords, fault: UnknownWord) -> None:
        super().__init__(fault.message)
        self.template = template
        self.fault = fault


def _worded(
    planned: Planned, facts: Facts, template: TemplateWords, version: str
) -> tuple[Document, tuple[Diagnostic, ...]]:
    words = document_words(planned, facts)
    try:
        chosen = select(words, template.used)
    except UnknownWord as fault:
        raise _TemplateFault(template, fault) from fault
    doubts = tuple(
        Diagnostic(
            doubt.code,
            Severity.WARNING,
            f"{doubt.reason}: {chosen.values[name]}",
            places[0] if places else planned.kind.place(),
            hint="проверьте форму; если она неверна, впишите верную в data/declension.yaml",
        )
        for name, doubt, places in chosen.doubts
    )
    document = Document(
        planned=planned,
        file_name="",
        words=chosen.plain,
        values=chosen.values,
        places=chosen.places,
        fingerprint=fingerprint(chosen.plain, template.digest, version),
    )
    return document, doubts


def _diagnostic(fault: TextFault | UnknownName | _TemplateFault) -> Diagnostic:
    if isinstance(fault, UnknownName):
        return Diagnostic("D045", Severity.ERROR, fault.message, fault.place, hint=fault.hint)
    if isinstance(fault, TextFault):
        if isinstance(fault.fault, UnknownWord):
            return Diagnostic("D041", Severity.ERROR, fault.fault.message, fault.place, hint=fault.fault.hint)
        return Diagnostic("D040", Severity.ERROR, fault.fault.reason, fault.place, hint="исправьте текст в {{ }}")
    path = fault.fault.path
    where = next((where for used, where in sorted(fault.template.where.items()) if used[: len(path)] == path), "")
    return Diagnostic(
        "W010",
        Severity.ERROR,
        f"в шаблоне {fault.fault.message}" + (f", {where}" if where else ""),
        Place(fault.template.file),
        hint=fault.fault.hint,
    )


def _named(documents: list[Document]) -> tuple[Document, ...]:
    names = unique_names(
        file_name(
            document.planned.rank,
            document.planned.kind,
            document.planned.requisites.number,
            document.planned.subject.title,
            is_draft=document.planned.is_draft,
        )
        for document in documents
    )
    return tuple(replace(document, file_name=name) for document, name in zip(documents, names, strict=True))
