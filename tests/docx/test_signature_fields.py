from __future__ import annotations

import io
import json
import re
import struct
import subprocess
import zipfile
import zlib
from pathlib import Path

import pytest
from docx.document import Document

from actgen.docx import CRYPTOPRO_PROVIDER, DateField, FillFault, SignatureField, compile, fill, golden_text, table_rows
from actgen.docx.archive import read_members
from actgen.docx.pictures import rule_png
from tests.docx.making import make_docx
from tests.docx.validator import convert, needs_soffice, needs_uno, needs_validator, sdk_errors

READER = Path(__file__).parent / "read_signature_lines.py"


def block(document: Document) -> None:
    table = document.add_table(1, 3)
    for cell, text in zip(table.rows[0].cells, ("Директор", "{{ подпись.директор }}", "{{ директор }}"), strict=True):
        cell.text = text
    document.add_paragraph("М.П. {{ дата.директор }}")
    members = document.add_table(3, 3)
    texts = (
        "{%tr for у in участники %}",
        "",
        "",
        "{{ у.должность }}",
        "{{ у.подпись }}",
        "{{ у.имя }}",
        "{%tr endfor %}",
        "",
        "",
    )
    for cell, text in zip(members._cells, texts, strict=True):
        cell.text = text


def words(members: int = 3) -> dict[str, object]:
    people = [
        {
            "имя": f"И.О. Участник{i}",
            "должность": "учитель",
            "подпись": SignatureField(f"участник {i}", f"И.О. «Участник» {i} & <Ко>", 'учитель "физики"', "приказ-1"),
        }
        for i in range(members)
    ]
    return {
        "подпись": {"директор": SignatureField("директор", "И.О. Фамилия", "Директор", "приказ-1")},
        "дата": {"директор": DateField("директор")},
        "директор": "И.О. Фамилия",
        "участники": people,
    }


def signed(members: int = 3) -> bytes:
    return fill(compile(make_docx("Приказ", change=block)), words(members))


def document_xml(docx: bytes) -> str:
    return read_members(docx)["word/document.xml"].decode()


def test_field_stands_in_its_cell_and_golden_text_names_the_role() -> None:
    assert table_rows(signed(), 1) == [["Директор", "[подпись: директор]", "И.О. Фамилия"]]
    assert "Normal| М.П. «___» ____________ 20___ г." in golden_text(signed()).splitlines()


def test_any_number_of_lines_have_ids_of_their_own() -> None:
    xml = document_xml(signed(20))

    assert len(set(re.findall(r'o:signatureline[^>]* id="(\{[0-9A-F-]{36}\})"', xml))) == 21
    assert len(set(re.findall(r'<v:shape id="([^"]+)"', xml))) == 21
    assert [row[1] for row in table_rows(signed(20), 2)] == [f"[подпись: участник {i}]" for i in range(20)]


def test_id_of_a_line_depends_on_document_and_role_alone() -> None:
    first = SignatureField("директор", "И.О. Фамилия", "Директор", "приказ-1")

    assert first.guid == SignatureField("директор", "А.Б. Другой", "Врио", "приказ-1").guid
    assert first.guid == "{" + first.guid.strip("{}") + "}"
    others = {SignatureField("директор", "", "", "приказ-2").guid, SignatureField("куратор", "", "", "приказ-1").guid}
    assert first.guid not in others
    assert signed() == signed()


def test_role_that_signs_twice_has_two_lines() -> None:
    field = SignatureField("директор", "И.О. Фамилия", "Директор", "приказ-1")
    xml = document_xml(fill(compile(make_docx("{{ п }}", "{{ п }}")), {"п": field}))

    assert len(set(re.findall(r' id="(\{[^"]*\})"', xml))) == 2


def test_all_lines_share_one_picture() -> None:
    with zipfile.ZipFile(io.BytesIO(signed(20))) as archive:
        assert [name for name in archive.namelist() if "media" in name] == ["word/media/image1.png"]


