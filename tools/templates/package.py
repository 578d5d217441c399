"""The members of a DOCX around a body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count

from actgen.docx.archive import write_members

from .markup import UNNUMBERED, Page, paragraph, section, style_id
from .styles import LANGUAGE, TABLE_STYLES, sheet, styles_part

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ROOT = f'xmlns:w="{_W}" xmlns:r="{_R}"'
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


@dataclass(frozen=True, slots=True)
class Document:
    """A document drawn: its body (all sections but the end of the last) and the page of its first section.

    `last_page` is the page of the last section, when there are several; its pages bear numbers unless
    `is_numbered_to_end` is false.
    """

    page: Page
    body: str
    last_page: Page | None = None
    is_numbered_to_end: bool = True


def pack(document: Document) -> bytes:
    """Return the DOCX, the same bytes each time."""
    end = (
        section(document.last_page, is_first=False, is_numbered=document.is_numbered_to_end)
        if document.last_page
        else section(document.page)
    )
    number = (
        '<w:p><w:pPr><w:pStyle w:val="header"/></w:pPr><w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r>'
        "</w:fldSimple></w:p>"
    )
    members = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            (f"{_R}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core(),
        "word/_rels/document.xml.rels": _relations(
            (f"{_R}/styles", "styles.xml"),
            (f"{_R}/settings", "settings.xml"),
            (f"{_R}/header", "header1.xml"),
            (f"{_R}/header", "header2.xml"),
        ),
        "word/document.xml": f"<w:document {_ROOT}><w:body>{_numbered(document.body)}{end}</w:body></w:document>",
        "word/header1.xml": f"<w:hdr {_ROOT}>{number}</w:hdr>",
        "word/header2.xml": f"<w:hdr {_ROOT}>{paragraph('header')}</w:hdr>",
        "word/settings.xml": _settings(),
        "word/styles.xml": styles_part(document.page, _used(document)),
    }
    return write_members({name: (_DECLARATION + xml).encode() for name, xml in members.items()})


def _numbered(body: str) -> str:
    """Return the body with its controls numbered from one."""
    numbers = count(1)
    return re.sub(f'<w:id w:val="{UNNUMBERED}"/>', lambda _: f'<w:id w:val="{next(numbers)}"/>', body)


def _used(document: Document) -> set[str]:
    ids = set(re.findall(r'<w:(?:pStyle|tblStyle) w:val="([^"]*)"', document.body)) | {"header"}
    names = {style_id(name): name for name in (*sheet(document.page), *TABLE_STYLES)}
    return {names.get(identifier, identifier) for identifier in ids}


def _content_types() -> str:
    parts = {
        "/word/document.xml": f"{_WML}.document.main+xml",
        "/word/styles.xml": f"{_WML}.styles+xml",
        "/word/settings.xml": f"{_WML}.settings+xml",
        "/word/header1.xml": f"{_WML}.header+xml",
        "/word/header2.xml": f"{_WML}.header+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(*targets: tuple[str, str]) -> str:
    written = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{written}</Relationships>'


def _core() -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>{{ документ.заголовок }}</dc:title>"
        "<dc:creator>{{ организация.краткое.именительный }}</dc:creator>"
        f"<dc:language>{LANGUAGE}</dc:language></cp:coreProperties>"
    )


def _settings() -> str:
    word = "http://schemas.microsoft.com/office/word"
    return (
        f'<w:settings xmlns:w="{_W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{word}" w:val="15"/>'
        f'<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="{word}" w:val="1"/>'
        f'<w:compatSetting w:name="enableOpenTypeFeatures" w:uri="{word}" w:val="1"/>'
        f'<w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="{word}" w:val="1"/></w:compat>'
        f'<w:themeFontLang w:val="{LANGUAGE}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )
