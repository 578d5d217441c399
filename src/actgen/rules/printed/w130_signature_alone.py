"""W130: a page that begins with the signature: the text that is signed stands on another page."""

import re
from collections.abc import Container, Iterator, Sequence

from actgen.diagnostics import Diagnostic, Place, Severity
from actgen.docx import Line
from actgen.rules.printed_pages import Printed
from actgen.rules.rule import Rule

RULE = Rule("W130", Severity.WARNING, "подпись отдельно от текста")
LEAST_LINES = 2
"""Lines of text that a page has to bear above its first signature; one is enough where it is a whole paragraph."""

_NAME = re.compile(r"(?:[А-ЯЁ]\.\s?){1,2}[А-ЯЁ][а-яё]+(?:-[А-ЯЁ]?[а-яё]+)*$")
_SIGNED_TEXT_LETTERS = 60


def check(printed: Printed) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each document in which a page bears a signature and hardly anything above it."""
    for document in printed.documents:
        signatures = list(_signatures(document.lines))
        paragraphs = {_squeezed(line.text) for line in document.lines if not line.cells}
        for number, page in enumerate(document.pages[1:], start=2):
            if any(_stands_alone(page, position, name, paragraphs) for position, name in signatures):
                yield RULE.at(
                    Place(document.template),
                    f"подпись отдельно от текста на странице {number}: {document.title}",
                    hint="сократите текст или отступы, чтобы над подписью остались хотя бы две строки",
                )
                break


def _signatures(lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """Yield position and name of each signature below a text: a row, or a line with a tab, that ends with a name.

    What stands in the corner of an annex, with no text above it since the last break, is a grif; visas (визы) may stand
    on a page of their own.
    """
    has_text = False
    for line in lines:
        if line.part:
            return
        cells = [cell for cell in (line.cells or line.text.split("\t")) if cell.strip()]
        if not line.cells and (not line.style or line.text.startswith("Виз")):
            has_text = False
        elif len(cells) > 1 and has_text and _NAME.search(cells[-1].strip()):
            yield cells[0], cells[-1]
        elif not line.cells:
            has_text = has_text or len(line.text) >= _SIGNED_TEXT_LETTERS


def _stands_alone(page: str, position: str, name: str, paragraphs: Container[str]) -> bool:
    rows = page.split("\n")
    if rows and rows[0].strip().isdigit():
        rows = rows[1:]  # the number of the page
    squeezed = [row for row in map(_squeezed, rows) if row]
    whole = "".join(squeezed)
    at_name = whole.find(_squeezed(name))
    if at_name < 0:
        return False
    start = whole.rfind(_squeezed(position), 0, at_name)
    above = 0
    end = 0
    for row in squeezed:
        end += len(row)
        above += end <= (at_name if start < 0 else start)
    return above < LEAST_LINES and not (above == 1 and squeezed[0] in paragraphs)


def _squeezed(text: str) -> str:
    return "".join(text.split())
