"""The long way: docxtpl fills the document as a whole, for templates whose number of columns depends on the words.

It opens, patches, mends tables, numbers pictures and saves; the words are put in by the same compiled code as on the
short way, so both print alike.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from actgen.docx.archive import read_members, write_members
from actgen.docx.filling import Filling, under_way
from actgen.docx.rendering import render_part

if TYPE_CHECKING:
    from actgen.docx.template import Template


def fill_whole(template: Template, words: Mapping[str, object]) -> bytes:
    """Return the document as docxtpl fills it, repaired and canonical.

    Raises:
        FillFault: As `fill`.
    """
    from docxtpl import DocxTemplate  # noqa: PLC0415

    filling = Filling(template.names, template.texts.__getitem__)
    rendered: dict[str, str] = {}
    with under_way(filling):
        for part in template.parts:
            filling.part = part.name
            rendered[part.name] = render_part(part, words, filling, template.file)

    class Numbered(DocxTemplate):  # type: ignore[misc]
        """docxtpl, but that words are put in by our code and properties are left to it."""

        def render_xml_part(self, src_xml: str, part: Any, context: Any, jinja_env: Any = None) -> str:
            ready = rendered.get(str(part.partname).lstrip("/"))
            return src_xml if ready is None else ready

        def render_properties(self, context: Any, jinja_env: Any = None) -> None:
            """Do nothing: docxtpl escapes properties twice and stamps a missing part with the clock."""

    opened: Any = Numbered(io.BytesIO(template.whole))
    opened.render({})
    saved = io.BytesIO()
    opened.save(saved)
    members = read_members(saved.getvalue())
    members.update((name, text.encode()) for name, text in rendered.items() if name.startswith("docProps/"))
    members.update(filling.changed_members())
    return write_members(members)
