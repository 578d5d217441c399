"""The tags of a patched part, hidden while its XML is read and put back before Jinja compiles it.

docxtpl leaves a text in which XML and Jinja are mixed. Here its tags are replaced by two non-characters with a number
between them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from actgen.docx.places import TAG, TagPlace, plain_tag

# Non-characters: XML allows them, nobody writes them, data may not hold them (`characters`).
OPEN, CLOSE = "\ufdd0", "\ufdd1"
HIDDEN = re.compile(f"{OPEN}(\\d+){CLOSE}")

_CELL_PROPERTIES = re.compile(r"<w:tcPr>(.*?)</w:tcPr>", re.DOTALL)
_CHILD = re.compile(r"<(w:\w+)(?: [^>]*)?(?:/>|>.*?</\1>)", re.DOTALL)
# ECMA-376 part 1, 17.4.69.
_CELL_ORDER = (
    *("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection"),
    *("tcFitText", "vAlign", "hideMark"),
)


def hide_tags(text: str) -> tuple[str, list[str]]:
    """Return the text with each tag replaced by its index between two non-characters, and the tags."""
    tags: list[str] = []

    def hide(match: re.Match[str]) -> str:
        # docxtpl turns `&lt;` and `&gt;` in a tag into signs and forgets the others.
        tags.append(match.group().replace("&quot;", '"').replace("&amp;", "&"))
        return f"{OPEN}{len(tags) - 1}{CLOSE}"

    return TAG.sub(hide, text), tags


def order_cell_properties(text: str) -> str:
    """Return the text with the properties of cells in the order of their schema.

    docxtpl puts what `{% colspan %}`, `{% cellbg %}` and `{% vm %}` ask for before or after all others, and the Open
    XML SDK takes such a cell for invalid.
    """

    def ordered(match: re.Match[str]) -> str:
        if OPEN not in match.group():
            return match.group()
        children = [child.group() for child in _CHILD.finditer(match.group(1))]
        return f"<w:tcPr>{''.join(sorted(children, key=_cell_property_rank))}</w:tcPr>"

    return _CELL_PROPERTIES.sub(ordered, text)


def _cell_property_rank(child: str) -> int:
    name = re.match(r"<w:(\w+)", child)
    return _CELL_ORDER.index(name.group(1)) if name and name.group(1) in _CELL_ORDER else len(_CELL_ORDER)


def show_tags(text: str, tags: Sequence[str]) -> tuple[str, dict[int, int]]:
    """Return the text with its tags put back, each with a line feed inside, and the index of a tag by its line.

    A line feed inside a tag prints nothing and lets Jinja name the tag by its line, in errors of any kind.
    """
    pieces: list[str] = []
    tag_by_line: dict[int, int] = {}
    line, position = 1, 0
    for match in HIDDEN.finditer(text):
        pieces.append(text[position : match.start()])
        line += pieces[-1].count("\n") + 1
        index = int(match.group(1))
        tag = tags[index]
        inner = tag[2:-2].replace("\n", " ")
        pieces.append(f"{tag[:2]}\n{inner}{tag[-2:]}")
        tag_by_line[line] = index
        position = match.end()
    pieces.append(text[position:])
    return "".join(pieces), tag_by_line


def find_places(tags: Sequence[str], known: Sequence[TagPlace]) -> dict[int, TagPlace]:
    """Return the author's place of each patched tag by its index.

    docxtpl keeps the order of tags but for the few that it moves or makes (`{% colspan %}`, `{% hm %}`).
    """
    places: dict[int, TagPlace] = {}
    at = 0
    for index, tag in enumerate(tags):
        plain = plain_tag(tag)
        found = next((i for i in range(at, len(known)) if known[i].tag == plain), None)
        if found is not None:
            at = found + 1
        else:
            found = next((i for i in range(len(known)) if known[i].tag == plain), max(at - 1, 0))
        if known:
            places[index] = known[found]
    return places
