"""What is known of a signature after it was looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from actgen.certificates.certificate import Certificate

MISSING_PACKAGE = "не установлена часть программы для проверки подписей: actgen[verify]"
"""Why a signature was not checked where the extra is not installed."""


class SignatureState(Enum):
    """Whether the signature belongs to these bytes."""

    FITS = "подпись подходит"
    BROKEN = "подпись не подходит"
    NOT_CHECKED = "не проверено"


@dataclass(frozen=True, slots=True)
class SignatureCheck:
    """One signature of a file.

    Attributes:
        kind: Where it stands, in Russian: «в файле Word», «в PDF», «в отдельном файле».
        state: Whether it belongs to these bytes.
        reason: Why it does not, or why that is not known; in Russian.
        certificate: Of the signer, as the signature brings it; None where it brings none.
        signed_at: When, as the signer's own computer says: no time stamp stands behind it.
        uncovered: What of the file the signature should cover and does not: parts, relations, later pages.
        outside: What no Office signature covers by its standard: properties of the file.
    """

    kind: str
    state: SignatureState
    reason: str = ""
    certificate: Certificate | None = None
    signed_at: datetime | None = None
    uncovered: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()

    @property
    def was_valid_then(self) -> bool | None:
        """Whether the certificate was in its term at the time of signing; None where that is not known."""
        if self.certificate is None or self.signed_at is None:
            return None
        return self.certificate.since <= self.signed_at <= self.certificate.until
