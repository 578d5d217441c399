"""Every document of every workspace is valid, and LibreOffice knows each line in which a named person signs."""

from __future__ import annotations

import json
import re
import subprocess
from functools import lru_cache
from pathlib import Path

import pytest

from actgen.docx import QuickReader, SignatureField, document_pages, fill, golden_text
from actgen.docx.archive import read_members
from actgen.docx.checks import find_defects
from actgen.docx.text import DocumentReader
from actgen.workflow import check_workspace
from tests.docx.validator import convert, needs_soffice, needs_uno, needs_validator, sdk_errors
from tests.workspaces import ROOT

WORKSPACES = (ROOT, *sorted(folder.parent for folder in (ROOT / "examples").glob("*/data")))
READER = Path(__file__).parent / "read_signature_lines.py"
ENOUGH_FOR_EVERY_KIND = ROOT / "examples" / "school-2026"


@lru_cache(maxsize=1)
def every_document() -> dict[str, bytes]:
    """Return each document by workspace, kind and number."""
    made = {}
    for workspace in WORKSPACES:
        checked = check_workspace(workspace)
        assert not checked.has_errors, checked.diagnostics
        for number, document in enumerate(checked.plan.documents):
            name = f"{workspace.name}-{document.key[0]}-{number}.docx"
            made[name] = fill(checked.templates[document.key[0]], document.words)
    return made


@lru_cache(maxsize=1)
def signed_by() -> dict[str, list[tuple[str, str]]]:
    """Return signer and position of each line, by kind: of the first document of each kind that has lines."""
    checked = check_workspace(ENOUGH_FOR_EVERY_KIND)
    found: dict[str, list[tuple[str, str]]] = {}
    for document in checked.plan.documents:
        fields = [value for value in document.values.values() if isinstance(value, SignatureField)]
        if fields:
            found.setdefault(document.key[0], [(field.signer, field.position) for field in fields])
    return found


def first_of(kind: str) -> bytes:
    workspace = ENOUGH_FOR_EVERY_KIND.name
    return next(docx for name, docx in every_document().items() if re.fullmatch(rf"{workspace}-{kind}-\d+\.docx", name))


@needs_validator
def test_every_document_of_every_workspace_is_valid_for_the_open_xml_sdk(tmp_path: Path) -> None:
    files = []
    for name, docx in every_document().items():
        files.append(tmp_path / name)
        files[-1].write_bytes(docx)

    assert len(files) > 100
    assert sdk_errors(files) == {}


def test_no_document_of_any_workspace_has_a_defect_that_the_sdk_does_not_see() -> None:
    assert [d.message for name, docx in every_document().items() for d in find_defects(docx, name)] == []


def test_every_document_of_every_workspace_is_read_in_pieces_as_it_is_read_as_a_whole() -> None:
    for name, docx in every_document().items():
        quick, whole = QuickReader(docx), DocumentReader(docx)
        assert list(quick.lines()) == list(whole.lines()), name
        assert document_pages(quick) == document_pages(whole), name


def test_every_kind_that_a_named_person_signs_has_a_line_to_sign_on() -> None:
    checked = check_workspace(ENOUGH_FOR_EVERY_KIND)
    signed = {d.key[0] for d in checked.plan.documents if d.planned.kind.signers}

    assert signed - signed_by().keys() == set()
    assert {"order-on-pairs", "agreement", "program", "school-program", "minutes-extract"} <= signed_by().keys()


@pytest.mark.parametrize("kind", ["acquaintance-sheet", "questionnaire-mentor"])
def test_papers_that_many_sign_keep_plain_rules(kind: str) -> None:
    assert "[подпись: " not in golden_text(first_of(kind))


def test_a_line_of_a_program_is_that_of_its_signer_whoever_is_added_before() -> None:
    text = golden_text(first_of("program"))

    assert re.findall(r"\[подпись: ([^\]]+)\]", text) == [
        "куратор",
        "директор",
        "наставник",
        "наставляемый Гусь А.И.",
        "куратор",
    ]


def test_a_seal_has_its_place_where_practice_wants_one_and_nowhere_else() -> None:
    sealed = {
        re.sub(r"-\d+\.docx", "", name).removeprefix("school-2026-")
        for name, docx in every_document().items()
        if name.startswith("school-2026-") and re.search(r"(?<![А-Я])М\.П\.(?! ?[А-Я])", golden_text(docx))
    }

    assert sealed == {"agreement", "minutes-extract"}


def test_no_blank_of_a_document_is_plain_text_but_those_for_a_signature() -> None:
    for name, docx in every_document().items():
        body = read_members(docx)["word/document.xml"].decode()
        plain = re.sub(r"<w:sdt>.*?</w:sdt>", "", body)
        assert [text for text in re.findall(r"<w:t[ >][^<]*_{3}[^<]*", plain) if "(подпис" not in text] == [], name


@needs_uno
def test_libreoffice_reads_every_line_of_every_kind_and_keeps_it_when_it_saves(tmp_path: Path) -> None:
    files = []
    for kind in signed_by():
        files += [tmp_path / f"{kind}.docx", tmp_path / f"{kind}-again.docx"]
        files[-2].write_bytes(first_of(kind))

    done = subprocess.run(
        ["/usr/bin/python3", str(READER), *map(str, files)], capture_output=True, text=True, timeout=300, check=False
    )

    read = json.loads(done.stdout.strip().splitlines()[-1])
    for (kind, expected), (first, second) in zip(signed_by().items(), read, strict=True):
        assert sorted((signer, title) for signer, title, _ in first) == sorted(expected), kind
        assert sorted(first) == sorted(second), kind


@needs_soffice
def test_every_line_is_printed_as_a_rule(tmp_path: Path) -> None:
    kinds = ("mentor-consent", "program", "agreement")
    files = [tmp_path / f"{kind}.docx" for kind in kinds]
    for kind, file in zip(kinds, files, strict=True):
        file.write_bytes(first_of(kind))

    for kind, pdf in zip(kinds, convert(files, tmp_path), strict=True):
        assert _rules_of_a_line(pdf) == len(signed_by()[kind]), kind


def _rules_of_a_line(pdf: Path) -> int:
    """Return how many rules as wide as a signature line the pages show: 120 points, 250 dots at 150 an inch."""
    subprocess.run(["pdftoppm", "-r", "150", "-gray", str(pdf), str(pdf.with_suffix(""))], check=True)
    found = 0
    for page in sorted(pdf.parent.glob(f"{pdf.stem}-*.pgm")):
        _, size, _, pixels = page.read_bytes().split(b"\n", 3)
        width, height = map(int, size.split())
        above: set[int] = set()
        for row in range(height):
            dark = re.finditer(rb"[\x00-\xa0]{235,265}", pixels[row * width : (row + 1) * width])
            now = {match.start() // 20 for match in dark if len(match.group()) < 262}
            found += len({at for at in now if not above & {at - 1, at, at + 1}})
            above = now
    return found
