"""A template and words -> a document: the same words give the same bytes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from actgen.docx.archive import join_members, pack_again, pack_member, sorted_names
from actgen.docx.filling import Filling, under_way

if TYPE_CHECKING:
    from actgen.docx.template import Template


def fill(template: Template, words: Mapping[str, object]) -> bytes:
    """Return the document: the template with the words put in, repaired and canonical.

    Args:
        template: What `compile` gave.
        words: Plain data: mappings, lists, texts, whole numbers; yes-or-no for conditions; besides them only
            `SignatureField`, `DateField` and `Image`.

    Raises:
        FillFault: A word is unknown, is a group or a list where a text is printed, or holds a character that no
            document prints; the message names the place in the template.
    """
    from actgen.docx.rendering import render_part  # noqa: PLC0415

    if template.whole:
        from actgen.docx.whole import fill_whole  # noqa: PLC0415

        return fill_whole(template, words)
    filling = Filling(template.names, template.texts.__getitem__)
    packed = {}
    with under_way(filling):
        for part in template.parts:
            filling.part = part.name
            packed[part.name] = pack_member(part.name, render_part(part, words, filling, template.file).encode())
    added = {name: pack_again(name, data) for name, data in filling.changed_members().items()}
    order = template.order if added.keys() <= template.names else sorted_names({*template.names, *added})
    packed = {**template.members, **packed, **added}
    return join_members(packed[name] for name in order)
