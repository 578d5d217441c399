"""The Office signature of a DOCX: whether it is whole, and whether it covers everything that is read.

Word shows a file as signed although a part or a relation was added after signing: the standard lets a signature
cover a selection. Here every part and every relation must be covered; what the standard leaves out by design
(properties of the file, custom XML) is listed.

Source: ECMA-376 part 2, clause 13 (digital signatures); XML-Signature Syntax and Processing; the manipulations of
«Every Signature is Broken» (USENIX Security 2023).
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from posixpath import normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from actgen.certificates import MISSING_PACKAGE, Fit, Scheme, SignatureCheck, SignatureState, fit_of, is_gost
from actgen.certificates import read_certificate as certificate_of
from actgen.certificates.checking import GOST_REASON
from actgen.docx.archive import CONTENT_TYPES

if TYPE_CHECKING:
    from lxml.etree import _Element

KIND = "в файле Word"
_DS = "{http://www.w3.org/2000/09/xmldsig#}"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/digital-signature}"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATION = f"{{{_RELATIONS}}}Relationship"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_XADES = "{http://uri.etsi.org/01903/v1.3.2#}"
_SIGNATURES = "_xmlsignatures/"
_ORIGIN = f"{_RELATIONS}/digital-signature/origin"
_RELATION_TRANSFORM = "http://schemas.openxmlformats.org/package/2006/RelationshipTransform"
_C14N = {
    # Algorithm -> whether it is exclusive, whether it keeps comments.
    "http://www.w3.org/TR/2001/REC-xml-c14n-20010315": (False, False),
    "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments": (False, True),
    "http://www.w3.org/2001/10/xml-exc-c14n#": (True, False),
    "http://www.w3.org/2001/10/xml-exc-c14n#WithComments": (True, True),
}
_DIGESTS = {
    "http://www.w3.org/2000/09/xmldsig#sha1": "sha1",
    "http://www.w3.org/2001/04/xmlenc#sha256": "sha256",
    "http://www.w3.org/2001/04/xmldsig-more#sha384": "sha384",
    "http://www.w3.org/2001/04/xmlenc#sha512": "sha512",
}
_METHODS = {
    "http://www.w3.org/2000/09/xmldsig#rsa-sha1": (Scheme.RSA, "sha1"),
    **{f"http://www.w3.org/2001/04/xmldsig-more#rsa-sha{n}": (Scheme.RSA, f"sha{n}") for n in (256, 384, 512)},
    **{
        f"http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha{n}": (Scheme.ECDSA_RAW, f"sha{n}")
        for n in (1, 256, 384, 512)
    },
}
# What Word itself leaves out of its signatures, seen in the manifests of files that it signed.
_OUTSIDE = ("docProps/", "customXml/", _SIGNATURES)
_OUTSIDE_RELATIONS = ("core-properties", "extended-properties", "custom-properties", "thumbnail", "origin", "customXml")


class _Broken(Exception):
    """The signature does not fit; the message says what was changed."""


class _NotChecked(Exception):
    """The signature cannot be judged here; the message says why."""


def package_signatures(members: Mapping[str, bytes]) -> tuple[SignatureCheck, ...]:
    """Return every Office signature of a package, empty for a file that is not signed.

    Args:
        members: The parts of the package by name, as `read_members` gives them.
    """
    names = sorted(name for name in members if name.startswith(_SIGNATURES) and name.endswith(".xml"))
    return tuple(_checked(members, name) for name in names)


@dataclass
class _Covered:
    """What the manifest of a signature covers: parts, and of each part's relations their ids."""

    parts: set[str] = field(default_factory=set)
    relations: dict[str, set[str]] = field(default_factory=dict)


def _checked(members: Mapping[str, bytes], name: str) -> SignatureCheck:
    root = _parsed(members[name])
    if root is None or root.tag != f"{_DS}Signature":
        return SignatureCheck(KIND, SignatureState.BROKEN, "запись подписи повреждена")
    content = _certificate_in(root)
    signed_at = _signing_time(root)
    try:
        certificate = certificate_of(content) if content else None
    except ImportError:
        return SignatureCheck(KIND, SignatureState.NOT_CHECKED, MISSING_PACKAGE, None, signed_at)
    covered = _Covered()
    state, reason = SignatureState.FITS, ""
    try:
        _check_signature(root, content, members, covered)
    except _Broken as broken:
        state, reason = SignatureState.BROKEN, str(broken)
    except _NotChecked as unknown:
        state, reason = SignatureState.NOT_CHECKED, str(unknown)
    gaps = tuple(_uncovered(members, covered)) if state is SignatureState.FITS else ()
    outside = tuple(one for one in members if one.startswith(_OUTSIDE[:2]) and one not in covered.parts)
    return SignatureCheck(KIND, state, reason, certificate, signed_at, gaps, outside)


