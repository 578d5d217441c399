"""An Office signature: whole or not, covering everything or not; what Word takes for signed is looked at closely."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from actgen.certificates import SignatureCheck, SignatureState
from actgen.docx import package_signatures
from actgen.docx.archive import read_members, write_members
from tests.docx.making import make_docx, trimmed
from tests.docx.validator import needs_uno
from tests.signers import SIGNED_AT, signed_docx, signer

Members = dict[str, bytes]
DOCUMENT = trimmed(make_docx("ПРИКАЗЫВАЮ:", "1. Провести день наставника."))
HEADER = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
HEADER_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"


def checked(content: bytes, change: Callable[[Members], object] = lambda members: None) -> SignatureCheck:
    members = dict(read_members(content))
    change(members)
    (one,) = package_signatures(read_members(write_members(members)))
    return one


def replace_in(name: str, old: bytes, new: bytes) -> Callable[[Members], object]:
    def change(members: Members) -> None:
        assert old in members[name]
        members[name] = members[name].replace(old, new, 1)

    return change


def add_header(members: Members) -> None:
    members["word/header9.xml"] = b"<w:hdr xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>"
    replace_in(
        "word/_rels/document.xml.rels",
        b"</Relationships>",
        f'<Relationship Id="rIdX" Type="{HEADER_RELATION}" Target="header9.xml"/></Relationships>'.encode(),
    )(members)
    replace_in(
        "[Content_Types].xml",
        b"</Types>",
        f'<Override PartName="/word/header9.xml" ContentType="{HEADER}"/></Types>'.encode(),
    )(members)


@pytest.mark.parametrize("kind", ["RSA", "ECDSA"])
def test_a_whole_signature_fits_and_says_whose_and_when(kind: str) -> None:
    one = checked(signed_docx(DOCUMENT, signer(kind)))

    assert (one.state, one.reason, one.uncovered) == (SignatureState.FITS, "", ())
    assert one.certificate is not None
    assert (one.certificate.owner, one.certificate.issuer) == ("Орлова Анна Павловна", "Учебный центр")
    assert one.signed_at == SIGNED_AT
    assert one.was_valid_then


def test_a_document_without_a_signature_has_none() -> None:
    assert package_signatures(read_members(DOCUMENT)) == ()


BROKEN: dict[str, Callable[[Members], object]] = {
    "one letter of the text": replace_in("word/document.xml", "день".encode(), "дань".encode()),
    "a style": replace_in("word/styles.xml", b"</w:styles>", b"<!-- --></w:styles>"),
    "a part is gone": lambda members: members.pop("word/settings.xml"),
    "the kind of a part": replace_in("[Content_Types].xml", b"document.main+xml", b"document.glossary+xml"),
    "the target of a relation": replace_in("word/_rels/document.xml.rels", b'"styles.xml"', b'"fonts.xml"'),
    "a covered relation is gone": replace_in("_rels/.rels", b"officeDocument/2006/relationships/officeDocument", b"x"),
    "the time of signing": replace_in("_xmlsignatures/sig1.xml", b"2026-10-05T", b"2025-10-05T"),
    "the list of parts": replace_in("_xmlsignatures/sig1.xml", b"<Manifest>", b"<Manifest><Reference/>"),
    "the value": replace_in("_xmlsignatures/sig1.xml", b"<SignatureValue>", b"<SignatureValue>AAAA"),
    "an id twice": replace_in("_xmlsignatures/sig1.xml", b"<X509Data>", b'<X509Data Id="idPackageObject">'),
    "a document type": replace_in("_xmlsignatures/sig1.xml", b"<Signature ", b"<!DOCTYPE a><Signature "),
    "base64 of nothing": replace_in("_xmlsignatures/sig1.xml", b"<DigestValue>", b"<DigestValue>*"),
    "no certificate": replace_in("_xmlsignatures/sig1.xml", b"X509Certificate>", b"X509Nothing>"),
}


@pytest.mark.parametrize("change", BROKEN.values(), ids=BROKEN)
def test_what_was_changed_after_signing_breaks_the_signature(change: Callable[[Members], object]) -> None:
    one = checked(signed_docx(DOCUMENT, signer()), change)

    assert one.state is SignatureState.BROKEN
    assert one.reason


def test_the_certificate_of_another_person_does_not_fit() -> None:
    mine, others = signed_docx(DOCUMENT, signer()), signer(name="Зимин Пётр Львович")
    theirs = signed_docx(DOCUMENT, others)
    certificate = read_members(theirs)["_xmlsignatures/sig1.xml"].split(b"X509Certificate>")[1]

    def swap(members: Members) -> None:
        parts = members["_xmlsignatures/sig1.xml"].split(b"X509Certificate>")
        members["_xmlsignatures/sig1.xml"] = b"X509Certificate>".join([parts[0], certificate, parts[2]])

    assert checked(mine, swap).state is SignatureState.BROKEN


def test_a_header_added_after_signing_is_found_though_the_signature_fits() -> None:
    one = checked(signed_docx(DOCUMENT, signer()), add_header)

    assert one.state is SignatureState.FITS
    assert one.uncovered == ("связь rIdX (header) в word/_rels/document.xml.rels", "word/header9.xml")


def test_a_part_that_nobody_names_is_found() -> None:
    def add(members: Members) -> None:
        members["word/notes.bin"] = b"x"

    assert checked(signed_docx(DOCUMENT, signer()), add).uncovered == ("word/notes.bin",)


def test_a_part_that_the_signer_left_out_is_found() -> None:
    one = checked(signed_docx(DOCUMENT, signer(), leave_out=("word/settings.xml",)))

    assert (one.state, one.uncovered) == (SignatureState.FITS, ("word/settings.xml",))


def test_properties_of_the_file_are_outside_by_the_standard_and_listed() -> None:
    one = checked(signed_docx(DOCUMENT, signer()), replace_in("docProps/core.xml", b"python-docx", b"somebody"))

    assert (one.state, one.uncovered) == (SignatureState.FITS, ())
    assert "docProps/core.xml" in one.outside


def test_a_signature_by_gost_is_named_and_not_judged() -> None:
    one = checked(signed_docx(DOCUMENT, signer(), is_gost=True))

    assert one.state is SignatureState.NOT_CHECKED
    assert one.reason.startswith("ГОСТ")


# --- another judge --------------------------------------------------------------------------------


@needs_uno
def test_libreoffice_says_the_same_of_whole_and_of_broken_signatures(tmp_path: Path) -> None:
    whole = {kind: signed_docx(DOCUMENT, signer(kind)) for kind in ("RSA", "ECDSA")}
    files = {**whole}
    for name in ("one letter of the text", "the time of signing", "the value"):
        members = dict(read_members(whole["RSA"]))
        BROKEN[name](members)
        files[name] = write_members(members)
    paths = []
    for number, content in enumerate(files.values()):
        paths.append(tmp_path / f"{number}.docx")
        paths[-1].write_bytes(content)

    script = Path(__file__).with_name("read_signatures.py")
    done = subprocess.run(
        ["/usr/bin/python3", str(script), *map(str, paths)], capture_output=True, text=True, check=True, timeout=120
    )

    theirs = dict(zip(files, json.loads(done.stdout), strict=True))
    ours = {name: [checked(content).state is SignatureState.FITS] for name, content in files.items()}
    assert ours == theirs
    assert [name for name, valid in theirs.items() if valid == [True]] == ["RSA", "ECDSA"]
