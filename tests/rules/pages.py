"""Pages of rules as tests: each «Неверно» / «Верно» block is read as a workspace and its rule is asked.

A block is the file that its first key belongs to; a line that is a path in a comment (`# data/journal.yaml`) begins
another one (an act of the package when nothing follows), `# templates/note.docx` a template of which each line is a
paragraph (or one of the signs below),
`# out/pdf/note.pdf` its pages as they were printed, parted by `---`, `# signed/приказ.docx` a file that came back
(`tests/rules/returned_pages.py`). What a block leaves out is taken from the small workspace of `tests/workspaces.py`:
other files, other top-level keys, the other people of the staff.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from types import ModuleType

import docx
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from actgen.acts import ActKinds, missing_template, read_kinds, with_own_points
from actgen.diagnostics import Diagnostic, Outcome
from actgen.docx import Layout, Template, apply_layout, compile, fill
from actgen.language import Forms
from actgen.plan import TemplateWords, choose_documents, make_plan
from actgen.rules import Finished, FinishedDocument, Printed, PrintedDocument
from actgen.rules.catalogue import (
    check_acts,
    check_printed,
    check_returned,
    check_school,
    check_texts,
    rules_on,
)
from actgen.school import School, read_school
from actgen.workflow.layout import page_layout
from tests import workspaces
from tests.rules.returned_pages import returned_file

GOLDEN = Path(__file__).with_name("findings.txt")
BASE = {
    "data/school.yaml": workspaces.SCHOOL,
    "data/staff.yaml": workspaces.STAFF,
    "data/pairs.yaml": workspaces.PAIRS,
    "data/programs/belova.yaml": workspaces.PROGRAM,
}
FILE_BY_KEY = {
    "организация": "data/school.yaml",
    "учредитель": "data/school.yaml",
    "учебный_год": "data/school.yaml",
    "руководитель": "data/school.yaml",
    "правила": "data/school.yaml",
    "оформление": "data/school.yaml",
    "органы": "data/school.yaml",
    "сотрудники": "data/staff.yaml",
    "пары": "data/pairs.yaml",
    "журнал": "data/journal.yaml",
    "этапы": "data/roadmap.yaml",
    "период": "data/roadmap.yaml",
    "гриф": "data/roadmap.yaml",
    "цель": "data/programs/belova.yaml",
    "название": "acts/note.yaml",
    "отступления": "data/waivers.yaml",
}
NOTE_HEAD = "вид_документа: приказ\nкратко: приказ-о-дне\nподписывает: директор\nпорядок: 60\n"
PROGRAM_HEAD = "цель: Помочь учителю\nзадачи: [освоить урок]\n"
TEMPLATE = (
    "{{ документ.заголовок }}",
    "{{ документ.номер }} {{ документ.дата.цифрами }}",
    "{% for строка in отметка.строки %}{{ строка }}\n{% endfor %}",
    "{{ преамбула }}",
    "{% for пункт in пункты %}{{ пункт.номер }} {{ пункт.текст }}\n{% endfor %}",
)
_MARGIN = re.compile(r"\[(левое|правое|верхнее|нижнее) поле ([\d.]+) мм\]")
_SIDES = {"левое": "left_margin", "правое": "right_margin", "верхнее": "top_margin", "нижнее": "bottom_margin"}
_SIGNATURE = re.compile(r"^\[подпись: (.+), (.+)\]$")
PAGE_BREAK = "[разрыв страницы]"
PAGE_NUMBER, OWN_FIRST_PAGE = "[номер страницы вверху]", "[у первой страницы свой колонтитул]"
SHIPPED = ("order-on-mentoring", "regulation", "roadmap", "order-on-pairs", "program")
WRONG, RIGHT = "Неверно", "Верно"
_MARK = re.compile(r"#\s*ошибка:\s*([A-Z]\d{3})\s*$")
_PATH = re.compile(r"^# ((?:data|acts|templates|out|signed)/\S+)")
_BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_KEY = re.compile(r"^([а-яё_]+):", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """One example of a page: its files, and where which code is expected."""

    heading: str
    files: Mapping[str, str]
    expected: frozenset[tuple[str, str, int]]


def blocks(page: str) -> list[Block]:
    """Return the examples of a page in their order."""
    found = []
    for heading, text in re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL):
        if heading in (WRONG, RIGHT):
            found += [_block(heading, written) for written in _BLOCK.findall(text)]
    return found


def _block(heading: str, written: str) -> Block:
    files: dict[str, list[str]] = {}
    expected = set()
    first = _KEY.search(written)
    file = FILE_BY_KEY[first[1]] if first and not _PATH.match(written) else ""
    for line in written.splitlines():
        path = _PATH.match(line)
        if path:
            file = path[1]
            files[file] = []
        else:
            files.setdefault(file, []).append(line)
        mark = _MARK.search(line)
        if mark:
            expected.add((mark[1], file, 0 if path else len(files[file])))
    return Block(heading, {name: "\n".join(lines) + "\n" for name, lines in files.items()}, frozenset(expected))


def completed(block: Block) -> dict[str, str]:
    """Return the files of a workspace: those of the block, and what it leaves out."""
    texts = dict(BASE)
    for file, text in block.files.items():
        texts[file] = _completed(file, text)
    return texts


def _completed(file: str, text: str) -> str:
    if file == "data/staff.yaml":
        people = re.split(r"(?=^  - )", workspaces.STAFF, flags=re.MULTILINE)[1:]
        surnames = [person.split()[2] for person in people]
        return text + "".join(p for p, s in zip(people, surnames, strict=True) if s not in text)
    if file.startswith("acts/") and not text.strip():
        return (Path(workspaces.ROOT) / file).read_text(encoding="utf-8")
    base = NOTE_HEAD if file.startswith("acts/") else BASE.get(file, "")
    if file.startswith("data/programs/"):
        base = PROGRAM_HEAD + "план: []\n"
    keys = _KEY.findall(text)
    sections = re.split(r"(?=^[^\s#-])", base, flags=re.MULTILINE)
    return text + "".join(section for section in sections if section and section.split(":")[0] not in keys)


def golden_lines(code: str, number: int, found: Iterable[Diagnostic]) -> list[str]:
    """Return the findings of example `number` of a page as the golden file has them."""
    return [
        f"{code}-{number} {d.place.file}:{d.place.line}:{d.place.column}+{d.place.length} {d.severity.value} "
        f"{d.message} | {d.hint}"
        + "".join(f" | {other.place.file}:{other.place.line} {other.message}" for other in d.related)
        for d in found
    ]


def found_by(module: ModuleType, block: Block) -> list[Diagnostic]:
    """Return what a rule finds in an example.

    Raises:
        AssertionError: The example itself cannot be read.
    """
    return asker(module, block)(module)


def asker(module: ModuleType, block: Block) -> Callable[[ModuleType], list[Diagnostic]]:
    """Return what asks a rule that reads the same as this one, in an example that is read and built once.

    Raises:
        AssertionError: The example itself cannot be read.
    """
    if module in rules_on("returned"):
        returned = returned_file(block.files)
        return lambda rule: list(check_returned(returned, [rule]))
    texts = completed(block)
    read = read_school({path: text for path, text in texts.items() if path.startswith("data/")})
    assert read.value is not None, read.diagnostics
    assert not read.diagnostics, read.diagnostics
    school = read.value
    if module in rules_on("school"):
        return lambda rule: list(check_school(school, [rule]))
    own = {path.split("/")[1].removesuffix(".yaml"): (path, t) for path, t in texts.items() if path.startswith("acts/")}
    inherited = _kinds(tuple(sorted({**shipped_acts(), **own}.items())))
    assert not inherited.diagnostics, inherited.diagnostics
    kinds = with_own_points(inherited.value, texts)
    assert not kinds.diagnostics, kinds.diagnostics
    if module in rules_on("plan"):
        choice = choose_documents(school, kinds.value, Forms()).value
        return lambda rule: list(check_acts(choice, [rule]))
    made = finished(school, kinds.value, texts, block, list(own))
    if module in rules_on("printed"):
        pages = printed(made, block)
        return lambda rule: list(check_printed(pages, [rule]))
    return lambda rule: list(check_texts(made, [rule]))


def printed(made: Finished, block: Block) -> Printed:
    """Return the documents of the block whose pages it shows."""
    pages = {path.split("/")[-1].removesuffix(".pdf"): text for path, text in block.files.items() if path[:3] == "out"}
    return Printed(
        tuple(
            PrintedDocument(one.document.planned.title, one.content, one.template, tuple(pages[stem].split("---\n")))
            for one in made.documents
            if (stem := one.document.planned.kind.stem) in pages
        )
    )


@lru_cache(maxsize=512)
def _kinds(acts: tuple[tuple[str, tuple[str, str]], ...]) -> Outcome[ActKinds]:
    return read_kinds(dict(acts))


def finished(school: School, kinds: ActKinds, texts: Mapping[str, str], block: Block, own: Iterable[str]) -> Finished:
    """Return the documents of the block's own acts, of all shipped kinds where it has none."""
    wanted = set(own) or set(SHIPPED)
    drawn = {
        path.split("/")[1].removesuffix(".docx"): tuple(text.splitlines())
        for path, text in block.files.items()
        if path.startswith("templates/")
    }
    layout = page_layout(school)
    templates = {stem: template(stem, drawn.get(stem), layout) for stem in sorted(wanted | set(drawn))}
    words = {
        stem: TemplateWords(t.file, t.digest, dict.fromkeys((p.path for p in t.placeholders), ""))
        for stem, t in templates.items()
    }
    left_out = {kind.stem: missing_template(kind, "") for kind in kinds if kind.stem not in words}
    plan = make_plan(choose_documents(school, kinds, Forms()).value, {**left_out, **words}, "test")
    assert not [d for d in plan.diagnostics if d.is_error], plan.diagnostics
    documents = tuple(
        FinishedDocument(
            document,
            partial(fill, templates[document.planned.kind.stem], document.words),
            templates[document.planned.kind.stem].file,
            {**{path: text for path, (_, text) in _sources(texts).items()}, **texts},
        )
        for document in plan.value.documents
    )
    assert documents, "the example gives no document"
    return Finished(school, documents)