def _check_signature(root: _Element, certificate: bytes, members: Mapping[str, bytes], covered: _Covered) -> None:
    """Check the value of the signature, every digest under it, and note what it covers."""
    info = root.find(f"{_DS}SignedInfo")
    value = root.findtext(f"{_DS}SignatureValue")
    if info is None or value is None or not certificate:
        raise _Broken("в подписи нет сертификата или значения")
    ids = [element.get("Id") for element in root.iter() if element.get("Id")]
    if len(ids) != len(set(ids)):
        raise _Broken("одна и та же часть подписи записана дважды")
    method = _algorithm(info.find(f"{_DS}SignatureMethod"))
    if is_gost(method):
        raise _NotChecked(GOST_REASON)
    if method not in _METHODS:
        raise _NotChecked("неизвестный вид подписи")
    scheme, digest = _METHODS[method]
    signed = _canonical(info, _algorithm(info.find(f"{_DS}CanonicalizationMethod")))
    try:
        fit = fit_of(certificate, _decoded(value), signed, scheme, digest)
    except ImportError:
        raise _NotChecked(MISSING_PACKAGE) from None
    if fit is Fit.UNKNOWN:
        raise _NotChecked("неизвестный вид ключа")
    if fit is Fit.NO:
        raise _Broken("подпись сделана не этим сертификатом или изменена")
    manifests = 0
    for reference in info.findall(f"{_DS}Reference"):
        target = _by_id(root, reference.get("URI", ""))
        if not _is_digest(reference, _transformed(target, reference)):
            raise _Broken("изменены сведения о подписи")
        for manifest in [target] if target.tag == f"{_DS}Manifest" else target.findall(f"{_DS}Manifest"):
            manifests += 1
            for part in manifest.findall(f"{_DS}Reference"):
                _check_part(part, members, covered)
    if not manifests:
        raise _Broken("подпись не называет частей документа")


def _check_part(reference: _Element, members: Mapping[str, bytes], covered: _Covered) -> None:
    path, _, query = reference.get("URI", "").partition("?")
    name = _member(unquote(path).lstrip("/"), members)
    if name is None:
        raise _Broken(f"после подписи удалена часть файла: {path}")
    said = unquote(query.removeprefix("ContentType="))
    if said != content_type(name, members):
        raise _Broken(f"после подписи изменён вид части: {name}")
    content = members[name]
    for transform in reference.iterfind(f"{_DS}Transforms/{_DS}Transform"):
        algorithm = _algorithm(transform)
        if algorithm == _RELATION_TRANSFORM:
            content = _selected_relations(content, transform, covered.relations.setdefault(name, set()))
        elif algorithm in _C14N:
            parsed = _parsed(content)
            if parsed is None:
                raise _Broken(f"часть файла повреждена: {name}")
            content = _canonical(parsed, algorithm)
        else:
            raise _NotChecked("неизвестное преобразование в подписи")
    if not _is_digest(reference, content):
        raise _Broken(f"после подписи изменена часть файла: {name}")
    covered.parts.add(name)


def _selected_relations(content: bytes, transform: _Element, covered: set[str]) -> bytes:
    """Return the relations that the transform selects, as it writes them: sorted by id, each with its target mode."""
    from lxml import etree  # noqa: PLC0415

    ids = {one.get("SourceId", "") for one in transform.findall(f"{_PACKAGE}RelationshipReference")}
    types = {one.get("SourceType", "") for one in transform.findall(f"{_PACKAGE}RelationshipsGroupReference")}
    root = _parsed(content)
    if root is None:
        raise _Broken("список связей повреждён")
    selected = [one for one in root.iter(_RELATION) if one.get("Id") in ids or one.get("Type") in types]
    made = etree.fromstring(f'<Relationships xmlns="{_RELATIONS}"/>')
    for relation in sorted(selected, key=lambda one: one.get("Id", "")):
        covered.add(relation.get("Id", ""))
        names = ("Id", "Target", "TargetMode", "Type")
        attributes = {"TargetMode": "Internal", **{str(key): str(value) for key, value in relation.attrib.items()}}
        etree.SubElement(made, _RELATION, {key: attributes[key] for key in names if key in attributes})
    return etree.tostring(made)


