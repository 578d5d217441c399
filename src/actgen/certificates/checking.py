"""Whether a signature fits the bytes: RSA and ECDSA. ГОСТ is named, not checked: that takes a certified provider."""

from __future__ import annotations

from enum import Enum
from typing import Any

GOST_REASON = "ГОСТ: проверьте на Госуслугах или в КриптоАРМ"


class Scheme(Enum):
    """How a signature is made of a digest."""

    RSA = "RSA"
    RSA_PSS = "RSA-PSS"
    ECDSA = "ECDSA"
    ECDSA_RAW = "ECDSA, r и s подряд"


class Fit(Enum):
    """Whether the signature was made of these bytes by the owner of this certificate."""

    YES = "да"
    NO = "нет"
    UNKNOWN = "не проверено"


def is_gost(name: str) -> bool:
    """Return whether an algorithm (an OID or a URI) is of ГОСТ Р 34.10 or 34.11.

    >>> is_gost("1.2.643.7.1.1.3.2"), is_gost("urn:ietf:params:xml:ns:cpxmlsec:algorithms:gostr34112012-256")
    (True, True)
    """
    return name.startswith("1.2.643.") or "gost" in name.lower()


def fit_of(certificate: bytes, signature: bytes, signed: bytes, scheme: Scheme, digest: str) -> Fit:
    """Return whether the signature fits.

    Args:
        certificate: In DER.
        signature: As the file has it.
        signed: The bytes that were signed.
        scheme: How it was made.
        digest: Name of the hash function: «sha256».

    Raises:
        ImportError: The extra `verify` is not installed.
    """
    from cryptography import x509  # noqa: PLC0415
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa, utils  # noqa: PLC0415

    try:
        key = x509.load_der_x509_certificate(certificate).public_key()
        chosen = hash_named(digest)
    except (ValueError, UnsupportedAlgorithm):
        return Fit.UNKNOWN
    try:
        if scheme in (Scheme.RSA, Scheme.RSA_PSS) and isinstance(key, rsa.RSAPublicKey):
            pss = padding.PSS(padding.MGF1(chosen), padding.PSS.AUTO)
            key.verify(signature, signed, pss if scheme is Scheme.RSA_PSS else padding.PKCS1v15(), chosen)
        elif scheme in (Scheme.ECDSA, Scheme.ECDSA_RAW) and isinstance(key, ec.EllipticCurvePublicKey):
            if scheme is Scheme.ECDSA_RAW:
                half = len(signature) // 2
                r, s = int.from_bytes(signature[:half]), int.from_bytes(signature[half:])
                signature = utils.encode_dss_signature(r, s)
            key.verify(signature, signed, ec.ECDSA(chosen))
        else:
            return Fit.UNKNOWN
    except InvalidSignature:
        return Fit.NO
    except (ValueError, UnsupportedAlgorithm):
        return Fit.UNKNOWN
    return Fit.YES


def hash_named(name: str) -> Any:
    """Return a hash function of `cryptography`: sha1, sha224, sha256, sha384 or sha512.

    Raises:
        ValueError: There is no such function here.
        ImportError: The extra `verify` is not installed.
    """
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415

    known: dict[str, Any] = {"sha1": hashes.SHA1, "sha224": hashes.SHA224, "sha256": hashes.SHA256}
    known |= {"sha384": hashes.SHA384, "sha512": hashes.SHA512}
    if name not in known:
        raise ValueError(name)
    return known[name]()
