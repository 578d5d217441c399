"""Every document as it would be written, in memory: filled, read by the rules on finished text, or held back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from actgen.diagnostics import Diagnostic
from actgen.diagnostics.diagnostic import in_order
from actgen.docx import FillFault, fill
from actgen.plan import Document, Held, Plan
from actgen.rules import Finished, FinishedDocument, Reading, check_texts, codes
from actgen.rules.waiving import UNUSED
from actgen.workflow.check import Checked, is_doubt, with_waivers
from actgen.workflow.holding import sort_documents

Key = tuple[str, str]
"""Kind and subject of a document."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a build would put into `out/`.

    `documents` may be built, `held` wait; `finished` has the bytes of the former by key. `diagnostics` are those of
    the check and of the finished texts.
    """

    checked: Checked
    diagnostics: tuple[Diagnostic, ...]
    documents: tuple[Document, ...] = ()
    held: tuple[Held, ...] = ()
    finished: Mapping[Key, FinishedDocument] = field(default_factory=dict)

    @property
    def has_errors(self) -> bool:
        """Whether anything keeps documents from being built."""
        return bool(self.held) or any(diagnostic.is_error for diagnostic in self.diagnostics)

    @property
    def is_partial(self) -> bool:
        """Whether a record may be missing among those that were read, so that some documents are not even known of."""
        return any(found.is_error and not is_doubt(found) for found in self.checked.diagnostics)


def prepare(
    checked: Checked,
    on_document: Callable[[Document], None] = lambda _: None,
    readings: Mapping[str, Reading] = MappingProxyType({}),
) -> Prepared:
    """Return every document of the plan as it would be written, and those that an error holds back.

    Rules on the text compare the documents of the whole set, and what they say must not depend on what was built last:
    so every document is read, also one that stands in `out/` unchanged. One that was read before, with the same
    fingerprint, is filled only when its bytes are asked for.

    Args:
        checked: What the check knows.
        on_document: Told of every document before it is filled.
        readings: What was read of documents before, by their fingerprint.
    """
    errors = [found for found in checked.diagnostics if found.is_error and not is_doubt(found)]
    sorted_by_data = sort_documents(checked.plan, errors, checked.texts)
    finished: dict[Key, FinishedDocument] = {}
    held = list(sorted_by_data.held)
    found = list(checked.diagnostics)
    for document in sorted_by_data.ready:
        one = _finished(document, checked, readings.get(document.fingerprint))
        try:
            if one.read is None:
                on_document(document)
                one.content  # noqa: B018 - filled now: a fault holds the document back
            finished[document.key] = one
        except FillFault as fault:
            found += fault.diagnostics
            held.append(Held(document.planned, fault.diagnostics[0].place, fault.diagnostics[0].message))
    in_text = list(_text_findings(checked, tuple(finished.values())))
    if held:
        # Of a document that was not read it is not known whether it needs a waiver.
        in_text = [one for one in in_text if one.code != UNUSED]
    plan = Plan(tuple(one.document for one in finished.values()), tuple(held))
    sorted_by_text = sort_documents(plan, [one for one in in_text if one.is_error], checked.texts)
    kept = {document.key: finished[document.key] for document in sorted_by_text.ready}
    return Prepared(
        checked,
        in_order([*_without_doubled(found, in_text), *in_text]),
        sorted_by_text.ready,
        sorted_by_text.held,
        kept,
    )


def _finished(document: Document, checked: Checked, read: Reading | None) -> FinishedDocument:
    template = checked.templates[document.planned.kind.stem]
    return FinishedDocument(document, lambda: fill(template, document.words), template.file, checked.texts, read)


def _text_findings(checked: Checked, documents: tuple[FinishedDocument, ...]) -> Iterator[Diagnostic]:
    if checked.school is None or not documents:
        return iter(())
    found = check_texts(Finished(checked.school, documents))
    return with_waivers(found, checked.school, checked.files, codes("text"))


def _without_doubled(early: Iterable[Diagnostic], late: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the findings on data, less «ЗАПОЛНИТЕ» where a finished document has shown it as an error."""
    unfilled = {(found.place.file, found.place.line) for found in late if found.code == "W101"}
    return (d for d in early if d.code != "D170" or (d.place.file, d.place.line) not in unfilled)


def with_names_kept(prepared: Prepared, names: Mapping[Key, str]) -> Prepared:
    """Return the same with file names that begin with the number they had before, where only that number differs.

    A file name begins with the place of its kind in the set: a kind that comes or goes renames the documents of all
    later ones, and so would a fault in one act.
    """
    kept = tuple(
        replace(document, file_name=names[document.key])
        if _without_number(names.get(document.key, "")) == _without_number(document.file_name)
        else document
        for document in prepared.documents
    )
    return replace(prepared, documents=kept)


def with_held(prepared: Prepared, faults: Mapping[Key, Diagnostic]) -> Prepared:
    """Return the same with some documents held back, each for its own fault."""
    if not faults:
        return prepared
    held = [
        Held(one.planned, faults[one.key].place, faults[one.key].message)
        for one in prepared.documents
        if one.key in faults
    ]
    return replace(
        prepared,
        diagnostics=in_order([*prepared.diagnostics, *faults.values()]),
        documents=tuple(document for document in prepared.documents if document.key not in faults),
        held=(*prepared.held, *held),
    )


def _without_number(name: str) -> str:
    return name.partition(" ")[2]