def _sources(texts: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    return {path: (path, text) for path, text in shipped_acts().values() if path not in texts}


@lru_cache(maxsize=1)
def shipped_acts() -> Mapping[str, tuple[str, str]]:
    """Return the acts that examples speak of, as `read_kinds` takes them."""
    folder = Path(workspaces.ROOT) / "acts"
    return {stem: (f"acts/{stem}.yaml", (folder / f"{stem}.yaml").read_text(encoding="utf-8")) for stem in SHIPPED}


@lru_cache(maxsize=64)
def template(stem: str, paragraphs: tuple[str, ...] | None, layout: Layout) -> Template:
    """Return a compiled template: the shipped one, or one that prints these paragraphs."""
    path = workspaces.ROOT / "templates" / f"{stem}.docx"
    if paragraphs is None and path.exists():
        content = path.read_bytes()
    else:
        drawn = docx.Document()
        for text in paragraphs or TEMPLATE:
            if text == PAGE_NUMBER:
                _add_page_number(drawn)
            elif margin := _MARGIN.fullmatch(text):
                setattr(drawn.sections[0], _SIDES[margin[1]], Mm(float(margin[2])))
            elif text == OWN_FIRST_PAGE:
                drawn.sections[0].different_first_page_header_footer = True
            elif text == PAGE_BREAK:
                drawn.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            elif signature := _SIGNATURE.match(text):
                cells = drawn.add_table(1, 3).rows[0].cells
                cells[0].text, cells[2].text = signature.groups()
            else:
                drawn.add_paragraph(text)
        stream = io.BytesIO()
        drawn.save(stream)
        content = stream.getvalue()
    return compile(apply_layout(content, layout), file=f"templates/{stem}.docx")


def _add_page_number(drawn: Document) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    drawn.sections[0].header.paragraphs[0]._p.append(field)
