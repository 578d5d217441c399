"""The roadmap of the root workspace gives the original document back, word for word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from actgen.docx import document_lines, fill
from actgen.workflow import check_workspace
from tests.workspaces import ROOT

SEED = Path(__file__).with_name("roadmap-2023-2024.txt")


@dataclass(frozen=True)
class Difference:
    """What stands in the original, what we print instead, and why; both folded."""

    original: str
    printed: str
    reason: str


DIFFERENCES = (Difference("Тел.\\факс", "Тел./факс", "обратная косая черта осталась в исходном тексте от разметки"),)


def fold(text: str) -> str:
    """Return the text without blanks, with one kind of dash and of quotes."""
    text = re.sub(r"[‐‑‒–—−-]", "-", text)
    text = re.sub(r"[«»„“”\"]", '"', text)
    return re.sub(r"\s+", "", text)


def original() -> str:
    """Return the text of the original without its markup, its seventh row put together again.

    The seventh row is torn by the end of a page: its second half stands in a row without a number.
    """
    lines: list[list[str]] = []
    for line in SEED.read_text(encoding="utf-8").replace("**", "").splitlines():
        cells = line.split("\t")
        if len(cells) > 1 and not cells[0]:
            lines[-1] = [f"{above} {below}" for above, below in zip(lines[-1], cells, strict=True)]
        elif line.strip():
            lines.append(cells)
    return "\n".join(" ".join(cells) for cells in lines)


def built() -> str:
    """Return the text of the roadmap that is built from `data/` of the root."""
    checked = check_workspace(ROOT)
    document = next(d for d in checked.plan.documents if d.planned.kind.stem == "roadmap")
    lines = document_lines(fill(checked.templates["roadmap"], document.words))
    return "\n".join(" ".join(line.cells).replace(" / ", " ") or line.text for line in lines if not line.part)


def test_the_roadmap_gives_back_the_original_to_the_letter_but_for_the_listed_differences() -> None:
    expected = fold(original())
    for difference in DIFFERENCES:
        assert expected.count(fold(difference.original)) == 1, difference
        expected = expected.replace(fold(difference.original), fold(difference.printed))

    assert fold(built()) == expected


def test_the_roadmap_has_all_words_of_the_original_in_their_order() -> None:
    assert re.findall(r"\w+", built()) == re.findall(r"\w+", re.sub(r"(?<=зам\.)(?=директора)", " ", original()))
