"""The signatures inside a PDF: whether each fits, how much of the file it covers, what was added after it.

Source: ISO 32000-1, 12.8 (digital signatures); ETSI EN 319 142-1 (PAdES).
"""

from __future__ import annotations

import io
import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from actgen.bundle.detached_signature import check_signer
from actgen.certificates import MISSING_PACKAGE, SignatureCheck, SignatureState

if TYPE_CHECKING:
    from collections.abc import Iterator

KIND = "в PDF"
_SIGNED = b"/ByteRange"
_ADDED = "то, что добавлено в PDF после подписи"


class NotAPdf(ValueError):
    """The file is no PDF, or a damaged one."""


def pdf_signatures(content: bytes) -> tuple[SignatureCheck, ...]:
    """Return every signature of a PDF in the order of signing, empty for a file that is not signed.

    A later signature is no change; text, a picture or a page that was added after a signature is, and is named in
    `uncovered`.

    Raises:
        NotAPdf: The bytes cannot be read as a PDF.
    """
    if not content[:1024].lstrip().startswith(b"%PDF-"):
        raise NotAPdf
    if _SIGNED not in content:
        return ()
    try:
        from pyhanko.pdf_utils.misc import PdfError  # noqa: PLC0415
        from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415
    except ImportError:
        return (SignatureCheck(KIND, SignatureState.NOT_CHECKED, MISSING_PACKAGE),)
    # What it logs of odd files is in English and says nothing to a secretary; the verdict does.
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
    try:
        reader = PdfFileReader(io.BytesIO(content), strict=False)
        return tuple(found for embedded in reader.embedded_regular_signatures for found in _checked(embedded, content))
    except (PdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, OSError) as bad:
        raise NotAPdf from bad


def _checked(embedded: Any, content: bytes) -> Iterator[SignatureCheck]:
    covered = b"".join(
        content[start : start + length] for start, length in zip(*[iter(embedded.byte_range)] * 2, strict=True)
    )
    later = _later(embedded)
    for signer in embedded.signed_data["signer_infos"]:
        checked = check_signer(covered, embedded.signed_data, signer, KIND)
        yield replace(checked, uncovered=(later,) if later else ())


def _later(embedded: Any) -> str:
    """Return what the signature leaves open, in Russian; empty where it covers the file or only signatures follow."""
    from pyhanko.pdf_utils.misc import PdfError  # noqa: PLC0415
    from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, DiffResult, ModificationLevel  # noqa: PLC0415
    from pyhanko.sign.validation import SignatureCoverageLevel  # noqa: PLC0415
    from pyhanko.sign.validation.errors import SignatureValidationError  # noqa: PLC0415

    try:
        embedded.coverage = embedded.evaluate_signature_coverage()
        found = embedded.evaluate_modifications(DEFAULT_DIFF_POLICY)
        allowed = embedded.docmdp_level
    except (PdfError, SignatureValidationError, ValueError, KeyError, TypeError):
        return _ADDED
    if embedded.coverage < SignatureCoverageLevel.ENTIRE_REVISION:
        return "часть файла: подпись охватывает его не целиком"
    if not isinstance(found, DiffResult):
        return _ADDED
    level = found.modification_level
    is_allowed = level <= ModificationLevel.FORM_FILLING and (allowed is None or level.value <= allowed.value)
    return "" if is_allowed else _ADDED
