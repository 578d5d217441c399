"""Whose certificate it is, from when until when."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Certificate:
    """A public-key certificate (сертификат ключа проверки подписи): owner, issuer, serial number, term in UTC.

    `content` is the certificate itself in DER.
    """

    owner: str
    issuer: str
    serial: str
    since: datetime
    until: datetime
    content: bytes = field(repr=False)


def read_certificate(content: bytes) -> Certificate | None:
    """Return what a certificate in DER says, None for bytes that are none.

    Raises:
        ImportError: The extra `verify` is not installed.
    """
    from cryptography import x509  # noqa: PLC0415

    try:
        read = x509.load_der_x509_certificate(content)
        owner, issuer = _name(read.subject), _name(read.issuer)
    except ValueError:
        return None
    since, until = read.not_valid_before_utc, read.not_valid_after_utc
    return Certificate(owner, issuer, f"{read.serial_number:X}", since, until, content)


def _name(name: object) -> str:
    """Return the common name, with surname and given names where a qualified certificate has an organisation there."""
    from cryptography.x509.oid import NameOID  # noqa: PLC0415

    def first(oid: object) -> str:
        values = name.get_attributes_for_oid(oid)  # type: ignore[attr-defined]
        return str(values[0].value) if values else ""

    common = first(NameOID.COMMON_NAME)
    person = f"{first(NameOID.SURNAME)} {first(NameOID.GIVEN_NAME)}".strip()
    if person and person not in common:
        return f"{person}, {common}" if common else person
    return common or first(NameOID.ORGANIZATION_NAME) or "без имени"
