"""The difference of two documents by paragraph, as a person reads it.

Every changed paragraph counts, also a number that came into its blank; `actgen.docx.differences`, which judges what
came back signed, forgives that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from actgen.docx import Line

NEAR = 0.4
"""How alike two paragraphs are, from 0 to 1, to be one that was changed and not one gone and one come."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One paragraph or table row that is another now; `before` is empty for one that came, `after` for one that went.

    A row is given as its cells joined by ` | `.
    """

    before: str
    after: str

    def shown(self) -> str:
        """Return it as a person reads it: what was after a minus, what is after a plus."""
        lines = [f"- {self.before}" if self.before else "", f"+ {self.after}" if self.after else ""]
        return "\n".join(line for line in lines if line)


def paragraphs(lines: Iterable[Line]) -> tuple[str, ...]:
    """Return the text of a document by paragraph and table row, blank ones and breaks left out."""
    found = (" | ".join(line.cells) if line.cells else line.text for line in lines if line.cells or line.style)
    return tuple(" ".join(text.split()) for text in found if text.strip(" |\t\n"))


def differences(before: Sequence[str], after: Sequence[str]) -> tuple[Difference, ...]:
    """Return what is another in `after`, from the top.

    >>> differences(["ПРИКАЗ", "Назначить Ким."], ["ПРИКАЗ", "Назначить Гусь.", "Контроль оставляю за собой."])
    (Difference(before='Назначить Ким.', after='Назначить Гусь.'), \
Difference(before='', after='Контроль оставляю за собой.'))
    """
    found: list[Difference] = []
    for tag, first, last, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            found += _paired(list(before[first:last]), list(after[start:end]))
    return tuple(found)


def _paired(gone: list[str], come: list[str]) -> Iterator[Difference]:
    """Yield the paragraphs of one place, each with the one that it has become."""
    for old in gone:
        position = next((n for n, new in enumerate(come) if _is_near(old, new)), None)
        if position is None:
            yield Difference(old, "")
            continue
        yield from (Difference("", new) for new in come[:position])
        yield Difference(old, come[position])
        del come[: position + 1]
    yield from (Difference("", new) for new in come)


def _is_near(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= NEAR


def changed_pieces(before: str, after: str) -> tuple[tuple[str, str], ...]:
    """Return the words that differ in two texts of a paragraph: what stood there and what stands there now.

    >>> changed_pieces("учитель математики, первая категория", "учитель алгебры, первая категория")
    (('математики,', 'алгебры,'),)
    """
    old, new = before.split(), after.split()
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return tuple(
        (" ".join(old[first:last]), " ".join(new[start:end]))
        for tag, first, last, start, end in matcher.get_opcodes()
        if tag != "equal"
    )
