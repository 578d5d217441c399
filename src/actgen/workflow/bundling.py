"""build --pdf and --bundle: from what a build wrote to PDF, print file and archive, and what rules say of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from actgen.diagnostics import Diagnostic
from actgen.diagnostics.diagnostic import in_order
from actgen.diagnostics.printing import report
from actgen.plan import listed_title
from actgen.rules import Printed, PrintedDocument, check_printed, codes
from actgen.workflow.build import Written
from actgen.workflow.cache import cache_folder
from actgen.workflow.check import INVENTORY, Checked, check_workspace, with_waivers
from actgen.workflow.layout import page_layout
from actgen.workflow.print_run import Inventory, Printable, Progress, Run, print_documents, remember_inputs
from actgen.workflow.printed_state import Request
from actgen.workflow.quick import KnownWorkspace, known_workspace
from actgen.workflow.states import FileState


@dataclass(frozen=True, slots=True)
class Bundled:
    """What was made of a build's documents, and what the rules found in it."""

    run: Run
    diagnostics: tuple[Diagnostic, ...]

    @property
    def has_errors(self) -> bool:
        """Whether the data or the templates are at fault."""
        return any(diagnostic.is_error for diagnostic in self.diagnostics)


def bundle_workspace(
    project: Path,
    out: Path,
    written: Written,
    request: Request,
    on_progress: Progress = lambda *_: None,
    *,
    is_whole_set: bool = True,
) -> Bundled:
    """Make PDF, print file and archive of the documents that a build left in `out`.

    Raises:
        WriteFault: The disk, the rights or an open program prevents it.
    """
    checked = written.checked
    printables = tuple(printables_of(written.states, checked, project, out))
    inventory = _inventory(checked) if request.is_bundle else None
    run = print_documents(out, printables, request, inventory, on_progress=on_progress, is_whole_set=is_whole_set)
    found = in_order([*run.diagnostics, *_findings(checked, printables, run)])
    bundled = Bundled(run, found)
    if is_whole_set and not run.faults and not bundled.has_errors and not written.has_errors:
        known = _known_after_build(project)
        if known is not None:
            remember_inputs(out, known.inputs, report(found, checked.texts) if found else "")
    return bundled


def _known_after_build(project: Path) -> KnownWorkspace | None:
    """Return what is known of the workspace; a build that wrote the lock left one that nobody has read yet."""
    known = known_workspace(project)
    if known is None and cache_folder() is not None:
        check_workspace(project)
        known = known_workspace(project)
    return known


def printables_of(states: Iterable[FileState], checked: Checked, project: Path, out: Path) -> Iterator[Printable]:
    """Yield every document of the set in printing order: from `out`, what was signed from `signed/` of the project."""
    font = page_layout(checked.school).font if checked.school is not None else ""
    for state in states:
        path = project / state.signed_file if state.signed_file else out / state.file
        if state.document is None or not path.is_file():
            continue
        # A document that was signed as PDF alone has no Word file that says for certain the same.
        is_only_pdf = bool(state.signed_pdf) and not state.signed_file
        planned = state.document.planned
        yield Printable(
            name=Path(state.file).stem,
            title=listed_title(planned.kind, planned.requisites.number, planned.subject.title),
            docx=None if is_only_pdf else path,
            copies=planned.kind.copies,
            pdf=project / state.signed_pdf if state.signed_pdf else None,
            font=font,
            template=checked.templates[planned.kind.stem].file,
        )


def _inventory(checked: Checked) -> Inventory | None:
    template = checked.templates.get(INVENTORY)
    if template is None or checked.school is None:
        return None
    settings = checked.school.settings
    heading = f"документов о наставничестве, {settings.year} учебный год"
    return Inventory(template, settings.organisation.short_name, heading)


def _findings(checked: Checked, printables: Iterable[Printable], run: Run) -> Iterator[Diagnostic]:
    if checked.school is None:
        return iter(())
    documents = tuple(
        PrintedDocument(one.title, one.docx.read_bytes(), one.template, run.pages_of[one.name])
        for one in printables
        if one.docx is not None and one.name in run.pages_of and one.template
    )
    found = check_printed(Printed(documents))
    return with_waivers(found, checked.school, checked.files, codes("printed"))
