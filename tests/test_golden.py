"""Every document of the root workspace and of the examples, as text, is the one that was accepted."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from difflib import unified_diff
from pathlib import Path

import pytest

from actgen.docx import fill, golden_text
from actgen.workflow import check_workspace
from tests.workspaces import ROOT

GOLDEN = Path(__file__).with_name("golden")
EXAMPLES = sorted(folder.parent for folder in (ROOT / "examples").glob("*/data"))
WORKSPACES: Mapping[str, Path] = {"root": ROOT, **{folder.name: folder for folder in EXAMPLES}}
LONGEST_NAME = 100
IS_ACCEPTING = os.environ.get("ACTGEN_ACCEPT") == "1"


def golden_name(kind: str, subject: str) -> str:
    """Return the name of a golden file: `program-dubyago.txt`, `order-on-pairs.txt`."""
    about = re.sub(r"\W+", "-", subject).strip("-")
    return f"{kind}{'-' if about else ''}{about}"[: LONGEST_NAME - 4] + ".txt"


def printed(workspace: Path) -> dict[str, str]:
    """Return every document of a workspace as text, by the name of its golden file."""
    checked = check_workspace(workspace)
    assert not checked.has_errors, checked.diagnostics
    texts = {}
    for document in checked.plan.documents:
        kind, subject = document.key
        name = golden_name(kind, subject)
        assert name not in texts, f"two documents have the golden file {name}"
        texts[name] = golden_text(fill(checked.templates[kind], document.words))
    return texts


def accepted(folder: Path) -> dict[str, str]:
    """Return the golden texts of a folder by the names of their files."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}


def accept(folder: Path, texts: Mapping[str, str]) -> None:
    """Make the texts golden: files of documents that are printed no more are deleted."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.txt"):
        if path.name not in texts:
            path.unlink()
    for name, text in texts.items():
        (folder / name).write_bytes(text.encode())


def differences(golden: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """Return a diff of each document that is another now."""
    return [
        "\n".join(
            unified_diff(
                golden.get(name, "").splitlines(),
                now.get(name, "").splitlines(),
                f"принято/{name}" if name in golden else "документа не было",
                f"печатается/{name}" if name in now else "документа больше нет",
                lineterm="",
                n=1,
            )
        )
        for name in sorted({*golden, *now})
        if golden.get(name) != now.get(name)
    ]


@pytest.mark.parametrize("name", WORKSPACES)
def test_every_document_prints_the_text_that_was_accepted(name: str) -> None:
    now = printed(WORKSPACES[name])

    if IS_ACCEPTING:
        accept(GOLDEN / name, now)
    changed = differences(accepted(GOLDEN / name), now)

    if changed:
        pytest.fail("\n\n".join(["Прочтите и, если верно: run.py test --accept", *changed]), pytrace=False)


def test_golden_texts_stand_only_for_workspaces_that_are_there() -> None:
    assert {folder.name for folder in GOLDEN.iterdir() if folder.is_dir()} <= set(WORKSPACES)


def test_a_name_of_a_golden_text_is_short_and_safe_whatever_the_subject() -> None:
    name = golden_name("program", "Лебедева Т.Н. — Белова Е.Н., " * 9)

    assert len(name) <= LONGEST_NAME
    assert re.fullmatch(r"program-[\w-]+\.txt", name)


def test_a_changed_document_is_shown_as_a_diff_of_its_lines() -> None:
    golden = {"a.txt": "один\nдва\n", "b.txt": "было\n"}
    now = {"a.txt": "один\nтри\n", "c.txt": "стало\n"}

    changed, gone, come = differences(golden, now)

    assert changed.splitlines()[-2:] == ["-два", "+три"]
    assert "+++ документа больше нет" in gone
    assert "--- документа не было" in come


def test_accepting_writes_what_is_printed_and_deletes_what_is_not(tmp_path: Path) -> None:
    accept(tmp_path, {"a.txt": "один\n", "b.txt": "два\n"})

    accept(tmp_path, {"b.txt": "новое\n"})

    assert accepted(tmp_path) == {"b.txt": "новое\n"}
