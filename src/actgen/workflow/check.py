"""check: the stages from the files to the worded plan, and every rule on the way; nothing is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import jinja2
import pydantic

from actgen.acts import ActKinds, missing_template, read_kinds, with_own_points
from actgen.diagnostics import Diagnostic, Outcome, Place, Severity
from actgen.diagnostics.diagnostic import in_order
from actgen.diagnostics.printing import report, summary
from actgen.diagnostics.reports import without_names
from actgen.docx import Template, TemplateFault, compile
from actgen.language import Forms
from actgen.plan import Choice, Plan, TemplateWords, choose_documents, make_plan
from actgen.rules import check_acts, check_school, codes, waived
from actgen.rules.waiving import Nameable, misfits
from actgen.school import (
    OVERRIDES,
    Declension,
    School,
    lock_text,
    masking,
    read_declension,
    read_school,
    record_name,
)
from actgen.version import VERSION
from actgen.workflow.cache import cache_folder, kept
from actgen.workflow.layout import laid_out, page_layout
from actgen.workflow.quick import KnownDocument, KnownWorkspace, document_file, inputs_of, program_digest, remember
from actgen.workflow.signed import recorded_files
from actgen.workflow.workspace import Inherited, Snapshot, act_texts, layer_folders, package_folder, read_workspace

INVENTORY = "inventory"
"""The stem of the template of a bundle's first sheet: it belongs to no kind of act."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What `check` knows in the end; `texts` are the sources of all files by the path that findings name.

    `silent_inputs` is the hash of everything that was read but the lock, where that is remembered as right; else empty.
    `files` are the texts and, each as "", the templates: what a waiver may name.
    """

    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str]
    school: School | None = None
    kinds: ActKinds = field(default_factory=lambda: ActKinds(()))
    templates: Mapping[str, Template] = field(default_factory=dict)
    layers: Mapping[str, str] = field(default_factory=dict)
    plan: Plan = field(default_factory=Plan)
    forms: Forms = field(default_factory=Forms)
    silent_inputs: str = ""
    files: Mapping[str, str] = field(default_factory=dict)

    @property
    def has_errors(self) -> bool:
        """Whether anything withholds documents."""
        return any(diagnostic.is_error for diagnostic in self.diagnostics)

    def mask(self, text: str) -> str:
        """Return the text without the names of people."""
        return masking(self.school.staff if self.school is not None else ())(text)

    def masked(self, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Return the findings as reports for CI have them: records named, not people."""
        mask = masking(self.school.staff if self.school is not None else ())
        return without_names(diagnostics, mask, lambda d: record_name(self.texts.get(d.place.file, ""), d.place.line))


def check_workspace(
    project: Path | str, instead: Mapping[str, str | None] | None = None, *, is_kept: bool = True
) -> Checked:
    """Read the workspace in folder `project`, believe it, plan and word every document; write nothing.

    Args:
        project: The workspace folder.
        instead: Texts of `data/` that are judged in place of those on disk, by path; None for a file that goes.
        is_kept: Remember in the user's cache that nothing is wrong here; not for a folder that soon goes.

    Returns:
        Everything that was found, by place, and the plan as far as it could be made.
    """
    folder = Path(project)
    is_kept = is_kept and instead is None
    before = inputs_of(folder, _layers(folder)) if is_kept else None
    snapshot = read_workspace(folder)
    if instead is not None:
        judged = {**snapshot.value.texts, **instead}
        kept = {path: text for path, text in judged.items() if text is not None}
        snapshot = Outcome(replace(snapshot.value, texts=kept), snapshot.diagnostics)
    checked = check_snapshot(snapshot)
    if before is not None and not checked.has_errors and not checked.plan.held and checked.school is not None:
        remember(folder, before, _layers(folder), _known(checked))
        return replace(checked, silent_inputs=before.silent)
    return checked


def _layers(project: Path) -> tuple[Path, ...]:
    return (project, *layer_folders(project), package_folder())


def check_snapshot(snapshot: Outcome[Snapshot]) -> Checked:
    """Return what `check` knows of a workspace that has been read."""
    found = list(snapshot.diagnostics)
    acts = dict(act_texts(snapshot.value, found))
    texts = {**snapshot.value.texts, **dict(acts.values())}
    school = read_school(snapshot.value.texts)
    inherited = _kinds(tuple(acts.items()))
    kinds = with_own_points(inherited.value, snapshot.value.texts)
    found += [*school.diagnostics, *inherited.diagnostics, *kinds.diagnostics]
    layers = {stem: file.layer for stem, file in snapshot.value.acts.items()}
    if school.value is None:
        return Checked(in_order(found), texts, kinds=kinds.value, layers=layers)
    declension = read_declension(snapshot.value.texts)
    found += declension.diagnostics
    forms = Forms(declension.value.overrides, declension.value.lock)
    compiled, faults = _compiled(kinds.value, snapshot.value.templates, school.value)
    found += [one for several in faults.values() for one in several]
    templates = {stem: template for stem, (template, _) in compiled.items()}
    choice = choose_documents(school.value, kinds.value, forms)
    files = {**{file.path: "" for file in snapshot.value.templates.values()}, **texts}
    found += [*choice.diagnostics, *rule_findings(choice.value, files)]
    words = {stem: read for stem, (_, read) in compiled.items()}
    plan = make_plan(choice.value, {**words, **{stem: several[0] for stem, several in faults.items()}}, VERSION)
    found += plan.diagnostics
    if not any(finding.is_error for finding in found):
        found += _unused(declension.value, forms)
    found = _latin_letters_first(found)
    return Checked(in_order(found), texts, school.value, kinds.value, templates, layers, plan.value, forms, files=files)