def test_provider_is_microsofts_unless_the_school_says_otherwise() -> None:
    field = SignatureField("директор", "", "", "п", provider=CRYPTOPRO_PROVIDER)

    assert 'provid="{00000000-0000-0000-0000-000000000000}"' in document_xml(signed())
    assert f'provid="{CRYPTOPRO_PROVIDER}"' in document_xml(fill(compile(make_docx("{{ п }}")), {"п": field}))


def test_field_in_a_header_brings_its_own_relation() -> None:
    template = compile(make_docx(change=lambda d: d.sections[0].header.add_paragraph("{{ п }}")))
    filled = fill(template, {"п": SignatureField("директор", "", "", "п")})

    assert b"media/image1.png" in read_members(filled)["word/_rels/header1.xml.rels"]


def test_line_suggests_nothing_that_is_not_printed() -> None:
    with pytest.raises(FillFault, match=r"U\+0007"):
        fill(compile(make_docx("{{ п }}")), {"п": SignatureField("директор", "И.О.\a", "", "п")})


def test_picture_of_a_line_is_a_rule_and_nothing_else() -> None:
    data = rule_png(120, 60)
    width, height, depth, colour = struct.unpack(">2L2B", data[16:26])
    packed = data[data.index(b"IDAT") + 4 : data.index(b"IEND") - 8]
    row_bytes = (width + 7) // 8 + 1
    rows = zlib.decompress(packed)
    dark = [y for y in range(height) if not any(rows[y * row_bytes + 1 : (y + 1) * row_bytes])]

    assert (width, height, depth, colour) == (500, 250, 1, 0)
    assert dark == list(range(dark[0], dark[0] + len(dark)))
    assert 0.5 < len(dark) / 300 * 72 < 0.8
    assert height * 0.8 < dark[0] < height
    assert len(data) < 300


@needs_validator
def test_document_with_signature_lines_is_valid(tmp_path: Path) -> None:
    file = tmp_path / "приказ.docx"
    file.write_bytes(signed(20))

    assert sdk_errors([file]) == {}


@needs_uno
def test_libreoffice_reads_every_line_and_keeps_it_when_it_saves(tmp_path: Path) -> None:
    file, again = tmp_path / "a.docx", tmp_path / "b.docx"
    file.write_bytes(signed())
    expected = [("И.О. Фамилия", "Директор")] + [(f"И.О. «Участник» {i} & <Ко>", 'учитель "физики"') for i in range(3)]

    done = subprocess.run(
        ["/usr/bin/python3", str(READER), str(file), str(again)],
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )

    ((first, second),) = json.loads(done.stdout.strip().splitlines()[-1])
    assert sorted((signer, title) for signer, title, _ in first) == sorted(expected)
    assert sorted((signer, title) for signer, title, _ in second) == sorted(expected)
    assert {line_id for *_, line_id in second} == {line_id for *_, line_id in first}
    assert "[подпись: " in golden_text(again.read_bytes())


@needs_soffice
def test_page_prints_a_rule_between_position_and_name(tmp_path: Path) -> None:
    file = tmp_path / "приказ.docx"
    file.write_bytes(signed())
    (pdf,) = convert([file], tmp_path)
    subprocess.run(
        ["pdftoppm", "-r", "100", "-gray", "-f", "1", "-l", "1", str(pdf), str(tmp_path / "page")], check=True
    )
    (page,) = tmp_path.glob("page*.pgm")
    header, size, _, pixels = page.read_bytes().split(b"\n", 3)
    width, height = map(int, size.split())
    assert header == b"P5"

    rules = [y for y in range(height) if _longest_dark(pixels[y * width : (y + 1) * width]) > 120]

    # Four lines of 120 points: each a row or two of dark pixels, 166 of them at 100 dots an inch.
    groups = sum(1 for y in rules if y - 1 not in rules)
    assert groups == 4


def _longest_dark(row: bytes) -> int:
    return max(map(len, re.findall(rb"[\x00-\xa0]+", row)), default=0)
