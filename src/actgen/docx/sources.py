"""A template opened: each part that may hold placeholders, patched by docxtpl into text that Jinja reads."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from actgen.docx.archive import BODY
from actgen.docx.faults import TemplateFault, error
from actgen.docx.places import TAG, Paragraph, TagPlace, paragraphs_of, plain_tag, tags_of

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

PROPERTIES = {
    "{http://purl.org/dc/elements/1.1/}creator": "автор",
    "{http://purl.org/dc/elements/1.1/}description": "примечания",
    "{http://purl.org/dc/elements/1.1/}identifier": "идентификатор",
    "{http://purl.org/dc/elements/1.1/}language": "язык",
    "{http://purl.org/dc/elements/1.1/}subject": "тема",
    "{http://purl.org/dc/elements/1.1/}title": "название",
    "{http://purl.org/dc/terms/}created": "создан",
    "{http://purl.org/dc/terms/}modified": "изменён",
}
"""Properties that may hold words: docxtpl's six, and both dates, which it leaves at the clock of the machine."""

PROPERTY_LABELS = frozenset(PROPERTIES.values())


_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KINDS = {
    "headerReference": "верхний колонтитул",
    "footerReference": "нижний колонтитул",
    "first": " первой страницы",
    "even": " чётных страниц",
}


@dataclass(frozen=True, slots=True)
class Source:
    """A part of the template that holds placeholders.

    `name` is the member's name; `label` names the part in Russian, empty for the body; `text` is its XML, patched by
    docxtpl (of the body: the `w:body` element alone); `tags` are its tags in document order.
    """

    name: str
    label: str
    text: str
    tags: tuple[TagPlace, ...]
    paragraphs: tuple[Paragraph, ...]


def open_template(content: bytes, file: str) -> DocxTemplate:
    """Return the template opened by docxtpl.

    Raises:
        TemplateFault: W001, python-docx cannot open it.
    """
    from docxtpl import DocxTemplate  # noqa: PLC0415

    opened = DocxTemplate(io.BytesIO(content))
    try:
        opened.render_init()
    except Exception as bad:  # python-docx answers a broken package with whatever the broken place raises
        hint = "откройте файл в Word и сохраните заново как .docx"
        raise TemplateFault([error("W001", file, "это не документ Word (.docx) или он повреждён", hint)]) from bad
    return opened


def read_sources(opened: DocxTemplate) -> Iterator[Source]:
    """Yield every part that can hold placeholders: body, headers, footers, footnotes, properties."""
    yield _source(opened, BODY, "", opened.docx.element.body, opened.get_xml())
    labels = _labels(opened)
    for uri in (opened.HEADER_URI, opened.FOOTER_URI):
        seen: set[str] = set()
        for relation, part in opened.get_headers_footers(uri):
            name = str(part.partname).lstrip("/")
            if name not in seen:
                seen.add(name)
                xml = opened.get_part_xml(part)
                yield _source(opened, name, labels.get(relation, "колонтитул без страниц"), _root(xml), xml)
    for part in opened.docx.part.package.parts:
        if part.content_type == _FOOTNOTES:
            xml = part.blob.decode("utf-8")
            yield _source(opened, str(part.partname).lstrip("/"), "", _root(xml), xml)
    yield from _properties(opened)


def _source(opened: DocxTemplate, name: str, label: str, root: Any, xml: str) -> Source:
    paragraphs = tuple(paragraphs_of(root, label))
    return Source(name, label, opened.patch_xml(xml), tuple(tags_of(paragraphs)), paragraphs)


def _properties(opened: DocxTemplate) -> Iterator[Source]:
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415

    try:
        part = opened.docx.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)
    except KeyError:
        return
    xml = part.blob.decode("utf-8")
    tags = []
    for element in _root(xml):
        label = PROPERTIES.get(element.tag)
        for match in TAG.finditer(element.text or ""):
            where = f"свойства: {label or element.tag.rpartition('}')[2]}"
            tags.append(TagPlace(plain_tag(match.group()), where, element.text or ""))
    yield Source(str(part.partname).lstrip("/"), "свойства", opened.patch_xml(xml), tuple(tags), ())


def _root(xml: str) -> Any:
    from docx.opc.oxml import parse_xml  # noqa: PLC0415

    return parse_xml(xml.encode("utf-8"))  # type: ignore[arg-type]  # the stubs know only str


def _labels(opened: DocxTemplate) -> dict[str, str]:
    """Return the Russian name of each header and footer by its relation; the section is named from the second on."""
    labels: dict[str, str] = {}
    for number, section in enumerate(opened.docx.element.body.iter(_W + "sectPr"), start=1):
        for reference in section:
            kind = _KINDS.get(reference.tag.rpartition("}")[2])
            if kind:
                which = _KINDS.get(reference.get(_W + "type", ""), "")
                of_section = f" раздела {number}" if number > 1 else ""
                labels.setdefault(reference.get(_R_ID), f"{kind}{which}{of_section}")
    return labels
