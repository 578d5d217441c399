"""One run over the built documents: a PDF of each, one file to print, one archive; what is fresh is left alone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from actgen.bundle import (
    Conversion,
    Converter,
    Item,
    MarkAbsent,
    Office,
    OfficeFault,
    Part,
    absent_office,
    bundle_faults,
    find_office,
    finish_pdf,
    font_fault,
    inventory_rows,
    inventory_text,
    join,
    mark_fault,
    open_office,
    pack,
    page_texts,
    read_facts,
    read_version,
    sheet_marks,
    stands_for,
)
from actgen.diagnostics import Diagnostic
from actgen.docx import FillFault, Template, document_lines, fill, named_fonts
from actgen.version import VERSION
from actgen.workflow.files import free_name, only_writer, read_whole, write_fault, write_together
from actgen.workflow.printed_state import (
    ARCHIVE_FILE,
    PDF_FOLDER,
    PRINT_FILE,
    STATE,
    PdfFile,
    PrintedState,
    Request,
    digest_of,
    read_state,
    state_text,
)
from actgen.workflow.states import FORMER
from actgen.workflow.temporary import temporary_folder

_SIGNATURE = re.compile(r"\[подпись: ([^\]]*)\]")
_RANK = re.compile(r"^\d+ ")


@dataclass(frozen=True, slots=True)
class Printable:
    """A document of the set.

    Attributes:
        name: Its file's name without ending.
        title: How the inventory calls it.
        docx: Where its DOCX stands: in `out/docx`, or what was signed; None where only a PDF was.
        copies: How many the act demands.
        pdf: A PDF that is taken as it stands, such as a signed one; None: it is made from the DOCX.
        font: The school's family, which has to be on this machine when the DOCX names it.
        template: The file that its look comes from, as messages call it.
    """

    name: str
    title: str
    docx: Path | None
    copies: int = 1
    pdf: Path | None = None
    font: str = ""
    template: str = ""


@dataclass(frozen=True, slots=True)
class Inventory:
    """What the first sheet of a bundle prints: its template, the school's short name, what the bundle holds."""

    template: Template
    organisation: str
    heading: str


@dataclass(frozen=True, slots=True)
class Run:
    """What a run made.

    Attributes:
        documents: How many documents the set has.
        pdfs: How many of them have a PDF now; `converted` of those were made just now, `pages` is their sum.
        sheets: Sheets of paper that the print file takes, its inventory apart; 0 without one.
        written: The print file and the archive, when asked for and made.
        restarted: Titles of documents over which LibreOffice had to be started anew.
        faults: What prevented a PDF or the bundle; the exit code is 3.
        diagnostics: What is wrong with the template of the inventory.
        pages_of: The text of each page of the PDF that were made from a DOCX, by name.
    """

    documents: int
    pdfs: int
    converted: int
    pages: int
    sheets: int
    written: tuple[Path, ...]
    restarted: tuple[str, ...]
    faults: tuple[OfficeFault, ...]
    diagnostics: tuple[Diagnostic, ...]
    pages_of: Mapping[str, tuple[str, ...]]


Progress = Callable[[int, int, str], None]
"""Told how many documents are converted, of how many, and the title of the last."""


def print_documents(
    out: Path,
    printables: Sequence[Printable],
    request: Request,
    inventory: Inventory | None = None,
    *,
    on_progress: Progress = lambda *_: None,
    is_whole_set: bool = True,
) -> Run:
    """Make what is asked for of documents in printing order; what stands there fresh is not made again.

    A PDF is kept under the hash of its DOCX. One that is not as it was made is moved to `прежние/`, never overwritten.
    Whatever keeps PDF from being made, the archive with DOCX and inventory is there.

    Args:
        out: The folder of built files.
        printables: The documents.
        request: PDF alone, or the bundle too.
        inventory: For the bundle.
        on_progress: Told of each conversion.
        is_whole_set: Whether PDF files of other documents are put away.

    Raises:
        WriteFault: The disk, the rights or an open program prevents it.
    """
    with only_writer(out):
        return _Run(out, printables, request, on_progress).run(inventory, is_whole_set=is_whole_set)


