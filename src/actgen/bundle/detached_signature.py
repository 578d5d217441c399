"""A signature in a file of its own (`.sig`, отсоединённая подпись): CMS, as КриптоАРМ and Госключ write it.

Source: RFC 5652 (CMS), RFC 5035 (signing certificate attribute).
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from typing import TYPE_CHECKING, Any

from actgen.certificates import (
    MISSING_PACKAGE,
    Fit,
    Scheme,
    SignatureCheck,
    SignatureState,
    fit_of,
    is_gost,
    read_certificate,
)
from actgen.certificates.checking import GOST_REASON

if TYPE_CHECKING:
    from datetime import datetime

KIND = "в отдельном файле"
_SIGNED_DATA = "signed_data"
_SCHEMES = {"rsassa_pkcs1v15": Scheme.RSA, "rsassa_pss": Scheme.RSA_PSS, "ecdsa": Scheme.ECDSA}


class NotASignature(ValueError):
    """The file is no CMS signature."""


def detached_signatures(content: bytes, signature: bytes) -> tuple[SignatureCheck, ...]:
    """Return what each signer's signature in a `.sig` says of a file.

    Args:
        content: The bytes of the signed file.
        signature: The bytes of the `.sig`: DER, or base64 with or without header lines.

    Raises:
        NotASignature: The bytes are no CMS signature.
    """
    try:
        # tsp teaches cms the attribute that names the signer's certificate; without it the attribute has no name.
        from asn1crypto import cms, tsp  # noqa: F401, PLC0415
    except ImportError:
        return (SignatureCheck(KIND, SignatureState.NOT_CHECKED, MISSING_PACKAGE),)
    try:
        info = cms.ContentInfo.load(_der(signature), strict=True)
        if info["content_type"].native != _SIGNED_DATA:
            raise NotASignature
        signed = info["content"]
        signers = list(signed["signer_infos"])
    except (ValueError, TypeError, KeyError) as bad:
        raise NotASignature from bad
    if not signers:
        raise NotASignature
    return tuple(check_signer(content, signed, signer, KIND) for signer in signers)


def _der(signature: bytes) -> bytes:
    """Return the signature in DER; КриптоАРМ writes base64 as well, with header lines or without."""
    if signature[:1] == b"\x30":
        return signature
    text = re.sub(rb"-----[A-Z0-9 ]+-----", b"", signature)
    try:
        return base64.b64decode(b"".join(text.split()), validate=True)
    except binascii.Error as bad:
        raise NotASignature from bad


def check_signer(content: bytes, signed: Any, signer: Any, kind: str) -> SignatureCheck:
    """Return what one signer's signature says of some bytes.

    Args:
        content: What was signed.
        signed: The `SignedData` of the signature, as asn1crypto reads it.
        signer: One of its `signer_infos`.
        kind: Where the signature stands, in Russian.
    """
    certificate_der = _certificate_of(signed, signer)
    try:
        certificate = read_certificate(certificate_der) if certificate_der else None
        state, reason, signed_at = _state(content, signed, signer, certificate_der)
    except ImportError:
        return SignatureCheck(kind, SignatureState.NOT_CHECKED, MISSING_PACKAGE)
    except (ValueError, TypeError, KeyError):
        return SignatureCheck(kind, SignatureState.NOT_CHECKED, "запись подписи не разобрана")
    return SignatureCheck(kind, state, reason, certificate, signed_at)


def _state(content: bytes, signed: Any, signer: Any, certificate: bytes) -> tuple[SignatureState, str, datetime | None]:
    attributes = {one["type"].native: one["values"] for one in signer["signed_attrs"] or ()}
    signed_at = attributes["signing_time"][0].native if "signing_time" in attributes else None
    inside = signed["encap_content_info"]["content"]
    embedded = inside.native if inside is not None and inside.native is not None else None
    if embedded is not None and embedded != content:
        return SignatureState.BROKEN, "эта подпись от другого файла", signed_at
    algorithms = (
        signer["digest_algorithm"]["algorithm"].dotted,
        signer["signature_algorithm"]["algorithm"].dotted,
    )
    if any(is_gost(one) for one in algorithms):
        return SignatureState.NOT_CHECKED, GOST_REASON, signed_at
    digest = signer["digest_algorithm"]["algorithm"].native
    if digest not in hashlib.algorithms_available:
        return SignatureState.NOT_CHECKED, "неизвестный вид контрольной суммы", signed_at
    if attributes:
        said = attributes["message_digest"][0].native if "message_digest" in attributes else None
        if said != hashlib.new(digest, content).digest():
            return SignatureState.BROKEN, "эта подпись от другого файла, или файл после подписи изменён", signed_at
    if not certificate:
        return SignatureState.NOT_CHECKED, "в подписи нет сертификата", signed_at
    if not _names(attributes, certificate):
        return SignatureState.BROKEN, "сертификат в подписи подменён", signed_at
    scheme = _SCHEMES.get(signer["signature_algorithm"].signature_algo)
    if scheme is None:
        return SignatureState.NOT_CHECKED, "неизвестный вид подписи", signed_at
    # The attributes are signed as a SET OF, under another tag than the one they are stored with: RFC 5652, 5.4.
    covered = signer["signed_attrs"].untag().dump() if attributes else content
    fit = fit_of(certificate, signer["signature"].native, covered, scheme, digest)
    if fit is Fit.NO:
        return SignatureState.BROKEN, "подпись сделана не этим сертификатом или изменена", signed_at
    if fit is Fit.UNKNOWN:
        return SignatureState.NOT_CHECKED, "неизвестный вид ключа", signed_at
    return SignatureState.FITS, "", signed_at


def _names(attributes: dict[str, Any], certificate: bytes) -> bool:
    """Return whether the signed attributes name this certificate, where they name any."""
    if "signing_certificate_v2" in attributes:
        first = attributes["signing_certificate_v2"][0]["certs"][0]
        digest = first["hash_algorithm"]["algorithm"].native
        return digest not in hashlib.algorithms_available or bool(
            hashlib.new(digest, certificate).digest() == first["cert_hash"].native
        )
    return True


def _certificate_of(signed: Any, signer: Any) -> bytes:
    """Return the signer's certificate in DER, empty where the signature does not bring it."""
    wanted = signer["sid"].chosen
    for choice in signed["certificates"] or ():
        certificate = choice.chosen
        if signer["sid"].name == "issuer_and_serial_number":
            is_own = (
                certificate.issuer == wanted["issuer"] and certificate.serial_number == wanted["serial_number"].native
            )
        else:
            is_own = certificate.key_identifier == wanted.native
        if is_own:
            return bytes(certificate.dump())
    return b""
