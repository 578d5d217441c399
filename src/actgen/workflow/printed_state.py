"""What `out/bundle.json` remembers of PDF, bundle and archive, so that what is fresh is not made again.

Only the standard library is loaded here: an unchanged `build --bundle` takes as long as hashing its files.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path

from actgen.workflow.quick import document_file

STATE = "bundle.json"
FORMAT = 1
PDF_FOLDER = "pdf"
PRINT_FILE, ARCHIVE_FILE = "print/Комплект на печать.pdf", "bundle.zip"


@dataclass(frozen=True, slots=True)
class Request:
    """What a build was asked for beside the DOCX: PDF alone or the bundle too, with every copy in it."""

    is_bundle: bool = False
    with_copies: bool = False


@dataclass(frozen=True, slots=True)
class PdfFile:
    """A PDF in `out/pdf/`: the hash of its DOCX and its own (SHA-256), its pages, the LibreOffice that made it."""

    docx: str
    pdf: str
    pages: int
    converter: str


@dataclass(frozen=True, slots=True)
class PrintedState:
    """The PDF files by name without ending, the hashes of bundle and archive by their path in `out/`.

    `documents` are the names of those that bundle and archive hold, `keys` say what these were made from. `inputs` is
    the hash of the workspace they were made of, empty when anything is missing: then they are looked at again. `report`
    is what was found in them as a person reads it.
    """

    files: Mapping[str, PdfFile] = field(default_factory=dict)
    products: Mapping[str, str] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)
    documents: tuple[str, ...] = ()
    request: Request = Request()
    inputs: str = ""
    report: str = ""


def read_state(out: Path) -> PrintedState:
    """Return what is remembered; nothing when there is no such file, or it is damaged."""
    try:
        kept = json.loads((out / STATE).read_text(encoding="utf-8"))
        if kept["format"] != FORMAT:
            return PrintedState()
        return PrintedState(
            files={str(name): PdfFile(**one) for name, one in kept["files"].items()},
            products={str(path): str(digest) for path, digest in kept["products"].items()},
            keys={str(path): str(key) for path, key in kept["keys"].items()},
            documents=tuple(str(name) for name in kept["documents"]),
            request=Request(**kept["request"]),
            inputs=str(kept["inputs"]),
            report=str(kept["report"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return PrintedState()


def state_text(state: PrintedState) -> str:
    """Return the state as JSON."""
    kept = {"format": FORMAT, **asdict(state)}
    return json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def known_print(out: Path, inputs: str, request: Request, converter: str | None) -> PrintedState | None:
    """Return what is remembered when all that is asked for stands in `out/`, made of the workspace as it is now.

    Args:
        out: The folder of built files.
        inputs: The hash of the workspace.
        request: What is asked for.
        converter: The LibreOffice of this machine; None where there is none: what is there already needs none.
    """
    state = read_state(out)
    if not inputs or (state.inputs, state.request) != (inputs, request):
        return None
    if converter is not None and any(one.converter != converter for one in state.files.values()):
        return None
    return state if all(digest_of(out / path) == digest for path, digest in _hashes(state)) else None


def _hashes(state: PrintedState) -> Iterator[tuple[str, str]]:
    for name, one in state.files.items():
        yield f"{PDF_FOLDER}/{name}.pdf", one.pdf
    if state.request.is_bundle:
        yield from state.products.items()


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """What stands in `out/` and was made of other documents than those there: how many PDF, and which products."""

    pdfs: int
    products: tuple[str, ...]
    is_bundle: bool


def left_behind(out: Path, files: Iterable[str]) -> LeftBehind:
    """Return what a build without `--pdf`, or one that failed half-way, left as it was.

    Args:
        out: The folder of built files.
        files: The documents of the set by their path in `out/`.
    """
    state = read_state(out)
    pdfs = sum(digest_of(out / document_file(name)) != one.docx for name, one in state.files.items())
    is_other = pdfs > 0 or not {document_file(name) for name in state.documents}.issuperset(files)
    products = tuple(
        path
        for path in (PRINT_FILE, ARCHIVE_FILE)
        if (is_other or path not in state.products) and (out / path).is_file()
    )
    return LeftBehind(pdfs, products, bool(products) or state.request.is_bundle)


def digest_of(path: Path) -> str | None:
    """Return the SHA-256 of a file, None when it cannot be read."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None