def remember_inputs(out: Path, inputs: str, report: str) -> None:
    """Remember of which workspace everything in `out/` was made, and what was found in it."""
    state = read_state(out)
    known = replace(state, inputs=inputs, report=report)
    if known != state:
        write_together({out / STATE: state_text(known).encode()})


@dataclass(slots=True)
class _Run:
    """One run: what was read, what is ready, what has to be written down."""

    out: Path
    printables: Sequence[Printable]
    request: Request
    on_progress: Progress
    contents: dict[str, bytes] = field(default_factory=dict)
    pdfs: dict[str, bytes] = field(default_factory=dict)
    files: dict[str, PdfFile] = field(default_factory=dict)
    faults: list[OfficeFault] = field(default_factory=list)
    restarted: list[str] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    products: dict[str, bytes] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)

    def run(self, inventory: Inventory | None, *, is_whole_set: bool) -> Run:
        before = read_state(self.out)
        self.contents = {one.name: read_whole(one.docx) for one in self.printables if one.docx is not None}
        soffice = find_office()
        version = read_version(soffice) if soffice is not None else None
        self._take_ready()
        waiting = self._take_fresh(before, version)
        is_print_due = self._is_print_due(before, inventory, waiting)
        try:
            if waiting or is_print_due:
                if soffice is None or version is None:
                    raise absent_office()
                self._convert(open_office(soffice), waiting, inventory if is_print_due else None)
        except OfficeFault as fault:
            self.faults.append(fault)
        finally:
            # What was converted before anything went wrong is kept: the next run takes it from here.
            self._write(before, is_whole_set=is_whole_set)
        return self._result(len(waiting))

    def _take_ready(self) -> None:
        for one in self.printables:
            if one.pdf is not None:
                self.pdfs[one.name] = read_whole(one.pdf)

    def _take_fresh(self, before: PrintedState, version: str | None) -> list[Printable]:
        """Take every PDF that was made of the same DOCX, whatever its name was then; return what has to be made."""
        by_docx = {kept.docx: (name, kept) for name, kept in before.files.items()}
        waiting = []
        for one in self.printables:
            if one.name in self.pdfs:
                continue
            name, kept = by_docx.get(sha256(self.contents[one.name]).hexdigest(), ("", None))
            path = self.out / PDF_FOLDER / f"{name}.pdf"
            if kept is None or version not in (None, kept.converter) or digest_of(path) != kept.pdf:
                waiting.append(one)
                continue
            self.pdfs[one.name] = read_whole(path)
            self.files[one.name] = kept
        return waiting

    def _is_print_due(self, before: PrintedState, inventory: Inventory | None, waiting: Sequence[Printable]) -> bool:
        """Return whether the print file has to be made; one that is made of the same is kept."""
        if not self.request.is_bundle or inventory is None:
            return False
        if waiting or before.keys.get(PRINT_FILE) != self._print_key(inventory):
            return True
        if digest_of(self.out / PRINT_FILE) != before.products.get(PRINT_FILE, ""):
            return True
        self.keys[PRINT_FILE] = before.keys[PRINT_FILE]
        self.products[PRINT_FILE] = read_whole(self.out / PRINT_FILE)
        return False

    def _print_key(self, inventory: Inventory) -> str:
        """Return the hash of everything that the print file is made of."""
        parts = [
            (one.title, one.copies, self._copies(one), sha256(self.pdfs[one.name]).hexdigest())
            for one in self.printables
        ]
        key = [parts, inventory.template.digest, inventory.organisation, inventory.heading, VERSION]
        return sha256(json.dumps(key).encode()).hexdigest()

    def _convert(self, office: Office, waiting: Sequence[Printable], inventory: Inventory | None) -> None:
        by_name = {one.name: one for one in waiting}
        done = 0

        def take(name: str, conversion: Conversion) -> None:
            nonlocal done
            one = by_name[name]
            if conversion.is_restarted:
                self.restarted.append(one.title)
            if conversion.pdf is None:
                doubt = "откройте этот документ в LibreOffice: возможно, он повреждён"
                hint = "повторите команду" if conversion.is_lost else doubt
                self.faults.append(OfficeFault(f"{conversion.fault}: {one.title}", hint))
            else:
                self._keep(one, conversion.pdf, office.version)
            done += 1
            self.on_progress(done, len(waiting), one.title)

        with temporary_folder("actgen-pdf-") as folder, Converter(office, folder) as converter:
            try:
                converter.convert({one.name: self.contents[one.name] for one in waiting}, take)
                if inventory is not None and len(self.pdfs) == len(self.printables):
                    self._join(converter, inventory)
            except OSError as error:
                raise write_fault(Path(error.filename or "."), error) from error

    def _keep(self, one: Printable, raw: bytes, version: str) -> None:
        content = self.contents[one.name]
        roles = [role for line in document_lines(content) for role in _SIGNATURE.findall(str(line))]
        pdf = finish_pdf(raw, [f"Место для подписи: {role}" for role in roles])
        facts = read_facts(pdf)
        if one.font in named_fonts(content) and not stands_for(one.font, facts.fonts):
            raise font_fault(one.font)
        self.pdfs[one.name] = pdf
        self.files[one.name] = PdfFile(sha256(content).hexdigest(), sha256(pdf).hexdigest(), facts.pages, version)

    def _join(self, converter: Converter, inventory: Inventory) -> None:
        parts = self._parts()
        done: list[Conversion] = []
        try:
            sheet = fill(inventory.template, self._inventory_words(inventory, parts))
        except FillFault as fault:
            self.diagnostics.extend(fault.diagnostics)
            return
        converter.convert({"inventory": sheet}, lambda _, conversion: done.append(conversion))
        raw = done[0].pdf
        if raw is None:
            raise OfficeFault(f"{done[0].fault}: опись комплекта", "проверьте шаблон inventory.docx")
        first = finish_pdf(raw)
        try:
            joined = join("Комплект на печать", first, parts)
        except MarkAbsent as absent:
            raise mark_fault() from absent
        wrong = next(bundle_faults(joined, first, parts), None)
        if wrong is not None:
            raise OfficeFault(f"комплект на печать не сошёлся с описью: {wrong}", "сообщите разработчикам")
        self.products[PRINT_FILE] = joined
        self.keys[PRINT_FILE] = self._print_key(inventory)

    def _parts(self) -> list[Part]:
        return [
            Part(one.title, self.pdfs[one.name], self._pages(one) or 0, self._copies(one)) for one in self.printables
        ]

    def _copies(self, one: Printable) -> int:
        return max(1, one.copies) if self.request.with_copies else 1

    def _pages(self, one: Printable) -> int | None:
        if one.name in self.files:
            return self.files[one.name].pages
        return read_facts(self.pdfs[one.name]).pages if one.name in self.pdfs else None

    def _items(self) -> list[Item]:
        return [Item(one.title, self._pages(one), one.copies) for one in self.printables]

    def _total(self) -> str:
        counted = f"Всего документов: {len(self.printables)}."
        if len(self.pdfs) < len(self.printables):
            return f"{counted} Без PDF: {len(self.printables) - len(self.pdfs)}, их листы не сосчитаны."
        sheets = sum(part.sheets * part.copies for part in self._parts())
        copies = "все экземпляры" if self.request.with_copies else "по одному экземпляру"
        return f"{counted} Листов при печати с двух сторон ({copies}): {sheets}."

    def _inventory_words(self, inventory: Inventory, parts: Sequence[Part]) -> Mapping[str, object]:
        names = ("номер", "название", "страниц", "листов", "экземпляров")
        return {
            "документ": {"заголовок": inventory.heading},
            "организация": {"краткое": {"именительный": inventory.organisation}},
            "строки": [dict(zip(names, row, strict=True)) for row in inventory_rows(self._items())],
            "итого": self._total(),
            "метки": sheet_marks(parts),
        }

    def _archive(self) -> bytes:
        """Return the archive: documents numbered as in the inventory, so that a folder shows them in printing order."""
        members: dict[str, bytes] = {}
        listed = []
        width = len(str(len(self.printables)))
        items = self._items()
        for number, one in enumerate(self.printables, start=1):
            name = f"{number:0{width}} {_RANK.sub('', one.name)}"
            if one.name in self.contents:
                members[f"docx/{name}.docx"] = self.contents[one.name]
            if one.name in self.pdfs:
                members[f"pdf/{name}.pdf"] = self.pdfs[one.name]
            listed.append(
                {
                    "number": number,
                    "title": one.title,
                    "copies": one.copies,
                    "pages": items[number - 1].pages,
                    "docx": _member(members, f"docx/{name}.docx"),
                    "pdf": _member(members, f"pdf/{name}.pdf"),
                }
            )
        converters = sorted({one.converter for one in self.files.values()})
        manifest = {"format": 1, "actgen": VERSION, "converters": converters, "documents": listed}
        text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
        inventory = inventory_text("Опись документов", items, self._total())
        return pack({"опись.txt": b"\xef\xbb\xbf" + inventory.encode(), "manifest.json": text.encode(), **members})

    def _write(self, before: PrintedState, *, is_whole_set: bool) -> None:
        """Put in place what is new: PDF, bundle, archive, and last what is remembered of them."""
        if self.request.is_bundle or self.faults:
            self.products[ARCHIVE_FILE] = self._archive()
        contents = {self.out / PDF_FOLDER / f"{name}.pdf": self.pdfs[name] for name in self.files}
        contents |= {self.out / path: content for path, content in self.products.items()}
        contents = {path: content for path, content in contents.items() if _differs(path, content)}
        known = {**{f"{PDF_FOLDER}/{name}.pdf": one.pdf for name, one in before.files.items()}, **before.products}
        moves = {
            path: free_name(self.out / FORMER / path.name)
            for path in contents
            if path.exists() and digest_of(path) != known.get(path.relative_to(self.out).as_posix())
        }
        again, former = self._no_longer_wanted(before) if is_whole_set else ([], [])
        moves |= {path: free_name(self.out / FORMER / path.name) for path in former}
        made = {path: sha256(content).hexdigest() for path, content in self.products.items()}
        files = {**({} if is_whole_set else before.files), **self.files}
        # PDF alone were asked for, and a bundle that was made of the same PDF is still right.
        still = before if not self.request.is_bundle and files == before.files else PrintedState()
        state = PrintedState(
            files=files,
            products={**still.products, **made},
            keys={**still.keys, **self.keys},
            documents=still.documents or tuple(one.name for one in self.printables),
            request=self.request,
        )
        if state != replace(before, inputs="", report=""):
            contents[self.out / STATE] = state_text(state).encode()
        write_together(contents, moves)
        for path in again:
            path.unlink(missing_ok=True)

    def _no_longer_wanted(self, before: PrintedState) -> tuple[list[Path], list[Path]]:
        """Return PDF files of an earlier run: those that stand under another name now, and the others."""
        wanted = {one.name.casefold() for one in self.printables}
        digests = {one.pdf for one in self.files.values()}
        again: list[Path] = []
        former: list[Path] = []
        for name, one in before.files.items():
            path = self.out / PDF_FOLDER / f"{name}.pdf"
            if name.casefold() not in wanted and path.exists():
                (again if one.pdf in digests and digest_of(path) == one.pdf else former).append(path)
        return again, former

    def _result(self, waiting: int) -> Run:
        return Run(
            documents=len(self.printables),
            pdfs=len(self.pdfs),
            converted=waiting - (len(self.printables) - len(self.pdfs)),
            pages=sum(self._pages(one) or 0 for one in self.printables),
            sheets=sum(part.sheets * part.copies for part in self._parts()) if PRINT_FILE in self.products else 0,
            written=tuple(self.out / path for path in (PRINT_FILE, ARCHIVE_FILE) if path in self.products),
            restarted=tuple(self.restarted),
            faults=tuple(self.faults),
            diagnostics=tuple(self.diagnostics),
            pages_of={name: page_texts(self.pdfs[name]) for name in self.files},
        )


def _member(members: Mapping[str, bytes], name: str) -> dict[str, str] | None:
    return {"file": name, "sha256": sha256(members[name]).hexdigest()} if name in members else None


def _differs(path: Path, content: bytes) -> bool:
    return digest_of(path) != sha256(content).hexdigest()
