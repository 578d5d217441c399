"""What must not be in a template: for each code a file made here, and an innocent neighbour of it."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable

import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

from actgen.docx import TemplateFault, compile
from tests.docx.making import make_docx

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"
Members = dict[str, bytes]


def codes(content: bytes) -> list[str]:
    try:
        compile(content, file="templates/order.docx")
    except TemplateFault as fault:
        assert all(d.message and d.place.file == "templates/order.docx" for d in fault.diagnostics)
        return sorted({d.code for d in fault.diagnostics})
    return []


def repacked(change: Callable[[Members], object], content: bytes | None = None) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content or make_docx("{{ а }}"))) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def related(kind: str, target: str, *, external: bool, base: str = _OFFICE, part: str = "document") -> bytes:
    def change(members: Members) -> None:
        name = f"word/_rels/{part}.xml.rels"
        mode = ' TargetMode="External"' if external else ""
        entry = f'<Relationship Id="rId99" Type="{base}/{kind}" Target="{target}"{mode}/>'
        empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
        members[name] = members.get(name, empty).replace(b"</Relationships>", entry.encode() + b"</Relationships>")

    return repacked(change)


def with_xml(*xmls: str) -> bytes:
    def change(document: Document) -> None:
        paragraph = document.add_paragraph("текст")
        for xml in xmls:
            paragraph._p.append(parse_xml(xml.replace("{w}", nsdecls("w"))))

    return make_docx(change=change)


def field(*pieces: str) -> bytes:
    return with_xml(
        '<w:r {w}><w:fldChar w:fldCharType="begin"/></w:r>',
        *(f'<w:r {{w}}><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' for piece in pieces),
        '<w:r {w}><w:fldChar w:fldCharType="separate"/></w:r>',
        "<w:r {w}><w:t>итог</w:t></w:r>",
        '<w:r {w}><w:fldChar w:fldCharType="end"/></w:r>',
    )


def with_part(name: str, data: bytes) -> bytes:
    return repacked(lambda members: members.update({name: data}))


def replaced(name: str, old: bytes, new: bytes) -> bytes:
    def change(members: Members) -> None:
        assert old in members[name]
        members[name] = members[name].replace(old, new)

    return repacked(change)


def bomb() -> bytes:
    return with_part("word/media/zeros.bin", bytes(60_000_000))


def twice() -> bytes:
    stream = io.BytesIO(make_docx("{{ а }}"))
    with pytest.warns(UserWarning), zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/document.xml", b"<other/>")
    return stream.getvalue()


def setting(name: str) -> bytes:
    return replaced("word/settings.xml", b"</w:settings>", f"<w:{name}/></w:settings>".encode())


def hidden_by_style(*, used: bool) -> bytes:
    def change(document: Document) -> None:
        style = document.styles.add_style("Тайный", WD_STYLE_TYPE.CHARACTER)
        style.font.hidden = True
        run = document.add_paragraph().add_run("текст")
        if used:
            run.style = style

    return make_docx(change=change)


DANGERS: list[tuple[str, Callable[[], bytes]]] = [
    ("W001", lambda: b"not a zip"),
    ("W001", lambda: repacked(lambda m: [m.pop("word/document.xml")])),
    ("W020", lambda: with_part("word/vbaProject.bin", b"macro")),
    ("W020", lambda: replaced("[Content_Types].xml", b"wordprocessingml.document.main", b"x.macroEnabled.main")),
    ("W020", lambda: related("vbaProject", "vbaProject.bin", external=False, base=_MICROSOFT)),
    ("W020", lambda: related("customUI", "customUI.xml", external=False, base=_MICROSOFT)),
    ("W020", lambda: related("control", "activeX1.xml", external=False)),
    ("W021", lambda: related("image", "http://example.org/a.png", external=True)),
    ("W021", lambda: related("hyperlink", "file:///c:/a.exe", external=True)),
    ("W021", lambda: related("hyperlink", r"\\server\share", external=True)),
    ("W021", lambda: related("hyperlink", "javascript:alert(1)", external=True)),
    ("W022", lambda: related("attachedTemplate", "file:///a.dotm", external=True, part="settings")),
    ("W022", lambda: related("subDocument", "a.docx", external=True)),
    ("W022", lambda: related("aFChunk", "chunk.html", external=False)),
    ("W022", lambda: related("frame", "http://example.org", external=True, part="webSettings")),
    ("W022", lambda: setting("mailMerge")),
    ("W023", lambda: related("oleObject", "embeddings/o.bin", external=False)),
    ("W023", lambda: with_part("word/embeddings/book.xlsx", b"PK")),
    ("W024", lambda: field(" DDEAUTO c:\\\\cmd.exe ")),
    ("W024", lambda: field(" IN", "CLUDE", "TEXT ", "a.docx ")),
    ("W024", lambda: with_xml('<w:fldSimple {w} w:instr=" includepicture &quot;http://x&quot; "/>')),
    ("W024", lambda: field(" MACROBUTTON Run ")),
    ("W024", lambda: field(" HYPERLINK {{ адрес }} ")),
    ("W025", lambda: replaced("word/styles.xml", b"<w:styles", b'<!DOCTYPE x [<!ENTITY a "b">]><w:styles')),
    ("W026", lambda: with_xml('<w:ins {w} w:id="1" w:author="x"><w:r><w:t>вставка</w:t></w:r></w:ins>')),
    ("W026", lambda: with_xml('<w:del {w} w:id="1" w:author="x"><w:r><w:delText>снято</w:delText></w:r></w:del>')),
    ("W026", lambda: setting("trackRevisions")),
    ("W027", lambda: with_xml('<w:commentRangeStart {w} w:id="0"/>', '<w:commentRangeEnd {w} w:id="0"/>')),
    ("W028", lambda: with_xml("<w:r {w}><w:rPr><w:vanish/></w:rPr><w:t>тайна</w:t></w:r>")),
    ("W028", lambda: hidden_by_style(used=True)),
    ("W029", bomb),
    ("W030", lambda: with_part("../evil.xml", b"<a/>")),
    ("W030", lambda: with_part("/etc/passwd", b"<a/>")),
    ("W030", lambda: related("image", "../../../secret.png", external=False)),
    ("W031", twice),
    ("W031", lambda: with_part("Word/Document.xml", b"<a/>")),
    ("W032", lambda: replaced("word/styles.xml", b"</w:styles>", b"")),
    ("W032", lambda: with_part("word/other.xml", "<a>текст</a>".encode("utf-16"))),
]

INNOCENT: list[Callable[[], bytes]] = [
    lambda: make_docx("{{ а }}"),
    lambda: related("hyperlink", "https://edu.gov.ru/", external=True),
    lambda: related("hyperlink", "mailto:school@example.org", external=True),
    lambda: field(" PAGE "),
    lambda: field(" TOC \\o &quot;1-3&quot; "),
    lambda: with_xml('<w:r {w}><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>видно</w:t></w:r>'),
    lambda: hidden_by_style(used=False),
    lambda: with_part("customXml/item1.xml", b"<a/>"),
    lambda: related("customXml", "../customXml/item1.xml", external=False),
]


@pytest.mark.parametrize(("code", "make"), DANGERS, ids=[f"{code}-{i}" for i, (code, _) in enumerate(DANGERS)])
def test_danger_is_reported_by_its_code(code: str, make: Callable[[], bytes]) -> None:
    assert code in codes(make())


@pytest.mark.parametrize("make", INNOCENT)
def test_innocent_neighbour_of_a_danger_is_no_danger(make: Callable[[], bytes]) -> None:
    found = codes(make())

    # A relation to a part that this test does not make is python-docx's own complaint.
    assert not {code for code in found if code != "W001"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{{ ''.__class__ }}", "W004"),
        ("{{ cycler.__init__.__globals__.os.popen('id').read() }}", "W004"),
        ("{% from 'os' import a %}", "W004"),
        ("{{ а()}}", "W004"),
        ("{{ а|attr('x') }}", "W003"),
        ("{% set а %}б{% endset %}", "W004"),
        ("{{ _а }}", "W004"),
        ("{%- if а %}{% endif %}", "W007"),
        ("{% if а -%}б{% endif %}", "W007"),
        ("слово {%p if а %}", "W005"),
        ("{%p if а %}{%p endif %}", "W005"),
        ("{%tr for п in пары %}", "W005"),
        ("{% endif %}", "W006"),
        ("{% for п in пары %}{% endif %}", "W006"),
        ("{{ а|print text('') }}", "W003"),
        ("знак \ufdd3", "W009"),
    ],
)
def test_faulty_writing_is_reported_by_its_code(text: str, code: str) -> None:
    assert code in codes(make_docx("Приказ", text))


def test_condition_over_two_paragraphs_is_reported() -> None:
    assert codes(make_docx("{% if а %}раз", "два{% endif %}")) == ["W006"]


def test_loop_that_leaves_its_table_is_reported() -> None:
    def change(document: Document) -> None:
        document.add_table(1, 1).cell(0, 0).text = "{%tr for п in пары %}"
        document.add_paragraph("{%p endfor %}")

    assert codes(make_docx(change=change)) == ["W006"]


def test_row_command_beside_text_is_reported() -> None:
    def change(document: Document) -> None:
        table = document.add_table(2, 2)
        table.cell(0, 0).text = "{%tr for п in пары %}"
        table.cell(0, 1).text = "пропало бы"
        table.cell(1, 0).text = "{%tr endfor %}"

    assert codes(make_docx(change=change)) == ["W005"]


def test_paragraph_command_beside_a_picture_is_reported() -> None:
    def change(document: Document) -> None:
        document.paragraphs[0]._p.append(etree.fromstring(f"<w:r {nsdecls('w')}><w:pict/></w:r>"))

    assert codes(make_docx("{%p if а %}", "{%p endif %}", change=change)) == ["W005"]


def test_word_in_a_property_that_is_not_filled_is_reported() -> None:
    def change(document: Document) -> None:
        document.core_properties.keywords = "{{ а }}"

    assert codes(make_docx(change=change)) == ["W008"]


def test_damaged_archives_are_refused_whatever_the_damage() -> None:
    whole = make_docx("{{ а }}")
    for at in range(0, len(whole), max(1, len(whole) // 60)):
        broken = bytearray(whole)
        broken[at] ^= 0xFF
        try:
            compile(bytes(broken))
        except TemplateFault as fault:
            assert fault.diagnostics
    assert zlib.crc32(whole)
