"""Who signs in tests: keys and certificates made for the run, and the ways to sign a DOCX, a PDF, any file.

The product itself holds no keys and signs nothing; specimens are made here.
"""

from __future__ import annotations

import base64
import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

from asn1crypto import cms, tsp  # noqa: F401 — tsp before the first use of cms, or pyHanko's attributes have no name
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa, utils
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID
from lxml import etree

from actgen.docx.archive import read_members, write_members
from actgen.docx.package_signature import content_type

DS = "http://www.w3.org/2000/09/xmldsig#"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/digital-signature"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
TRANSFORM = "http://schemas.openxmlformats.org/package/2006/RelationshipTransform"
XADES = "http://uri.etsi.org/01903/v1.3.2#"
OFFICE = "http://schemas.microsoft.com/office/2006/digsig"
SIGNED_AT = datetime(2026, 10, 5, 9, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Signer:
    """A key and its certificate."""

    key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.DER)


@lru_cache(maxsize=8)
def signer(kind: str = "RSA", name: str = "Орлова Анна Павловна") -> Signer:
    """Return a signer with a certificate of 2026; `kind` is RSA or ECDSA."""
    key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
    key = rsa.generate_private_key(65537, 2048) if kind == "RSA" else ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Учебный центр")]))
        .public_key(key.public_key())
        .serial_number(0x1A2B)
        .not_valid_before(datetime(2026, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=455))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.KeyUsage(True, True, False, False, False, False, False, False, False),
            critical=True,
        )
        .sign(_centre(), hashes.SHA256())
    )
    return Signer(key, made)


@lru_cache(maxsize=1)
def _centre() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


# --- a file of its own ----------------------------------------------------------------------------


def detached(content: bytes, by: Signer, *, is_text: bool = False, has_attributes: bool = True) -> bytes:
    """Return a detached CMS signature, in DER or in base64 with header lines."""
    options = [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary]
    options += [] if has_attributes else [pkcs7.PKCS7Options.NoAttributes]
    encoding = serialization.Encoding.PEM if is_text else serialization.Encoding.DER
    builder = pkcs7.PKCS7SignatureBuilder().set_data(content).add_signer(by.certificate, by.key, hashes.SHA256())
    return builder.sign(encoding, options)


def detached_by_gost(content: bytes) -> bytes:
    """Return a signature that says it is by ГОСТ Р 34.10-2012; its value is nobody's."""
    info: Any = cms.ContentInfo.load(detached(content, signer()))
    one = info["content"]["signer_infos"][0]
    one["digest_algorithm"] = {"algorithm": "1.2.643.7.1.1.2.2"}
    one["signature_algorithm"] = {"algorithm": "1.2.643.7.1.1.1.1"}
    return bytes(info.dump(force=True))


# --- a DOCX ---------------------------------------------------------------------------------------


