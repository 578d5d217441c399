"""What went in comes out, whatever it is, and goes nowhere else."""

from __future__ import annotations

import io
import os
import pickle
import random
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest
from docx.document import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from actgen.docx import FillFault, Template, compile, document_lines, fill, find_unprinted
from actgen.docx.archive import read_members
from tests.docx.making import make_docx
from tests.docx.test_parity import assert_equal_parts, fill_by_docxtpl

PRINTED = st.characters(exclude_categories=("Cs", "Co", "Cc", "Cn")).filter(lambda c: not list(find_unprinted(c)))
TEXTS = st.text(PRINTED | st.sampled_from("\n\t\u00a0\u00ad\u200d«»№—’&<>\"'{}%#_;"), max_size=60)
HOSTILE = (
    *(
        "&",
        "<",
        ">",
        '"',
        "'",
        "{{ а }}",
        "}}",
        "{_{",
        "}_}",
        "{_%",
        "%_}",
        "{%p if а %}",
        "{#",
        "#}",
        "\n",
        "\t",
        "]]>",
    ),
    *(
        "<w:p>",
        "</w:t></w:r></w:p>",
        "&amp;",
        "&#10;",
        "<!--",
        "-->",
        "<?xml?>",
        "\\n",
        "  ",
        "é",
        "e\u0301",
        "😀",
        "👩\u200d🏫",
    ),
    *("№\u00a045", "‑", "\u00ad", "𝔸", "漢字", "'''", "$0", r"\1", "%s", "{0}", "None", "w:val="),
)


def everywhere(document: Document) -> None:
    table = document.add_table(3, 2)
    for number, text in enumerate(("{%tr for с in список %}", "", "{{ с }}", "до {{ с }} после", "{%tr endfor %}", "")):
        table.cell(number // 2, number % 2).text = text
    section = document.sections[0]
    section.header.paragraphs[0].text = "{{ а }}"
    section.footer.paragraphs[0].text = "низ: {{ б }}."
    run = document.add_paragraph().add_run("{{ а }}")
    run.bold = True
    document.core_properties.title = "{{ название }}"


TEMPLATE = compile(
    make_docx("{{ а }}", "{{ б }}{{ а }}", "x{{ а }}y", "{% if б %}{{ б }}{% endif %}", change=everywhere)
)


def read(value: str) -> str:
    """Return the value as it is read back: a hyphen at which no line ends is a hyphen."""
    return value.replace("\u2011", "-")


def words_of(a: str, b: str, *items: str) -> dict[str, object]:
    return {"а": a, "б": b, "список": list(items), "название": a}


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS, st.lists(TEXTS, max_size=3))
def test_what_went_in_comes_out(a: str, b: str, items: list[str]) -> None:
    lines = document_lines(fill(TEMPLATE, words_of(a, b, *items)))
    a, b, items = read(a), read(b), list(map(read, items))

    # A paragraph that holds but a condition goes when nothing is seen in it.
    conditional = [b] if b.strip() or "\n" in b or "\t" in b else []
    assert [line.text for line in lines if not line.part and line.style] == [a, b + a, f"x{a}y", *conditional, a]
    assert [line.cells for line in lines if line.cells] == [(item, f"до {item} после") for item in items]
    assert [line.text for line in lines if line.part] == [a, f"низ: {b}."]


def test_every_printable_character_comes_out() -> None:
    template = compile(make_docx("[{{ а }}]"))
    everything = "".join(chr(code) for code in range(32, 0x30000) if not list(find_unprinted(chr(code))))

    for start in range(0, len(everything), 5000):
        piece = everything[start : start + 5000]
        assert [line.text for line in document_lines(fill(template, {"а": piece}))] == [f"[{read(piece)}]"]


