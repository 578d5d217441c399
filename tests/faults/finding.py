"""What actgen finds in a changed workspace, without touching the disk but where the fault is a file's own name.

Almost every file of a fault is that of its workspace: YAML that was read once is not read again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import actgen.acts.reading as acts_reading
import actgen.school.reading as school_reading
from actgen.acts import ActKinds, read_kinds
from actgen.diagnostics import Diagnostic, Outcome
from actgen.docx import Template, apply_layout, compile, fill
from actgen.language import Forms
from actgen.plan import Choice, TemplateWords, choose_documents, make_plan
from actgen.plan.selection import misfits
from actgen.rules import Finished, FinishedDocument, check_texts
from actgen.school import School, read_declension, read_school
from actgen.sources import decode, read_yaml
from actgen.workflow.check import rule_findings, with_waivers
from actgen.workflow.layout import page_layout
from actgen.workflow.workspace import read_workspace
from tests.faults.corpus import Fault
from tests.workspaces import ROOT

_READ_ONCE = lru_cache(maxsize=1024)(read_yaml)


@contextmanager
def _read_once() -> Iterator[None]:
    """Let the stage of believing take what was read of the same text before."""
    with patch.object(school_reading, "read_yaml", _READ_ONCE), patch.object(acts_reading, "read_yaml", _READ_ONCE):
        yield


def found_of(fault: Fault) -> list[Diagnostic]:
    """Return the findings in the workspace that has the fault."""
    if fault.is_of_folder:
        return _found_on_disk(fault.texts)
    return found_in(fault.texts, with_text=fault.is_of_text)


def _found_on_disk(texts: Mapping[str, str]) -> list[Diagnostic]:
    with TemporaryDirectory() as folder:
        for name, text in texts.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return list(read_workspace(Path(folder)).diagnostics)


def found_in(texts: Mapping[str, str], *, with_text: bool) -> list[Diagnostic]:
    """Return the findings in data and acts; with the finished text also those of its rules."""
    with _read_once():
        return _found_in(texts, with_text=with_text)


def _found_in(texts: Mapping[str, str], *, with_text: bool) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    decoded = {}
    for path, text in texts.items():
        outcome = decode(path, text.encode())
        found += outcome.diagnostics
        decoded[path] = outcome.value
    read = read_school({path: text for path, text in decoded.items() if path.startswith("data/")})
    kinds = _kinds(tuple(sorted((path, text) for path, text in decoded.items() if path.startswith("acts/"))))
    found += [*read.diagnostics, *kinds.diagnostics]
    if read.value is None:
        return found
    forms = Forms(read_declension(decoded).value.overrides)
    choice = choose_documents(read.value, kinds.value, forms).value
    found += rule_findings(choice, decoded)
    found += misfits(read.value, kinds.value, choice.facts.planned)
    if with_text and not any(finding.is_error for finding in found):
        found += _in_text(choice, decoded)
    return found


@lru_cache(maxsize=256)
def _kinds(acts: tuple[tuple[str, str], ...]) -> Outcome[ActKinds]:
    return read_kinds({path.split("/")[1].removesuffix(".yaml"): (path, text) for path, text in acts})


def _in_text(choice: Choice, texts: Mapping[str, str]) -> list[Diagnostic]:
    school = choice.facts.school
    templates = {kind.stem: _template(kind.stem, school) for kind in choice.facts.kinds}
    words = {stem: _words(template) for stem, template in templates.items()}
    plan = make_plan(choice, words, "test")
    documents = tuple(
        FinishedDocument(
            document,
            partial(fill, templates[document.planned.kind.stem], document.words),
            templates[document.planned.kind.stem].file,
            texts,
        )
        for document in plan.value.documents
    )
    found = check_texts(Finished(school, documents))
    return [*plan.diagnostics, *with_waivers(found, school, texts, ())]


_TEMPLATES: dict[tuple[str, object], Template] = {}


def _template(stem: str, school: School) -> Template:
    layout = page_layout(school)
    if (stem, layout) not in _TEMPLATES:
        content = (ROOT / "templates" / f"{stem}.docx").read_bytes()
        _TEMPLATES[stem, layout] = compile(apply_layout(content, layout), file=f"templates/{stem}.docx")
    return _TEMPLATES[stem, layout]


def _words(template: Template) -> TemplateWords:
    return TemplateWords(template.file, template.digest, dict.fromkeys((p.path for p in template.placeholders), ""))
