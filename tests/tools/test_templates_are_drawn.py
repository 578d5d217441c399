from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from actgen.docx import canonical
from actgen.docx.archive import read_members

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates"
KINDS = tuple(sorted(path.stem for path in TEMPLATES.glob("*.docx")))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def members_of(kind: str) -> dict[str, bytes]:
    return read_members((TEMPLATES / f"{kind}.docx").read_bytes())


def body_of(kind: str) -> ElementTree.Element:
    return ElementTree.fromstring(members_of(kind)["word/document.xml"])


def draw(folder: Path) -> None:
    subprocess.run([sys.executable, "-m", "tools.templates", str(folder)], cwd=ROOT, check=True, capture_output=True)


def test_committed_templates_are_what_the_tool_draws(tmp_path: Path) -> None:
    draw(tmp_path)

    drawn = {path.name: read_members(path.read_bytes()) for path in tmp_path.iterdir()}

    assert set(drawn) == {f"{kind}.docx" for kind in KINDS}
    # Members are compared and not the packed bytes: another zlib packs the same XML otherwise.
    stale = [kind for kind in KINDS if drawn[f"{kind}.docx"] != members_of(kind)]
    assert not stale, f"python -m tools.templates: {stale}"


def test_drawing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("first", "second"):
        draw(tmp_path / name)

    for first in (tmp_path / "first").iterdir():
        assert first.read_bytes() == (tmp_path / "second" / first.name).read_bytes()
        assert canonical(first.read_bytes()) == first.read_bytes()


@pytest.mark.parametrize("kind", KINDS)
def test_paragraphs_are_formatted_by_styles_alone(kind: str) -> None:
    body = body_of(kind)

    said = {element.tag for properties in body.iter(f"{W}pPr") for element in properties}

    assert said <= {f"{W}pStyle", f"{W}sectPr"}
    assert not list(body.iter(f"{W}rPr"))
    assert not list(body.iter(f"{W}tblBorders"))


@pytest.mark.parametrize("kind", KINDS)
def test_template_carries_the_styles_that_it_uses_and_no_other(kind: str) -> None:
    members = members_of(kind)
    styles = ElementTree.fromstring(members["word/styles.xml"])
    parts = [ElementTree.fromstring(xml) for name, xml in members.items() if name.startswith("word/")]

    used = {
        e.get(f"{W}val")
        for part in parts
        for tag in ("pStyle", "tblStyle", "basedOn", "next")
        for e in part.iter(W + tag)
    }
    known = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    defaults = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style") if style.get(f"{W}default")}

    assert known == used | defaults


@pytest.mark.parametrize("kind", KINDS)
def test_rows_of_tables_are_as_wide_as_their_grid_and_never_split(kind: str) -> None:
    for table in body_of(kind).iter(f"{W}tbl"):
        grid = sum(int(column.get(f"{W}w", "")) for column in table.iter(f"{W}gridCol"))
        for row in table.iter(f"{W}tr"):
            assert sum(int(width.get(f"{W}w", "")) for width in row.iter(f"{W}tcW")) == grid
            assert row.find(f"{W}trPr/{W}cantSplit") is not None


@pytest.mark.parametrize("kind", KINDS)
def test_page_number_stands_above_the_text_from_the_second_page(kind: str) -> None:
    members = members_of(kind)
    first = body_of(kind).find(f".//{W}sectPr")

    assert first is not None
    assert first.find(f"{W}titlePg") is not None
    assert b" PAGE " in members["word/header1.xml"]
    assert b" PAGE " not in members["word/header2.xml"]


@pytest.mark.parametrize("kind", KINDS)
def test_language_is_russian_and_no_maker_is_named(kind: str) -> None:
    members = members_of(kind)

    assert b'<w:lang w:val="ru-RU"' in members["word/styles.xml"]
    assert b'<w:themeFontLang w:val="ru-RU"/>' in members["word/settings.xml"]
    assert "<dc:title>{{ документ.заголовок }}</dc:title>".encode() in members["docProps/core.xml"]
    assert not any(b"python-docx" in xml for xml in members.values())