@lru_cache(maxsize=8)
def _kinds(acts: tuple[tuple[str, tuple[str, str]], ...]) -> Outcome[ActKinds]:
    """Return the kinds of act; schools on common acts share them, so that a process reads these once.

    The next process finds them in the cache folder: most of what a check takes is to parse their texts.
    """
    depends_on = (program_digest(), pydantic.VERSION, jinja2.__version__, *(part for one in acts for part in one[1]))
    digest = sha256("\0".join(depends_on).encode()).hexdigest()
    return kept(f"{digest}.kinds", lambda: read_kinds(dict(acts)))


def _known(checked: Checked) -> KnownWorkspace:
    documents = tuple(
        KnownDocument(*document.key, document_file(document.file_name), document.fingerprint)
        for document in checked.plan.documents
    )
    lock = sha256(lock_text(checked.forms.asked()).encode()).hexdigest()
    shown, found = report(checked.diagnostics, checked.texts), summary(checked.diagnostics)
    warnings = sum(one.severity is Severity.WARNING for one in checked.diagnostics)
    signed = tuple((one.file, one.sha256) for one in recorded_files(checked.plan.documents))
    return KnownWorkspace(len(checked.texts), lock, shown, found, warnings, documents, signed)


def is_doubt(finding: Diagnostic) -> bool:
    """Return whether a finding is a doubt about one form (L101 to L199)."""
    return finding.code.startswith("L1")


def _latin_letters_first(found: list[Diagnostic]) -> list[Diagnostic]:
    """Return the findings with one message for a Latin letter in a name that is printed declined: it is the cause."""
    latin = {(one.place.file, one.place.line) for one in found if one.code == "D008"}
    doubted = {(one.place.file, one.place.line) for one in found if is_doubt(one) and one.is_error}
    return [
        replace(one, severity=Severity.ERROR)
        if one.code == "D008" and (one.place.file, one.place.line) in doubted
        else one
        for one in found
        if not (is_doubt(one) and (one.place.file, one.place.line) in latin)
    ]


def _unused(declension: Declension, forms: Forms) -> Iterator[Diagnostic]:
    for kind, text in forms.unused_overrides():
        place = declension.places.get((kind, text), Place(OVERRIDES))
        hint = "удалите запись или исправьте имя: оно пишется так же, как в data/staff.yaml"
        yield Diagnostic("L203", Severity.WARNING, f"запись ни одному документу не нужна: {text}", place, hint)


def rule_findings(choice: Choice, texts: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Yield what the rules on data and set find, waivers applied, and what is wrong with the waivers.

    Args:
        choice: The documents that were chosen.
        texts: Text of each file by its path; of a template only the path counts.
    """
    school = choice.facts.school
    found = [*check_school(school), *check_acts(choice)]
    known = codes()
    if not school.settings.has("year"):
        yield from found
        return
    yield from misfits(school.waivers, school.settings.year, known, Nameable(texts, school.people))
    yield from with_waivers(found, school, texts, [code for code in known if not code.startswith("W")])


def with_waivers(
    found: Iterable[Diagnostic], school: School, texts: Mapping[str, str], asked: Iterable[str]
) -> Iterator[Diagnostic]:
    """Yield the findings of rules with the waivers of the school applied."""
    return waived(
        found,
        school.waivers,
        school.settings.year,
        asked,
        Nameable(texts, school.people),
    )


def _compiled(
    kinds: ActKinds, files: Mapping[str, Inherited], school: School
) -> tuple[dict[str, tuple[Template, TemplateWords]], dict[str, tuple[Diagnostic, ...]]]:
    """Return the templates by the stem of their kind, and what is wrong with those that cannot be used."""
    layout, cache = page_layout(school), cache_folder()
    templates = {}
    faults: dict[str, tuple[Diagnostic, ...]] = {}
    wanted = {kind.stem: kind for kind in kinds}
    for stem in (*wanted, INVENTORY):
        file = files.get(stem)
        if file is None:
            if stem in wanted:
                faults[stem] = (missing_template(wanted[stem], f"templates/{stem}.docx"),)
            continue
        try:
            templates[stem] = _compiled_once(laid_out(file.content, layout), file.path, cache)
        except TemplateFault as fault:
            faults[stem] = fault.diagnostics
    return templates, faults


@lru_cache(maxsize=128)
def _compiled_once(content: bytes, file: str, cache: Path | None) -> tuple[Template, TemplateWords]:
    """Return a template and what it reads; as with the kinds of act, a process does this once for many schools."""
    template = compile(content, file=file, cache=cache)
    where = {placeholder.path: placeholder.where for placeholder in reversed(template.placeholders)}
    return template, TemplateWords(template.file, template.digest, where)
