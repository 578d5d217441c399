from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from actgen.docx import compile, fill
from tests.docx.features import features
from tests.docx.making import make_docx

TEMPLATE = make_docx("{{ а }} и {{ б.в }}")
WORDS = {"а": "1", "б": {"в": "2"}}


def only_file(folder: Path) -> Path:
    (kept,) = folder.iterdir()
    return kept


def test_kept_template_fills_as_the_fresh_one(tmp_path: Path) -> None:
    for feature in features():
        fresh = compile(feature.template, cache=tmp_path)
        kept = compile(feature.template, cache=tmp_path)

        assert kept is not fresh
        assert kept.placeholders == fresh.placeholders
        assert fill(kept, feature.words) == fill(fresh, feature.words)


def test_folder_of_compiled_templates_is_the_users_own(tmp_path: Path) -> None:
    folder = tmp_path / "actgen" / "templates"

    compile(TEMPLATE, cache=folder)

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("damage", [b"", b"\0" * 100, b"PK"])
def test_damaged_file_is_written_anew(tmp_path: Path, damage: bytes) -> None:
    fresh = compile(TEMPLATE, cache=tmp_path)
    kept = only_file(tmp_path)
    whole = kept.read_bytes()
    kept.write_bytes(damage or whole[:-1])

    assert fill(compile(TEMPLATE, cache=tmp_path), WORDS) == fill(fresh, WORDS)
    assert kept.read_bytes() == whole


def test_flipped_byte_is_noticed(tmp_path: Path) -> None:
    compile(TEMPLATE, cache=tmp_path)
    kept = only_file(tmp_path)
    whole = bytearray(kept.read_bytes())
    whole[len(whole) // 2] ^= 1
    kept.write_bytes(bytes(whole))

    assert fill(compile(TEMPLATE, cache=tmp_path), WORDS) == fill(compile(TEMPLATE), WORDS)


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="в Windows у папок нет битов доступа")
def test_folder_that_others_may_write_is_not_trusted(tmp_path: Path) -> None:
    compile(TEMPLATE, cache=tmp_path)
    before = only_file(tmp_path).stat().st_mtime_ns
    tmp_path.chmod(0o777)
    only_file(tmp_path).write_bytes(b"code of somebody else")

    assert fill(compile(TEMPLATE, cache=tmp_path), WORDS) == fill(compile(TEMPLATE), WORDS)
    assert only_file(tmp_path).read_bytes() == b"code of somebody else"
    assert before


def test_folder_that_cannot_be_made_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")

    assert fill(compile(TEMPLATE, cache=file / "folder"), WORDS) == fill(compile(TEMPLATE), WORDS)


def test_warm_process_imports_neither_docx_nor_lxml(tmp_path: Path) -> None:
    template = tmp_path / "template.docx"
    template.write_bytes(TEMPLATE)
    cache = tmp_path / "cache"
    code = (
        "import sys, pathlib, actgen.docx as d\n"
        "t = d.compile(pathlib.Path(sys.argv[1]).read_bytes(), cache=pathlib.Path(sys.argv[2]))\n"
        "print(sorted({'docx', 'docxtpl', 'lxml', 'jinja2'} & set(sys.modules)))\n"
        "assert d.golden_text(d.fill(t, {'а': '1', 'б': {'в': '2'}})) == 'Normal| 1 и 2\\n'\n"
        "print(sorted({'docx', 'docxtpl', 'lxml', 'jinja2'} & set(sys.modules)))\n"
    )

    def run() -> list[str]:
        command = [sys.executable, "-c", code, str(template), str(cache)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()

    assert run()[0] == "['docx', 'docxtpl', 'jinja2', 'lxml']"
    assert run() == ["[]", "['jinja2']"]


def test_import_of_the_craft_is_light() -> None:
    code = "import sys, actgen.docx; print(sorted({'docx', 'docxtpl', 'lxml', 'jinja2', 'zipfile'} & set(sys.modules)))"

    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert shown.strip() == "[]"