@pytest.mark.parametrize("code", [*range(9), 11, 12, 13, *range(14, 32), 127, 0x85, 0x200E, 0x202E, 0x2066, 0xFEFF])
def test_character_that_no_document_prints_is_refused(code: int) -> None:
    with pytest.raises(FillFault) as raised:
        fill(TEMPLATE, words_of(f"а{chr(code)}б", ""))

    (found,) = raised.value.diagnostics
    assert found.code == "W012"
    assert f"U+{code:04X}" in found.message


def test_hostile_values_print_as_docxtpl_prints_them() -> None:
    """As docxtpl, but for `{_{`, which it turns into `{{` in data too."""
    chance = random.Random(4)
    content = make_docx("{{ а }}", "{{ б }} и {{ а }}", change=lambda d: d.add_paragraph().add_run("{{ а }}"))
    template = compile(content)
    for _ in range(25):
        words = {name: "".join(chance.choices(HOSTILE, k=chance.randint(0, 8))) for name in ("а", "б")}
        if not any(sign in value for value in words.values() for sign in ("{_{", "}_}", "{_%", "%_}")):
            assert_equal_parts(fill(template, words), fill_by_docxtpl(content, words))


def test_hostile_values_stay_where_they_are_put() -> None:
    chance = random.Random(5)
    for _ in range(300):
        a, b = ("".join(chance.choices(HOSTILE, k=chance.randint(1, 10))) for _ in range(2))
        filled = fill(TEMPLATE, words_of(a, b, a))
        for name, data in read_members(filled).items():
            if name.endswith(".xml"):
                etree.fromstring(data)
        assert [line.text for line in document_lines(filled) if line.part] == [read(a), read(f"низ: {b}.")]


def _fill_number(number: int) -> bytes:
    items = (f"{number}-{i}" for i in range(number % 5))
    return fill(TEMPLATE, words_of(f"документ {number}", f"школа {number}", *items))


def test_eight_workers_give_what_one_gives() -> None:
    serial = [_fill_number(number) for number in range(80)]

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(_fill_number, range(80))) == serial
    with ProcessPoolExecutor(8) as processes:
        assert list(processes.map(_fill_number, range(80), chunksize=10)) == serial


def test_template_is_handed_to_another_process() -> None:
    handed = pickle.loads(pickle.dumps(TEMPLATE))

    assert fill(handed, words_of("а", "б", "в")) == fill(TEMPLATE, words_of("а", "б", "в"))


def test_same_words_give_the_same_bytes_on_any_day_and_in_any_process(tmp_path: Path) -> None:
    source = tmp_path / "template.docx"
    source.write_bytes(make_docx("{{ а }}", change=everywhere))
    code = (
        "import sys, hashlib, pathlib, actgen.docx as d\n"
        "t = d.compile(pathlib.Path(sys.argv[1]).read_bytes())\n"
        "o = d.fill(t, {'а': 'Смит & Ко', 'б': '№ 5', 'список': ['1', '2'], 'название': 'О парах'})\n"
        "print(hashlib.sha256(o).hexdigest())\n"
    )

    def run(seed: str, zone: str, folder: Path) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        done = subprocess.run(
            [sys.executable, "-c", code, str(source)],
            capture_output=True,
            text=True,
            check=True,
            env=environment,
            cwd=folder,
        )
        return done.stdout

    first = run("1", "Asia/Kamchatka", tmp_path)
    assert first == run("2", "America/New_York", Path("/"))


def test_filled_document_holds_no_other_words() -> None:
    one, other = (fill(TEMPLATE, words_of(name, name)) for name in ("первый", "второй"))

    assert b"".join(read_members(one).values()).count("второй".encode()) == 0
    assert b"".join(read_members(other).values()).count("первый".encode()) == 0


def test_template_is_only_its_file(tmp_path: Path) -> None:
    template = compile(make_docx("{{ а }}"))
    fill(template, {"а": "тайна"})

    assert isinstance(template, Template)
    assert "тайна" not in repr([getattr(template, name) for name in template.__dataclass_fields__])
    assert io.BytesIO(fill(template, {"а": "б"})).getvalue() == fill(template, {"а": "б"})