def signed_docx(docx: bytes, by: Signer, *, leave_out: tuple[str, ...] = (), is_gost: bool = False) -> bytes:
    """Return the DOCX with an Office signature, made as Word makes it: ECMA-376 part 2, clause 13.

    Args:
        docx: The document.
        by: Who signs.
        leave_out: Parts that the signature does not cover.
        is_gost: Let it say that it is by ГОСТ.
    """
    members = dict(read_members(docx))
    references = [
        _reference(name, members)
        for name in sorted(members)
        if not name.startswith(("docProps/", "[Content", "customXml/", "_xmlsignatures")) and name not in leave_out
    ]
    manifest = f"<Manifest>{''.join(references)}</Manifest>"
    time = (
        f'<SignatureProperties><SignatureProperty Id="idSignatureTime" Target="#idPackageSignature">'
        f'<mdssi:SignatureTime xmlns:mdssi="{PACKAGE}"><mdssi:Format>YYYY-MM-DDThh:mm:ssTZD</mdssi:Format>'
        f"<mdssi:Value>{SIGNED_AT:%Y-%m-%dT%H:%M:%SZ}</mdssi:Value></mdssi:SignatureTime>"
        "</SignatureProperty></SignatureProperties>"
    )
    package = f'<Object Id="idPackageObject">{manifest}{time}</Object>'
    office = (
        '<Object Id="idOfficeObject"><SignatureProperties><SignatureProperty Id="idOfficeV1Details" '
        f'Target="#idPackageSignature"><SignatureInfoV1 xmlns="{OFFICE}"><SetupID></SetupID>'
        "<SignatureText></SignatureText></SignatureInfoV1></SignatureProperty></SignatureProperties></Object>"
    )
    issuer = by.certificate.issuer.rfc4514_string()
    xades = (
        f'<Object><xd:QualifyingProperties xmlns:xd="{XADES}" Target="#idPackageSignature">'
        f'<xd:SignedProperties Id="idSignedProperties"><xd:SignedSignatureProperties>'
        f"<xd:SigningTime>{SIGNED_AT:%Y-%m-%dT%H:%M:%SZ}</xd:SigningTime><xd:SigningCertificate><xd:Cert><xd:CertDigest>"
        f'<DigestMethod Algorithm="{_SHA256}"/><DigestValue>{_b64(hashlib.sha256(by.der).digest())}</DigestValue>'
        f"</xd:CertDigest><xd:IssuerSerial><X509IssuerName>{issuer}</X509IssuerName>"
        f"<X509SerialNumber>{by.certificate.serial_number}</X509SerialNumber></xd:IssuerSerial></xd:Cert>"
        "</xd:SigningCertificate><xd:SignaturePolicyIdentifier><xd:SignaturePolicyImplied/>"
        "</xd:SignaturePolicyIdentifier></xd:SignedSignatureProperties></xd:SignedProperties>"
        "</xd:QualifyingProperties></Object>"
    )
    root = etree.fromstring(
        f'<Signature xmlns="{DS}" Id="idPackageSignature"><SignedInfo/><SignatureValue/><KeyInfo><X509Data>'
        f"<X509Certificate>{_b64(by.der)}</X509Certificate></X509Data></KeyInfo>{package}{office}{xades}</Signature>"
    )
    hash_name = "urn:ietf:params:xml:ns:cpxmlsec:algorithms:gostr34112012-256" if is_gost else _SHA256
    method = "urn:ietf:params:xml:ns:cpxmlsec:algorithms:gostr34102012-gostr34112012-256" if is_gost else _method(by)
    listed = "".join(
        f'<Reference Type="{DS}Object" URI="#{one.get("Id")}"><DigestMethod Algorithm="{hash_name}"/>'
        f"<DigestValue>{_b64(hashlib.sha256(_canonical(one)).digest())}</DigestValue></Reference>"
        for one in root.findall(f"{{{DS}}}Object")[:2]
    )
    properties = root.find(f".//{{{XADES}}}SignedProperties")
    assert properties is not None
    digest = _b64(hashlib.sha256(_canonical(properties)).digest())
    listed += (
        f'<Reference Type="http://uri.etsi.org/01903#SignedProperties" URI="#idSignedProperties"><Transforms>'
        f'<Transform Algorithm="{C14N}"/></Transforms><DigestMethod Algorithm="{hash_name}"/>'
        f"<DigestValue>{digest}</DigestValue></Reference>"
    )
    info = etree.fromstring(
        f'<SignedInfo xmlns="{DS}"><CanonicalizationMethod Algorithm="{C14N}"/>'
        f'<SignatureMethod Algorithm="{method}"/>{listed}</SignedInfo>'
    )
    root.replace(root[0], info)
    root[1].text = _b64(_value(by, _canonical(root[0])))
    members["_xmlsignatures/sig1.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return write_members(_with_origin(members))


_SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"


def _method(by: Signer) -> str:
    name = "rsa" if isinstance(by.key, rsa.RSAPrivateKey) else "ecdsa"
    return f"http://www.w3.org/2001/04/xmldsig-more#{name}-sha256"


def _value(by: Signer, content: bytes) -> bytes:
    if isinstance(by.key, rsa.RSAPrivateKey):
        return by.key.sign(content, padding.PKCS1v15(), hashes.SHA256())
    r, s = utils.decode_dss_signature(by.key.sign(content, ec.ECDSA(hashes.SHA256())))
    return r.to_bytes(32) + s.to_bytes(32)


def _reference(name: str, members: Mapping[str, bytes]) -> str:
    content, transforms = members[name], ""
    if name.endswith(".rels"):
        content, transforms = _covered_relations(content)
    digest = _b64(hashlib.sha256(content).digest())
    return (
        f'<Reference URI="/{name}?ContentType={content_type(name, members)}">{transforms}'
        f'<DigestMethod Algorithm="{_SHA256}"/><DigestValue>{digest}</DigestValue></Reference>'
    )


def _covered_relations(content: bytes) -> tuple[bytes, str]:
    root = etree.fromstring(content)
    kept = sorted(
        (one for one in root if not one.get("Type", "").endswith(("-properties", "/thumbnail", "/customXml"))),
        key=lambda one: one.get("Id", ""),
    )
    made = etree.fromstring(f'<Relationships xmlns="{RELATIONS}"/>')
    for one in kept:
        # In another order than the product writes them: canonical XML sorts attributes.
        attributes = {"Type": one.get("Type", ""), "TargetMode": one.get("TargetMode", "Internal")}
        etree.SubElement(
            made,
            f"{{{RELATIONS}}}Relationship",
            {**attributes, "Target": one.get("Target", ""), "Id": one.get("Id", "")},
        )
    chosen = "".join(
        f'<mdssi:RelationshipReference xmlns:mdssi="{PACKAGE}" SourceId="{one.get("Id")}"/>' for one in kept
    )
    transforms = (
        f'<Transforms><Transform Algorithm="{TRANSFORM}">{chosen}</Transform>'
        f'<Transform Algorithm="{C14N}"/></Transforms>'
    )
    return etree.tostring(made, method="c14n"), transforms


def _with_origin(members: dict[str, bytes]) -> dict[str, bytes]:
    members["_xmlsignatures/origin.sigs"] = b""
    members["_xmlsignatures/_rels/origin.sigs.rels"] = (
        f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Target="sig1.xml" '
        f'Type="{RELATIONS}/digital-signature/signature"/></Relationships>'
    ).encode()
    top = etree.fromstring(members["_rels/.rels"])
    etree.SubElement(
        top,
        f"{{{RELATIONS}}}Relationship",
        {"Id": "rIdSig", "Type": f"{RELATIONS}/digital-signature/origin", "Target": "_xmlsignatures/origin.sigs"},
    )
    members["_rels/.rels"] = etree.tostring(top)
    types = etree.fromstring(members["[Content_Types].xml"])
    space = types.tag[: types.tag.index("}") + 1]
    etree.SubElement(
        types,
        f"{space}Default",
        {"Extension": "sigs", "ContentType": "application/vnd.openxmlformats-package.digital-signature-origin"},
    )
    etree.SubElement(
        types,
        f"{space}Override",
        {
            "PartName": "/_xmlsignatures/sig1.xml",
            "ContentType": "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml",
        },
    )
    members["[Content_Types].xml"] = etree.tostring(types)
    return members


def _canonical(element: etree._Element) -> bytes:
    # A tree of its own: inside a larger one lxml writes a wrong xmlns="".
    return etree.tostring(etree.fromstring(etree.tostring(element, with_tail=False)), method="c14n")


def _b64(content: bytes) -> str:
    return base64.b64encode(content).decode()


# --- a PDF ----------------------------------------------------------------------------------------


def signed_pdf(pdf: bytes, by: Signer, field: str = "Подпись") -> bytes:
    """Return the PDF with an approval signature appended."""
    from pyhanko.keys.internal import translate_pyca_cryptography_cert_to_asn1, translate_pyca_cryptography_key_to_asn1
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import signers
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    own = signers.SimpleSigner(
        signing_cert=translate_pyca_cryptography_cert_to_asn1(by.certificate),
        signing_key=translate_pyca_cryptography_key_to_asn1(by.key),
        cert_registry=SimpleCertificateStore(),
    )
    out = signers.sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(pdf)), signers.PdfSignatureMetadata(field_name=field), signer=own
    )
    return bytes(out.getvalue())
