"""Signatures of a PDF and in a file of its own: whose they are, whether they fit, what came after them."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import PageObject, PdfFileWriter

from actgen.bundle import NotAPdf, NotASignature, detached_signatures, pdf_signatures
from actgen.certificates import SignatureCheck, SignatureState
from tests.signers import detached, detached_by_gost, signed_pdf, signer

CONTENT = "ПРИКАЗ № 45".encode()


def only(found: tuple[SignatureCheck, ...]) -> SignatureCheck:
    (one,) = found
    return one


# --- a file of its own ----------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["RSA", "ECDSA"])
@pytest.mark.parametrize("is_text", [False, True], ids=["DER", "base64"])
@pytest.mark.parametrize("has_attributes", [True, False], ids=["with attributes", "plain"])
def test_a_signature_of_this_file_fits(kind: str, is_text: bool, has_attributes: bool) -> None:
    one = only(
        detached_signatures(CONTENT, detached(CONTENT, signer(kind), is_text=is_text, has_attributes=has_attributes))
    )

    assert one.state is SignatureState.FITS
    assert one.certificate is not None
    assert one.certificate.owner == "Орлова Анна Павловна"
    assert (one.signed_at is not None) == has_attributes


@pytest.mark.parametrize("has_attributes", [True, False], ids=["with attributes", "plain"])
def test_a_signature_of_another_file_does_not_fit(has_attributes: bool) -> None:
    one = only(detached_signatures(CONTENT + b"!", detached(CONTENT, signer(), has_attributes=has_attributes)))

    assert one.state is SignatureState.BROKEN


def test_a_changed_time_of_signing_breaks_the_signature() -> None:
    made = detached(CONTENT, signer())
    # A UTCTime of thirteen characters; the last one is the time of signing.
    positions = [n for n in range(len(made) - 2) if made[n : n + 2] == b"\x17\x0d"]
    position = positions[-1] + 2
    changed = made[:position] + b"19" + made[position + 2 :]

    assert only(detached_signatures(CONTENT, changed)).state is SignatureState.BROKEN


def test_a_signature_by_gost_is_named_and_not_judged() -> None:
    one = only(detached_signatures(CONTENT, detached_by_gost(CONTENT)))

    assert one.state is SignatureState.NOT_CHECKED
    assert one.reason.startswith("ГОСТ")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_what_is_no_signature_is_refused(junk: bytes) -> None:
    with pytest.raises(NotASignature):
        detached_signatures(CONTENT, junk)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_signature_never_fits(data: st.DataObject) -> None:
    made = detached(CONTENT, signer())
    signature_at = len(made) - 256  # the value stands at the end
    position = data.draw(st.integers(signature_at, len(made) - 1))
    damaged = made[:position] + bytes([made[position] ^ data.draw(st.integers(1, 255))]) + made[position + 1 :]

    assert only(detached_signatures(CONTENT, damaged)).state is not SignatureState.FITS


# --- a PDF ----------------------------------------------------------------------------------------


def with_page(writer: Any) -> bytes:
    """Return what the writer makes, with an empty page more."""
    page: Any = PageObject
    stream = writer.add_object(generic.StreamObject(stream_data=b"BT ET"))
    box = generic.ArrayObject(map(generic.NumberObject, (0, 0, 595, 842)))
    writer.insert_page(page(contents=stream, media_box=box))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def pdf() -> bytes:
    return with_page(PdfFileWriter())


@pytest.mark.parametrize("kind", ["RSA", "ECDSA"])
def test_a_signed_pdf_fits_and_is_covered(kind: str) -> None:
    one = only(pdf_signatures(signed_pdf(pdf(), signer(kind))))

    assert (one.state, one.uncovered) == (SignatureState.FITS, ())
    assert one.certificate is not None
    assert one.certificate.owner == "Орлова Анна Павловна"


def test_a_second_signature_is_no_change() -> None:
    twice = signed_pdf(signed_pdf(pdf(), signer(), "Директор"), signer("ECDSA"), "Куратор")

    found = pdf_signatures(twice)

    assert [(one.state, one.uncovered) for one in found] == [(SignatureState.FITS, ())] * 2


def test_a_page_added_after_the_signature_is_found() -> None:
    made = with_page(IncrementalPdfFileWriter(io.BytesIO(signed_pdf(pdf(), signer()))))

    one = only(pdf_signatures(made))

    assert one.state is SignatureState.FITS
    assert one.uncovered == ("то, что добавлено в PDF после подписи",)


def test_one_changed_byte_breaks_the_signature() -> None:
    made = signed_pdf(pdf(), signer()).replace(b"BT ET", b"BT  T", 1)

    assert only(pdf_signatures(made)).state is SignatureState.BROKEN


def test_an_unsigned_pdf_has_no_signature() -> None:
    assert pdf_signatures(pdf()) == ()


@pytest.mark.parametrize("content", [b"", b"PK\3\4", b"%PDF-1.7\n/ByteRange", signed_pdf(pdf(), signer())[:-100]])
def test_what_is_no_whole_pdf_is_refused(content: bytes) -> None:
    with pytest.raises(NotAPdf):
        pdf_signatures(content)
