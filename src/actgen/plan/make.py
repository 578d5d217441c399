"""The chosen documents × templates -> the plan: every document with its words, or the reason why it must wait."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from actgen.diagnostics import Diagnostic, Outcome, Place, Severity
from actgen.diagnostics.diagnostic import in_order
from actgen.expressions import WordPath
from actgen.language import Doubt, Level
from actgen.plan.answers import misfitting_answers
from actgen.plan.choosing import BROKEN_DATA, Choice
from actgen.plan.document import Document, Held, Plan, Planned
from actgen.plan.facts import Facts
from actgen.plan.faults import Gathered, WordFault
from actgen.plan.file_names import file_name, unique_names
from actgen.plan.fingerprint import fingerprint
from actgen.plan.publications import unknown_publications
from actgen.plan.selection import misfits
from actgen.plan.tree import UnknownWord, select, unknown_words
from actgen.plan.words import document_words
from actgen.sources import Absent


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


def make_plan(choice: Choice, templates: Mapping[str, TemplateWords | Diagnostic], version: str) -> Outcome[Plan]:
    """Return the documents that must exist, worded.

    Args:
        choice: The documents that are issued, and what words are made from.
        templates: By file stem of the kind; or why there is none that could be read (reported elsewhere).
        version: Goes into every fingerprint, so that another version builds anew.
    """
    facts = choice.facts
    school, kinds = facts.school, facts.kinds
    found: list[Diagnostic] = [
        *misfits(school, kinds, facts.planned),
        *misfitting_answers(school, kinds),
        *unknown_publications(school, kinds),
    ]
    documents: list[Document] = []
    held = list(choice.held)
    for one in choice.documents:
        template = templates[one.kind.stem]
        if isinstance(template, Diagnostic):
            held.append(Held(one, template.place, template.message))
            continue
        try:
            document, doubts = _worded(one, facts, template, version)
            found.extend(doubts)
        except Absent as absent:
            held.append(Held(one, absent.record.place(), BROKEN_DATA))
        except WordFault as fault:
            found.extend(fault.diagnostics)
            held.append(Held(one, fault.diagnostics[0].place, fault.diagnostics[0].message))
        else:
            doubt = next((found for found in doubts if found.is_error), None)
            if doubt is None:
                documents.append(document)
            else:
                held.append(Held(one, doubt.place, doubt.message))
    return Outcome(Plan(_named(documents, held), tuple(held)), in_order(found))


def _worded(
    planned: Planned, facts: Facts, template: TemplateWords, version: str
) -> tuple[Document, tuple[Diagnostic, ...]]:
    gathered = Gathered()
    words = document_words(planned, facts, gathered)
    try:
        gathered.raise_if_any()
        chosen = select(words, template.used)
    except (UnknownWord, WordFault, Absent):
        # Only now is every unknown word looked for: it takes a third of the time of choosing them.
        gathered.take(_not_in(template, unknown) for unknown in unknown_words(words, template.used))
        gathered.raise_if_any()
        raise
    doubts = tuple(
        _doubtful(doubt, places[0] if places else planned.kind.place())
        for doubt, places in dict.fromkeys(chosen.doubts)
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


def _doubtful(doubt: Doubt, place: Place) -> Diagnostic:
    severity = Severity.INFO if doubt.kind.level is Level.NOTE else Severity.ERROR
    hint = f"{doubt.kind.advice}; формы показывает actgen forms, верные подтвердит actgen forms --confirm «…»"
    return Diagnostic(doubt.code, severity, doubt.reason, place, hint="" if severity is Severity.INFO else hint)


def _not_in(template: TemplateWords, word: UnknownWord) -> Diagnostic:
    path = word.path
    where = next((where for used, where in sorted(template.where.items()) if used[: len(path)] == path), "")
    return Diagnostic(
        "W010",
        Severity.ERROR,
        f"в шаблоне {word.message}" + (f", {where}" if where else ""),
        Place(template.file),
        hint=word.hint,
    )


def _named(documents: list[Document], held: list[Held]) -> tuple[Document, ...]:
    """Return the documents with their file names, which begin with the place of their kind in the set."""
    planned = [*(one.planned for one in documents), *(one.planned for one in held)]
    kinds = {one.kind.stem: one.kind for one in planned}
    in_order_of_printing = sorted(kinds.values(), key=lambda kind: (vars(kind).get("order", 0), kind.stem))
    rank = {kind.stem: number for number, kind in enumerate(in_order_of_printing, start=1)}
    names = unique_names(
        file_name(
            rank[document.planned.kind.stem],
            document.planned.kind,
            document.planned.requisites.number,
            document.planned.subject.title,
            is_draft=document.planned.is_draft,
        )
        for document in documents
    )
    return tuple(replace(document, file_name=name) for document, name in zip(documents, names, strict=True))