def _uncovered(members: Mapping[str, bytes], covered: _Covered) -> Iterator[str]:
    """Yield each part and each relation that is read with the document and stands under no signature."""
    for name in members:
        if name == CONTENT_TYPES or name.startswith(_OUTSIDE):
            continue
        if name.endswith(".rels"):
            yield from _uncovered_relations(name, members[name], covered.relations.get(name, set()))
        elif name not in covered.parts:
            yield name


def _uncovered_relations(name: str, content: bytes, covered: set[str]) -> Iterator[str]:
    root = _parsed(content)
    for relation in root.iter(_RELATION) if root is not None else ():
        kind = relation.get("Type", "").rpartition("/")[2]
        if relation.get("Id") not in covered and not kind.endswith(_OUTSIDE_RELATIONS):
            yield f"связь {relation.get('Id')} ({kind}) в {name}"


def content_type(name: str, members: Mapping[str, bytes]) -> str:
    """Return the content type that the package gives to a part, empty where it gives none."""
    root = _parsed(members.get(CONTENT_TYPES, b""))
    if root is None:
        return ""
    for override in root.iter(f"{_TYPES}Override"):
        if override.get("PartName", "").lstrip("/").casefold() == name.casefold():
            return override.get("ContentType", "")
    ending = name.rpartition(".")[2].casefold()
    defaults = (one for one in root.iter(f"{_TYPES}Default") if one.get("Extension", "").casefold() == ending)
    return next((one.get("ContentType", "") for one in defaults), "")


def _member(name: str, members: Mapping[str, bytes]) -> str | None:
    wanted = normpath(name).casefold()
    return next((own for own in members if own.casefold() == wanted), None)


def _by_id(root: _Element, uri: str) -> _Element:
    found = [element for element in root.iter() if uri.startswith("#") and element.get("Id") == uri[1:]]
    if len(found) != 1:
        raise _Broken("подпись ссылается на то, чего в ней нет")
    return found[0]


def _transformed(element: _Element, reference: _Element) -> bytes:
    algorithm = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
    for transform in reference.iterfind(f"{_DS}Transforms/{_DS}Transform"):
        algorithm = _algorithm(transform)
    return _canonical(element, algorithm)


def _canonical(element: _Element, algorithm: str) -> bytes:
    from lxml import etree  # noqa: PLC0415

    if algorithm not in _C14N:
        raise _NotChecked("неизвестное преобразование в подписи")
    is_exclusive, with_comments = _C14N[algorithm]
    # lxml writes a wrong xmlns="" inside a subtree whose namespace is declared above it: so it is made a tree
    # of its own, with every declaration that is in force there. LibreOffice is the witness, in the tests.
    whole = etree.fromstring(etree.tostring(element, with_tail=False))
    return etree.tostring(whole, method="c14n", exclusive=is_exclusive, with_comments=with_comments)


def _is_digest(reference: _Element, content: bytes) -> bool:
    method = _algorithm(reference.find(f"{_DS}DigestMethod"))
    if is_gost(method):
        raise _NotChecked(GOST_REASON)
    if method not in _DIGESTS:
        raise _NotChecked("неизвестный вид контрольной суммы")
    digest = hashlib.new(_DIGESTS[method], content).digest()
    return digest == _decoded(reference.findtext(f"{_DS}DigestValue") or "")


def _algorithm(element: _Element | None) -> str:
    return element.get("Algorithm", "") if element is not None else ""


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except binascii.Error:
        raise _Broken("запись подписи повреждена") from None


def _certificate_in(root: _Element) -> bytes:
    text = root.findtext(f"{_DS}KeyInfo/{_DS}X509Data/{_DS}X509Certificate") or ""
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except binascii.Error:
        return b""


def _signing_time(root: _Element) -> datetime | None:
    written = next((mark.text for mark in root.iter(f"{_XADES}SigningTime", f"{_PACKAGE}Value") if mark.text), "")
    try:
        moment = datetime.fromisoformat(written.strip())
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def _parsed(content: bytes) -> _Element | None:
    """Return the root of a part, None for what is no XML or declares a document type."""
    from lxml import etree  # noqa: PLC0415

    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        return None
    try:
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return None
