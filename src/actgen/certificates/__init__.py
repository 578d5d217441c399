"""What an electronic signature says and whether it fits: certificates, digests, verdicts; no keys, no signing."""

from actgen.certificates.certificate import Certificate, read_certificate
from actgen.certificates.checking import Fit, Scheme, fit_of, hash_named, is_gost
from actgen.certificates.verdict import MISSING_PACKAGE, SignatureCheck, SignatureState

__all__ = [
    "MISSING_PACKAGE",
    "Certificate",
    "Fit",
    "Scheme",
    "SignatureCheck",
    "SignatureState",
    "fit_of",
    "hash_named",
    "is_gost",
    "read_certificate",
]
