"""Every document is valid: for the Open XML SDK, for our own checks, for LibreOffice.

`ACTGEN_DOCUMENTS=5000 pytest tests/docx/test_validity.py` tries thousands.
"""

from __future__ import annotations

import io
import os
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from actgen.docx import canonical, compile, fill
from actgen.docx.archive import read_members, write_members
from actgen.docx.checks import find_defects
from tests.docx.features import features
from tests.docx.making import make_docx
from tests.docx.specimen import random_words, specimen
from tests.docx.validator import convert, needs_soffice, needs_validator, sdk_errors

DOCUMENTS = int(os.environ.get("ACTGEN_DOCUMENTS", "300"))


@needs_validator
def test_random_documents_are_valid(tmp_path: Path) -> None:
    files = []
    for number in range(DOCUMENTS):
        files.append(tmp_path / f"{number}.docx")
        files[-1].write_bytes(fill(specimen(number), random_words(number)))

    assert sdk_errors(files) == {}


def test_random_documents_have_no_defect_that_the_sdk_does_not_see() -> None:
    for number in range(DOCUMENTS):
        filled = fill(specimen(number), random_words(number))
        defects = [d.message for d in find_defects(filled, f"{number}.docx") if d.code != "W045"]
        assert defects == []
        assert canonical(filled) == filled


@needs_soffice
def test_sample_of_random_documents_is_converted(tmp_path: Path) -> None:
    files = []
    for number in range(0, 300, 29):
        files.append(tmp_path / f"{number}.docx")
        files[-1].write_bytes(fill(specimen(number), random_words(number)))

    assert all(pdf.read_bytes().startswith(b"%PDF") for pdf in convert(files, tmp_path))


@needs_validator
def test_document_of_each_feature_is_valid(tmp_path: Path) -> None:
    files = []
    for feature in features():
        files.append(tmp_path / f"{feature.name}.docx")
        files[-1].write_bytes(fill(compile(feature.template), feature.words))

    # These two templates hold, on purpose, what the SDK does not know or docxtpl's rich text puts in its own order.
    assert set(sdk_errors(files)) <= {"rich.docx"}


def test_canonical_of_canonical_is_the_same() -> None:
    for feature in features():
        once = canonical(feature.template)
        assert canonical(once) == once
        assert read_members(once) == read_members(feature.template)


def broken(old: str, new: str, content: bytes | None = None) -> bytes:
    members = read_members(content or make_docx("текст", change=table))
    xml = members["word/document.xml"].decode()
    assert old in xml
    return write_members({**members, "word/document.xml": xml.replace(old, new).encode()})


def table(document: Document) -> None:
    document.add_table(1, 2).cell(0, 0).text = "ячейка"


def with_xml(*xmls: str) -> bytes:
    def change(document: Document) -> None:
        for xml in xmls:
            document.paragraphs[0]._p.append(parse_xml(xml.replace("{w}", nsdecls("w"))))

    return make_docx("текст", change=change)


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("W040", broken("<w:p/></w:tc>", "</w:tc>")),
        ("W041", make_docx(change=lambda d: d.add_table(0, 2))),
        ("W042", broken('<w:gridCol w:w="4320"/></w:tblGrid>', "</w:tblGrid>")),
        ("W043", with_xml('<w:r {w}><w:rPr><w:rStyle w:val="НетТакого"/></w:rPr></w:r>')),
        ("W044", with_xml('<w:pPr {w}><w:numPr><w:ilvl w:val="0"/><w:numId w:val="777"/></w:numPr></w:pPr>')),
        ("W045", make_docx("осталось {{ слово }}")),
        ("W046", broken("<w:t>текст</w:t>", "<w:t>текст </w:t>")),
        ("W047", with_xml(*['<w:bookmarkStart {w} w:id="1" w:name="а"/>'] * 2)),
        ("W048", with_xml('<w:r {w}><w:fldChar w:fldCharType="begin"/></w:r>')),
        ("W049", with_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="rId99"/>')),
    ],
)
def test_defect_is_found(code: str, content: bytes) -> None:
    assert docx.Document(io.BytesIO(content))
    assert code in {d.code for d in find_defects(content, "out/приказ.docx")}


def test_sound_document_has_no_defect() -> None:
    assert list(find_defects(make_docx("текст", " с пробелом ", change=table), "out/приказ.docx")) == []
