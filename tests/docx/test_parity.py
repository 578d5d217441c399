"""What we fill equals what docxtpl fills, part by part, as canonical XML.

Differences on purpose, each a fault of docxtpl that is repaired; the templates here do without them:

- properties are escaped once (docxtpl: `A &amp; B`), empty ones are not added;
- a document without properties gets none (docxtpl: today's date);
- `{_{` in data stays `{_{`, `\\a` and `\\f` in data are refused (docxtpl: a new paragraph, a page break);
- an unknown word is an error (docxtpl: nothing); `{{ имя|upper }}` is escaped last (docxtpl: `&AMP;`);
- footnotes are filled once (docxtpl: once for each section, so data in them become a template);
- an empty cell gets a paragraph, a table without rows goes, a paragraph that a false condition left empty goes;
- properties of a cell stand in the order of their schema (docxtpl: `{% cellbg %}` before the width);
- ids repeated by a loop become unique, `w14:paraId` in a loop goes, a list in an inner loop starts anew;
- a plain text given to `{{r слово }}` stands in a run (docxtpl: bare in the paragraph, which Word does not show);
- columns of inner tables do not count for the outer one's grid; text after a picture keeps the style of its run.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

import pytest
from docx.shared import Twips
from docxtpl import DocxTemplate, InlineImage
from jinja2 import Environment
from lxml import etree

from actgen.docx import Image, compile, fill
from actgen.docx.pictures import rule_png
from actgen.expressions.sandbox import FILTERS
from tests.docx.features import Feature, features
from tests.docx.making import make_docx

_UNORDERED = ("[Content_Types].xml", ".rels")


def fill_by_docxtpl(template: bytes, words: Mapping[str, object]) -> bytes:
    environment = Environment(autoescape=True)
    assert set(FILTERS) <= set(environment.filters)
    opened = DocxTemplate(io.BytesIO(template))
    opened.render(dict(words), environment, autoescape=True)
    saved = io.BytesIO()
    opened.save(saved)
    return saved.getvalue()


def parts(docx: bytes) -> dict[str, object]:
    """Return each part as canonical XML with prefixes by order; lists of parts as sets; the rest as bytes."""
    found: dict[str, object] = {}
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        for name in archive.namelist():
            data = archive.read(name)
            if name.endswith(_UNORDERED):
                found[name] = sorted(
                    etree.canonicalize(etree.tostring(child).decode()) for child in etree.fromstring(data)
                )
            elif name.endswith(".xml"):
                root = etree.fromstring(data)
                for element in list(root) if name == "docProps/core.xml" else ():
                    if not element.text:
                        root.remove(element)
                for properties in root.iter("{*}tcPr"):
                    properties[:] = sorted(properties, key=lambda element: str(element.tag))
                found[name] = etree.canonicalize(etree.tostring(root).decode(), rewrite_prefixes=True)
            else:
                found[name] = data
    return found


def assert_equal_parts(ours: bytes, theirs: bytes) -> None:
    mine, other = parts(ours), parts(theirs)
    assert mine.keys() == other.keys()
    for name, part in other.items():
        assert mine[name] == part, name


@pytest.mark.parametrize("feature", features(), ids=lambda f: f.name)
def test_document_equals_docxtpl_s(feature: Feature) -> None:
    ours = fill(compile(feature.template), feature.words)

    assert_equal_parts(ours, fill_by_docxtpl(feature.template, feature.words))


def test_picture_equals_docxtpl_s() -> None:
    template = make_docx(
        "до {{ к }} после", "{{ к }}{{ д }}", change=lambda d: d.sections[0].header.add_paragraph("{{ д }}")
    )
    first, second = rule_png(40, 20), rule_png(20, 20)
    opened = DocxTemplate(io.BytesIO(template))
    sizes = {"width": Twips(800), "height": Twips(400)}
    words = {
        "к": InlineImage(opened, io.BytesIO(first), **sizes),
        "д": InlineImage(opened, io.BytesIO(second), **sizes),
    }
    opened.render(words, autoescape=True)
    saved = io.BytesIO()
    opened.save(saved)

    ours = fill(compile(template), {"к": Image(first, 800, 400), "д": Image(second, 800, 400)})

    mine, other = parts(ours), parts(saved.getvalue())
    assert mine.keys() == other.keys()
    for name in other:
        # python-docx numbers the name of a picture by what stood in the part before.
        assert _without_names(mine[name]) == _without_names(other[name]), name


def _without_names(part: object) -> object:
    if not isinstance(part, str):
        return part
    return re.sub(
        r">\s+<", "><", re.sub(r'name="(?:Picture \d+|image\.png)"|(?<=:docPr )xmlns:n3="" id="\d+"', "", part)
    )
